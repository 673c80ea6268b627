"""Notes leave subjects out: "Need to test restores.", "Helps with focus.", "Keep it short." Put them back."""

from __future__ import annotations

import re

from flashcards.language.forms import base
from flashcards.language.inflections import is_verb
from flashcards.language.lexicon import words
from flashcards.language.parse import Parse
from flashcards.language.segments import Segment
from flashcards.language.vocabulary import Vocabulary

HALF_MODAL = re.compile(
    r"(?:need|needs|have|want|ought) to\b|(?:should|must|can|could|cannot|can't|shouldn't"
    r"|need)\b(?!\s*(?:is|was|for)\b)",
    re.IGNORECASE,
)
NEEDS = re.compile(r"[Nn]eed (?!(?:is|was|for|to|of|has|can)\b)(?=[a-z]+ )")
FORBIDDING = re.compile(r"(?:please )?(?:don't|do not)\s+", re.IGNORECASE)
LED_IN = re.compile(
    r"(?P<lead>(?:If|When|Whenever|Before|After|Once|While|To|Instead of|Rather than|For|In|As|Unless"
    r"|Until|During)\b[^,]{3,80}),? (?:please |then |just |always )?(?P<verb>[a-z]+)\b(?! (?:is|are|was"
    r"|were|can|will|should|has|have)\b)"
)
FINITE = ("VBZ", "VBP", "VBD", "MD")
PLEASE = re.compile(r"please\s+", re.IGNORECASE)
QUALITIES_TOO = frozenset(
    "perfect complete correct clear clean dry idle slow smooth empty secure mature separate".split()
)


def filled(text: str, parse: Parse, vocabulary: Vocabulary, label: str) -> str:
    """The text with the subject that notes leave out put back.

    Its label, "You should", "We" or "It"; "" where nothing is missing.
    """
    if not len(parse):
        return ""
    first, tag = parse.lower[0], parse.tags[0]
    if plain := _plainly_missing(text, parse):
        return plain
    if has_subject(parse) or (len(parse.words[0]) > 2 and parse.words[0].isupper()):
        return ""  # "EXPLAIN with bad estimates points at ...": a name
    if led := _led_in(text):
        return led
    small = text if vocabulary.is_name(parse.words[0], tag) else text[:1].lower() + text[1:]
    forbids = FORBIDDING.match(text)
    if forbids:
        return f"You should not {text[forbids.end() :]}"
    if HALF_MODAL.match(text):
        return f"We {small}" if not first.startswith("needs") else f"It {small}"
    text = PLEASE.sub("", text)
    if tag == "RB" and len(parse) > 2 and parse.lower[1] in words("imperatives") and parse.tags[1] in ("VB", "VBP"):
        return f"You should {small}"
    if first in words("nouns_too") and tag not in ("VB", "VBP"):
        return ""
    if (first in words("imperatives") and tag not in ("VBZ", "VBD") and len(parse) > 1) or _orders(parse):
        return "" if _goes_on_as_a_noun(parse) else f"You should {text[:1].lower() + text[1:]}"
    if _verb_taken_for_a_noun(parse):
        return f"It {small}"
    if _begins_with_its_verb(parse):
        return f"{label if label and len(label.split()) <= 5 else 'It'} {small}"
    return _with_its_verb(small, parse)


def _plainly_missing(text: str, parse: Parse) -> str:
    """The text with "We" before "need tests", "It" before "lets teams see"; "" where it begins with neither."""
    small = text[:1].lower() + text[1:]
    if NEEDS.match(text) and parse.tags[1:2] in (["NN"], ["NNS"], ["DT"], ["JJ"]):
        return f"We {small}"
    return f"It {small}" if _lets_or_shows(parse) else ""


def _led_in(text: str) -> str:
    """The text of an order behind a condition, with "you should" put in; "" where it is none."""
    led = LED_IN.match(text)
    if led and led.group("verb").lower() in words("imperatives"):
        return f"{led.group('lead')}, you should {text[led.start('verb') :]}"
    return ""


def _lets_or_shows(parse: Parse) -> bool:
    """Whether it is "lets teams see ...", "shows which ...", "costs an afternoon", whose verb the parser misreads."""
    if len(parse) < 4:
        return False
    first, second = parse.lower[:2]
    if first in ("costs", "takes", "saves", "gives", "needs", "turns") and parse.tags[1] in ("DT", "CD", "PRP$"):
        return True  # "costs an afternoon", which the parser takes for a plural
    if first == "lets":
        return parse.tags[1] in ("NNS", "NN", "NNP", "DT") or second in ("us", "you", "them")  # but not "lets talk"
    return first in ("shows", "tells", "reveals") and second in ("which", "what", "how", "why", "where", "who", "when")


def _begins_with_its_verb(parse: Parse) -> bool:
    """Whether its first word is the finite verb ("helps with focus"), and not a plural ("logs matter for ...")."""
    plural = len(parse) > 1 and parse.lower[1] in ("matter", "are", "can", "have")
    finite = parse.tags[0] == "VBZ" and parse.heads[0] == 0
    return finite and not plural and base(parse.lower[0], "VBZ") not in ("be", "let")


