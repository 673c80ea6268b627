"""Forms of words that no sound question has, each with a question that a wrong parse once made."""

from __future__ import annotations

import re

from flashcards.selection.garbled_left_forms import LEFT_FORMS
from flashcards.selection.garbled_what_forms import WHAT_FORMS
from flashcards.selection.garbled_why_forms import DURATION, WHY_FORMS

FORMS: tuple[tuple[str, str], ...] = (
    *WHAT_FORMS,
    *WHY_FORMS,
    *LEFT_FORMS,
    (r"^Who (?:is|are) .* about, rather than\b", "Who is most of it about, rather than systems?"),
    (
        r"\bneed (?:over|of|for|about|into)\b(?! (?:a|the|each|every|\w+ing)\?)",
        "What does an owner need over the work?",
    ),
    (
        r"^What (?:is|are) (?:within|during|after|before|over|under|until|since) \w+ (?:days|weeks|months|quarters)\b",
        "What are within two quarters?",
    ),
    (
        r"^What (?:can|could|may|might) [^?]* only \w+ (?:\w+ )?(?:about|of|on|for|with)\?$",
        "What can checks only warn us of?",
    ),
    (r"^What (?:is|are) [^,?]* for (?:what|how|why|where|who)\b", "What is the meeting for what happened?"),
    (
        r"^(?:When|Why) (?:do|does) (?:short|long|first|second|big|small|old|new) ones? ",
        "When does short one clear it?",
    ),
    (r"\bis already (?:better|worse|\w+er)\b", "What is already better than a meeting?"),
    (r"^What is (?:a lot|most|much|some|part) of what\b", "What is a lot of what we blame on rules?"),
    (r"^What (?:do|does) [^,?]* (?:have|need) to be\?$", "What do findings need to be?"),
    (r"^What (?:can|may|might|should|could|must) [^,?]* be\?$", "What can shared libraries be?"),
    (r"\bhow many [\w -]+ are there\?$", "For each system, how many choices are there?"),
    (r"^Who is (?:the )?(?:last|first|next) (?:one|up|speaker)\b", "Who is last up before lunch?"),
    (r"\b(?:down|up) from\b", "How many minutes does a rollback take down from 50?"),
    (
        r"\b(?:(?:in|at|to|from|of|by) with|on with (?:the|a|an|your|our))\b",
        "What do migrations live in with the application?",
    ),
    (r"\bdo a better job\?$", "Why does walking through an incident do a better job?"),
    (r"^What (?:is|are) the [\w-]+ (?:part|thing|step|bit)\?$", "What is the slow part?"),
    (r"\bonly (?:say|tell us|show|mean)\?$", "What does a job that reports success only say?"),
    (r"^What (?:do|does) all \w+ have to do\b", "What does all work have to do if everyone is booked?"),
    (r"^What (?:do|does|can) [\w' -]+ benefit from\?$", "What do reviews benefit from?"),
    (r"\b(?:their|its) (?:first|last|own|new|old) ones?\b", "What share would their old ones have stopped?"),
    (
        r"\b(?:include|state|name|list) (?:which|what|how) [\w']+ \w+\?$",
        "What do messages need to include which rule failed?",
    ),
    (r"^What happens without \w+ing\b", "What happens without turning off the old piece?"),
    (r"\bat to [a-z]", "What should you wait long enough at to see a daily peak?"),
    (r", and only [^?]*\?$", "Who are the best testers you have, and only for a couple of weeks?"),
    (r"^Who .*\bbe on\?$", "Who do the old hands need to be on?"),
    (r"\b(?:more|less) about\?$", "What does time to repair tell you more about?"),
    (r"\bnot (?:all|every|many)\b", "What do not all flags have?"),
    (
        r"\b(?:less|more) (?:\w+ )?than (?:from|of|by|to|in|on|for|with|about)\b",
        "What does fatigue come less from than from the feeling that it never ends?",
    ),
    (r"\beither\?$", "Why isn't replication either?"),
    (r"\beither (?!.*\b(?:or|of|way)\b)[a-z]+", "What share of teams waits until the work is either automatic?"),
    (
        r"\bthe (?:\w+ )?\d+ ?%(?! of\b| \w)",
        "Why should you automate the boring 80%?",
    ),
    (
        r"^(?:What|Which) (?:something|anything|everything|nothing|some(?:body|one)|every(?:body|one))\b",
        "What something exposes the gaps?",
    ),
    (r"^Who (?:do|does) .* need\?$", "Who does the first draft we throw out need?"),
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
    (r"\bas (?:few|many|little|much) as possible\?$", "Why should you have as few as possible?"),
    (r"\b(?:kept|made|done|set|built) so\?$", "Where should state be kept so?"),
    (r"\b(?:from|of|with|at) to \w+\?$", "What is cycle time measured from to deploy?"),
    (
        r"^(?:What|Who) (?:is|are) [^?]* not (?:\w+ly )?\w+(?:ed|set|en)(?: down| up| off)? by\?$",
        "What are lakes not upset by?",
    ),
    (r"^(?:What|Who) (?:do|does) (?!most|many|all)[^?]*\bstart (?:from|with)\?$", "Who does a hunt start from?"),
    (r"\bespecially (?:slow|hard|expensive|bad|good|important)\?$", "When is transcribing especially slow?"),
    (r"\bkept to\?$", "What should prerequisites be kept to?"),
    (r"\bre\w+ with\?$(?<!replaced with\?)", "What should licenses be reread with?"),
    (r"^(?:While|When|Once|After|Before) [a-z]+ed, (?:what|who)\b", "While disconnected, what should you log?"),
    (r"\b(?:do|does) lets? \w", "When do lets authors notice?"),
    (r"\bcome with\?$", "What do wrong answers come with?"),
    (r"\b(?:from|of) when\b", "What does it take designers from when they hold up a draft?"),
    (r"^(?:What|Who) (?:do|does) to\b", "What does to put all traces on?"),
    (r"\bpercentage of \w+ (?:is|are) there\b", "What percentage of workloads are there?"),
    (
        r", (?!too\b|then\b|instead\b|first\b|though\b|not\b|always\b)[a-z]+\?$",
        "What do we try pairing, test slides, watch?",
    ),
    (r"\buseless (?:on|in)\?$", "What is a label useless on?"),
    (r"\blet do\b", "What do you have to let do when the evidence turns?"),
    (r"\bsame (?:[\w-]+ ){1,2}as\?$", "What does running a job twice give the same result as?"),
    (r"\bdo(?:es)? (?:[\w'-]+ )*?(?P<doer>\w{4,}?)s? (?P=doer)s?\b", "What do restores restore every night?"),
    (r"\bwords like\b", "What should you avoid using words like in reviews?"),
    (
        rf"^When .* for (?:\w+ )?{DURATION}(?: or {DURATION})?\?$",
        "When will a change need to be supported for weeks or months?",
    ),
    (r"\b(?:ahead|ago)\?$", "What are interface changes announced ahead?"),
    (
        r"\b(?:make|makes|made) it (?:worse|better|harder|easier|slower|faster|bigger)\?$",
        "Why did a larger pool make it worse?",
    ),
    (r"\bhelp do\?$", "What can training testers help do?"),
    (r"\bonly (?:for|in|on|to|with|from)\?$", "What are delays often recorded only for?"),
    (r"\bbe considered for\?$", "What do repairs need to be considered for?"),
    (r"\bas (?:you|we|they) can\?$", "Where should you keep the records as you can?"),
    (
        r"(?P<pair>\b[a-z-]{4,} [a-z-]{4,}\b)[^?]* (?P=pair)\b",
        "Who do senior people look senior people up for?",
    ),
    (r"^(?!When ).*\b(?:in particular|especially|for example|for instance)\b", "What does support in particular know?"),
    (
        r"(?P<phrase>\b\w+ \w+ \w+ \w+\b)[^?]* (?P=phrase)\b",
        "Once a key in a repo is out, what does a key in a repo need?",
    ),
    (
        r"\b(?:for|of|to|in|on|with|from) (?:about|for|of|in|on|with|to|from)\?$",
        "What is monitoring for about?",
    ),
    (r"\b(?:do|does|did|can|should|will) (?:who|what|which|why)\b", "When does who else get called?"),
    (r"\bkind of (?P<kind>[a-z]+) [^?]*\b(?P=kind)\b", "What kind of state should you draw after the current state?"),
    (
        (
            r"\bthe (?!(?:test|rest|request|interest|quest|guest|west|chest|contest|harvest|protest|forest|best)\b)"
            r"\w{2,}est (?:be|is|are|can|should|will)\b"
        ),
        "Why can dropping the oldest be reasonable?",
    ),
    (r"\bthe (?:first|second|third|latter|former)(?: one)?\?$", "When do most teams discover the second?"),
    (r"\b(?:is|are|does|do) (?:each|every) (?:step|one|part|item|stage|piece)\?$", "What kind of change is each step?"),
    (r"(?<!, )\bwhat (?:did|does|do|is|was|were|are)\?$", "Why can't a wish explain what did?"),
    (
        r"\b(?:than|list of|of the) (?:two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred|\d+)\?$",
        "What is better than a list of twenty?",
    ),
    (r"\bneeds? to be involved\?$", "Why do the owners need to be involved?"),
    (r"\b(?:to|for|on|of|in|with|from), \w+ing\b", "What is the week for, reviewing, and answering mail?"),
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
    (r"\b(?:after|in|for|within) \d+ more\b", "What does CI fail after 30 more days?"),
    (r"\b(?:with|from|of|at|on) [1-9]\?$", "Why do people start with 4?"),
    (r"\baround (?:if|when|because|until)\b", "When will you break some time around if it takes two weeks?"),
    (r"\b(?:live|go|sit|stay) (?:it|they|you|we) \w+\?$", "Where should documentation live it describes?"),
    (
        (
            r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bevery )(?<!\beach )(?<!\byour )(?<!\bour )(?<!\bone )"
            r"\b(?:developer|user|customer|engineer|operator|tester|manager)'s "
        ),
        "Why does a sandbox help developer's ability to learn?",
    ),
    (r", or at least\b", "What should developers run on a laptop, or at least pretend?"),
    (r", and (?:from|to|for|with|in|on)\?$", "What does empathy come from reading tickets, and from?"),
    (r"\bgives? (?:you|us|them|teams|people) the \w+\?$", "Why do tests give you the confidence?"),
    (r"^In an? (?:exercise|aside|experiment),", "In an exercise, what should you list?"),
    (r"^Who do(?:es)? [^?]* run\?$", "Who does the coordinator run?"),
    (r"\baccording to [A-Z]\w+ing\b", "What has data made safer, according to Tracking pages?"),
    (
        r"\bthe one that (?:everyone|everybody|people) \w+\?$",
        "What is the split of duties the one that everyone claims?",
    ),
    (r"\bares\b", "Who ares curious about others?"),
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
    (r"\bthe matter of\?$", "What is a counter the matter of?"),
    (r"\bseveral things\b", "What two things did several things break between?"),
    (r"\bdoing \w+ing\b", "What can doing renaming with the business improve?"),
    (r" get (?:usually|often|rarely|seldom) \w+(?:ed|en|n)\b", "What does silence get usually treated as?"),
    (
        r"\baccording to [^?]*\b(?:they|we|he|she|I) \w+\?$",
        "What percentage of licences goes unused, according to a survey they cite?",
    ),
    (r"\b(?:us|you|people|teams) from [^?]* to\?$", "What does measuring ourselves take us from a happy prototype to?"),
    (r"> \w", "What does a > project end with?"),
    (r" do much as\b", "What do containers let teams do much as a lab does?"),
    (
        r"(?<!\d )\bmore (?!days|weeks|hours|minutes|months|years)[\w-]+s\?$",
        "Why should a project look at more signals?",
    ),
    (r", not (?:on|in|at|to|for|with|by|from)\?$", "What kind of form should people fill in, not on?"),
    (r", similar to how\b", "What do lists let people add every team, similar to how testers do?"),
    (r"\bdo so,", "Why do most systems do so, long before they reach a limit?"),
    (r"\bso (?:say|says|mean|means|tell|show)\b", "What does a board full of green lights so say little about?"),
    (r"\bin their first (?:day|week|month|year)\b", "What percentage of images would fail in their first week?"),
    (r"\bmake it do\?$", "What does putting infrastructure in a repository make it do?"),
    (r"\b(?:move|turn|shift|change) (?:them|it) to\?$", "Instead of machines, what does serverless move them to?"),
    (
        r", (?:read|written|kept|built) (?:at|by|in|on)\b",
        "What should you prefer with tight permissions, read at start?",
    ),
    (r"\b(?:perhaps|maybe|roughly|nearly|almost)\?$", "What do automated checkers catch perhaps?"),
    (r", which (?:sounds|seems|feels) [^?]*\?$", "What makes a release safer, which sounds backwards?"),
    (r"\bbe worth an? \w+ with\?", "What might payments be worth a canary with?"),
    (r"\b(?:does|do) only one \w+", "In a terminal, what does only one person learn from?"),
    (r"^(?:For one thing|On the \w+ side|With any of)\b", "On the practical side, why do we need quotas?"),
    (r"\bsome information\b", "When does every experiment need some information?"),
    (
        r"\b(?:last|first|next|second|third|other|worst|\w{2,}est) one\b(?! (?:that|who|which)\b)",
        "Why is last one valuable?",
    ),
    (
        r"\b(?:every|each) time (?:with|for|to|in|of|on)\?$",
        "What does a split of duties come up every time with?",
    ),
    (
        r"\bbegin at\b",
        "What should you begin at, rather than with the core?",
    ),
    (r"\b(?:perhaps|maybe)\b(?!\?)", "How many minutes do managers have perhaps for you?"),
    (r"\bsays? (?:very )?nothing about\?$", "What does a list of tools say nothing about?"),
    (r"\bmean \w+ing (?:it|them)\b", "What does automating a choice mean making it once?"),
    (r"\b(?:small|big|large) part of\?$", "What are credits a small part of?"),
)
GARBLED = re.compile("|".join(pattern for pattern, _ in FORMS))
