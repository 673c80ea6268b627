"""One sitting: notes, rules, templates and decisions as they are on disk now, ready to be shown and decided about."""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from flashcards.decisions import DROPPED, Curated, Decided, Decision, Decisions, curate, decisions_beside
from flashcards.decisions import change_decisions as change_file
from flashcards.decisions.curation import decisions_on
from flashcards.deck import Ledger, dress, ledger_beside, load_templates, read_ledger
from flashcards.deck.changes import summary
from flashcards.deck.cloze import settled_form
from flashcards.deck.record import LIVE
from flashcards.deck.remembered import settled_deck
from flashcards.errors import UserError
from flashcards.generation import Generated
from flashcards.generation.beside import Beside
from flashcards.generation.executors import Executor
from flashcards.generation.setup import setup_of
from flashcards.model import Card, Talk
from flashcards.options import Options
from flashcards.pipeline import made_cards, make_deck
from flashcards.preview.snapshot import Other, ShownCard, ShownPost, ShownTalk, Snapshot
from flashcards.result import Result
from flashcards.watcher import Watcher

_OTHERS = 8  # candidates of a post that are worth offering


@dataclass(slots=True)
class _Made:
    """What the rules make of the notes: the slow part, done anew only when notes or rules change."""

    result: Result
    cards: list[Card]  # of the result, in order
    others: list[tuple[Other, ...]]
    ledger: Ledger
    warnings: list[str]
    style: str
    ids: dict[int, str] = field(default_factory=dict)  # by the number of the rules' card
    dressed: dict[tuple[object, ...], Card] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exported:
    """A package that was written: where, with how many cards, what was warned of, and what Anki cannot do by itself."""

    out: Path
    cards: int
    warnings: tuple[str, ...]
    by_hand: tuple[str, ...]