def _orders(parse: Parse) -> bool:
    """Whether a verb that is seldom an order begins with its object behind it: "Request an id"."""
    thing = parse.child(0, "dobj")
    word = parse.lower[0]
    plain = base(word, "VBD") == word and word not in words("nouns_too")  # no "overheard", which notes tell of
    if word in QUALITIES_TOO and parse.tags[1] in ("NN", "NNS"):
        return False  # "perfect test scores point to a leak"
    alone = parse.tags[0] == "VB" and parse.heads[0] == 0 and plain
    return alone and thing is not None and parse.tags[1] in ("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "CD")


def _goes_on_as_a_noun(parse: Parse) -> bool:
    """Whether the second word shows that the first is no order: "change is", "deploy of"."""
    nominal = ("is", "are", "was", "of", "-", "has", "can", "will")
    return parse.lower[1] in nominal or parse.tags[1] in ("VBZ", "MD", "POS")


def doers_put_back(segment: Segment, parse: Parse, told: str) -> str:
    """The text with "They" in front where it says what a plural before it does; "" where it doesn't.

    "Local swarms - watch issues and fix what they can", "watchdogs help: they catch loops; remove temptations". `parse`
    is that of the segment before, `told` what was put back there.
    """
    first, second = (*segment.text.split(), "", "")[:2]
    they = len(parse) > 1 and parse.lower[0] == "they" and parse.tags[1] in ("VBP", "RB")
    goes_on = told.startswith("They ") or they
    if segment.joint == ";" and goes_on and first in words("imperatives"):
        return f"They {segment.text}"
    if segment.joint != "-" or first not in words("imperatives") or second.lower() in ("", "of", "for", "and", "or"):
        return ""
    named = [tag for tag in parse.tags if tag not in (".", ",", ":")]
    plural = 1 <= len(named) <= 4 and named[-1] in ("NNS", "NNPS")
    return f"They {segment.text}" if plural and all(tag[:2] in ("NN", "JJ", "VB") for tag in named) else ""


def _with_its_verb(small: str, parse: Parse) -> str:
    """The text with the verb that the parser took for a plural made plain; "" where there is none."""
    if verb := _verb_taken_for_a_plural(parse):
        start, rest = parse.text(range(verb)), parse.text(range(verb + 1, len(parse)))
        return f"{start} does {base(parse.lower[verb], 'VBZ')} {rest}"
    if parse.tags[0] in ("NN", "NNP", "JJ") and len(parse) > 4 and not parse.tags[parse.root].startswith("V"):
        return f"The {small}"  # an article in front mostly puts it right
    return ""


def has_subject(parse: Parse) -> bool:
    """Whether some root, or a verb coordinated with it, is a finite verb with a subject."""
    return any(
        parse.tags[i] in ("VBZ", "VBP", "VBD", "MD")
        or any(parse.tags[a] in ("MD", "VBZ", "VBP", "VBD") for a in parse.children(i, "aux", "auxpass"))
        for i in parse.roots()
        if any(s < i for s in parse.children(i, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
    )


def _verb_taken_for_a_noun(parse: Parse) -> bool:
    """Whether it begins with a verb of effect that the parser took for a plural: "Leads to calm."."""
    if parse.tags[0] not in ("NNS", "NNPS", "NNP") or len(parse) < 3 or any(tag in FINITE for tag in parse.tags):
        return False
    verb = base(parse.lower[0], "VBZ")
    known = words("result_verbs") | words("effect_verbs") | {"help", "allow", "let", "depend", "rely", "imply"}
    follows = parse.tags[1] in ("DT", "TO", "PRP", "PRP$", "IN") and parse.lower[1] not in ("of", "in", "from", "at")
    return verb in known and verb != parse.lower[0] and is_verb(parse.lower[0]) and follows


def _verb_taken_for_a_plural(parse: Parse) -> int:
    """The position of "moves" in "A good week moves between ...", which the parser read as weeks; 0 for none."""
    named = [i for i, tag in enumerate(parse.tags) if tag == "VBZ" and parse.deps[i] == "compound" and i]
    if named:
        return named[0]  # "safety predicts team performance", read as a kind of performance
    if any(tag in ("VBZ", "VBP", "VBD", "MD") for tag in parse.tags):
        return 0
    for i in range(1, len(parse) - 2):
        singular = any(parse.lower[c] in ("a", "an", "each", "every", "this") for c in parse.subtree(i) if c < i)
        singular = (
            singular
            or parse.tags[i + 1] in ("DT", "PRP$", "CD")
            or parse.lower[i + 1] in ("about", "over", "how", "what", "whether")
        )
        if parse.tags[i] == "NNS" and singular and parse.tags[i - 1] in ("NN", "NNP") and is_verb(parse.lower[i]):
            return i
    return 0
