"""What a user may choose about a deck's cards."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flashcards.errors import UserError

# Seconds since 1970, UTC. Every note counts as last changed then until something better is known: a fixed time, so
# that importing an unchanged deck again leaves the learner's own edits alone.
NOTE_MODIFIED = 1_735_689_600
# The same for the note type. Raise it when a template or style in templates/ changes, and only then: Anki takes the
# new ones over on the next import, and would overwrite the learner's own styling for nothing otherwise.
NOTE_TYPE_MODIFIED = 1_795_392_000
# The same for the note type of clozes.
CLOZE_TYPE_MODIFIED = 1_795_392_000
# No hint, the first letters of the answer's words, or what kind of answer is wanted.
HINTS = ("none", "letters", "kind")
_LANGUAGE = re.compile(r"[a-z]{2,3}_[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class DeckOptions:
    """How the cards look, what they ask besides, and when they changed.

    `templates` is a folder of the user's own templates, used before the built-in ones. `look` names a style of
    looks/*.css. With `type_answers` the answer is typed; `hint` is one of HINTS; `speech` is the language to read the
    cards aloud in, as Anki names it (en_US), "" for silence; with `reverse` terms and glosses are asked both ways; with
    `cloze` the answer is blanked in the post's sentence. `tags` are given to every card. Pictures may come from the
    notes' folder and from the folders `pictures`. `modified` maps a card's id to the time its content last changed, in
    seconds since 1970; cards that it does not name have NOTE_MODIFIED. `note_type_modified` is the same for templates
    and style, `cloze_type_modified` for those of clozes.
    """

    templates: Path | None = None
    look: str = "plain"
    type_answers: bool = False
    hint: str = "none"
    speech: str = ""
    reverse: bool = False
    cloze: bool = False
    tags: tuple[str, ...] = ()
    pictures: tuple[Path, ...] = ()
    modified: Mapping[str, int] = field(default_factory=dict)
    note_type_modified: int = NOTE_TYPE_MODIFIED
    cloze_type_modified: int = CLOZE_TYPE_MODIFIED


def check_options(options: DeckOptions) -> None:
    """Raises UserError for a hint that there is not and for a language that Anki could not make out."""
    if options.hint not in HINTS:
        raise UserError(f"there is no hint {options.hint!r}, use one of {', '.join(HINTS)}")
    if options.speech and not _LANGUAGE.fullmatch(options.speech):
        raise UserError(f"{options.speech!r} is no language to speak, write it like en_US")
