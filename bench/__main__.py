"""`make bench`: what make-deck takes, beside what it is to be compared with, measured in one run on one machine.

Each pair is measured alternately and the quickest of its runs counts. `--huge` adds 100,000 posts.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.notes import write_notes

SHARED = Path("../shared/notes/devopsdays-toronto-2019.md")
MODEL = "from flashcards.language.parser import model_name; import spacy; nlp = spacy.load(model_name())"
BARE = """
import sys, time, pathlib
from flashcards.reading import read_notes
texts = [post.source for talk in read_notes([pathlib.Path(sys.argv[1])]) for post in talk.posts]
started = time.perf_counter()
{model}
loaded = time.perf_counter()
words = sum(len(doc) for doc in nlp.pipe(texts))
print("parse", time.perf_counter() - loaded)
"""
STAGES = """
import sys, time, pathlib, resource
from flashcards.language import cache
from flashcards.options import Options
from flashcards.pipeline import make_deck
from flashcards.watcher import Watcher
from flashcards.reading import read_notes
spent = 0.0
inner = cache.Parser._parse
def timed(self, texts):
    global spent
    started = time.perf_counter()
    parsed = inner(self, texts)
    spent += time.perf_counter() - started
    return parsed
cache.Parser._parse = timed
notes = [pathlib.Path(sys.argv[1])]
started = time.perf_counter()
read_notes(notes)
reading = time.perf_counter() - started
started = time.perf_counter()
_, result = make_deck(notes, pathlib.Path(sys.argv[2]), Options(cache=False, remember=False), Watcher())
total = time.perf_counter() - started
print("rest", total - reading - spent)
print("cards", len(result.cards))
print("memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
WATCHED = """
import sys, time, pathlib
from flashcards.generation.setup import ready
from flashcards.options import Options
from flashcards.pipeline import make_deck
from flashcards.watcher import Watcher
notes, out, edited, post = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), sys.argv[4]
make_deck([notes], out, Options(), Watcher())
ready(Options())
text = edited.read_text("utf-8")
edited.write_text(text.replace(post, post.replace("engineer", "manager")), "utf-8")
started = time.perf_counter()
make_deck([notes], out, Options(), Watcher())
print("edited", time.perf_counter() - started)
"""
POST = "A glossary of outages is a map that every new engineer can read."


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what was measured, beside what, and what the ratio may be."""

    work: str
    ours: float
    beside: str
    theirs: float
    limit: str
    good: bool


def main() -> None:
    """Measure and print the table; exit status 1 where something is above its limit."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--huge", action="store_true", help="100,000 posts as well; takes some minutes")
    parser.add_argument("--posts", type=int, default=10_000, help="how many posts many are")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="make-deck-bench-") as folder:
        os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        # Where Python may not keep what it compiled, everything is compiled again each time, as on no user's machine.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        rows = [*_small(Path(folder)), *_many(Path(folder), given.posts)]
        if given.huge:
            rows += _huge(Path(folder), given.posts)
    print("| work | seconds | beside | seconds | ratio | must be |  |")  # noqa: T201
    print("|---|---|---|---|---|---|---|")  # noqa: T201
    for row in rows:
        ratio = row.ours / row.theirs
        print(  # noqa: T201
            f"| {row.work} | {row.ours:.2f} | {row.beside} | {row.theirs:.2f} | {ratio:.2f} | {row.limit} |"
            f" {'yes' if row.good else 'NO'} |"
        )
    sys.exit(not all(row.good for row in rows))


def _small(folder: Path) -> list[Row]:
    notes = SHARED if SHARED.exists() else Path("notes")
    deck = [*_make_deck(notes), "-o", f"{folder}/small.apkg", "--no-ledger"]
    bare = [sys.executable, "-c", BARE.format(model=MODEL), str(notes)]
    python = [sys.executable, "-c"]
    helped, click = _side_by_side(_make_deck("--help"), [*python, "import click"], 7)
    first, script = _side_by_side([*deck, "--no-cache"], bare, 3)
    _seconds(deck)
    again, imports = _side_by_side(deck, [*python, "import click, jinja2, genanki"], 5)
    return [
        _at_most("make-deck --help", helped, "import click", click, 2),
        _at_most(f"{notes.name}, nothing changed", again, "import click, jinja2, genanki", imports, 3),
        _at_most(f"{notes.name}, first run", first, "bare spaCy script", script, 1.3),
    ]


def _many(folder: Path, posts: int) -> list[Row]:
    notes = folder / "many"
    notes.mkdir()
    write_notes(notes, posts)
    parse = _printed([sys.executable, "-c", BARE.format(model=MODEL), str(notes)])["parse"]
    rest = _printed([sys.executable, "-c", STAGES, str(notes), f"{folder}/stages.apkg"])["rest"]
    deck = [*_make_deck(notes), "-o", f"{folder}/many.apkg"]
    one = _seconds([*deck, "--no-cache", "--no-ledger", "--jobs", "1"])
    two = _seconds([*deck, "--no-cache", "--no-ledger", "--jobs", "2"])
    _seconds(deck)
    again = _seconds(deck)
    file = sorted(notes.glob("*.md"))[0]
    lines = file.read_text("utf-8").split("\n")
    at = max(number for number, line in enumerate(lines) if line.startswith("> "))
    lines[at] = f"> {POST} #Conf0"
    file.write_text("\n".join(lines), "utf-8")
    edited = _seconds(deck)
    watched = _printed([sys.executable, "-c", WATCHED, str(notes), f"{folder}/many.apkg", str(file), POST])["edited"]
    return [
        _at_most(f"{posts} posts, rules to package", rest, "bare parse", parse, 0.5),
        Row(f"{posts} posts, one process", one, "two processes", two, ">= 1.6", one / two >= 1.6),
        Row(f"{posts} posts, one edited", edited, "nothing changed", again, "<= 2 s", edited <= 2),
        Row(f"{posts} posts, one edited, watched", watched, "two seconds", 2, "<= 2 s", watched <= 2),
    ]


def _huge(folder: Path, posts: int) -> list[Row]:
    results = []
    for times in (1, 10):
        notes = folder / f"times-{times}"
        notes.mkdir()
        write_notes(notes, times * posts)
        started = time.perf_counter()
        printed = _printed([sys.executable, "-c", STAGES, str(notes), f"{folder}/huge.apkg"])
        results.append((time.perf_counter() - started, printed["memory"]))
    (few, _), (many, memory) = results
    work = f"{10 * posts} posts"
    return [
        _at_most(work, many, f"{posts} posts", few, 11),
        Row(f"{work}, MiB of memory", memory, "a GiB", 1024, "<= 1", memory <= 1024),
    ]


def _at_most(work: str, ours: float, beside: str, theirs: float, most: float) -> Row:
    return Row(work, ours, beside, theirs, f"<= {most:g}", ours <= most * theirs)


def _make_deck(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "flashcards", *map(str, arguments)]


def _side_by_side(ours: Sequence[str], theirs: Sequence[str], times: int) -> tuple[float, float]:
    """The quickest of several runs of each, in turn."""
    pairs = [(_seconds(ours), _seconds(theirs)) for _ in range(times)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def _seconds(command: Sequence[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    return time.perf_counter() - started


def _printed(command: Sequence[str]) -> dict[str, float]:
    """The numbers that a script prints, by name."""
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    return {name: float(number) for name, number in re.findall(r"^(\w+) ([\d.e-]+)$", output, re.MULTILINE)}


if __name__ == "__main__":
    main()
