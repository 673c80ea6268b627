"""What was thought about a post, as lines of text: its sentences and clauses, every rule, every candidate card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flashcards.candidates import Candidate
from flashcards.decisions import EDITED, Decisions, curate
from flashcards.deck.cloze import blanked
from flashcards.deck.identity import plain_words
from flashcards.generation.worked import WorkedPost
from flashcards.language.clause import Clause
from flashcards.language.sentence import Sentence
from flashcards.model import Card
from flashcards.selection.limits import chance
from flashcards.selection.score import weights
from flashcards.silence import reason


def explain(worked: WorkedPost, *, cloze: bool = False) -> Iterator[str]:
    """All that is known: for writing rules; with `cloze` what is blanked for each card, too."""
    yield from post_lines(worked)
    yield ""
    yield "Sentences"
    for number, sentence in enumerate(worked.sentences, start=1):
        yield from _sentence_lines(number, sentence)
    yield ""
    yield "Rules"
    yield from rule_lines(worked)
    yield ""
    yield "Cards"
    for candidate in worked.chosen:
        yield from _candidate_lines(candidate)
        if cloze:
            yield f"{'':12}{_cloze(worked, candidate)}"
    if not worked.chosen:
        yield f"  none: {reason(worked.post, worked.sentences, worked.candidates)}"
    for candidate in sorted(worked.candidates, key=lambda candidate: -candidate.score):
        if candidate.dropped and candidate.question:
            yield from _candidate_lines(candidate)


def decision_lines(worked: WorkedPost, talk: Sequence[WorkedPost], decisions: Decisions) -> Iterator[str]:
    """What was decided about this post's cards, each decision with its line; `talk` are all posts of its talk."""
    # Decisions on other talks would find nothing here, and be in doubt.
    here = {one.id: one for one in decisions if plain_words(one.talk) == plain_words(worked.talk.title)}
    posts = [(one.talk, one.post, [_card(one, candidate) for candidate in one.chosen]) for one in talk]
    curated = curate(posts, replace(decisions, by_id=here), [worked.talk.file])
    lines: list[tuple[int, str]] = []
    for (_, post, _), cards in zip(posts, curated.posts, strict=True):
        for one in cards if post is worked.post else ():
            if one.decision:
                was = one.decision.made_question, one.decision.made_answer
                edited = f" (the rules: {was[0]} -> {was[1]})" if one.state == EDITED else ""
                lines.append((one.decision.line, f"{one.state}: {one.card.question} -> {one.card.answer}{edited}"))
    doubts = [one for one in curated.unapplied if one.decision.post == worked.post.source]
    lines += [(one.decision.line, f"in doubt: {one}") for one in doubts]
    if lines:
        yield ""
        yield "Decided"
        for line, text in sorted(lines):
            yield f"  {decisions.file}:{line}: {' '.join(text.split())}"


def _card(worked: WorkedPost, candidate: Candidate) -> Card:
    rule = candidate.rule
    return Card(candidate.question, candidate.answer, rule.name, rule.asks, worked.talk, worked.post)


def post_lines(worked: WorkedPost) -> Iterator[str]:
    """Where the post stands, and its text."""
    yield f"{worked.talk.file}:{worked.post.line}: {worked.talk.title}"
    for line in worked.post.source.splitlines():
        yield f"> {line}"


def rule_lines(worked: WorkedPost) -> Iterator[str]:
    """A line for each rule that found something, saying what became of it; then those that found nothing."""
    silent = []
    width = max((len(rule.name) for rule in worked.rules), default=0)
    for rule in worked.rules:
        found = [candidate for candidate in worked.candidates if candidate.rule is rule]
        # The same verdict on several clauses is worth one mention.
        verdicts = dict.fromkeys("matched: " + (candidate.dropped or "chosen") for candidate in found)
        verdicts = dict.fromkeys(verdict.replace("matched: vetoed by", "vetoed by") for verdict in verdicts)
        if verdicts:
            yield f"  {rule.name:{width}}  {'; '.join(verdicts)}"
        else:
            silent.append(rule.name)
    if silent:
        yield f"  not matched: {', '.join(silent)}"


def _sentence_lines(number: int, sentence: Sentence) -> Iterator[str]:
    segment = sentence.segment
    notes = [
        f"after {segment.joint!r}" if segment.joint else "",
        f"label {segment.label!r}" if segment.label else "",
        f"said by {segment.by}" if segment.by else "",
        "list item" if sentence.item else "",
        "subject put back" if sentence.elided else "",
        *(f"aside {aside.text!r}" for aside in segment.asides),
        f"leads in {len(sentence.listing.items)} items" if sentence.listing else "",
    ]
    yield f"  {number}. {sentence.text}" + "".join(f" [{note}]" for note in notes if note)
    for clause in sentence.clauses:
        yield f"     {_clause(clause)}"
    if not sentence.clauses:
        yield "     no clause"


def _clause(clause: Clause) -> str:
    parse = clause.parse
    verb = parse.text((*clause.aux, clause.verb))
    flags = [name for name in ("negated", "past", "imperative") if getattr(clause, name)]
    flags += [f"according to {clause.source}"] if clause.source else []
    flags += [f"{parse.words[i]} = {text}" for i, text in sorted(clause.swaps.items())]
    parts = [
        f"{clause.subject_kind} {parse.text(clause.subject)!r}" if clause.subject else "no subject",
        f"verb {verb!r}" + (f" ({', '.join(flags)})" if flags else ""),
        *(f"{unit.role} {parse.text(unit.tokens)!r}" for unit in clause.units),
    ]
    return " | ".join(parts)


def _cloze(worked: WorkedPost, candidate: Candidate) -> str:
    found = blanked(_card(worked, candidate))
    return f"cloze: {found.before}[{found.hidden}]{found.after}" if found else "no cloze: the question is asked"


def _candidate_lines(candidate: Candidate) -> Iterator[str]:
    sign = "-" if candidate.dropped else "+"
    score = " " * 6
    if candidate.features:
        score = f"{'sure':>6}" if candidate.rule.sure else f"{chance(candidate.score):6.0%}"
    yield f"  {sign} {score}  {candidate.question} -> {candidate.answer}"
    yield f"{'':12}{candidate.rule.name}" + (f": {candidate.dropped}" if candidate.dropped else "")
    if candidate.features and not candidate.rule.sure:
        known = weights()
        adds = (f"{name} {value * known.features[name]:+.2f}" for name, value in candidate.features.items() if value)
        yield f"{'':12}" + ", ".join([f"log-odds {candidate.score:+.2f}: {known.constant:.2f}", *adds])
