"""Hard filters for answers that say nothing: no word of their own, vague ones, comparisons with nothing."""

from __future__ import annotations

import re

from flashcards.candidates import Candidate
from flashcards.language.forms import base, singular
from flashcards.language.lexicon import words
from flashcards.selection.content import content_words, word_count

EMPTY = re.compile(
    r"(?:a|the) (?:wrong|right|good|bad|best|worst|better|great|poor|useful|important|powerful|big|real|huge|nice"
    r"|simple|hard|difficult|interesting|common) \w+"
    r"|(?:a|the) (?:wrong|right) \w+ (?:to|for) .*"
    r"|the (?:second|third|former|latter) (?:question|one|thing|part|point|step)"
    r"|the \w+ (?:part|bit|piece|thing)|less|more|fewer|both|yours|mine|theirs|ours|hers|information|steps|some steps"
    r"|an? (?:framework|tool|approach|method|technique|system|solution)"
    r"|each other|one another|an? (?:cost|price|effect|benefit|problem|challenge|issue|change|difference)"
    r"|(?:if|when|once) (?:you|we|they) (?:ask|try|want|like|can|do)"
    r"|an? (?:\w+ )?(?:term|word|phrase|name|concept|expression) (?:from|in|used in|used by) .*"
    r"|the (?:one|only|best|worst) (?:time|kind|sort|place|moment|day) .*"
    r"|an? (?:special|honou?rable|quick|brief) mention"
    r"|the (?:idea|thing|one|part|bit|message|lesson|point|slide) to (?:take (?:home|away)|remember|keep|start with)",
    re.IGNORECASE,
)
LIST_KINDS = ("list", "order", "steps")
VAGUE_FORMS = re.compile(
    r"(?:in order )?to (?:understand|see|know) what(?: is|'s) (?:happening|going on)(?: \(.*\))?|"
    r"before (?:it|they) gets? \w+er|something to \w+|"
    r"(?:when|if|once) (?:someone|somebody|anyone|anybody) \w+|(?:when|if) it (?:is|isn't|does|doesn't)(?: \w+)?|"
    r"(?:you|we|they|it)(?:['’](?:re|s)| are| is)? \w+ (?:an? |the )?(?:opportunity|problem|problems|mess|trouble|risk)"
    r"|\w+ (?:\w+ )?(?:each other|one another)"
    r"|(?:an? |one )?(?:quarter|half|third|part|piece) of (?:it|them|this|that)"
    r"|what (?:you|we|they|people) (?:want|need|do|have|get)"
    r"|(?:when|where|if) (?:it is|they are|it's|they're|you) (?:needed|required|necessary|possible"
    r"|need (?:it|them))"
    r"|(?:before|after|when|once) you (?:start|begin|finish|are done|need to)|any other .*"
    r"|another|(?:two|three|four|five) (?:that|which) .*"
    r"|both \w+|(?:a lot|much|most|some|the rest) of (?:the )?(?:[\w-]+ ?){1,3}",
    re.IGNORECASE,
)
COMPARED_FORMS = re.compile(
    r"(?:more|fewer) [\w-]+s than your .*|(?:just )?as (?:much|many|little)\b.*"
    r"|(?:one|two|three|four|five|\d+) more \w+",
    re.IGNORECASE,
)
MORE = re.compile(r"(?:(?:take|adopt) )?(?:an? )?(?:more|less) (?:\w+ ){0,2}\w+", re.IGNORECASE)
BETTER = re.compile(r"(?:an? |the |to )?(?:better|bigger|smaller|faster|fewer|stronger|clearer) \w+", re.IGNORECASE)
SOME_PLACE = re.compile(r"(?:a|the) (?:point|place|time|situation) (?:where|when|at which)\b", re.IGNORECASE)
VARIOUS = re.compile(
    r"(?:various|several|many|different|multiple|numerous|certain|some|any other|other)\b"
    r"|(?:common|general|separate) \w+$",
    re.IGNORECASE,
)
WHOSE = ("our", "your", "my", "their", "its", "his", "her")
COMPARED = "the answer compares with something it doesn't name"
VAGUE_ANSWER = "the answer is vague"
STORY = re.compile(r"\bwe (?:don't|didn't|haven't|couldn't|(?!need)\w+ed)\b|^(?:twos|threes|pairs)$", re.IGNORECASE)