class Session:
    """Gives a `snapshot` of the deck and changes decisions; may be used by several threads.

    `options` are taken as they are, or asked for at each rebuild, as they may stand in a file; then UserError may be
    raised here.
    `executor` does the thinking, None is what the options say. `wanted` are the options that were read last, `options`
    those that what is shown was made with.
    """

    def __init__(
        self,
        notes: Sequence[Path],
        options: Options | Callable[[], Options],
        out: Path | None,
        executor: Executor | None = None,
    ) -> None:
        self.notes = list(notes)
        self._settings: Callable[[], Options] = (lambda: options) if isinstance(options, Options) else options
        self.options = self.wanted = self._settings()
        self.out = out
        self.snapshot = Snapshot()
        self._executor = executor
        self._building = threading.Lock()  # held while cards are thought of, when decisions must not wait
        self._lock = threading.RLock()
        self._heard: list[Callable[[], None]] = []
        self._places: dict[str, int] = {}
        self._made: _Made | None = None
        self._decisions = Decisions()
        self._problem = ""  # with notes, rules or templates, whatever is decided meanwhile

    @property
    def file(self) -> Path:
        """The file of decisions."""
        return self.options.decisions or decisions_beside(self.notes[0])

    @property
    def ledger(self) -> Path:
        """The ledger's file."""
        return self.options.ledger or ledger_beside(self.notes[0])

    def on_change(self, hear: Callable[[], None]) -> None:
        """Call `hear`, from whichever thread, each time there is another snapshot."""
        self._heard.append(hear)

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Read everything anew. What is wrong becomes the snapshot's problem; the cards stay as they were.

        `progress` is told how many posts of how many are done.
        """
        with self._building:
            made, problem = None, ""
            try:
                self.wanted = options = self._settings()
                made = self._make(options, progress)
            except UserError as error:
                problem = error.message
            except Exception as error:  # noqa: BLE001 (a page that is open must not end, whatever is on the disk)
                problem = f"make-deck could not make these cards, which is a mistake of its own: {error!r}; please tell"
            with self._lock:
                self._problem = problem
                if made is None:
                    self._publish(replace(self.snapshot, problem=problem))
                    return
                self.options = options
                try:
                    made.ledger = self._ledger()
                except UserError as error:
                    self._publish(replace(self.snapshot, problem=error.message))
                    return
                self._made = made
                self._reread(always=True)

    def reread(self) -> None:
        """Read only the decisions anew."""
        with self._lock:
            # Most often it was this session itself that wrote them.
            self._reread(always=self.snapshot.problem != self._problem)

    def _reread(self, *, always: bool) -> None:
        try:
            decisions = decisions_on(self.notes, self.options)
            if self._made and (always or decisions != self._decisions):
                self._show(self._made, decisions, settle=True)
        except UserError as error:
            self._publish(replace(self.snapshot, problem=error.message))

    def change(self, change: Callable[[dict[str, Decision]], None]) -> None:
        """Change the decisions on disk and what is shown. Raises UserError for a broken file and a full disk."""
        with self._lock:
            decisions = change_file(self.file, change)
            if self._made:
                self._show(self._made, decisions)

    def export(self) -> Exported:
        """Write the package. Raises UserError."""
        warnings: list[str] = []
        with self._lock:
            options = replace(self.options, dry_run=False)
            out, result = make_deck(self.notes, self.out, options, Watcher(warnings.append), self._executor)
            if self._made:
                # What was new is so no more.
                self._made.ledger = self._ledger()
                self._show(self._made, decisions_on(self.notes, self.options), settle=True)
        # What has changed since the last build is told by the counts; this is what is left for the person to do.
        return Exported(out.absolute(), len(result.cards), tuple(warnings), tuple(summary(result.changes)[1:]))

    def warm(self) -> None:
        """Have all at hand that the next change of notes will need; says nothing of what is wrong, rebuild() does."""
        if isinstance(self._executor, Beside):
            with suppress(UserError):
                self._executor.warm(setup_of(self.options))

    def close(self) -> None:
        """Have done with thinking; may be called again."""
        if isinstance(self._executor, Beside):
            self._executor.close()

    def place_of(self, key: str) -> int | None:
        """Where the post with this key stands, or stood before the notes changed."""
        return self._places.get(key)

    def knows(self, card_id: str) -> bool:
        """Whether some package has the card with this id."""
        return bool(self._made and card_id in self._made.ledger.records)

    def _make(self, options: Options, progress: Callable[[int, int], None] | None) -> _Made:
        warnings: list[str] = []
        others: list[tuple[Other, ...]] = []
        templates = load_templates(options.deck)
        faces = (*templates.sides, *templates.cloze_sides)
        style = _digest(repr(options.deck), templates.css, templates.cloze_css, *(face.source for face in faces))
        watcher = Watcher(
            warnings.append, progress or (lambda *_: None), generated=lambda one: others.append(_others(one))
        )
        result = made_cards(self.notes, options, watcher, executor=self._executor)
        return _Made(result, result.cards, others, Ledger(), warnings, style)

    def _ledger(self) -> Ledger:
        return read_ledger(self.ledger) if self.options.remember else Ledger()

    def _show(self, made: _Made, decisions: Decisions, *, settle: bool = False) -> None:
        self._decisions = decisions
        posts = [(post.talk, post.post, post.cards) for post in made.result.posts]
        curated = curate(posts, decisions, self.notes)
        unknown = [one for post in curated.posts for one in post if not one.card.id and one.made not in made.ids]
        if settle or unknown:
            self._settle(made, curated, decisions)
        talks: dict[int, ShownTalk] = {}
        same: Counter[str] = Counter()
        shown: list[ShownPost] = []
        for post, decided, others in zip(made.result.posts, curated.posts, made.others, strict=True):
            talk = talks.setdefault(id(post.talk), ShownTalk(_talk_key(post.talk, len(talks)), post.talk))
            key = _digest(post.talk.event.name, post.talk.title, post.post.source)
            same[key] += 1
            key = key if same[key] == 1 else _digest(key, str(same[key]))
            cards = tuple(self._card(one, made) for one in decided)
            shown.append(ShownPost(key, talk, post.post, cards, post.silence, others))
        self._places |= {post.key: number for number, post in enumerate(shown)}
        by_key = {card.key: (post, card) for post in shown for card in post.cards}
        self._publish(
            Snapshot(
                tuple(shown),
                tuple(talks.values()),
                curated.unapplied,
                tuple(made.warnings),
                problem=self._problem,
                style=made.style,
                by_key=by_key,
            )
        )

    def _settle(self, made: _Made, curated: Curated, decisions: Decisions) -> None:
        """Learn which card has which id: exactly as a build would give it."""
        result = made.result.curated(curated)
        settled = iter(settled_deck(result, decisions, self.notes, self.options, made.ledger, Watcher()).cards)
        for one in (one for post in curated.posts for one in post):
            card = one.card if one.state == DROPPED else next(settled)
            if one.made is not None:
                made.ids[one.made] = one.decision.id if one.decision else card.id

    def _card(self, one: Decided, made: _Made) -> ShownCard:
        key = one.decision.id if one.decision else made.ids[one.made or 0]
        card = replace(self._dressed(one.card, made), id=one.decision.card_id if one.decision else key)
        rules = None if one.made is None else replace(made.cards[one.made], id=key)
        record = made.ledger.records.get(card.id)
        if record:
            card = replace(card, form=settled_form(card, record.card))
        return ShownCard(key, card, rules, one.state, one.decision, record is None or record.state != LIVE)

    def _dressed(self, card: Card, made: _Made) -> Card:
        key = (id(card.talk), id(card.post), card.question, card.answer, card.hint, card.rule, card.kind)
        if key not in made.dressed:
            made.dressed[key] = dress([card], self.options.deck, self.notes, made.warnings.append)[0]
        return made.dressed[key]

    def _publish(self, snapshot: Snapshot) -> None:
        before = self.snapshot
        self.snapshot = replace(snapshot, version=before.version + 1)
        for hear in self._heard:
            hear()


def _others(made: Generated) -> tuple[Other, ...]:
    chosen = {(one.question, one.answer) for one in made.chosen}
    found: dict[tuple[str, str], Other] = {}
    for one in made.others:
        wording = one.question, one.answer
        if wording not in chosen:
            found.setdefault(wording, Other(*wording, one.rule, one.asks, one.dropped))
    return tuple(found.values())[:_OTHERS]


def _talk_key(talk: Talk, number: int) -> str:
    return _digest(talk.event.name, talk.title) if talk.title else f"talk-{number}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:12]
