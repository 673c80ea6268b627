"""The quick look-up of verb forms says what lemminflect says, and brings in neither its tables nor spaCy."""

from __future__ import annotations

import subprocess
import sys

import lemminflect
import pytest

from flashcards.language.inflections import _table, verb_ing, verb_lemma

KNOWN = [line.split(",")[0].lower() for line in _table("lemma_lu.csv.gz").decode().split("\n") if line]


@pytest.mark.parametrize("word", [*KNOWN[::400], "can", "must", "fit", "marvel", "got", "zinc", "zorbled", "sharded"])
def test_same_as_lemminflect(word: str) -> None:
    lemma, ing = lemminflect.getLemma(word, upos="VERB"), lemminflect.getInflection(word, tag="VBG")
    assert verb_lemma(word) == (lemma[0] if lemma else word)
    assert verb_ing(word) == (ing[0] if ing else word + "ing")


def test_known_verbs_need_no_tables_and_unknown_ones_no_spacy() -> None:
    code = """
import sys
from flashcards.language.inflections import verb_ing, verb_lemma
assert (verb_lemma("driven"), verb_ing("run")) == ("drive", "running")
assert "lemminflect" not in sys.modules
verb_lemma("zorbled")
assert "lemminflect" in sys.modules and "spacy" not in sys.modules
import spacy
"""
    subprocess.run([sys.executable, "-c", code], check=True)