def answer_tells_a_story(card: Candidate) -> str:
    """For "players we don't have", "the attacker we pictured": who "we" are, the post knows."""
    told = card.clause is not None and card.rule.asks not in ("cause", "purpose") and STORY.search(card.answer)
    return VAGUE_ANSWER if told else ""


def answer_is_empty(card: Candidate) -> str:
    """An answer of pronouns and function words, or of one vague word."""
    content = content_words(card.answer)
    if re.fullmatch(
        r"(?:some|any|every|no)(?:one|body|thing|where)(?: else)?|people|others?|gaps"
        r"|(?:our|your|them)selves|itself|yourself",
        card.answer,
        re.IGNORECASE,
    ) and not re.search(r", rather than |^Who .* not ", card.question):
        return VAGUE_ANSWER
    if re.fullmatch(r"(?:which|what|who|whom)(?: \w+)? (?:you|we) ask", card.answer, re.IGNORECASE):
        return VAGUE_ANSWER  # "what is enough depends on who you ask": people disagree
    if card.answer.startswith('"') and " mean" in card.question:
        return ""  # what "culture fit" means: "like us"
    if re.match(r"(?:who|what|how|where|when|why|they are|it is) \w+ \w", card.answer, re.IGNORECASE):
        return ""  # a clause says something even in plain words
    if card.question.startswith("Who ") and " not " in card.question:
        return ""  # "people" is the point of "people are not the cause of incidents"
    if card.rule.asks == "definition" and word_count(card.answer) > 8:
        return ""  # "something that looks like a good idea at the start, but ends up making things worse"
    if not content and not re.search(r"\d", card.answer):
        return "the answer has no word of its own"
    # Against its contrary even "outcomes" says something.
    contrasted = ", rather than " in card.question and not re.fullmatch(r"\w+(?:thing|body|one)", card.answer)
    listed = card.answer.count(", ") + card.answer.count("; ") > 1  # three questions say something together
    if (
        not contrasted
        and not listed
        and all(word in words("vague") or word in words("light_verbs") for word in content)
        and not re.search(r"\d", card.answer)
    ):
        return VAGUE_ANSWER
    return ""


def answer_is_loose(card: Candidate) -> str:
    """Like "various stacks", "a safer context", "our industry": words that only the post fills with meaning."""
    answer = card.answer
    if VAGUE_FORMS.fullmatch(answer) or EMPTY.fullmatch(answer):
        return VAGUE_ANSWER
    more = MORE.fullmatch(answer) and "rather than" not in card.question and " than " not in answer
    if more or COMPARED_FORMS.fullmatch(answer) or (card.rule.asks == "advice" and BETTER.fullmatch(answer)):
        return COMPARED
    if (card.rule.asks in ("fact", "advice", "effect") and re.search(r"\bpart of the \w+$", answer, re.IGNORECASE)) or (
        card.rule.asks == "definition" and re.match(r"(?:mostly|mainly|largely|partly) ", answer, re.IGNORECASE)
    ):
        return VAGUE_ANSWER
    if card.rule.name == "seen-as" and re.match(
        r"(?:one more|another|just|simply|yet another) ", answer, re.IGNORECASE
    ):
        return VAGUE_ANSWER
    if card.rule.name == "enables" and re.fullmatch(r"\w+ (?:our|your|their) \w+", answer, re.IGNORECASE):
        return VAGUE_ANSWER
    own = re.fullmatch(r"(?:its|their|your|our) own (?!behaviou?r)[a-z-]+", answer, re.IGNORECASE)
    if own and card.rule.asks in ("fact", "advice"):
        return VAGUE_ANSWER  # "its own collection": of what
    some = re.match(r"(?:something|anything|somebody|someone) ", answer, re.IGNORECASE)
    if some and card.rule.asks in ("fact", "advice"):
        return VAGUE_ANSWER
    if re.match(
        r"(?:a lot|lots|much|most|some|many|plenty|several) of (?!us\b|the work\b)", answer, re.IGNORECASE
    ) and (card.rule.asks in ("fact", "advice", "purpose")):
        return VAGUE_ANSWER
    if card.rule.asks == "quantity" and re.search(r"\b(?:every|each)\b", answer):
        return "the answer says how often as well"
    if card.rule.asks in ("advice", "fact") and SOME_PLACE.match(answer):
        return VAGUE_ANSWER
    definite = re.fullmatch(r"the (\w+)", answer, re.IGNORECASE)
    if definite and singular(definite[1]) in words("generic_heads") | words("vague"):
        return VAGUE_ANSWER
    bare = re.sub(r"^(?:an? |the |to )", "", answer, flags=re.IGNORECASE)
    various = card.rule.asks not in LIST_KINDS and word_count(bare) <= 5 and VARIOUS.match(bare)
    return VAGUE_ANSWER if various or _two_loose_words(card, bare) else ""


