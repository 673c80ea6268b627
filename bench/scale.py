"""What a post costs, with few posts and with many: `python -m bench.scale`, by `--posts` for other sizes.

Counted is processor time, in one process without a cache, so that what else the machine does makes little difference.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.notes import write_notes

BUILD = """
import json, pathlib, resource, sys, time
from flashcards.language import cache
from flashcards.options import Options
from flashcards.pipeline import make_deck
from flashcards.watcher import Watcher
parsing = 0.0
inner = cache.Parser._parse
def timed(self, texts):
    global parsing
    started = time.process_time()
    parsed = inner(self, texts)
    parsing += time.process_time() - started
    return parsed
cache.Parser._parse = timed
out = pathlib.Path(sys.argv[2])
_, result = make_deck([pathlib.Path(sys.argv[1])], out, Options(cache=False, remember=False), Watcher())
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([time.process_time(), parsing, memory, len(result.cards), out.stat().st_size]))
"""


def main() -> None:
    """Measure each size and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__)
    parser.add_argument("--posts", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print("| posts | processor seconds | of these parsing | ms a post | MiB of memory | cards | MB of package |")  # noqa: T201
    print("|---|---|---|---|---|---|---|")  # noqa: T201
    for posts in parser.parse_args().posts:
        with tempfile.TemporaryDirectory(prefix="make-deck-scale-") as name:
            folder = Path(name, "notes")
            folder.mkdir()
            write_notes(folder, posts)
            command = [sys.executable, "-c", BUILD, str(folder), f"{name}/deck.apkg"]
            done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
        seconds, parsing, memory, cards, size = json.loads(done.stdout.splitlines()[-1])
        print(  # noqa: T201
            f"| {posts:,} | {seconds:.0f} | {parsing:.0f} | {1000 * seconds / posts:.1f} | {memory:.0f} | {cards:,} |"
            f" {size / 1e6:.1f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
