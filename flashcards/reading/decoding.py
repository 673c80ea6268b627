"""The bytes of a notes file -> text the Markdown parser and Anki can bear."""

from __future__ import annotations

import re
from pathlib import Path

from flashcards.errors import UserError

_OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# Vertical tab, form feed and Unicode's line separators part words, so they become a space; every other control
# character but tab and newline goes: Anki separates the fields of a note by \x1f.
_SPACES = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def decode(data: bytes, file: Path) -> str:
    """Text of a notes file: newlines are line feeds, no byte order mark, no control characters but tab and newline.

    Raises UserError, with the line, for anything that is not UTF-8 text.
    """
    for mark, name in _OTHER_ENCODINGS:
        if data.startswith(mark):
            raise UserError(f"this file is {name}; save it as UTF-8 and try again", file)
    nul = data.find(b"\0")
    if nul >= 0:
        raise UserError("this is not text (it has a NUL byte); give Markdown notes", file, _line(data, nul))
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        bad = data[error.start : error.start + 1].hex()
        message = f"this is not UTF-8 (byte 0x{bad}); save the file as UTF-8 and try again"
        raise UserError(message, file, _line(data, error.start)) from None
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"))


def clean(text: str) -> str:
    """The text without control characters other than tab and newline."""
    return _CONTROLS.sub("", _SPACES.sub(" ", text))


def _line(data: bytes, offset: int) -> int:
    """The 1-based line of a byte, whichever line ends the file has."""
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return before.count(b"\n") + 1