def _two_loose_words(card: Candidate, bare: str) -> bool:
    """Whether it is "our industry" or "better results": whose, and than what, the post says."""
    pointing = re.match(r"(?:our|your|my|their|its|his|her)\b|(?:\w+er|more|less)\b(?= \w+$)", bare, re.IGNORECASE)
    if word_count(bare) > 2 or not pointing or "than" in card.answer:
        return False
    first, last = bare.split()[0].lower(), singular(bare.split()[-1].lower())
    whose = first in WHOSE
    if whose and card.question.startswith("Who ") and last in words("roles") - {"people", "team"}:
        return False
    if _follows(card) and not whose:
        return False
    return whose or last in words("vague") | {"context", "result", "outcome"}


def _follows(card: Candidate) -> bool:
    """Whether a deed leads to it: what comes of it may well be "poorer results"."""
    clause = card.clause
    deed = clause is not None and clause.subject_kind == "clause" and len(clause.subject) > 1
    return deed and bool({"lead", "produce", "result", "cause", "bring"} & _verbs(card))


def _verbs(card: Candidate) -> set[str]:
    clause = card.clause
    return {base(clause.parse.words[i], clause.parse.tags[i]) for i in clause.chain} if clause is not None else set()


def answer_is_empty_result(card: Candidate) -> str:
    """An answer such as "to make a difference" or "to get things done"."""
    if re.fullmatch(
        r"(?:only )?(?:if|when) (?:you|we|they) (?:do|use|get) (?:it|them|that) (?:right|well|properly|correctly)",
        card.answer,
        re.IGNORECASE,
    ):
        return VAGUE_ANSWER
    if re.fullmatch(
        r"(?:any|some|all|none|most|each|both|many|few|one) of (?:it|them|these|those|us)", card.answer, re.IGNORECASE
    ):
        return VAGUE_ANSWER
    told = card.answer.lower().startswith("what ") and word_count(card.answer) > 5  # "what you're missing in the docs"
    if (
        not told
        and re.match(
            r"something (?:in|on|at|with|about)\b"
            r"|(?:something|anything|someone|somebody|things?|stuff|what)(?: (?:that|which|who))? (?:you|we|they|it"
            r"|people|can|is|are)\b",
            card.answer,
            re.IGNORECASE,
        )
        and not card.question.startswith("What is")
    ):
        return VAGUE_ANSWER
    if card.clause is not None and re.fullmatch(
        r"(?:(?:care|track|advantage|use|charge|note|hold)(?: of .*)?|place|attention|sense|purpose|scratch"
        r"|detail|depth|private|public|practice|person|account|money|time|[\w']+(?: \w+)? (?:hands|shoulders|plate"
        r"|minds?|toes|feet)"
        r"|shape|effect|root)",
        card.answer,
        re.IGNORECASE,
    ):
        return "the answer is half of an idiom"
    found = re.match(
        r"(?:so that (?:we|you|they) (?:can )?|to )(?:make (?:a|the|any) (?:\w+ )?difference|get things done)\b",
        card.answer,
        re.IGNORECASE,
    )
    return VAGUE_ANSWER if found else ""


def compares_with_nothing(card: Candidate) -> str:
    """Like "similar behaviours": similar to what, only the post says."""
    if re.match(
        r"(?:(?:in|on|at|with|to|for|from) )?(?:an? |the )?(?:similar|same|different|equal|further|additional)\b",
        card.answer,
        re.IGNORECASE,
    ) and not re.search(r"\b(?:to|from|than|as|for|thing)\b", card.answer):
        return COMPARED
    return ""


def somebody_does(card: Candidate) -> str:
    """For "when review feels unsafe, people adapt": how they do is what the post goes on to say."""
    asked = card.rule.name == "what-happens"
    who = r"(?:people|things|everyone|everybody|nobody|they|we|you|somebody|someone)"
    return VAGUE_ANSWER if asked and re.fullmatch(rf"{who} \w+", card.answer, re.IGNORECASE) else ""
