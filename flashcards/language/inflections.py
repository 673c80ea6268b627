"""lemminflect's tables of English verbs, looked up line by line: loading all of them takes half a second."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Sequence
from functools import cache
from importlib import util
from pathlib import Path
from types import ModuleType

# lemminflect puts these in place of what its table says.
_NOT_IN_TABLE = frozenset("can may will shall must ought dare".split())
_VBG = 2  # place of the -ing form among the forms of a verb: past, participle, -ing, third person


@cache
def verb_lemma(form: str) -> str:
    """The base form of a verb's form in small letters ("driven" -> "drive"), guessed for a verb that nobody knows."""
    found = _override("lemma_overrides.csv", form, "VERB") or _last(_verb("lemma_lu.csv.gz", form)[:1])
    if found:
        return found.split("/")[0].lower()
    guessed = _lemminflect().getAllLemmasOOV(form, "VERB").get("VERB")
    return str(guessed[0]) if guessed else form


@cache
def is_verb(form: str) -> bool:
    """Whether the tables know a form in small letters as a verb's."""
    return bool(_verb("lemma_lu.csv.gz", form))


@cache
def is_participle(form: str) -> bool:
    """Whether the tables know a form in small letters as a verb's past participle ("rethought", "split")."""
    spelled = "".join(_verb("infl_lu.csv.gz", verb_lemma(form))[1:2]).split("/")
    return is_verb(form) and form in spelled


@cache
def verb_ing(verb: str) -> str:
    """The -ing form of a base form in small letters ("run" -> "running"), guessed for a verb that nobody knows."""
    forms = [] if verb in _NOT_IN_TABLE else _verb("infl_lu.csv.gz", verb)[_VBG : _VBG + 1]
    found = _override("infl_overrides.csv", verb, "VBG") or _last(forms)
    if found:
        return found.split("/")[0].lower()
    guessed = _lemminflect().getAllInflectionsOOV(verb, "VERB").get("VBG")
    return str(guessed[0]) if guessed else verb + "ing"


def _last(forms: Sequence[str]) -> str:
    return forms[-1] if forms else ""


def _verb(table: str, word: str) -> list[str]:
    """The forms in the line `word,verb,...`; the last one counts where there are several."""
    text = _table(table)
    start = text.rfind(f"\n{word},verb,".encode()) + 1
    return text[start : text.find(b"\n", start)].decode().rstrip("\r").split(",")[2:] if start else []


def _override(table: str, word: str, key: str) -> str:
    text = _table(table)
    start = text.rfind(f"\n{word},{key},".encode()) + 1
    return text[start : text.find(b"\n", start)].decode().strip().split(",")[2] if start else ""


@cache
def _table(name: str) -> bytes:
    found = util.find_spec("lemminflect")
    folder = Path(found.submodule_search_locations[0] if found and found.submodule_search_locations else "lemminflect")
    content = (folder / "resources" / name).read_bytes()
    return b"\n" + (gzip.decompress(content) if name.endswith(".gz") else content) + b"\n"


class _WithoutSpacy:
    """A finder that refuses spaCy, so that lemminflect does without its extension for it, which takes a second."""

    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        if name == "spacy":
            raise ModuleNotFoundError(name)


def _lemminflect() -> ModuleType:
    finder = _WithoutSpacy()
    if "spacy" not in sys.modules:
        sys.meta_path.insert(0, finder)
    try:
        import lemminflect
    finally:
        if finder in sys.meta_path:
            sys.meta_path.remove(finder)
    return lemminflect  # type: ignore[no-any-return]
