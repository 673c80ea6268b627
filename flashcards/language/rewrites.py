"""Roundabout openings put plainly, so that the parser and the question see what is said."""

from __future__ import annotations

import re

from flashcards.language.inflections import verb_lemma
from flashcards.language.lexicon import words

FRAMES = re.compile(
    r"^(?:it turns out(?: that)?,?|turns out(?: that)?,?|(?:please )?(?:remember|note|keep in mind|bear in mind) that"
    r"|it(?:'s| is) (?:important|good|useful|worth|helpful|crucial|vital|key) (?:to )?"
    r"(?:note|noting|remember|remembering|realize|know|understand) that"
    r"|the (?:good news|bad news|truth|fact|reality|point|key|key point|trick|idea|thing) is(?: that|,)"
    r"|in (?:their|his|her|our|my) (?:experience|opinion|view),"
    r"|(?:clearly|obviously|of course|in fact|in reality|in other words|at the end of the day|needless to say|instead"
    r"|rather),) "
    r"(?=(?:[\w'-]+ ){2})",
    re.IGNORECASE,
)
POINT = re.compile(
    r"\b(?:get|come|move|arrive) to (?:a|the) (?:point|place|state|situation)"
    r" (?:where|in which|at which) (?:we|you) (?:can )?(?=[a-z]+ )"
)
UP_TO = re.compile(
    r"\bit(?:'s| is) (?:up to (?P<who>you|us|leaders|teams|everyone)|(?P<whose>your|our) (?:job|responsibility))"
    r" to (?=[a-z]+ )",
    re.IGNORECASE,
)
TO_DO = re.compile(
    r"^(?:part of |one part of |the first thing |one thing |all |the only thing )?(?:what |that )?"
    r"(?P<who>we|you|teams|leaders|companies|organizations) (?P<must>need|have|want|ought) to do"
    r" (?:first )?is (?:to )?",
    re.IGNORECASE,
)
WANTED = re.compile(
    r"^what (?P<who>we|you|teams|people|users|customers|leaders|companies) (?:(?:actually|really|all) )?"
    r"(?P<must>want|need)(?P<deed> to [a-z]+)? (?:is|are) ",
    re.IGNORECASE,
)
MADE_SURE = re.compile(
    r"^(?P<role>As (?:an? )?[a-z]+, )?"
    r"(?:(?:we|you|teams) (?:need to|have to|should|must) |please |always )?(?:make sure|ensure)(?: that)? "
    r"(?P<who>(?:you|we|they|people|teams|every|each|all|your|our|the|no)\b[\w' -]{0,40}?|[a-z]+s) "
    r"(?P<verb>is|are|has|have|can|get|know|understand|see|feel) (?P<rest>[\w\"(].+)$",
    re.IGNORECASE,
)
SHOULD = {"is": "be", "are": "be", "has": "have", "can": "be able to"}
INCLINED = re.compile(r"\b(?:have|has) (?:an? |the )?(?:natural |strong )?(?:inclination|tendency) to (?=[a-z]+ )")
OR_DOING = re.compile(r"\bto (?P<deed>[a-z]+ [a-z -]{3,30}?) or (?P<doing>[a-z]+ing) (?=[a-z]+)")
LETS = re.compile(  # advice, but for what only moves the talk on
    r"^let's (?P<no>not )?(?!(?:look|talk|start|see|go|say|take|imagine|assume|consider|dive|begin|jump|get|do|try"
    r"|think|move"
    r"|hear|be|face|pretend|suppose|call|recap|review|discuss|meet|welcome)\b)(?=[a-z]+ [a-z])",
    re.IGNORECASE,
)
OUGHT = re.compile(r"\b(?P<first>[Oo])ught (?P<no>not )?to (?=[a-z])")
COULD_USE = re.compile(
    r"\b(?P<who>[a-z]+s|people|we|you|they) could (?:really )?use (?=(?:an?|some|more|better) [a-z])"
)
NOR = re.compile(
    r"^nor (?P<aux>can|may|do|should|must|will|could|would) (?P<who>you|we|they|it|people|teams) ", re.IGNORECASE
)
ONLY_IF = re.compile(r",? but (only (?:if|when|where))(?= )")
TO_NOT = re.compile(r"\bto not (?P<doing>[a-z]+ing)\b")  # "to not taking action"
MOMENT = re.compile(
    r"^(?:the (?:very )?(?:moment|minute|instant|second) (?:that )?|every time |any ?time |each time )(?=[a-z]+ )",
    re.IGNORECASE,
)
AS_ROLE = re.compile(r"^As ([a-z]+s), (?:we|you) (?=(?:should|must|can|need|have) )")
EMPHATIC = re.compile(r"^((?:The|Our|Your|These|Those) (?:[a-z]+ ){0,3}[a-z]+) (?:themselves|itself) (?=[a-z]+)")
DO_AND = re.compile(
    r"^(?P<verb>[A-Za-z]+) (?P<rest>[^,.;:]{3,60}), (?:and |then |and then )?"
    r"(?P<result>(?:the|your|our|they|people|everything|everyone|it|you)\b[^,.;:]{0,40}\bwill [^,.;:]+)[.!]?$",
)


