"""One sitting: notes, rules, templates and decisions as they are on disk now, ready to be shown and decided about."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from flashcards.decisions import Decision, Decisions
from flashcards.decisions import change_decisions as change_file
from flashcards.decisions.curation import decisions_file, decisions_on
from flashcards.deck.changes import summary
from flashcards.deck.remembered import ledger_file, ledger_on
from flashcards.errors import UserError
from flashcards.generation.beside import Beside
from flashcards.generation.executors import Executor
from flashcards.generation.setup import setup_of
from flashcards.options import Options
from flashcards.pipeline import make_deck
from flashcards.preview.made import Made, make
from flashcards.preview.showing import snapshot_of
from flashcards.preview.snapshot import Snapshot
from flashcards.watcher import Watcher


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
        self._made: Made | None = None
        self._decisions = Decisions()
        self._problem = ""  # with notes, rules or templates, whatever is decided meanwhile

    @property
    def file(self) -> Path:
        """The file of decisions."""
        return decisions_file(self.notes, self.options)

    @property
    def ledger(self) -> Path:
        """The ledger's file."""
        return ledger_file(self.notes, self.options)

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
                made = make(self.notes, options, progress, self._executor)
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
                    made.ledger = ledger_on(self.notes, self.options)
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
                self._made.ledger = ledger_on(self.notes, self.options)
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

    def _show(self, made: Made, decisions: Decisions, *, settle: bool = False) -> None:
        self._decisions = decisions
        shown = snapshot_of(made, decisions, self.notes, self.options, settle=settle)
        self._places |= {post.key: number for number, post in enumerate(shown.posts)}
        self._publish(replace(shown, problem=self._problem))

    def _publish(self, snapshot: Snapshot) -> None:
        before = self.snapshot
        self.snapshot = replace(snapshot, version=before.version + 1)
        for hear in self._heard:
            hear()
