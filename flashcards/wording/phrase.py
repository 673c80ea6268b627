"""Stretches of a clause put in words: capitals, articles, resolved references, tidy punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from flashcards.language.clause import Clause
from flashcards.language.forms import singular
from flashcards.language.lexicon import words
from flashcards.language.sentence import Sentence

EXPANDED = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would", "ca": "can", "wo": "will"}
PARTITIVES = frozenset(
    "lot lots plenty part most all some one none both many much few each any half rest number bit couple".split()
)


BEFORE_MARK = re.compile(r" ([,.;:!?])")
DOUBLED_MARK = re.compile(r"[,;:]+(?=[,;:.?!])")
LOOSE_ENDS = re.compile(r"^[\s,;:.)–—-]+|[\s,;:(–—-]+$")


def render(sentence: Sentence, clause: Clause | None, tokens: Iterable[int]) -> str:
    """The words at `tokens` in order, references replaced, the sentence's first word small unless it is a name."""
    parse = sentence.parse
    swaps = clause.swaps if clause else {}
    out: list[str] = []
    last = -2
    for i in tokens:
        if i == 0 and clause is not None and _put_in_front(sentence):
            continue
        word = swaps.get(i, parse.words[i])
        if clause is not None and parse.lower[i] == "the" and i not in swaps and _any_of_its_kind(sentence, clause, i):
            word = "an" if parse.lower[i + 1][0] in "aeio" else "a"
        titled = len(parse) > 1 and parse.tags[1].startswith("NNP") and parse.words[1][:1].isupper() and i == 0
        titled = titled and parse.tags[0].startswith("NN") and parse.words[parse.heads[0]][:1].isupper()
        # as in "Team Topologies says", not in "Shared Terraform modules help"
        if (
            i == 0
            and i not in swaps
            and not titled
            and (len(word) > 1 or parse.words[1:2] != ["/"])
            and not sentence.vocabulary.is_name(word, parse.tags[i])
        ):
            word = word[:1].lower() + word[1:]
        glued = out and last + 1 == i and not parse.spaces[last]
        if out and not glued:
            out.append(" ")
        out.append(word)
        last = i
    return tidy("".join(out))


def _put_in_front(sentence: Sentence) -> bool:
    """Whether the first word is a "the" that only helped the parser with a plural ("the accurate clocks matter")."""
    parse = sentence.parse
    put = parse.lower[0] == "the" and not sentence.segment.text.lower().startswith("the ")
    return put and parse.tags[parse.heads[0]] == "NNS"


def _any_of_its_kind(sentence: Sentence, clause: Clause, the: int) -> bool:
    """For "respond to the emergency": whichever there is, where no story tells of one."""
    parse, noun = clause.parse, the + 1
    if clause.past or noun >= len(parse) or parse.heads[the] != noun or parse.children(noun) != [the]:
        return False
    if the and parse.lower[the - 1] == "of":
        return False  # "the progress of the incident"
    told = sentence.before is not None and parse.lower[noun] in sentence.before.parse.lower
    return parse.lower[noun] in words("happenings") and not told


def tidy(text: str) -> str:
    """Text without doubled spaces, spaces before punctuation, or punctuation left at its ends."""
    text = " ".join(text.split())
    text = BEFORE_MARK.sub(r"\1", text)
    text = DOUBLED_MARK.sub("", text)
    text = LOOSE_ENDS.sub("", text)
    if text.count('"') == 1:
        text = text.replace('"', "")
    return text.strip()


def noun_phrase(sentence: Sentence, clause: Clause, tokens: tuple[int, ...], head: int) -> str:
    """A noun phrase for a question; a role or an "X of Y" that the writer left without its article gets "the"."""
    text = render(sentence, clause, tokens)
    if not tokens or head in clause.swaps:
        return text
    if (
        sentence.parse.lower[:2] in (["too", "much"], ["too", "many"], ["too", "little"], ["too", "few"])
        and tokens[0] == 2
    ):
        return f"{sentence.parse.lower[0]} {sentence.parse.lower[1]} {text}"  # read as if it were an adverb
    if clause.subject_kind == "clause" and tokens == clause.subject:
        return f"{text}{_also_called(sentence, text)}"
    if lacks_article(sentence, tokens, head):
        return f"the {text}"
    if re.fullmatch(r"\d{2,4}s", sentence.parse.lower[tokens[0]]) and sentence.parse.tags[head] == "NN":
        return f"the {text}"  # "1980s development cycle"
    return (
        f"{'an' if text[:1].lower() in 'aeiou' else 'a'} {text}" if lacks_indefinite(sentence, tokens, head) else text
    )