def plainly(text: str) -> str:
    """The text of a segment in plain words: what frames it taken off, "Do X, and Y will follow" as a condition."""
    text = _capital(FRAMES.sub("", text))
    text = _capital(TO_DO.sub(lambda found: f"{found['who']} {found['must']} to ", text))
    text = _capital(WANTED.sub(_wanted, text))
    text = LETS.sub(lambda found: "We should " + (found["no"] or ""), text)
    text = COULD_USE.sub(r"\g<who> need ", text)
    text = ONLY_IF.sub(r" \1", text)
    text = TO_NOT.sub(lambda found: f"to not {verb_lemma(found['doing'])}", text)
    text = MOMENT.sub("When ", text)
    text = OR_DOING.sub(_or_do, text)
    text = INCLINED.sub("tend to ", text)
    text = POINT.sub("", text)
    text = UP_TO.sub(_who_should, text)
    sure = MADE_SURE.match(text)
    if sure:
        verb = SHOULD.get(sure["verb"].lower(), sure["verb"].lower())
        text = _capital(f"{sure['role'] or ''}{sure['who']} should {verb} {sure['rest']}")
        return _capital(AS_ROLE.sub(r"\1 ", text))
    text = _capital(AS_ROLE.sub(r"\1 ", text))
    text = EMPHATIC.sub(r"\1 ", text)
    found = DO_AND.match(text)
    if found and found["verb"].lower() in words("imperatives"):
        return f"If you {found['verb'].lower()} {found['rest']}, {found['result']}"
    return text


def without_ought(text: str) -> str:
    """The text with "should" for "ought to"."""
    return OUGHT.sub(lambda found: ("S" if found["first"] == "O" else "s") + "hould " + (found["no"] or ""), text)


def _or_do(found: re.Match[str]) -> str:
    """For "to measure progress or comparing teams": two infinitives, where orders may begin with the second."""
    verb = verb_lemma(found["doing"])
    parallel = verb in words("imperatives") and verb not in words("nouns_too")
    return f"to {found['deed']} or {verb} " if parallel else found[0]


def _wanted(found: re.Match[str]) -> str:
    if found["must"] == "want" and found["deed"] and found["who"].lower() in ("we", "you", "teams", "leaders"):
        return f"{found['who']} should{found['deed'].removeprefix(' to')} "  # what it is good to want is advice
    return f"{found['who']} {found['must']}{found['deed'] or ''} "


def _who_should(found: re.Match[str]) -> str:
    who = (found["who"] or found["whose"]).lower()
    return {"us": "we", "our": "we", "your": "you"}.get(who, who) + " should "


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
