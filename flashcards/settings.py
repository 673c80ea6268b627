"""deck.toml: what a user chooses for these notes once, instead of on every command line."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flashcards.deck.options import HINTS
from flashcards.errors import UserError

SETTINGS = "deck.toml"


@dataclass(frozen=True, slots=True)
class Setting:
    """A key of deck.toml. `option` is the name that the command's option has in the program, `example` a value in TOML.

    `kind` is "text", "texts", "path", "paths", "number" (from 1 to `most`), "yes or no" or, for one of `choices`,
    "choice".
    """

    key: str
    option: str
    kind: str
    example: str
    about: str
    choices: tuple[str, ...] = ()
    most: int | None = None


ALL = (
    Setting("name", "name", "text", '"DevOpsDays Toronto 2019"', "The deck's name, in place of the event's heading."),
    Setting("look", "look", "text", '"plain"', "How the cards look: plain, paper, terminal, or a look of your own."),
    Setting("templates", "templates", "path", '"templates"', "Your own templates; `make-deck templates copy DIR`."),
    Setting("rules", "rules_folders", "paths", '["rules"]', "Folders of your own rules, besides the built-in ones."),
    Setting("without", "without", "texts", '["gerund"]', "Rules to switch off; `make-deck rules` lists them."),
    Setting("cards-per-post", "cards_per_post", "number", "3", "How many cards a post may give at most."),
    Setting("sure", "sure", "number", "50", "How sure it must be that a card is good, in percent.", most=99),
    Setting("tags", "tags", "texts", '["conference"]', "Tags for every card, besides event, talk, speaker and kind."),
    Setting("model", "model", "text", '"en_core_web_sm"', "The spaCy model that reads the English."),
    Setting("type-answers", "type_answers", "yes or no", "false", "Whether answers are typed."),
    Setting("hint", "hint", "choice", '"none"', "A hint to unfold: none, the answer's first letters, its kind.", HINTS),
    Setting("speech", "speech", "text", '"en_US"', "The language in which Anki reads the cards aloud."),
    Setting("reverse", "reverse", "yes or no", "false", "Whether terms and glosses are asked both ways."),
    Setting("cloze", "cloze", "yes or no", "false", "Whether the answer is blanked in the post's sentence (cloze)."),
    Setting("pictures", "pictures", "paths", '["../sketches"]', "Folders outside that pictures may come from, too."),
    Setting("ledger", "ledger", "path", '"deck.ledger"', "Where it is kept which card is which."),
    Setting("decisions", "decisions", "path", '"deck.decisions"', "Where it is kept what you decided about cards."),
)


def settings_beside(notes: Path) -> Path:
    """Where the settings of these notes are: in their folder."""
    return (notes if os.path.isdir(notes) else notes.parent) / SETTINGS


def read_settings(file: Path) -> dict[str, Any]:
    """What `file` sets, by the options' names, paths as seen from its folder; {} if there is no such file.

    Raises UserError, with the line, for what is not TOML, an unknown key and a value of another kind.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
        given = tomllib.loads(text)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as problem:
        raise UserError(f"the settings cannot be read: {problem.strerror or problem}; mend that", file) from None
    except UnicodeDecodeError:
        raise UserError("the settings are not UTF-8, save them as UTF-8", file) from None
    except RecursionError:
        raise UserError("the settings are nested too deeply, settings are plain values", file) from None
    except tomllib.TOMLDecodeError as problem:
        place = re.search(r"at line (\d+)", str(problem))
        line = int(place.group(1)) if place else text.count("\n") + 1
        raise UserError(f"this is not TOML: {problem}; mend the line", file, line) from None
    known = {setting.key: setting for setting in ALL}
    settings: dict[str, Any] = {}
    for key, value in given.items():
        line = _line_of(key, text)
        if key not in known:
            near = difflib.get_close_matches(key.replace("_", "-").lower(), known, n=1, cutoff=0)
            raise UserError(f"there is no setting {key!r}, do you mean {near[0]!r}?", file, line)
        settings[known[key].option] = _value(known[key], value, file, line)
    return settings


def starter() -> str:
    """A deck.toml with every setting in it, explained and switched off."""
    lines = [
        "# Settings of make-deck for the notes in this folder. Take away a # to set something.",
        "# Each is an option of the command as well, which goes before what is set here.",
    ]
    for setting in ALL:
        lines += ["", f"# {setting.about}", f"# {setting.key} = {setting.example}"]
    return "".join(f"{line}\n" for line in lines)


def _line_of(key: str, text: str) -> int:
    pattern = re.compile(rf"\s*(?:\[+\s*)?[\"']?{re.escape(key)}[\"']?\s*[=.\]]")
    return next((number for number, line in enumerate(text.split("\n"), start=1) if pattern.match(line)), 1)


def _value(setting: Setting, value: object, file: Path, line: int) -> object:
    wrong = UserError(f"{setting.key!r} must be {_wanted(setting)}, like {setting.example}", file, line)
    if "\0" in str(value) or (isinstance(value, list) and any("\0" in str(one) for one in value)):
        raise wrong
    if setting.kind == "yes or no":
        if not isinstance(value, bool):
            raise wrong
    elif setting.kind == "number":
        if type(value) is not int or value < 1 or (setting.most is not None and value > setting.most):
            raise wrong
    elif setting.kind in ("texts", "paths"):
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            raise wrong
        return tuple(file.parent / one for one in value) if setting.kind == "paths" else tuple(value)
    elif not isinstance(value, str) or not value.strip() or (setting.choices and value not in setting.choices):
        raise wrong
    elif setting.kind == "path":
        return file.parent / value
    return value


def _wanted(setting: Setting) -> str:
    kinds: Mapping[str, str] = {
        "text": "a text",
        "texts": "a list of texts",
        "path": "a path",
        "paths": "a list of paths",
        "number": "a whole number from 1" + (f" to {setting.most}" if setting.most else ""),
        "yes or no": "true or false",
        "choice": f"one of {_listed(setting.choices)}",
    }
    return kinds[setting.kind]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(repr(name) for name in names)
