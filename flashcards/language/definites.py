"""Definite phrases ("the approach", "this layer") and what the text has called by that noun."""

from __future__ import annotations

from flashcards.language.antecedents import LONGEST, points_back
from flashcards.language.clause import Clause
from flashcards.language.forms import singular
from flashcards.language.lexicon import words
from flashcards.language.sentence import Sentence


def learn_kinds(sentences: list[Sentence]) -> dict[str, str]:
    """What a talk calls by a generic noun: "JIT is an approach that ..." lets "the approach" stand for JIT later on.

    Where the talk's title names what is defined, "the method" and its like are that, whatever it was called.
    """
    from flashcards.wording.phrase import noun_phrase

    kinds: dict[str, str] = {}
    topics: set[str] = set()
    for sentence in sentences:
        parse = sentence.parse
        for clause in sentence.clauses:
            complement = clause.unit("complement")
            if (
                clause.lemma != "be"
                or clause.negated
                or clause.past
                or complement is None
                or clause.subject_kind not in ("noun", "name")
            ):
                continue
            several = parse.tags[complement.head] == "NNS" and parse.lower[complement.gap[0]] not in (
                "the",
                "our",
                "your",
            )
            head = singular(parse.words[complement.head])
            if (
                (several or parse.lower[complement.gap[0]] in ("a", "an"))
                and len(clause.subject) <= LONGEST
                and not points_back(sentence, tuple(i for i in clause.subject if i not in clause.swaps))
            ):
                said = noun_phrase(sentence, clause, clause.subject, clause.subject_head)
                if head in words("topic_heads"):
                    kinds[head] = "" if head in kinds else said
                if _named_in_title(sentence, clause):
                    topics.add(said)
    if len(topics) == 1:
        for noun in words("method_nouns"):
            kinds.setdefault(noun, next(iter(topics)))
    return {head: said for head, said in kinds.items() if said}


def _named_in_title(sentence: Sentence, clause: Clause) -> bool:
    """Whether the talk's title has the subject's last noun, and its first one where it has two ("contract testing")."""
    title = {singular(word.strip(".,:;!?()\"'")) for word in sentence.talk.title.lower().split()}
    parse = sentence.parse
    nouns = [singular(parse.lower[i]) for i in clause.subject if parse.tags[i].startswith(("NN", "VBG"))]
    return 0 < len(nouns) < 4 and nouns[0] in title and nouns[-1][:4] in {word[:4] for word in title}


def name_definites(sentence: Sentence, clause: Clause) -> None:
    """For "this layer", "the approach": the noun phrase before with that noun, or what the talk has called by it."""
    parse = sentence.parse
    for i in (*clause.subject, *clause.predicate):
        low = parse.lower[i]
        if (
            low not in ("the", "this", "these", "that", "those")
            or parse.deps[i] != "det"
            or parse.heads[i] != i + 1
            or parse.children(i + 1) != [i]
        ):
            continue
        noun = parse.lower[i + 1]
        said = "" if parse.tags[i + 1].startswith("NNP") else _same_noun(sentence, noun)
        if not said and i + 1 == clause.subject_head:
            said = sentence.kinds.get(noun, "")
        if said and (low != "the" or noun in words("generic_heads")):
            clause.swaps[i], clause.swaps[i + 1] = "", said


def name_deeds(sentence: Sentence, clause: Clause) -> None:
    """For "It should not be separated - separation costs time": the noun for a verb said before is of its object."""
    before = sentence.before
    if before is None or not before.clauses or sentence.segment.joint not in (";", "-", ":"):
        return
    earlier, head = before.clauses[0], clause.subject_head
    if len(clause.subject) != 1 or head in clause.swaps or not takes_up(before, clause.parse.lower[head]):
        return
    if not earlier.passive or earlier.subject_kind not in ("noun", "name"):
        return
    from flashcards.wording.phrase import noun_phrase

    owner = noun_phrase(before, earlier, earlier.subject, earlier.subject_head)
    how = next((aside.text for aside in before.segment.asides if aside.form == "contrast"), "")
    by = how.partition(" by ")[2]
    clause.swaps[head] = f"{clause.parse.words[head]} of {owner}" + (f" by {by}" if by else "")


def takes_up(before: Sentence, noun: str) -> str:
    """The verb of the sentence before that a noun is made of ("separated" for "separation"), "" where there is none."""
    said = [word for word, tag in zip(before.parse.lower, before.parse.tags, strict=True) if tag.startswith("VB")]
    said += [word for aside in before.segment.asides for word in aside.text.lower().split()]
    return next((word for word in said if len(word) > 5 and word[:6] == noun[:6] and word != noun), "")


def _same_noun(sentence: Sentence, noun: str) -> str:
    """The only noun phrase headed by `noun` that says more than it, in the sentence before or in the post before."""
    if sentence.before is not None:
        return _only_phrase(sentence.before, noun)
    heard = [earlier for earlier in sentence.post_before if noun in earlier.parse.lower]
    return _only_phrase(heard[0], noun, new=True) if len(heard) == 1 else ""


def _only_phrase(before: Sentence, noun: str, new: bool = False) -> str:
    """The sentence's only noun phrase headed by `noun`, where it says more; with `new` only one with a or an."""
    from flashcards.wording.phrase import render

    parse = before.parse
    heads = [i for i, low in enumerate(parse.lower) if low == noun and parse.tags[i] in ("NN", "NNS")]
    if len(heads) != 1:
        return ""
    tokens = tuple(
        i
        for i in parse.subtree(heads[0])
        if not any(
            i in parse.subtree(c) for c in parse.children(heads[0], "relcl", "punct", "conj", "cc", "appos", "advcl")
        )
    )
    if (
        not 2 <= len(tokens) <= LONGEST
        or points_back(before, tokens)
        or not any(parse.tags[i] in ("NN", "NNS", "NNP", "JJ", "VBG") for i in tokens if i != heads[0])
    ):
        return ""
    if new:
        if parse.lower[tokens[0]] not in ("a", "an") or parse.child(heads[0], "prep") is None:
            return ""
        return f"the {render(before, None, tokens[1:])}"
    return render(before, None, tokens)
