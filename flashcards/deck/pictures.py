"""Pictures beside the notes: found, allowed or not, and named so that no two collide in a learner's media folder."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from flashcards.deck.escape import escape, safe_url
from flashcards.model import Card, Media, Picture

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_ENDINGS = frozenset(".png .jpg .jpeg .gif .webp .svg .avif .bmp".split())
_BIGGEST = 20_000_000  # bytes; a learner's phone has to carry it


class Pictures:
    """Finds the pictures that cards point to, each once. `folders` are those that may be read from."""

    def __init__(self, folders: Sequence[Path], warn: Callable[[str], None]) -> None:
        self._folders = [os.path.realpath(folder) for folder in folders]
        self._warn = warn
        self._known: dict[tuple[Path, str], Media | None] = {}

    def of(self, card: Card) -> tuple[Media, ...]:
        """The pictures of the card's post and talk; warns once of each that is missing or may not be read."""
        shown: dict[str, Media] = {}
        for pictures, line in ((card.post.pictures, card.post.line), (card.talk.pictures, card.talk.line)):
            for picture in pictures:
                media = self._media(picture, card.talk.file, line)
                if media is not None:
                    shown.setdefault(media.name or media.url, media)
        return tuple(shown.values())

    def _media(self, picture: Picture, notes: Path, line: int) -> Media | None:
        if _ADDRESS.match(picture.target):
            return Media(alt=picture.alt, url=picture.target) if safe_url(picture.target) else None
        key = notes.parent, picture.target
        if key not in self._known:
            found = self._read(picture, notes.parent)
            if isinstance(found, str):
                self._warn(f"{notes}:{line}: the picture {picture.target!r} {found}; its cards go without")
            self._known[key] = found if isinstance(found, Media) else None
        return self._known[key]

    def _read(self, picture: Picture, folder: Path) -> Media | str:
        """The picture, or what is wrong with it."""
        path = unquote(picture.target.partition("#")[0].partition("?")[0])
        if "\x00" in path:
            return "has no name that a file can have"
        # With all links followed: what counts is where the file really is.
        file = Path(os.path.realpath(folder / path))
        if not any(file.is_relative_to(allowed) for allowed in self._folders):
            return "is outside the notes' folder, allow its folder with --pictures"
        if file.suffix.lower() not in _ENDINGS:
            return f"is none of {', '.join(sorted(_ENDINGS))}"
        try:
            if not os.path.isfile(file):
                return "is not there"
            if file.stat().st_size > _BIGGEST:
                return f"is larger than {_BIGGEST // 1_000_000} MB"
            digest = hashlib.sha256(file.read_bytes()).hexdigest()[:20]
        except OSError as problem:
            return f"cannot be read ({problem.strerror or problem})"
        return Media(f"make-deck-{digest}{file.suffix.lower()}", picture.alt, file=file)


def image_html(pictures: Sequence[Media]) -> str:
    """The Image field: pictures as media of the package, remote ones as links."""
    return "".join(_html(pictures))


def image_text(pictures: Sequence[Media]) -> str:
    """The same without what has to be loaded: what the pictures show, or links to them."""
    return "".join(_html([Media(alt=one.alt, url=one.url) for one in pictures]))


def _html(pictures: Sequence[Media]) -> Iterator[str]:
    for picture in pictures:
        alt = escape(" ".join(picture.alt.split()) or "picture")
        if picture.name:
            yield f'<img src="{picture.name}" alt="{alt}">'
        elif picture.url:
            yield f'<a href="{safe_url(picture.url)}">{alt}</a> '
        else:
            yield f"<span>{alt}</span> "
