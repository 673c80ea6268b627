"""Where template files are: the user's folder first, then the built-in ones."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path

from flashcards.errors import UserError

CARD_FILES = (
    "front.html",
    "back.html",
    "reverse-front.html",
    "reverse-back.html",
    "cloze-front.html",
    "cloze-back.html",
)
STYLE = "style.css"
PAGE = "page.html"
LOOKS = "looks"
_OWN_STYLE = """\
[# Your own style, for every look. What stands here goes before the look's; for example

[% block light %]
[[ super() ]]
  --accent: #c03a2b;
[% endblock %]

The blocks are light, dark (colours), shape (fonts and sizes), layout, and more (nothing yet). The looks are in looks/,
plain.css has everything that can be set. #]
[% extends look %]
"""


def builtin_folder() -> Path:
    """The built-in templates: inside the package where it is installed, at the root of a checkout."""
    installed = Path(str(resources.files("flashcards"))) / "templates"
    return installed if installed.is_dir() else Path(__file__).resolve().parents[2] / "templates"


def check_folder(folder: Path) -> None:
    """Raises UserError unless `folder` holds at least one template or look that would be used."""
    if not os.path.isdir(folder):
        raise UserError("no such folder of templates, name one that exists", folder)
    names = (*CARD_FILES, STYLE, PAGE)
    if not any((folder / name).is_file() for name in names) and not any(folder.glob(f"{LOOKS}/*.css")):
        raise UserError(f"no template here, it should hold some of {', '.join(names)}", folder)


def looks(folder: Path | None) -> list[str]:
    """The names of all looks, the user's and the built-in ones, sorted."""
    folders = [builtin_folder(), *([folder] if folder else [])]
    return sorted({file.stem for each in folders for file in (each / LOOKS).glob("*.css")})


def copies(folder: Path) -> dict[Path, str]:
    """The built-in templates as files for `folder`: they give the same cards until something in them is changed."""
    builtin = builtin_folder()
    # What extends a built-in file extends the user's copy of it; a style only says what differs from the look.
    files = {
        folder / name: (builtin / name).read_text("utf-8").replace('extends "builtin/', 'extends "')
        for name in (*CARD_FILES, PAGE)
    }
    files[folder / STYLE] = _OWN_STYLE
    for look in looks(None):
        name = f"{LOOKS}/{look}.css"
        files[folder / name] = (builtin / name).read_text("utf-8")
    files[folder / LOOKS / "plain.css"] = (builtin / STYLE).read_text("utf-8")
    return files


def source_of(name: str, folder: Path | None) -> Path:
    """The file that the template `name` is read from."""
    own = folder / name if folder else None
    return own if own is not None and own.is_file() else builtin_folder() / name
