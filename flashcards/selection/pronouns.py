"""Does a card stand by itself? Pronouns and definite phrases that nothing on the card introduces."""

from __future__ import annotations

import re

from flashcards.language.antecedents import SOMEBODY
from flashcards.language.forms import ABBREVIATED, singular
from flashcards.language.lexicon import words

WORD = re.compile(r"[A-Za-z][\w'-]*|\d[\w.,%]*|[,.;?!]")
NEVER = frozenset("he she his her him hers i me my mine ours theirs himself herself".split())
OF_ITS_OWN = re.compile(r"of (?:their|its) \w+ (?:do|does|did) \w")
QUOTE = re.compile(r'"(?=[^"]* )[^"]+"')
THINGS = {
    "it": False,
    "its": False,
    "itself": False,
    "they": True,
    "them": True,
    "their": True,
    "themselves": True,
}
POINTING = frozenset("this these that those such".split())
EXPLETIVE = re.compile(
    r"^what does it [^,;]+ when |"  # "it" is what the clause behind "when" says
    r"\b(?:is|was|be|it's|makes?|made|make|can|does|will|would|did|takes?|took|could|should)(?:n't)?"
    r" it\b.*\b(?:to|that|for|worth|take|takes)\b|\bit(?:'s| is| was| can be| will be| takes| pays|"
    r" helps| can help| makes)\b[^,;]*\b(?:to|that)\b",
    re.IGNORECASE,
)
OUTSIDE = ("without", "with", "by", "before", "after", "despite", "into")  # "copy practices without their context"
COUNTS = ("two", "three")
BACKWARD = frozenset(
    "remainder approach above following former latter talk speaker two others slide picture image".split()
)


def dangling(question: str, answer: str, tags: dict[str, str], strict: bool = True) -> str:
    """The first word that points at something the card doesn't name, "" where there is none.

    `tags` maps the sentence's words (small) to their Penn Treebank tags. Unless `strict`, "the problem" and its like
    pass.
    """
    return _dangling(question, "", tags, words("generic_heads") if strict else BACKWARD) or _dangling(
        answer, question, tags, BACKWARD
    )


def _dangling(text: str, ahead: str, tags: dict[str, str], generic: frozenset[str]) -> str:
    tokens = WORD.findall(text)
    known = [token.lower() for token in WORD.findall(ahead)]
    if not ahead or text.count('"') == 2:
        tokens = WORD.findall(QUOTE.sub('"quoted"', text))  # what is quoted speaks for itself
    for at, token in enumerate(tokens):
        low = re.split("['’](?:s|re|ll|d|ve)$", token.lower())[0]
        if token in ABBREVIATED:
            continue
        if low in NEVER:
            return str(token)
        before = known + [t.lower() for t in tokens[:at]]
        stands_for = low in THINGS and (low != "it" or not _expletive(text, tags))
        if not ahead and low in ("their", "its") and OF_ITS_OWN.match(" ".join(tokens[max(at - 1, 0) :])):
            continue  # "what percentage of their time do developers spend"
        if low == "it" and re.search(
            r"\b(?:about|of|for|do|see|know|say|write|record) what (?:you|we|they|people|teams)\b", " ".join(known)
        ):
            continue  # "be careful about what you say, since people remember it"
        if stands_for and not _introduced(before, len(known), THINGS[low], tags, low):
            return str(token)
        if low == "they" and ahead and _people_do(tokens[at + 1 : at + 4]) and not _people(before):
            return str(token)
        if low in POINTING and _points(low, tokens, at, tags) and not _takes_up_clause(tokens, at, tags):
            return str(token)
        if low == "the" and _other_ones(tokens, at) and _several(known, tags):
            continue
        if low == "the" and _generic(tokens, at, before, tags, generic):
            return f"{token} {tokens[at + 1]}"
    return ""


