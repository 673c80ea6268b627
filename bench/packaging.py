"""How long packaging takes, beside the least that such a file can cost.

The least: sqlite3's executemany of the very same rows into the very same tables, and a deflated zip of that file. Run
it with `python -m bench.packaging`; `--notes` and `--decks` change the sizes.
"""

from __future__ import annotations

import argparse
import io
import sqlite3
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from genanki.apkg_schema import APKG_SCHEMA

from flashcards.deck import DeckOptions, identify
from flashcards.deck.package import StudyPackage, prepare_package
from flashcards.model import Block, Card, Event, Post, Speaker, Talk

_WORDS = "cache owner limit review team budget alert backup gateway worker queue plan drill night page".split()


def made_up(notes: int, decks: int) -> list[Card]:
    """So many cards, spread over so many talks, no two of them alike; each with an id."""
    event, speakers, file = Event("CacheConf 2031"), (Speaker("Ada Example", "Acme"),), Path("notes.md")
    # As reading gives them: all posts of a talk have the same Talk.
    talks = [
        Talk(f"Talk {number}", event, (), file, number + 1, speakers, url="https://talks.test/1")
        for number in range(decks)
    ]
    cards = []
    for number in range(notes):
        talk = talks[number * decks // notes]
        words = [_WORDS[(number // step) % len(_WORDS)] for step in (1, 15, 225, 3375)]
        # As in livetweets: some posts emphasise a word, most are plain text.
        mark = "_" if number % 3 == 0 else ""
        source = (
            f"The {words[0]} number {number} should have a {words[1]}, because no {words[2]} can be trusted before "
            f"somebody has seen the {mark}{words[3]}{mark} fail on a busy day. #CacheConf"
        )
        post = Post(source, (Block("paragraph", source, number),), number + 1)
        cards.append(
            Card(f"What should the {words[0]} number {number} have?", f"A {words[1]}", "r", "advice", talk, post)
        )
    return identify(cards)


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes, of the processor's time: what else the machine does is nobody's fault."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def plainly(rows: tuple[list[tuple[object, ...]], list[tuple[object, ...]]]) -> None:
    """What nobody can do without: the rows into a database, the database into a zip."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder, "collection.anki2")
        connection = sqlite3.connect(database)
        connection.executescript(APKG_SCHEMA)
        notes, cards = rows
        connection.executemany(f"INSERT INTO notes VALUES({','.join('?' * 11)})", notes)
        connection.executemany(f"INSERT INTO cards VALUES({','.join('?' * 18)})", cards)
        connection.commit()
        connection.close()
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as package:
            package.write(database, "collection.anki2")


def rows_of(package: StudyPackage) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """The rows that the package writes, out of the file that it is."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "a.apkg")
        package.write_to_file(file)
        with zipfile.ZipFile(file) as opened:
            opened.extract("collection.anki2", folder)
        connection = sqlite3.connect(Path(folder, "collection.anki2"))
        found = [connection.execute(f"SELECT * FROM {table}").fetchall() for table in ("notes", "cards")]  # noqa: S608
        connection.close()
        return found[0], found[1]


def measure(notes: int, decks: int, rounds: int) -> float:
    """Print the times for these sizes, the best of some rounds each; gives the whole way's share of the plain time.

    The whole way is from cards to the file: their fields as HTML, tags, guids, notes, rows, database, zip.
    """
    cards = made_up(notes, decks)
    rows = rows_of(prepare_package(cards, DeckOptions()))
    prepared, packed, plain = [], [], []
    # Side by side, so that whatever else the machine does falls on all of them.
    for _ in range(rounds):
        plain.append(seconds(lambda: plainly(rows)))
        begin = time.process_time()
        package = prepare_package(cards, DeckOptions())
        prepared.append(time.process_time() - begin)
        packed.append(seconds(lambda made=package: made.write_to_file(io.BytesIO())))
        # Gone before the clock runs again.
        del package
    whole = min(map(sum, zip(prepared, packed, strict=True)))
    sys.stdout.write(
        f"{notes:7,} notes in {decks:5,} decks: plain {min(plain):5.2f} s, packaging {min(packed):5.2f} s "
        f"({min(packed) / min(plain):.2f} times), cards to notes {min(prepared):5.2f} s, "
        f"all of it {whole:5.2f} s ({whole / min(plain):.2f} times)\n"
    )
    return min(packed) / min(plain)


def main() -> int:
    """Measure; exit status 1 if packaging takes more than 1.5 times the plain time."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--notes", type=int, default=100_000)
    parser.add_argument("--decks", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    share = measure(given.notes, given.decks, given.rounds)
    for decks in (1, 1000, 3000):
        measure(3000, decks, given.rounds)
    return int(share > 1.5)


if __name__ == "__main__":
    sys.exit(main())