def _also_called(sentence: Sentence, text: str) -> str:
    """The term in dashes or brackets behind a deed, in brackets: "getting stuck off (hypoarousal)"."""
    for aside in sentence.segment.asides:
        if aside.form == "parenthesis" and aside.before.lower() == text.lower() and len(aside.text.split()) <= 3:
            return f" ({aside.text})"
    return ""


def lacks_indefinite(sentence: Sentence, tokens: tuple[int, ...], head: int) -> bool:
    """Whether a noun that can be counted stands in the singular without any article, as notes have it."""
    parse = sentence.parse
    small = parse.tags[0] == "NNP" and not sentence.vocabulary.is_name(parse.words[0].lower().capitalize(), "NN")
    tags = ["NN" if small and i == 0 else tag for i, tag in enumerate(parse.tags)]
    if tags[head] != "NN" or parse.lower[head] not in words("countable") or tokens[0] > head:
        return False
    if parse.children(head, "det", "poss", "nummod", "predet", "conj"):
        return False
    return tags[tokens[0]] not in ("DT", "PRP$", "CD", "PDT", "VBG", "WP", "WDT", "EX", "NNP", "NNPS", "IN", "PRP")


def lacks_article(sentence: Sentence, tokens: tuple[int, ...], head: int) -> bool:
    """Whether a singular common noun stands without the article that a full sentence would give it."""
    parse = sentence.parse
    if parse.tags[head] != "NN" or tokens[0] != 0 or parse.tags[0] in ("RB", "IN", "JJR", "JJS"):
        return False
    if _of_a_role(sentence, tokens, head):
        return True
    growing = parse.tags[tokens[0]] == "VBG" and parse.heads[tokens[0]] == head  # "increasing complexity of ..."
    if parse.children(head, "det", "poss", "nummod", "predet") or parse.tags[tokens[0]] in (
        "DT",
        "PRP$",
        "CD",
        "PDT",
        *(() if growing else ("VBG",)),
        "WP",
        "WDT",
        "EX",
        "NNP",
        "IN",
    ):
        return False
    if head == 0 and parse.lower[0] == "number":
        return True  # "number of services is a poor measure"
    if parse.lower[head] in PARTITIVES or any(parse.tags[i] == "CC" or parse.words[i] == "," for i in tokens):
        return False
    if singular(parse.words[head]) in words("anybody"):
        return False
    if singular(parse.words[head]) in words("roles"):
        return not sentence.vocabulary.is_name(parse.words[0], parse.tags[0]) or parse.tags[0] == "NN"
    qualities = [c for c in parse.children(head, "amod") if parse.tags[c] != "VBG"]
    of_something = any(parse.lower[p] in ("of", "about") for p in parse.children(head, "prep"))
    return of_something and (not qualities or parse.lower[head] in words("views"))


def _of_a_role(sentence: Sentence, tokens: tuple[int, ...], head: int) -> bool:
    """For "commander's intent": whose it is, is a role that the writer left without its article."""
    parse = sentence.parse
    owner = parse.child(head, "poss")
    if (
        owner != tokens[0]
        or parse.tags[tokens[0]] not in ("NN", "NNP")
        or singular(parse.lower[owner]) not in words("roles")
    ):
        return False
    return not sentence.vocabulary.is_name(parse.words[0].lower().capitalize(), "NN")


def capitalise(text: str) -> str:
    """Text with its first letter large, unless it is written like a name that begins small ("iPhone", "nginx.conf")."""
    first = text.split(" ", 1)[0] if text else ""
    if any(char.isupper() for char in first[1:]) or re.search(r"\w[._=]\w|^/|\d", first):
        return text
    return text[:1].upper() + text[1:]


def contracted(aux: str) -> str:
    """The auxiliary with n't ("can" -> "can't")."""
    return {
        "can": "can't",
        "will": "won't",
        "shall": "shan't",
        "am": "am not",
        "may": "may not",
        "might": "might not",
    }.get(aux, aux + "n't")
