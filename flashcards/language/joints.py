"""Where a sentence is cut in two: at `;`, `:` and dashes, before consequences, reasons and what to do instead."""

from __future__ import annotations

import re

from flashcards.language.inflections import is_verb
from flashcards.language.lexicon import words

DASH = re.compile(r"\s+(?:--+|[-–—])\s+|(?<=\w)\s*—\s*(?=\w)")
ADVICE = re.compile(r",\s+and\s+(?=(?:make sure|ensure|don't|do not|always|never|remember) \w)")
FORBIDS = re.compile(
    r"(?:(?:please )?(?:don't|do not|never|stop|quit|avoid)|(?:(?:we|you) )?(?:need|have) to (?:stop|quit|avoid)) ",
    re.IGNORECASE,
)
DO_INSTEAD = re.compile(
    r",\s+(?:instead,? |rather,? |but (?:rather )?|just )?(?P<verb>[a-z]+) (?=(?P<after>\w+))(?![^,]*,)"
)
BECAUSE_IT = re.compile(
    r",\s+(?=(?:it|they|people|nobody|everybody|everyone|you)(?P<be>'s|'re)? (?!should|must|need|means?\b)"
    r"(?P<verb>[a-z]+(?:n't)?) [^,;]+$)"
)
OTHERWISE = re.compile(r",\s+(?:or )?(?=otherwise,? (?:they|it|you|we|the|your) )")
OR_ELSE = re.compile(
    r",\s+or (?:else )?(?=(?:they|it|you|we|nobody|somebody|someone|everybody|(?:the|your) [a-z]+)"
    r"(?:'ll| will| won't) )"
)
SPLICE = re.compile(
    r",\s+(?=(?:they|it) (?:(?:don't|doesn't|do not|does not|can't|cannot|won't) [a-z]+|(?:just |really )?means?) )"
)
NOT_BUT = re.compile(  # "debt isn't bad code, it's a gap"
    r"^(?!(?:It|This|That|There|We|You|I)\b)[A-Z][\w'-]*(?: [\w'-]+){0,5}? (?:is|are)(?:n't| not| never) [^,;:]{3,60}"
    r"(?P<comma>,) (?=(?:it|they)(?:'s|'re| is| are) (?!not\b|also\b|never\b))"
)
PARALLEL = re.compile(
    r"^(?P<one>[A-Z][\w'-]*(?: [\w'-]+){0,2}?) (?P<verb>[a-z]+) [^,;:]{3,60}(?P<comma>,) (?P<other>[a-z][\w' -]{2,30}?)"
    r" (?P=verb) [^,;:]{3,60}$"
)  # "reviews find flaws, tests find bugs"
DEPENDS = re.compile(
    r"(?:if|when|once|because|since|unless|while|as|after|before|until|even|although|though|whenever|where) ",
    re.IGNORECASE,
)
CONSEQUENCE = re.compile(
    r",\s+so\s+(?=[a-z]{2,} )(?!(?:that|far|much|many|long|well|to|as|on|is|are|was|what|how|why|it|does|do|did)\b)|"
    r",\s+(?:which is|and (?:this|that)(?:'s| is)) why\s+(?=[a-z]+ [a-z]+)|"
    r",\s+(?:which means|meaning)(?: that)?\s+(?=(?:we|you|it|they|the|your|our|[a-z]+s)\s)|"
    r",\s+(?:and\s+)?(?:so|therefore|thus|hence)\s+(?=(?:we|you|it|they|the|this|that|your|our|[a-z]+s)\s)(?!that\b)"
)
WHICH = re.compile(r",\s+(?:which|and (?:this|that))\s+(?=(?:also |often |usually )?makes )")
STATES = (
    r"(?:(?:much|very|more|less|even|really|too) )?(?:afraid|reluctant|likely|unlikely|unwilling|willing|hard|harder"
    r"|difficult|easy|easier|slow|slower|fast|faster|expensive|cheap|cheaper|brittle|fragile|unreliable|reliable|safe"
    r"|safer|risky|riskier|visible|invisible|possible|impossible|unclear|dangerous|painful|unpredictable|predictable"
    r"|defensive|anxious|vulnerable|dependent)"
)
MADE_SO = re.compile(
    r"(?:this|that) (?:also |often |usually )?makes? (?:(?P<it>it) |(?P<who>(?!it\b|the\b|that\b|this\b|me\b|us\b"
    rf"|sure\b|sense\b)(?:[a-z-]+ ){{0,3}}?[a-z-]+) )(?P<how>{STATES}\b.*)",
    re.IGNORECASE,
)


def is_order(text: str) -> bool:
    """Whether a segment tells somebody to do something, or not to."""
    return FORBIDS.match(text) is not None or text.partition(" ")[0].lower() in words("imperatives")


def made_so(text: str) -> str:
    """The state that "This makes teams afraid to release" speaks of: "teams are afraid to release"; "" for none."""
    found = MADE_SO.fullmatch(text)
    if not found or (found["it"] and not re.search(r" to [a-z]", found["how"])):
        return ""
    who = found["it"] or found["who"]
    many = who.endswith(("s", "people")) and not who.split()[0].endswith("ing")
    return f"{who} {'are' if many else 'is'} {found['how']}"