def _takes_up_clause(tokens: list[str], at: int, tags: dict[str, str]) -> bool:
    """For "people will ask, and this interrupts the work": the clause before it is on the card."""
    told = [tags.get(token.lower(), "") for token in tokens[:at]]
    joined = [token.lower() for token in tokens[max(at - 2, 0) : at]] == [",", "and"]
    behind = [token.lower() for token in tokens[at : at + 3]]
    if (
        at == 1
        and tokens[0].lower() in ("because", "since")
        and behind[:3]
        in (
            ["those", "are", "the"],
            ["these", "are", "the"],
        )
    ):
        return True  # "because those are the things that others know": what the question asks about
    return joined and tokens[at].lower() == "this" and any(tag.startswith("VB") for tag in told)


def _other_ones(tokens: list[str], at: int) -> bool:
    """Whether "the others" or "the other ones" begins here."""
    behind = [token.lower() for token in tokens[at + 1 : at + 3]]
    return behind[:1] == ["others"] or behind == ["other", "ones"]


def _several(before: list[str], tags: dict[str, str]) -> bool:
    """Whether things were named of which one can be, and the others then are known."""
    one_of_many = any(a in ("a", "an", "each", "every") for a in before)
    return one_of_many or any(tags.get(word) == "NNS" for word in before)


def _expletive(text: str, tags: dict[str, str]) -> bool:
    """Whether "it" stands for nothing; "makes it available to users" speaks of something, what follows is no verb."""
    if not EXPLETIVE.search(text) or re.search(r"\bma(?:ke|kes|de) it (?:an?|the) ", text):
        return False
    behind = re.search(r"\bma(?:ke|kes|de) it \w+ to (\w+)", text, re.IGNORECASE)
    return behind is None or tags.get(behind[1].lower(), "VB") not in ("DT", "NNS", "PRP$")


def _people_do(behind: list[str]) -> bool:
    """Whether "they" do what people do, and things don't: "expertise that they don't have"."""
    for word, after in zip(behind, [*behind[1:], ""], strict=True):
        if word.lower() == "have" and re.fullmatch(r"[a-z]+", after):
            continue  # "when they have slots": things have them, too
        if word.lower() in words("deeds_of_people"):
            return after.lower() != "to"  # "they have to", "they want to" may be said of anything
    return False


def _people(before: list[str]) -> bool:
    named = {word.removesuffix("'s") for word in before}
    known = named & words("plural_people") or named & words("collectives")
    return bool(known) or any(singular(word) in words("roles") for word in named)


def _introduced(before: list[str], known: int, plural: bool, tags: dict[str, str], pronoun: str) -> bool:
    """Whether a noun that agrees stands before: among the first `known` words, or with a verb between."""
    if pronoun == "itself" and before[-1:] == ["of"] and any(tags.get(word) == "NN" for word in before):
        return True  # "the server's own opinion of itself"
    verbs = [at for at, word in enumerate(before) if tags.get(word, "").startswith(("VB", "MD")) or word in OUTSIDE]
    for at, word in enumerate(before):
        if word in (*SOMEBODY, "something", "anything"):
            continue
        if at >= known and (not verbs or verbs[-1] <= at):
            break  # in its own phrase a noun can't be what a pronoun means: "benefits of their work"
        tag = tags.get(word, "")
        if plural and (
            tag in ("NNS", "NNPS")
            or word in words("plural_people")
            or (tag == "NN" and word in words("collectives"))
            or (tag == "NN" and word in words("roles") and pronoun != "they")
            or (word.endswith("'s") and word[:-2] in words("roles"))  # "the user's work": they are the users
        ):
            return True
        finite = any(tags.get(w) in ("VBZ", "VBP", "VBD", "MD") for w in before[at + 1 :])
        doing = tag == "VBG" and (at < known or finite)  # "fitting it" is not what "it" means
        if not plural and (tag in ("NN", "NNP") or doing or word in ("data", "software", "metadata")):
            return True
    return plural and before.count("and") > 0 and any(tags.get(w, "") in ("NN", "NNP") for w in before)


