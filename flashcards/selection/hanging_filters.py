"""Hard filters for words that hang on the post: "the other one", "afterwards", "the three days"."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate
from flashcards.language.lexicon import words
from flashcards.selection.content import content_words

HANGING = re.compile(
    r"\b(?:afterwards?|beforehand|later on|meanwhile|previously|elsewhere|otherwise|as well|too(?=\?)|again(?=\?)"
    r"|earlier(?=\?)|(?:each|every) one|the (?:old|new) (?:ones?|things?|numbers?|way|names?)"
    r"|(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!n't )there(?!'s| (?:is|are|was|were|will|has|have|can|should"
    r"|may|might)\b)|later(?=\?)|thereafter|likewise|at first|(?:up |in |from )?here|the rest of the (?:time|day"
    r"|week|year)"
    r"|the (?:exception|opposition|opposite)(?=\?)|the (?:hour|minute)(?=[?,])"
    r"|of the lot|(?:on|of|in) (?:the whole|this|the) list|on top(?=\?)|at the (?:beginning|end|start)(?! of\b)"
    r"|^(?:on|during|before|after) the (?:day|event|session|week|exercise|meeting)(?=,))(?![\w-])",
    re.IGNORECASE,
)
HANGING_ANSWER = re.compile(
    r"\b(?:trick|point|problem|idea|goal|key|lesson|challenge|issue|question|step|thing|first) here\b"
    r"|(?:(?<!is )(?<!are )(?<!n't )(?<!not )(?<!still )\bthere"
    r"|\b(?:here|as well|too|again|afterwards?|beforehand|otherwise|elsewhere|(?:each|every) one"
    r"|the (?:other )?(?:two|three|four|others?|rest|first|second|third|latter|former)))$",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\bthe (?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:days|weeks|hours|minutes|months|years|people"
    r"|teams|steps|things|groups|parts|points)\b"
    r"(?! (?:of|in|that|who|which|people|we|you|teams|between|before|after|from|for|each|every)\b)",
    re.IGNORECASE,
)
KNOWN = re.compile(
    r"\bthe (?:existing|known|previous|original|remaining|affected|resulting|corresponding|respective) [a-z]+"
    r"(?! (?:of|that|which|who|as|for|in)\b)",
    re.IGNORECASE,
)
BARE = re.compile(
    r"\bthe ([a-z-]+)(?= (?:and|or|in|at|on|to|for|before|after|when|if|need|needs|should|is|are|do|does|can|from"
    r"|with|by|about|as|have|has)\b|\?)"
)


def compares_with_the_rest(card: Candidate) -> str:
    """For "everything else", "the first answer": beside what, and of which, the post says."""
    if re.search(r"^(?:Who|What|Where) else\b|\bthe (?:reverse|opposite|converse|contrary)\b(?! of)", card.question):
        return "nothing on the card says what else"
    if re.search(r"\b(?:everything|anything|something|everyone|anyone|someone|nothing|nobody) else\b", card.question):
        return "nothing on the card says what else"
    if re.search(r"\bthe one (?!who\b|that\b|which\b|where\b|of\b|in\b|with\b|to\b|\w+ing\b)[a-z]+", card.question):
        return "nothing on the card says which one"
    clause = card.clause
    if clause is None or len(clause.subject) != 3 or clause.subject_head in clause.swaps:
        return ""
    first, second = (clause.parse.lower[i] for i in clause.subject[:2])
    counted = first == "the" and second in ("first", "second", "third", "last", "next", "other", "same", "one")
    return f"nothing on the card says which {clause.parse.lower[clause.subject_head]}" if counted else ""


def names_no_one(card: Candidate) -> str:
    """For "in the middle one", "take away the old one": one what, the post says."""
    if re.search(
        r"\b(?:set|add|see|have|get|make|giving|having|getting|doing|using|without|than|not|need|want|pick|choose|take|try)"
        r" (?:one|many|some|any|two|three|four|five|ten)\?$|\b(?:into|to"
        r"|with|of|for) (?:many|one|some|(?<!of )all|few|more|most|both|others?)\?$",
        card.question,
    ):
        return "nothing on the card says how many of what"
    if card.rule.name == "fragment-question":
        return ""  # "the worst error? A blank one": the question names it
    if re.search(
        r"^[^,]*?(?<!s )\b(?:each|every) one\b(?! of\b)|\b(?:\w+ing) one(?: (?:take|mean|cost|is|feel|make|like|lead"
        r"|can|will|help|an?|the)\b|\?)|\b(?:at|of|from|by|need|use|do|own|have|get|want|see|know|make|hold|keep"
        r"|take) both\?$|\ball (?:two|three|four|five)\?$"
        r"|\b(?:on|of|with|to|for|in|from) one (?:be|is|are|do|does|can|should|need|make|take|have)\b",
        card.question,
    ):
        return "nothing on the card says what each one is"
    if re.search(r"\bboth (?!of\b)\w+s\b(?! and\b)|\bboth people\b", card.question) and " and " not in card.question:
        return "nothing on the card says which two"
    if re.search(r"^Which one\b|\b(?:for|of|on|in|at|to|from|with) all (?:two|three|four|five|six)$", card.answer):
        return "nothing on the card says which ones"
    if re.search(
        r"\b(?:set|have|get|need|use|make|do|find|add|see|write) (?:any|some|more|none|one)$"
        r"|(?<!every )(?<!each )\bone of them\b",
        card.answer,
    ):
        return "nothing on the card says one what"
    if re.search(r"^What .* (?:most|some|all|many|few|none) of them\b", card.question):
        return "nothing on the card says most of what"
    if re.search(r"\bother ones\b|\bthan (?:one|an?) [\w-]+ one\?$", card.question):
        return "nothing on the card says which ones"
    told = re.sub(
        r"^(?:\S+ ){4,}\S+ ones$", "", card.answer
    )  # "the first comment on a review steers all the later ones"
    if re.search(
        r"\b(?!the\b|only\b|which\b|loved\b|other\b)[a-z-]+ ones\b|\bthe (?:first|last|other) (?:two|three|four|few)\b",
        f"{card.question} {told}",
        re.IGNORECASE,
    ):
        return "nothing on the card says which ones"
    for text in (card.question, told):
        found = re.search(
            r"\b(?:the|an?|this|that|another) (?:(?!only\b|other ones)[\w-]+ )?ones?(?=[?.,;]|$| (?:can|is|are|has"
            r"|have|should|will|was|does|only)\b)",
            text,
            re.IGNORECASE,
        )
        if found and not re.search(r"\b(?:one|1) \w+", found[0]):
            return f"nothing on the card says what {found[0]!r} is"
    return ""


def when_to_do_it(card: Candidate) -> str:
    """For "When should you plan the removal?", "Why should you make the call?": of what, the post says."""
    bare = re.fullmatch(
        r"(?:(?:When|Why) should (?:you|we) [\w-]+|What (?!is |was |does |has )[a-z]+s) the (\w+)\?", card.question
    )
    known = words("known_definites") | {"build", "pipeline", "alarm", "database"}
    return f"nothing on the card says which {bare[1]}" if bare and bare[1] not in known else ""


def hangs_on_the_post(card: Candidate) -> str:
    """A word that only the post gives a place or time to: "afterwards", "the 3 days"."""
    if re.search(
        r"(?<!er )(?<!more )(?<!less )\bthe (?:team|company|org|organization|group|speaker|vendor)(?= (?:do|does"
        r"|is|are|can|should|need|have|has|learn|review|use|decide|want|move|end|make|start|find|turn|become|get|lose|go)\b|\?)",
        card.question,
    ):
        return "nothing on the card says which team"
    if re.search(
        r"\b(?:at|in|after|before|for) (?:each|every) (?:step|stage|phase|level|round)\b(?! of)", card.question
    ):
        return "nothing on the card says which steps"
    bare = [noun for noun in BARE.findall(card.question) if noun not in words("known_definites")]
    if len(bare) > 1 and len(set(bare) - set(content_words(card.sentence.talk.title))) > 1:
        return f"nothing on the card says which {bare[0]} and {bare[1]}"
    if re.match(
        r"(?:otherwise|after that|before that|at that point|by then|in that case)\b", card.sentence.text, re.IGNORECASE
    ):
        return "the sentence hangs on the one before"
    if not card.sentence.scope and (stale := KNOWN.search(f"{card.question} {card.answer}")):
        return f"nothing on the card says what {stale[0]!r} is"
    last = HANGING_ANSWER.search(card.answer)
    found = (
        HANGING.search(card.question)
        or (None if last is None or _placed(last[0].lower(), card) else last)
        or COUNTED.search(f"{card.question} {card.answer}")
    )
    return f"nothing on the card says what {found[0]!r} is about" if found else ""


def _placed(last: str, card: Candidate) -> bool:
    """Whether the card itself says what the answer's last word hangs on: "review it before the release": afterwards."""
    if last in ("afterward", "afterwards"):
        return re.search(r" (?:before|until) ", card.question) is not None
    if last == "again":
        return re.search(r"\bnever\b|n't\b", card.answer, re.IGNORECASE) is not None
    return last.endswith("others") and re.search(r" (?:one another|each other)\b", card.question) is not None


def announces_reasons(card: Candidate) -> str:
    """For "developers resist it for several reasons": which, is what to ask."""
    announced = re.search(
        r"\bfor (?:several|many|various|two|three|four|different|other|good|some) reasons\b",
        f"{card.question} {card.answer}",
    )
    return "the reasons are left out" if announced else ""