def cut_at_joints(sentence: str) -> list[tuple[str, str]]:
    """(joint, text) for each part of a sentence split at `;`, `:` and spaced dashes outside brackets and quotes."""
    marks: list[tuple[int, int, str]] = []
    depth, quote = 0, False
    i = 0
    dash_spans = {found.start(): found.end() for found in DASH.finditer(sentence)}
    while i < len(sentence):
        char = sentence[i]
        if char == "(":
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
        elif char == '"':
            quote = not quote
        elif depth == 0 and not quote:
            if char == ";" and sentence[i + 1 : i + 2] in (" ", ""):
                marks.append((i, i + 1, ";"))
            elif char == ":" and sentence[i + 1 : i + 2] in (" ", "") and i > 0:
                marks.append((i, i + 1, ":"))
            elif i in dash_spans:
                marks.append((i, dash_spans[i], "-"))
                i = dash_spans[i]
                continue
        i += 1
    parts: list[tuple[str, str]] = []
    start, joint = 0, ""
    for begin, stop, mark in marks:
        parts.append((joint, sentence[start:begin].strip()))
        start, joint = stop, mark
    parts.append((joint, sentence[start:].strip()))
    return [piece for part in _paired_dashes(parts) for split in _at_advice(*part) for piece in _at_consequence(*split)]


def _at_consequence(joint: str, text: str) -> list[tuple[str, str]]:
    """`claim, so consequence` in two, `advice, it has a reason` too; not in brackets or quotes, nor `so that`."""
    depends = DEPENDS.match(text)
    if found := CONSEQUENCE.search(text):
        return _halves(joint, text, found, "so")
    order = text.partition(" ")[0].lower() in words("imperatives")
    if order and (found := BECAUSE_IT.search(text)) and _finite(found):
        return _halves(joint, text, found, "because")
    if found := OTHERWISE.search(text):
        return _halves(joint, text, found, "")
    if is_order(text) and (found := OR_ELSE.search(text)):
        return [(joint, text[: found.start()]), ("", f"otherwise {text[found.end() :]}")]
    if not depends and (found := SPLICE.search(text)):
        return _halves(joint, text, found, ";")
    if not depends and (found := NOT_BUT.match(text)):
        return [(joint, text[: found.start("comma")]), (";", text[found.end() :])]
    if not depends and (two := PARALLEL.match(text.rstrip(".!"))) and _both_state(two):
        return [(joint, text[: two.start("comma")]), (";", text[two.end("comma") :].strip())]
    if (which := WHICH.search(text)) and made_so(f"this {text[which.end() :].rstrip('.')}"):
        return [(joint, text[: which.start()]), ("", f"this {text[which.end() :]}")]
    return [(joint, text)]


def _halves(joint: str, text: str, found: re.Match[str], mark: str) -> list[tuple[str, str]]:
    """The text in two, the second tied to the first by `mark`; whole where too little or an open bracket is before."""
    before = text[: found.start()]
    if len(before.split()) < 3 or before.count("(") != before.count(")") or open_quote(before):
        return [(joint, text)]
    return [(joint, before), (mark, text[found.end() :])]


def _both_state(two: re.Match[str]) -> bool:
    """Whether two halves with the same verb are two statements: neither depends on the other."""
    links = ("and", "or", "but", "that", "which", "who", "to", "not", "so", "than", "as")
    words_of = f"{two['one']} {two['other']}".lower().split()
    verb = two["verb"]
    plain = verb in ("is", "are") or is_verb(verb) or (verb.endswith("s") and is_verb(verb[:-1]))
    return plain and not set(words_of) & set(links) and not DEPENDS.match(two["other"])


def _finite(found: re.Match[str]) -> bool:
    """Whether "it" or "they" behind a comma has a verb, as in ", they know the customers"."""
    verb = found["verb"]
    plain = verb.endswith(("s", "n't")) or verb in ("are", "can", "will", "have") or is_verb(verb)
    return plain or found["be"] is not None


def _at_advice(joint: str, text: str) -> list[tuple[str, str]]:
    """`claim, and make sure that ...` in two, and `don't do this, do that`."""
    found = ADVICE.search(text)
    if not found and FORBIDS.match(text):
        instead = DO_INSTEAD.search(text)
        if instead is not None and _orders(instead) and not open_quote(text[: instead.start()]):
            return [(joint, text[: instead.start()]), (",", f"you should {text[instead.start('verb') :]}")]
    if not found or text[: found.start()].count("(") != text[: found.start()].count(")"):
        return [(joint, text)]
    return [(joint, text[: found.start()]), (";", text[found.end() :])]


def _orders(found: re.Match[str]) -> bool:
    """Whether what stands behind the comma is an order: "fix it", "strangle the old system"."""
    plain = found["verb"] in words("imperatives") - words("nouns_too")
    return plain or (is_verb(found["verb"]) and found["after"] in ("it", "them", "the", "a", "an", "your"))


def _paired_dashes(parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """`a - b - c` is an aside b inside a c when b is short and c goes on in lower case: put it in parentheses."""
    out: list[tuple[str, str]] = []
    i = 0
    while i < len(parts):
        joint, text = parts[i]
        if (
            i + 2 < len(parts)
            and parts[i + 1][0] == parts[i + 2][0] == "-"
            and text
            and parts[i + 2][1][:1].islower()
            and len(parts[i + 1][1].split()) <= 10
            and "(" not in parts[i + 1][1]
        ):
            parts[i + 2] = (joint, f"{text} ({parts[i + 1][1]}) {parts[i + 2][1]}")
            i += 2
            continue
        out.append((joint, text))
        i += 1
    return [(joint, text) for joint, text in out if text]


def open_quote(text: str) -> bool:
    return text.count('"') % 2 == 1
