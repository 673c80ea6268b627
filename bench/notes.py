"""Made-up notes of any size for measuring: sentences of the rules' own examples, with other nouns in them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from flashcards.rulebook import load_rules

POSTS_A_TALK = 20
TALKS_AN_EVENT = 25
_SINGULAR = """alert api archive audit backlog backup batch boundary budget bug build cache canary checklist client
cluster commit constraint container contract dashboard database deadline debt decision deploy design developer disk
document engineer error estimate event experiment failure feature firewall flag forecast gateway goal handoff host
incident index interface interview invoice job journal kernel latency ledger library limit log machine manager
measurement meeting merge message metric migration mirror model module network node operator outage owner packet page
partition password patch pattern pipeline plan platform pod policy practice process product project proposal protocol
prototype proxy queue quota release replica report request retrospective review risk rollback router runbook sample
schedule schema script secret server service shard signal silo simulation snapshot squad stack standard story stream
survey switch target team test threshold ticket timeout token tool trace transaction tree trigger tunnel upgrade
vendor version warning workflow workshop""".split()
_PLURAL = {f"{noun}s": noun for noun in _SINGULAR if not noun.endswith(("y", "x", "ch", "s"))}


def write_notes(folder: Path, posts: int, seed: int = 1) -> None:
    """Fill `folder` with notes of events, one a file, that have so many posts in all; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 (made-up notes)
    texts = sorted({example.text for rule in load_rules() for example in (*rule.examples, *rule.silent)})
    texts = [text for text in texts if "\n" not in text]
    for number, start in enumerate(range(0, posts, POSTS_A_TALK * TALKS_AN_EVENT)):
        size = min(POSTS_A_TALK * TALKS_AN_EVENT, posts - start)
        (folder / f"event-{number:04}.md").write_text("\n".join(_event(number, size, texts, chance)), "utf-8")


def _event(number: int, posts: int, texts: list[str], chance: random.Random) -> Iterator[str]:
    yield f"# Conference {number}\n\nMay 29-30, 2031, Springfield\n"
    for post in range(posts):
        if post % POSTS_A_TALK == 0:
            talk = post // POSTS_A_TALK
            first, second = chance.sample(_SINGULAR, 2)
            yield f"## The {first} and the {second}, part {talk}\n\nAda Example\n"
            yield f"[thread](https://example.org/{number}/{talk})\n"
        said = " ".join(_varied(chance.choice(texts), chance) for _ in range(chance.choice((1, 1, 2, 2, 3))))
        yield f"> {said} #Conf{number}\n"


def _varied(text: str, chance: random.Random) -> str:
    plurals = sorted(_PLURAL)

    def other(found: re.Match[str]) -> str:
        word = found.group(0)
        return chance.choice(plurals) if word in _PLURAL else chance.choice(_SINGULAR) if word in _SINGULAR else word

    return re.sub(r"\b[a-z]+\b", other, text)
