"""Forms of words that no sound question with "What" in front has, each with a question that a wrong parse once made."""

from __future__ import annotations

WHAT_FORMS: tuple[tuple[str, str], ...] = (
    (r"^What (?:is|are) what\b", "What is what gets noticed creating?"),
    (
        r"^What (?:is|are) (?:an? |the )?(?:make|keep|avoid|ensure|let|give|take|choose|own|put|don't|never|always) ",
        "What is a make progress visible?",
    ),
    (
        (
            r"^What do (?:we|you) need (?!to\b|in\b|for\b|from\b|when\b|while\b|if\b|before\b|after\b|on\b|at\b|as\b"
            r"|instead\b|between\b|most\b|more\b|every|each\b|other\b|with|during\b|because\b|so\b|and\b|around\b"
            r"|not\b)[a-z]+ "
        ),
        "What do we need arrange storage based on how often it is read?",
    ),
    (r"^What (?:is|are) [^?]*, \w+ed by [^?]*\?$", "What is essential for trust, backed by automated checks?"),
    (
        r"^What (?:do|does) [^?]* (?<!tell you )(?<!tell us )(?<!say )nothing (?:to|for|in|about)\?$",
        "What do committees add nothing to?",
    ),
    (r"^What (?:is|are) [^?]* an? kind of\?$", "What is designing a chart a kind of?"),
    (r"^What (?:do|does) [^?]* belong to\?$", "What does silence belong to?"),
    (r"^What (?:do|does) the (?:more|less|fewer) \w+ \w+\?$", "What do the more teams share?"),
    (r"^What (?:is|are) which\b", "What is which feature?"),
    (r"^What (?:do|does) (?:how|what|whether|when) [^?]* depend on\?$", "What do whether solar fits depend on?"),
    (
        r"^What (?P<count>two|three|four|five|six) [^?]*\b(?P=count)\b",
        "What four reports do four kinds of error turn up in?",
    ),
    (
        r"^What are the (?:two|three|four|five|six|seven) [^?]* (?:turn|come|show|crop)s? (?:up|in|from)\b",
        "What are the four kinds of error turn up in reports?",
    ),
    (r"^What should \w+ nobody\b", "What should teams nobody panics and empties make purging?"),
    (r"^What (?:is|are) [^?]* (?:never|not) like\?$", "What is staging never like?"),
    (r"^What can nobody\b", "What can nobody hold while files are being encrypted?"),
    (r"^What [^,?]*, (?:before|after|when|if|while)\b", "What can be used, before the producer is deployed?"),
    (
        r"^What (?:two|three|four|five|six) things (?:is|are) the (?:\w+ )?\w+\?$",
        "What two things is the usual alternative?",
    ),
    (r"^What (?:is|are) (?:about |over )?\d[\w.,%]* \w+\?$", "What is 90 days?"),
    (
        r"^What (?:do|does) [^?]* (?:stop|start|begin|quit|keep)(?: (?:if|when|once|because|after|as)\b[^?]*)?\?$",
        "What do contributors stop when nobody reviews?",
    ),
    (r"^What (?:do|does|did) [^?]* go to\b", "What do failed events go to?"),
    (r"^What is \w+ing an? \w+\?$", "What is creating a page?"),
    (
        r"^What (?:should|must|do) (?:we|you)(?: need to)? look at \w+ing\b",
        "What should we look at adding to the build?",
    ),
    (
        r"^What is (?:going|getting|doing|making|having|taking|putting|coming)(?: \w{2,5})?\?$",
        "What is going back?",
    ),
    (r"^What \w+ly (?:is|are)\b", "What imperfectly is better than waiting?"),
    (
        (
            r"^What (?!is\b|are\b|was\b|should (?:you|we) treat\b)"
            r"[^?]*(?<!look )(?<!feel )(?<!sound )(?<!act )(?<!work )(?<!be )\blike\?$"
        ),
        "What can trust be learned like?",
    ),
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
    (r"^What (?:two|three) things [^?]*\bwhether\b", "What two things does testing change whether a test notices?"),
    (r"^What (?:do|does) [^?]* get \w+ed\?$", "What does the cord get pulled?"),
    (r"^What (?:do|does) [^?]* \d+%\?$", "What do firefighters fight 20%?"),
    (r"^What should \w+ \w+s\?$", "What should schema changes?"),
    (r"^What percentage of [^?]*, but\b", "What percentage of traffic sounds careful, but is 4 requests?"),
    (
        r"^What (?:do|does) [^?]* (?:ask|say) (?:it|they|he|she)\b",
        "What does a boss ask it isn't heard as a question?",
    ),
    (r"^What kind of \w+ is [^?]*, and ", "What kind of file is turtles, and the bottom turtle?"),
    (r"^What [^?]* the same as (?:for|in|with)\b", "What should you write for data incidents the same as for outages?"),
    (r"^What (?:do|does) [^?]* for what (?:is|are|you|we|they)\b", "What do checklists free for what is unusual?"),
    (r"^What is an? \w+ \w+s \w+ \w+\?$", "What is a security champions spread knowledge?"),
    (
        r"^What (?:do|does) [^?]* \w+s (?:up|down|out|in|off) [^?]* but \w+",
        "What does ownership speeds up decisions but slow down?",
    ),
    (r"^What is the (?:first|last|next) time\b", "What is the first time somebody is punished?"),
    (r"^What is [\w' -]+ deciding\?$", "What is most of the work deciding?"),
    (
        r"^What (?:two|three|four|five) things (?:do|does) (?:common|typical|usual) \w+\?$",
        "What four things does common answer?",
    ),
    (r"^What should you (?:who|what|how|which)\b", "What should you who asked for advice do?"),
    (r"^What (?:is|are) [^?]* the part of\?$", "What are errors the part of?"),
    (r"^What is (?!being\b)\w+ing (?:the|your|our) ", "What is publishing the interface of a service?"),
    (r"^What (?:do|does) [^?]* live in\?$", "What do controls live in?"),
    (
        r"^What (?:do|does|did) (?:[\w'-]+ ){1,4}only (?:tell|show|give|ask|answer|need|see|know)\b",
        "What does a health check only tell you?",
    ),
    (r"^What kind of \w+ (?:is|are) what\b", "What kind of allies are what reformers lack?"),
    (r"^What is the (?:problem|question|matter) of what\b", "What is the problem of what happens to a patch?"),
    (r"^What (?:is|are) [a-z]+ed about\?", "What is deprecated about?"),
    (r"^What (?:do|does) [^?]* make (?:better|worse|good|bad) at\b", "What does practice make better at them?"),
    (
        r"^What (?:do|does) [^?]* [a-z]+ (?:nobody|everybody|everyone|people) (?:can|could|must|should|will) \w+\?$",
        "What does a drill expose nobody can justify?",
    ),
    (r"^What is (?:remote|[a-z]+(?:ous|ible|able|ful|less)) about\?", "What is remote about?"),
    (r"^What is an? (?:start|think|go|stay|keep|get|aim|begin) [a-z]+\?$", "What is a start thin?"),
    (
        r"^What is [a-z]+s (?:set|make|keep|take|get|let|put|need|want|help|drive) (?:the|a|an|your|our) ",
        "What is managers set the norm?",
    ),
    (r"^What is (?:each|every) [\w-]+\?$", "What is each flag?"),
    (
        (
            r"^What (?:do|does) (?!.*\b(?:who|that|which|what|how|when|if|where|whether|because|once|why|as|while|case"
            r"|you|we|they)\b.* (?:is|are) )[^?]* (?:is|are) [^?]*\?$"
        ),
        "What do teams lose is scary and waiting feels free?",
    ),
    (r"^What (?:would|can) you (?:who|what|how|which)\b", "What would you who go to?"),
    (r"^What (?:do|does) how (?:many|much|long)\b", "What do how many teams come back for?"),
    (r"^What does [^?]* use [^?]* to\?$", "What does the kernel use the spare pages to?"),
    (
        (
            r"^What (?:is|are|kind) [^?]*\b(?:mostly|largely|partly|mainly|usually|often|typically|generally|frequently"
            r"|always)\?$"
        ),
        "What is a rollback of a migration mostly?",
    ),
    (
        r"^What (?:is|are) (?:how|where|whether|who)\b",
        "What is how a team treats a newcomer a sign of?",
    ),
    (
        r"^What (?:two|three|four|five|six|seven) [^?]*(?:\w+er|more \w+|less \w+) than\?$",
        "What three screen readers is access broader than?",
    ),
    (
        r"^What (?:do|does) (?:a lot of|lots of|many|most|some) [\w -]+ (?:say|think|believe|claim|hear)\?$",
        "What do a lot of teams say?",
    ),
    (
        (
            r"^(?:What|Who) should you (?:\w+ )?\w+, (?!rather|in|if|when|as|before|after|instead|according|to|for|not"
            r"|so|even|and|unless|with|without|during|because|since|at|on|by|until|or|but|once|whenever|while)\w+"
        ),
        "What should you leave, reading, thinking alone?",
    ),
    (r"^What are most (?:[\w-]+ )?\w+s (?:for|of|in|on|at|from)\b", "What are most job posts for operators?"),
    (r"^What is (?:better|worse) than (?:having )?(?:none|nothing)\?$", "What is worse than having none?"),
    (r"^What (?:must|should) [^?]* be (?:by|in) ", "What must a disk swap be by a store clerk?"),
    (r"^What (?:causes|hides|makes|solves|breaks) (?:\w+ )?(?:trouble|things)\b", "What causes surprising trouble?"),
)
