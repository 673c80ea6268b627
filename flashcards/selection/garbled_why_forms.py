"""Forms of words that no sound question with "Why", "When" or "How" in front has, each with what a wrong parse made."""

from __future__ import annotations

DURATION = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)"
WHY_FORMS: tuple[tuple[str, str], ...] = (
    (r"^How many (?:last|first|next|past) ", "How many last weeks do managers remember?"),
    (r"^Why (?:is|are) one (?:[a-z]+ ){1,2}for\b", "Why is one job for us to work out how long it stays useful?"),
    (r"^How many only\b", "How many only the last values do meters remember?"),
    (r"^Why could\b", "Why could apps borrow paced breathing for the waiting room?"),
    (r"^Why (?:is|are) one of\b", "Why is one of our jobs to find the normal range of delays?"),
    (
        r"^Why (?:is|are) (?:an?|the) (?:\w+ )?(?:job|step|task|goal|move|thing|trick|aim|idea)\b",
        "Why is a first job for planners to measure?",
    ),
    (
        r"^When (?:is|are) (?:an?|the) (?:\w+ )?(?:idea|step|job|way|goal|task|trick|move) to\b",
        "When is a simple idea to have a handover?",
    ),
    (r"^How many [^,?]*, (?:who|which|that)\b", "How many owners, who are doing it at night do tools have?"),
    (r"^How many [^?]* (?:is|are) (?:an?|the) [^?]* to \w+\?$", "How many images is a common approach to have?"),
    (r"^Why is it [^?]*, and (?:\w+ly )?\w+s \w+\?$", "Why is it safe to retry, and greatly simplifies recovery?"),
    (r"^When .* as (?:early|soon|quickly|late) as possible\?$", "When should shedding happen as early as possible?"),
    (
        r"^How many [\w' -]+, (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
        "How many people, eight does a rotation need?",
    ),
    (r"^How much of [^?]* (?:at|by|after)\b", "How much of the lifetime should renewals kick in at?"),
    (
        r"^Why did .* in the (?:first|last|second|next) (?:year|month|week|quarter)\b",
        "Why did costs go up in the first year?",
    ),
    (r"^How can you \w+ being \w+\?$", "How can you train being calm?"),
    (r"^When .* at the (?:start|beginning|end) of\b", "When does sampling decide at the start of a request?"),
    (r"^When .*\bespecially (?:an?|the)\b", "When is rewriting old parts especially a cost?"),
    (
        r"^When [^?]* (?:useful|helpful|enough|ready|important|clear|easy|hard) (?:which|what|who|how)\b",
        "When are drills useful which runbooks to mend?",
    ),
    (
        r"^When (?:do|does) (?!lets)[^?]* (?:notice|see|know|learn|understand|decide)\?$",
        "When does a quiz let authors notice?",
    ),
    (r"^When may not\b", "When may not one in ten men be able to read them?"),
    (r"^Why (?:is|are) [^?]* only \w+\?$", "Why is boring infrastructure only boring?"),
    (r"^Why (?:do|does) [^?]* have \d[\d.,]* \w+\?$", "Why does a camera have 40 ms?"),
    (r"^When (?:do|does) [^?]* only [a-z]+s\?$", "When do debugging across services trace only works?"),
    (r"^Why (?:do|does) [^?]* do not\?$", "Why does dropping messages silently do not?"),
    (r"^How many % ", "How many % do four teams give you for the whole thing?"),
    (
        r"^When (?:do|does) [^,?]* last\?$",
        "When does a lease last?",
    ),
    (
        r"^When (?:do|does|did|should) [^?]*\bearly\?$",
        "When should you bring auditors in early?",
    ),
    (
        r"^When [^?]* in the (?:last|first) [^?]* of the \w+\?$",
        "When do most notes get written in the last minutes of the meeting?",
    ),
    (
        r"^When (?:is|are) the (?:best|right|worst) (?:place|way|thing|person|team|tool)\b",
        "When is the best place to mask data in the pipeline?",
    ),
    (
        r"^How many (?:another|other)\b",
        "How many another minutes will tired testers give it?",
    ),
    (
        r"^Why [^?]*\b(?:no one|nobody)\?$",
        "Why does one tester per team mean no one?",
    ),
)