def _points(low: str, tokens: list[str], at: int, tags: dict[str, str]) -> bool:
    if low == "those" and [t.lower() for t in tokens[at + 1 : at + 2]] in (["that"], ["who"], ["which"]):
        return False  # "those that don't know it yet"
    if low == "such":
        return not (at + 1 < len(tokens) and tokens[at + 1].lower() in ("as", "a", "an"))
    if low == "that":
        if at == 0:
            noun = tags.get(tokens[1].lower(), "") in ("NN", "NNS") if len(tokens) > 2 else False
            return len(tokens) < 4 or (noun and tags.get(tokens[2].lower()) in ("IN", "TO"))
        following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
        tag = tags.get(following, "")
        previous = tokens[at - 1].lower()
        behind = tokens[at + 2].lower() if at + 2 < len(tokens) else ""
        described = tag in ("JJ", "VBN") and tags.get(behind, "") in ("NN", "NNS")
        if described and tags.get(previous, "").startswith("VB") and tags.get(previous) != "VBZ":
            return True  # "to build that shared understanding"
        if not following or following in ("?", ",", "."):
            return True
        if previous in (
            "of",
            "in",
            "on",
            "for",
            "with",
            "from",
            "about",
            "by",
            "to",
            "at",
            "do",
            "does",
            "is",
            "past",
            "beyond",
            "than",
            "like",
            "once",
            "if",
            "when",
            "until",
            "after",
            "before",
        ):
            return True
        if previous in words("light_verbs") | {"keep", "hold", "bring"} and following in (
            "in",
            "from",
            "at",
            "under",
            "out",
        ):
            return True  # "to keep that in check"
        if tag == "RB" and at + 2 >= len(tokens) - 1 and tags.get(previous, "") in ("VB", "VBP"):
            return True  # "go fix that first"
        small = tag in ("NN", "NNS") and tags.get(previous, "") == "VB" and tags.get(behind, "JJ") in ("JJ", "RB", "IN")
        if small and behind not in ("is", "are", "can"):
            return True  # "to keep that delay small"
        return tag in ("NN", "NNS") and tags.get(previous, "") in ("VB", "VBP", "VBZ") and at + 2 >= len(tokens) - 1
    return True


def _generic(tokens: list[str], at: int, before: list[str], tags: dict[str, str], generic: frozenset[str]) -> bool:
    if at + 1 >= len(tokens):
        return False
    noun = tokens[at + 1].lower()
    if noun == "way" and at and tokens[at - 1].lower() == "of":
        return False  # "80% of the way"
    if at > 1 and tokens[at - 2].lower() == "the" and re.fullmatch(r"more|less|fewer|\w+er", tokens[at - 1].lower()):
        return False  # "the larger the organization" speaks of any
    if noun == "same" and "as" in tokens[at + 2 : at + 7]:
        return False  # "the same pull request as the code"
    if noun == "same" and any(t.lower() in ("that", "who", "which") for t in tokens[max(at - 2, 0) : at]):
        return False  # "scripts that hit the same page"
    if noun not in generic or noun in before or noun.rstrip("s") in before or noun + "s" in before:
        return False
    following = tokens[at + 2].lower() if at + 2 < len(tokens) else ""
    if following in (
        "of",
        "that",
        "for",
        "to",
        "in",
        "where",
        "which",
        "who",
        "behind",
        "between",
        "with",
        "we",
        "you",
        "they",
        "from",
        "when",
        "about",
        "on",
        "people",
        "your",
        "our",
        "against",
        "being",
    ):
        return following in ("in", "on", "when", "from", "with") and noun in (
            "talk",
            "speaker",
            "context",
            "situation",
            "story",
        )
    return not following or not tags.get(following, "NN" if noun in COUNTS else "").startswith("NN")
