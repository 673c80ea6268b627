"""Forms of words that no sound question has, each with a question that a wrong parse once made."""

from __future__ import annotations

import re

DURATION = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)"
FORMS: tuple[tuple[str, str], ...] = (
    (r"^What (?:is|are) what\b", "What is what gets noticed creating?"),
    (r"\bnot (?:all|every|many)\b", "What do not all flags have?"),
    (
        r"\b(?:less|more) (?:\w+ )?than (?:from|of|by|to|in|on|for|with|about)\b",
        "What does fatigue come less from than from the feeling that it never ends?",
    ),
    (r"\beither\?$", "Why isn't replication either?"),
    (r"\beither (?!.*\b(?:or|of|way)\b)[a-z]+", "What share of teams waits until the work is either automatic?"),
    (
        r"^What (?:is|are) (?:an? |the )?(?:make|keep|avoid|ensure|let|give|take|choose|own|put|don't|never|always) ",
        "What is a make progress visible?",
    ),
    (
        r"\bthe (?:\w+ )?\d+ ?%(?! of\b| \w)",
        "Why should you automate the boring 80%?",
    ),
    (
        r"^(?:What|Which) (?:something|anything|everything|nothing|some(?:body|one)|every(?:body|one))\b",
        "What something exposes the gaps?",
    ),
    (r"^Who (?:do|does) .* need\?$", "Who does the first draft we throw out need?"),
    (
        (
            r"^What do (?:we|you) need (?!to\b|in\b|for\b|from\b|when\b|while\b|if\b|before\b|after\b|on\b|at\b|as\b"
            r"|instead\b|between\b|most\b|more\b|every|each\b|other\b|with|during\b|because\b|so\b|and\b|around\b"
            r"|not\b)[a-z]+ "
        ),
        "What do we need arrange storage based on how often it is read?",
    ),
    (r"^What (?:is|are) [^?]*, \w+ed by [^?]*\?$", "What is essential for trust, backed by automated checks?"),
    (r"\w -\w", "What should training be -on?"),
    (
        (
            r"^Why (?:do|should) (?:we|you) [^,?]*, (?!(?:rather|and|or|not|but|which|when|if|so|in|for|instead"
            r"|as|even)\b)[a-z]+ [a-z]"
        ),
        "Why do we need clear rules to hand over, plan rest based on severity?",
    ),
    (r"^(?:What|Who) (?:do|does|should|can|must|may) only\b", "Who does only the old answer go to?"),
    (
        r"\bthan (?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) (?:in|at|on|by)\b",
        "What costs more than six in the afternoon?",
    ),
    (
        r"\b(?:when|if|unless|than) (?:we|you|they|it|people|teams) (?:do|does|can|are|is|will)(?:n't)?\?$",
        "Why do models break when we don't?",
    ),
    (r", (?:what|who) (?:do|does) so\b", "Move staff hours, what does so most of the week go to?"),
    (
        r"^What (?:do|does) [^?]* (?<!tell you )(?<!tell us )(?<!say )nothing (?:to|for|in|about)\?$",
        "What do committees add nothing to?",
    ),
    (r"\bas (?:few|many|little|much) as possible\?$", "Why should you have as few as possible?"),
    (r"\b(?:kept|made|done|set|built) so\?$", "Where should state be kept so?"),
    (r"^Why (?:is|are) one (?:[a-z]+ ){1,2}for\b", "Why is one job for us to work out how long it stays useful?"),
    (r"\b(?:from|of|with|at) to \w+\?$", "What is cycle time measured from to deploy?"),
    (
        r"^(?:What|Who) (?:is|are) [^?]* not (?:\w+ly )?\w+(?:ed|set|en)(?: down| up| off)? by\?$",
        "What are lakes not upset by?",
    ),
    (r"^How many only\b", "How many only the last values do meters remember?"),
    (r"^What (?:is|are) [^?]* an? kind of\?$", "What is designing a chart a kind of?"),
    (r"^Why could\b", "Why could apps borrow paced breathing for the waiting room?"),
    (r"^What (?:do|does) [^?]* belong to\?$", "What does silence belong to?"),
    (r"^(?:What|Who) (?:do|does) (?!most|many|all)[^?]*\bstart (?:from|with)\?$", "Who does a hunt start from?"),
    (r"\bespecially (?:slow|hard|expensive|bad|good|important)\?$", "When is transcribing especially slow?"),
    (r"^What (?:do|does) the (?:more|less|fewer) \w+ \w+\?$", "What do the more teams share?"),
    (r"^What (?:is|are) which\b", "What is which feature?"),
    (r"^Why (?:is|are) one of\b", "Why is one of our jobs to find the normal range of delays?"),
    (r"\bkept to\?$", "What should prerequisites be kept to?"),
    (r"\bre\w+ with\?$(?<!replaced with\?)", "What should licenses be reread with?"),
    (r"^What (?:do|does) (?:how|what|whether|when) [^?]* depend on\?$", "What do how much solar fits depend on?"),
    (r"^(?:While|When|Once|After|Before) [a-z]+ed, (?:what|who)\b", "While disconnected, what should you log?"),
    (r"\b(?:do|does) lets? \w", "When do lets authors notice?"),
    (r"\bcome with\?$", "What do wrong answers come with?"),
    (
        r"^What (?P<count>two|three|four|five|six) [^?]*\b(?P=count)\b",
        "What four reports do four kinds of error turn up in?",
    ),
    (r"\b(?:from|of) when\b", "What does it take designers from when they hold up a draft?"),
    (r"^(?:What|Who) (?:do|does) to\b", "What does to put all traces on?"),
    (
        r"^Why (?:is|are) (?:an?|the) (?:\w+ )?(?:job|step|task|goal|move|thing|trick|aim|idea)\b",
        "Why is a first job for planners to measure?",
    ),
    (r"\bpercentage of \w+ (?:is|are) there\b", "What percentage of workloads are there?"),
    (
        r"^What are the (?:two|three|four|five|six|seven) [^?]* (?:turn|come|show|crop)s? (?:up|in|from)\b",
        "What are the four kinds of error turn up in reports?",
    ),
    (
        r", (?!too\b|then\b|instead\b|first\b|though\b|not\b|always\b)[a-z]+\?$",
        "What should you try pairing, test slides, watch?",
    ),
    (r"\buseless (?:on|in)\?$", "What is a label useless on?"),
    (r"^What should \w+ nobody\b", "What should teams nobody panics and empties make purging?"),
    (
        r"^When (?:is|are) (?:an?|the) (?:\w+ )?(?:idea|step|job|way|goal|task|trick|move) to\b",
        "When is a simple idea to have a handover?",
    ),
    (r"\blet do\b", "What do you have to let do when the evidence turns?"),
    (r"^What (?:is|are) [^?]* (?:never|not) like\?$", "What is staging never like?"),
    (r"^What can nobody\b", "What can nobody hold while files are being encrypted?"),
    (r"\bsame (?:[\w-]+ ){1,2}as\?$", "What does running a job twice give the same result as?"),
    (r"\bdo(?:es)? (?:[\w'-]+ )*?(?P<doer>\w{4,}?)s? (?P=doer)s?\b", "What do restores restore every night?"),
    (r"^How many [^,?]*, (?:who|which|that)\b", "How many owners, who are doing it at night do tools have?"),
    (r"^How many [^?]* (?:is|are) (?:an?|the) [^?]* to \w+\?$", "How many images is a common approach to have?"),
    (r"^What [^,?]*, (?:before|after|when|if|while)\b", "What can be used, before the producer is deployed?"),
    (r"\bwords like\b", "What should you avoid using words like in reviews?"),
    (
        rf"^When .* for (?:\w+ )?{DURATION}(?: or {DURATION})?\?$",
        "When will a change need to be supported for weeks or months?",
    ),
    (r"\b(?:ahead|ago)\?$", "What are interface changes announced ahead?"),
    (
        r"^What (?:two|three|four|five|six) things (?:is|are) the (?:\w+ )?\w+\?$",
        "What two things is the usual alternative?",
    ),
    (r"^What (?:is|are) (?:about |over )?\d[\w.,%]* \w+\?$", "What is 90 days?"),
    (
        r"^What (?:do|does) [^?]* (?:stop|start|begin|quit|keep)(?: (?:if|when|once|because|after|as)\b[^?]*)?\?$",
        "What do contributors stop when nobody reviews?",
    ),
    (
        r"\b(?:make|makes|made) it (?:worse|better|harder|easier|slower|faster|bigger)\?$",
        "Why did a larger pool make it worse?",
    ),
    (r"^What (?:do|does|did) [^?]* go to\b", "What do failed events go to?"),
    (r"\bhelp do\?$", "What can training testers help do?"),
    (r"^What is \w+ing an? \w+\?$", "What is creating a page?"),
    (r"^Why is it [^?]*, and (?:\w+ly )?\w+s \w+\?$", "Why is it safe to retry, and greatly simplifies recovery?"),
    (r"\bonly (?:for|in|on|to|with|from)\?$", "What are delays often recorded only for?"),
    (r"\bbe considered for\?$", "What do repairs need to be considered for?"),
    (
        r"^What (?:should|must|do) (?:we|you)(?: need to)? look at \w+ing\b",
        "What should we look at adding to the build?",
    ),
    (r"\bas (?:you|we|they) can\?$", "Where should you keep the records as you can?"),
    (
        r"(?P<pair>\b[a-z-]{4,} [a-z-]{4,}\b)[^?]* (?P=pair)\b",
        "Who do senior people look senior people up for?",
    ),
    (
        r"^What is (?:going|getting|doing|making|having|taking|putting|coming)(?: \w{2,5})?\?$",
        "What is going back?",
    ),
    (r"^What \w+ly (?:is|are)\b", "What imperfectly is better than waiting?"),
    (r"^(?!When ).*\b(?:in particular|especially|for example|for instance)\b", "What does support in particular know?"),
    (
        r"(?P<phrase>\b\w+ \w+ \w+ \w+\b)[^?]* (?P=phrase)\b",
        "Once a key in a repo is out, what does a key in a repo need?",
    ),
    (
        r"\b(?:for|of|to|in|on|with|from) (?:about|for|of|in|on|with|to|from)\?$",
        "What is monitoring for about?",
    ),
    (
        (
            r"^What (?!is\b|are\b|was\b|should (?:you|we) treat\b)"
            r"[^?]*(?<!look )(?<!feel )(?<!sound )(?<!act )(?<!work )(?<!be )\blike\?$"
        ),
        "What can trust be learned like?",
    ),
    (r"\b(?:do|does|did|can|should|will) (?:who|what|which|why)\b", "When does who else get called?"),
    (
        r"^What (?:should|do|does|can|did) (?:\w+ )+wait (?:before|until|after)\b",
        "What should you wait before pointing out a slip?",
    ),
    (
        r"^What [^?]*\b(?:to|should|can|must|you|we|they) (?:page|call|notify|contact|hire|invite)(?: directly)?\?$",
        "What does support need to be able to page directly?",
    ),
    (
        r"^What (?:should|must) (?!you\b|we\b|come\b|happen\b|go\b)[\w-]+ (?:once|when|if|before|after)\b",
        "What should records once accepted?",
    ),
    (r"\bkind of (?P<kind>[a-z]+) [^?]*\b(?P=kind)\b", "What kind of state should you draw after the current state?"),
    (
        (
            r"\bthe (?!(?:test|rest|request|interest|quest|guest|west|chest|contest|harvest|protest|forest|best)\b)"
            r"\w{2,}est (?:be|is|are|can|should|will)\b"
        ),
        "Why can dropping the oldest be reasonable?",
    ),
    (r"^When .* as (?:early|soon|quickly|late) as possible\?$", "When should shedding happen as early as possible?"),
    (r"\bthe (?:first|second|third|latter|former)(?: one)?\?$", "When do most teams discover the second?"),
    (r"\b(?:is|are|does|do) (?:each|every) (?:step|one|part|item|stage|piece)\?$", "What kind of change is each step?"),
    (r"(?<!, )\bwhat (?:did|does|do|is|was|were|are)\?$", "Why can't a wish explain what did?"),
    (
        r"\b(?:than|list of|of the) (?:two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred|\d+)\?$",
        "What is better than a list of twenty?",
    ),
    (r"\bneeds? to be involved\?$", "Why do the owners need to be involved?"),
    (r"\b(?:to|for|on|of|in|with|from), \w+ing\b", "What is the week for, reviewing, and answering mail?"),
    (
        r"^How many [\w' -]+, (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
        "How many people, eight does a rotation need?",
    ),
    (r"^Where [^?]*, (?:next to|beside|near|not)\b", "Where should you keep docs, next to the code?"),
    (
        r"\b(?:tell|show|teach) (?:you|us|people) (?:whether|that|what|how|which) ",
        "What does a probe tell you whether a system works?",
    ),
    (r"\bas \w+ and \w+ as\b", "What should you treat as tests and auditors as users?"),
    (
        r"\b(?:to|for|on|in|from|with), (?:usually|often|typically|mostly|particularly|about)\b",
        "What do sidecars add latency to, usually a couple of ms?",
    ),
    (r"^What (?:two|three) things [^?]*\bwhether\b", "What two things does testing change whether a test notices?"),
    (r"^What (?:do|does) [^?]* get \w+ed\?$", "What does the cord get pulled?"),
    (r"^What (?:do|does) [^?]* \d+%\?$", "What do firefighters fight 20%?"),
    (r"^What should \w+ \w+s\?$", "What should schema changes?"),
    (r"^What percentage of [^?]*, but\b", "What percentage of traffic sounds careful, but is 4 requests?"),
    (r"\b(?:after|in|for|within) \d+ more\b", "What does CI fail after 30 more days?"),
    (r"\b(?:with|from|of|at|on) [1-9]\?$", "Why do people start with 4?"),
    (r"\baround (?:if|when|because|until)\b", "When will you break some time around if it takes two weeks?"),
    (
        r"^What (?:do|does) [^?]* (?:ask|say) (?:it|they|he|she)\b",
        "What does a boss ask it isn't heard as a question?",
    ),
    (r"^What kind of \w+ is [^?]*, and ", "What kind of file is turtles, and the bottom turtle?"),
    (r"^How much of [^?]* (?:at|by|after)\b", "How much of the lifetime should renewals kick in at?"),
    (r"^What [^?]* the same as (?:for|in|with)\b", "What should you write for data incidents the same as for outages?"),
    (r"\b(?:live|go|sit|stay) (?:it|they|you|we) \w+\?$", "Where should documentation live it describes?"),
    (r"^What (?:do|does) [^?]* for what (?:is|are|you|we|they)\b", "What do checklists free for what is unusual?"),
    (
        r"^Why did .* in the (?:first|last|second|next) (?:year|month|week|quarter)\b",
        "Why did costs go up in the first year?",
    ),
    (r"^How can you \w+ being \w+\?$", "How can you train being calm?"),
    (r"^What is an? \w+ \w+s \w+ \w+\?$", "What is a security champions spread knowledge?"),
    (
        r"^What (?:do|does) [^?]* \w+s (?:up|down|out|in|off) [^?]* but \w+",
        "What does ownership speeds up decisions but slow down?",
    ),
    (r"^What is the (?:first|last|next) time\b", "What is the first time somebody is punished?"),
    (
        (
            r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bevery )(?<!\beach )(?<!\byour )(?<!\bour )(?<!\bone )"
            r"\b(?:developer|user|customer|engineer|operator|tester|manager)'s "
        ),
        "Why does a sandbox help developer's ability to learn?",
    ),
    (r"^What is [\w' -]+ deciding\?$", "What is most of the work deciding?"),
    (r", or at least\b", "What should developers run on a laptop, or at least pretend?"),
    (r", and (?:from|to|for|with|in|on)\?$", "What does empathy come from reading tickets, and from?"),
    (r"\bgives? (?:you|us|them|teams|people) the \w+\?$", "Why do tests give you the confidence?"),
    (r"^In an? (?:exercise|aside|experiment),", "In an exercise, what should you list?"),
    (r"^Who do(?:es)? [^?]* run\?$", "Who does the coordinator run?"),
    (
        r"^What (?:two|three|four|five) things (?:do|does) (?:common|typical|usual) \w+\?$",
        "What four things does common answer?",
    ),
    (r"^What should you (?:who|what|how|which)\b", "What should you who asked for advice do?"),
    (r"\baccording to [A-Z]\w+ing\b", "What has data made safer, according to Tracking pages?"),
    (r"^What (?:is|are) [^?]* the part of\?$", "What are errors the part of?"),
    (
        r"\bthe one that (?:everyone|everybody|people) \w+\?$",
        "What is the split of duties the one that everyone claims?",
    ),
    (r"\bares\b", "Who ares curious about others?"),
    (r"^What is (?!being\b)\w+ing (?:the|your|our) ", "What is publishing the interface of a service?"),
    (r"^What (?:do|does) [^?]* live in\?$", "What do controls live in?"),
    (r"\bstraight to\b", "What should each alert carry straight to its runbook?"),
    (r"\bmore like\?$", "What is a patch more like?"),
    (r", [$€£]?\d[\d.,]*[kKmM]?\?$", "When does a steady grant let somebody plan, $12k?"),
    (r" -,", "If a patch isn't a gift -, what is it?"),
    (r"\bdo [$€£]?\d", "What does a grant let someone do $12k once lets them buy?"),
    (
        (
            r"^How many (?!times)(?:(?!(?:of|for|per|in|on|to|with|each|from|than)\b)[\w'-]+ ){0,3}"
            r"(?!(?:people|data|staff|men|women|children)\b)[A-Za-z-]*[A-Za-rt-z] (?:do|does|did)\b"
        ),
        "How many very nice page does a pause have?",
    ),
    (r"^When .* at the (?:start|beginning|end) of\b", "When does sampling decide at the start of a request?"),
    (r"^When .*\bespecially (?:an?|the)\b", "When is rewriting old parts especially a cost?"),
    (
        r"^What (?:do|does|did) (?:[\w'-]+ ){1,4}only (?:tell|show|give|ask|answer|need|see|know)\b",
        "What does a health check only tell you?",
    ),
    (r"^What kind of \w+ (?:is|are) what\b", "What kind of allies are what reformers lack?"),
    (r"\bthe matter of\?$", "What is a counter the matter of?"),
    (r"\bseveral things\b", "What two things did several things break between?"),
    (r"\bdoing \w+ing\b", "What can doing renaming with the business improve?"),
    (r" get (?:usually|often|rarely|seldom) \w+(?:ed|en|n)\b", "What does silence get usually treated as?"),
    (
        r"\baccording to [^?]*\b(?:they|we|he|she|I) \w+\?$",
        "What percentage of licences goes unused, according to a survey they cite?",
    ),
    (
        r"^When [^?]* (?:useful|helpful|enough|ready|important|clear|easy|hard) (?:which|what|who|how)\b",
        "When are drills useful which runbooks to mend?",
    ),
    (r"\b(?:us|you|people|teams) from [^?]* to\?$", "What does measuring ourselves take us from a happy prototype to?"),
    (r"^What is the (?:problem|question|matter) of what\b", "What is the problem of what happens to a patch?"),
    (r"> \w", "What does a > project end with?"),
    (r" do much as\b", "What do containers let teams do much as a lab does?"),
    (
        r"(?<!\d )\bmore (?!days|weeks|hours|minutes|months|years)[\w-]+s\?$",
        "Why should a project look at more signals?",
    ),
    (
        r"^When (?:do|does) (?!lets)[^?]* (?:notice|see|know|learn|understand|decide)\?$",
        "When does a quiz let authors notice?",
    ),
    (r"^What (?:is|are) [a-z]+ed about\?", "What is deprecated about?"),
    (r"^What (?:do|does) [^?]* make (?:better|worse|good|bad) at\b", "What does practice make better at them?"),
    (r", not (?:on|in|at|to|for|with|by|from)\?$", "What kind of form should people fill in, not on?"),
    (
        r"^What (?:do|does) [^?]* [a-z]+ (?:nobody|everybody|everyone|people) (?:can|could|must|should|will) \w+\?$",
        "What does a drill expose nobody can justify?",
    ),
    (r", similar to how\b", "What do lists let people add every team, similar to how testers do?"),
    (r"^What is (?:remote|[a-z]+(?:ous|ible|able|ful|less)) about\?", "What is remote about?"),
    (r"\bdo so,", "Why do most systems do so, long before they reach a limit?"),
    (r"\bso (?:say|says|mean|means|tell|show)\b", "What does a board full of green lights so say little about?"),
    (r"\bin their first (?:day|week|month|year)\b", "What percentage of images would fail in their first week?"),
    (r"^What is an? (?:start|think|go|stay|keep|get|aim|begin) [a-z]+\?$", "What is a start thin?"),
    (r"\bmake it do\?$", "What does putting infrastructure in a repository make it do?"),
    (r"\b(?:move|turn|shift|change) (?:them|it) to\?$", "Instead of machines, what does serverless move them to?"),
    (
        r", (?:read|written|kept|built) (?:at|by|in|on)\b",
        "What should you prefer with tight permissions, read at start?",
    ),
    (
        r"^What is [a-z]+s (?:set|make|keep|take|get|let|put|need|want|help|drive) (?:the|a|an|your|our) ",
        "What is managers set the norm?",
    ),
    (r"\bthe (?:first|last|next|\w+est) one\b(?! (?:that|who|which)\b)", "What is the cheapest one to migrate?"),
    (r"\b(?:perhaps|maybe|roughly|nearly|almost)\?$", "What do automated checkers catch perhaps?"),
    (r"^When may not\b", "When may not one in ten men be able to read them?"),
    (r", which (?:sounds|seems|feels) [^?]*\?$", "What makes a release safer, which sounds backwards?"),
    (r"^Why (?:is|are) [^?]* only \w+\?$", "Why is boring infrastructure only boring?"),
    (r"^Why (?:do|does) [^?]* have \d[\d.,]* \w+\?$", "Why does a camera have 40 ms?"),
    (r"\bbe worth an? \w+ with\?", "What might payments be worth a canary with?"),
    (r"\b(?:does|do) only one \w+", "In a terminal, what does only one person learn from?"),
    (r"^What is (?:each|every) [\w-]+\?$", "What is each flag?"),
    (r"\bsome information\b", "When does every experiment need some information?"),
)
GARBLED = re.compile("|".join(pattern for pattern, _ in FORMS))
