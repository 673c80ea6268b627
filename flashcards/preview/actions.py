"""What a person does about cards: each step is on disk when it returns, and can be undone."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace

from flashcards.decisions import ADD, ADDED, DROP, EDIT, KEEP, Decision, new_id, on_card, relative
from flashcards.deck.likeness import Alike, alike
from flashcards.errors import UserError
from flashcards.model import Card
from flashcards.preview.session import Session
from flashcards.preview.snapshot import Other, ShownCard, ShownPost, ShownTalk

_GONE = "this card is no longer there; the notes or rules changed meanwhile"
_LONGEST = 10_000  # characters; more is a mistake, not a card


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done to the decision on card `key`: the decision before and after, None for none."""

    done: str
    key: str
    before: Decision | None
    after: Decision | None


class Curator:
    """Decides on a session's cards. All methods raise UserError for cards that are gone and disks that refuse."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._steps: list[Step] = []
        self._lock = threading.Lock()

    def keep(self, key: str) -> None:
        """The card is good as it is; one that was dropped is back."""
        _, shown = self._find(key)
        if shown.decision is None or shown.decision.verb == DROP:
            self._put("kept", key, on_card(KEEP, _made(shown), self._file(shown)))

    def drop(self, key: str) -> None:
        """The deck goes without the card."""
        _, shown = self._find(key)
        if shown.made is None:
            # Nobody makes it but the decision itself.
            self._put("dropped", key, None)
        elif shown.in_deck:
            self._put("dropped", key, on_card(DROP, shown.made, self._file(shown)))

    def edit(self, key: str, question: str, answer: str, hint: str) -> None:
        """The card says this from now on. Raises UserError also where question or answer is empty."""
        _, shown = self._find(key)
        said = {"question": _text(question, "question"), "answer": _text(answer, "answer"), "hint": hint.strip()}
        if shown.state == ADDED and shown.decision:
            self._put("edited", key, replace(shown.decision, **said))  # type: ignore[arg-type]
            return
        base = on_card(KEEP, shown.made, self._file(shown)) if shown.made else shown.decision
        if base is None:
            raise UserError(_GONE)
        new = replace(base, verb=EDIT, **said)  # type: ignore[arg-type]
        if shown.decision and shown.decision.verb == EDIT:
            # A swapped-in card goes on being that one.
            new = replace(new, rule=shown.decision.rule, kind=shown.decision.kind, becomes=shown.decision.becomes)
        same = (new.question, new.answer, new.hint) == (base.made_question, base.made_answer, "")
        self._put("edited", key, base if same and shown.made else new)

    def swap(self, key: str, number: int | None = None) -> None:
        """Another candidate of the post takes the card's place: the one with this number, or the next in turn."""
        post, shown = self._find(key)
        if shown.made is None or not post.others:
            raise UserError("the rules had no other card for this post")
        wordings = [Other(shown.made.question, shown.made.answer, shown.made.rule, shown.made.kind, ""), *post.others]
        now = next((n for n, one in enumerate(wordings) if _same(one, shown)), 0)
        wanted = wordings[(now + 1) % len(wordings) if number is None else (number + 1) % len(wordings)]
        base = on_card(KEEP, shown.made, self._file(shown))
        if wanted is wordings[0]:
            self._put("swapped", key, base)
            return
        # The learner's history of one fact says nothing about another.
        fact = alike(wanted.answer, shown.made.answer) >= Alike.NEAR
        taken = set(self._session.snapshot.by_key)
        becomes = "" if fact else new_id(key, wanted.question, wanted.answer, taken=taken)
        said = {"question": wanted.question, "answer": wanted.answer, "rule": wanted.rule, "kind": wanted.kind}
        self._put("swapped", key, replace(base, verb=EDIT, becomes=becomes, **said))  # type: ignore[arg-type]

    def add(self, place: ShownPost | ShownTalk, question: str, answer: str, hint: str) -> str:
        """A card of one's own for a post, or for a talk as a whole; gives its id."""
        talk = place.talk if isinstance(place.talk, ShownTalk) else place
        post = place.post.source if isinstance(place, ShownPost) else ""
        said = _text(question, "question"), _text(answer, "answer")
        about = talk.talk
        key = new_id(about.event.name, about.title, post, *said, taken=set(self._session.snapshot.by_key))
        new = Decision(
            ADD,
            key,
            *said,
            hint.strip(),
            event=about.event.name,
            talk=about.title,
            post=post,
            file=relative(about.file, self._session.file),
        )
        self._put("added", key, new)
        return key

    def undo(self) -> Step | None:
        """Take back the last step, unless somebody decided otherwise meanwhile; gives it, None if there is none."""
        with self._lock:
            step = self._steps.pop() if self._steps else None
        if step is None:
            return None

        def back(by_id: dict[str, Decision]) -> None:
            if by_id.get(step.key) != step.after:
                raise UserError("this was decided otherwise meanwhile, elsewhere; nothing was undone")
            _place(by_id, step.key, self._undone(step))

        self._session.change(back)
        return step

    def _undone(self, step: Step) -> Decision | None:
        after = step.after
        if step.before or after is None or after.verb != EDIT or not self._session.knows(step.key):
            return step.before
        # A package has the edited card: what the rules make must be known as the same one.
        return replace(after, verb=KEEP, question=after.made_question, answer=after.made_answer, hint="", becomes="")

    def _put(self, done: str, key: str, decision: Decision | None) -> None:
        before: list[Decision | None] = []

        def put(by_id: dict[str, Decision]) -> None:
            before.append(by_id.get(key))
            _place(by_id, key, decision)

        self._session.change(put)
        if before[0] != decision:
            with self._lock:
                self._steps.append(Step(done, key, before[0], decision))

    def _find(self, key: str) -> tuple[ShownPost, ShownCard]:
        found = self._session.snapshot.by_key.get(key)
        if found is None:
            raise UserError(_GONE)
        return found

    def _file(self, shown: ShownCard) -> str:
        return relative(shown.card.talk.file, self._session.file)


def _place(by_id: dict[str, Decision], key: str, decision: Decision | None) -> None:
    if decision is None:
        by_id.pop(key, None)
    else:
        by_id[key] = decision


def _made(shown: ShownCard) -> Card:
    if shown.made is None:
        raise UserError(_GONE)
    return shown.made


def _same(one: Other, shown: ShownCard) -> bool:
    return (one.question, one.answer) == (shown.card.question, shown.card.answer)


def _text(text: str, name: str) -> str:
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise UserError(f"a card needs a {name}; nothing was changed")
    if len(text) > _LONGEST:
        raise UserError(f"this {name} is longer than {_LONGEST} characters; nothing was changed")
    return text
