"""Which rules make cards that people drop."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.decisions.decision import DROP, EDIT, KEEP, Decisions
from flashcards.deck.ledger import Ledger
from flashcards.deck.record import LIVE


def rule_stats(decisions: Decisions, ledger: Ledger) -> Iterator[str]:
    """A table as lines: for each rule its cards in the last package and those dropped, edited, kept; worst first.

    Below it, the rules of which every card that was decided on was dropped.
    """
    counts: dict[str, dict[str, int]] = {}
    for decision in decisions:
        if decision.rule and decision.verb in (KEEP, DROP, EDIT):
            row = counts.setdefault(decision.rule, {})
            row[decision.verb] = row.get(decision.verb, 0) + 1
    for record in ledger.records.values():
        if record.state == LIVE and record.card.rule:
            row = counts.setdefault(record.card.rule, {})
            row["deck"] = row.get("deck", 0) + 1
    if not counts:
        yield "nothing was built or decided yet"
        return
    width = max(len("rule"), *map(len, counts))
    yield f"{'rule':{width}}  in the deck  dropped  edited  kept"
    for rule in sorted(counts, key=lambda rule: (-counts[rule].get(DROP, 0), rule)):
        row = counts[rule]
        deck, dropped, edited, kept = (row.get(name, 0) for name in ("deck", DROP, EDIT, KEEP))
        yield f"{rule:{width}}  {deck:11}  {dropped:7}  {edited:6}  {kept:4}"
    for rule in sorted(counts):
        row = counts[rule]
        if row.get(DROP) and not row.get(KEEP) and not row.get(EDIT) and not row.get("deck"):
            yield f"every card of {rule} was dropped; to switch it off: --without {rule}"
