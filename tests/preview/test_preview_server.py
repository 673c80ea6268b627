"""The page answers this machine's browser, at its address, from itself, and nobody else."""

from __future__ import annotations

import asyncio
import re
import socket
from pathlib import Path
from typing import Any

import httpx
import pytest

from flashcards.deck import DeckOptions
from flashcards.model import CLOZE
from flashcards.options import Options
from flashcards.preview.app import make_app
from flashcards.preview.serve import HOST, listen
from flashcards.preview.session import Session
from tests.preview.conftest import Serve

SELF = {"origin": "http://127.0.0.1:8000"}


class Client:
    """A browser of sorts, that asks the application directly."""

    def __init__(self, session: Session) -> None:
        self._app, _ = make_app(session, 8000, "secret", "frames")

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self._ask("GET", path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:
        return self._ask("POST", path, **more)

    def _ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
                return await client.request(method, path, **more)

        return asyncio.run(ask())


@pytest.fixture
def client(session: Session) -> Client:
    return Client(session)


def test_the_page(client: Client) -> None:
    page = client.get("/secret/")
    assert page.status_code == 200
    assert "Which timeout should be largest?" in page.text
    assert "an introduction or announcement" in page.text
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert page.headers["referrer-policy"] == "same-origin"


def test_notes_are_shown_as_text(client: Client, session: Session) -> None:
    key = next(post.key for post in session.snapshot.posts if "<script>" in post.post.source)
    page = client.get(f"/secret/?post={key}").text
    assert "&lt;script&gt;document.title" in page
    assert not re.search(r"<script(?! src=\"page.js\")", page)
    assert "Order <b>" not in page
    evil = '"><script>alert(1)</script>'
    assert "<script>alert" not in client.get("/secret/", params={"q": evil, "rule": evil, "card": evil}).text


@pytest.mark.parametrize("path", ["/", "/wrong/", "/wrong/page.js", "/wrong/events", "/frames/", "/secret/nothing"])
def test_nothing_without_the_token(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_nothing_done_without_the_token(client: Client, session: Session) -> None:
    card = {"card": session.snapshot.cards[0].key}
    for token in ("wrong", "frames"):
        assert client.post(f"/{token}/do/drop", data=card, headers=SELF).status_code == 404
    assert client.post("/secret/do/harm", data=card, headers=SELF).status_code == 404
    assert not session.file.exists()


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1", "127.0.0.1:8001", "localhost:80"])
def test_other_hosts(client: Client, host: str) -> None:
    assert client.get("/secret/", headers={"host": host}).status_code == 403


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "http://127.0.0.1:9", "http://localhost:8000"])
def test_other_origins(client: Client, session: Session, origin: str | None) -> None:
    headers = {} if origin is None else {"origin": origin}
    card = {"card": session.snapshot.cards[0].key}
    assert client.post("/secret/do/drop", data=card, headers=headers).status_code == 403
    assert not session.file.exists()
    if origin:
        assert client.get("/secret/", headers=headers).status_code == 403


def test_a_deed_shows_the_next_card(client: Client, session: Session) -> None:
    first, second = session.snapshot.cards[:2]
    answer = client.post("/secret/do/drop", data={"card": first.key}, headers=SELF)
    assert answer.status_code == 303
    assert f"card={second.key}" in answer.headers["location"]
    assert "Dropped." in client.get(answer.headers["location"]).text
    assert session.snapshot.by_key[first.key][1].state == "dropped"


def test_two_pages_hear_each_their_own_news(client: Client, session: Session) -> None:
    first, second = session.snapshot.cards[:2]
    dropped = client.post("/secret/do/drop", data={"card": first.key}, headers=SELF).headers["location"]
    kept = client.post("/secret/do/keep", data={"card": second.key}, headers=SELF).headers["location"]
    assert "Dropped." in client.get(dropped).text
    assert "Kept." in client.get(kept).text
    assert "Kept." not in client.get("/secret/?said=999").text


def test_errors_are_said_on_the_page(client: Client) -> None:
    answer = client.post("/secret/do/drop", data={"card": "nothing"}, headers=SELF)
    assert "no longer there" in client.get(answer.headers["location"]).text
    assert client.post("/secret/do/drop", content=b"\xff=%ff&&&", headers=SELF).status_code == 303


def test_too_much(client: Client) -> None:
    assert client.post("/secret/do/add", data={"question": "x" * 200_000}, headers=SELF).status_code == 403


def test_a_cloze_in_its_frame(notes: Path, tmp_path: Path) -> None:
    session = Session([notes], Options(deck=DeckOptions(cloze=True)), tmp_path / "deck.apkg")
    session.rebuild()
    card = session.snapshot.cards[0]
    assert card.card.form == CLOZE
    client = Client(session)
    front = client.get(f"/frames/card/{card.key}/").text
    back = client.get(f"/frames/card/{card.key}/?side=1").text
    assert 'nginx timeout &lt; <span class="cloze">[...]</span> timeout.' in front
    assert 'nginx timeout &lt; <span class="cloze">proxy</span> timeout.' in back
    assert ".cloze {" in front


def test_a_card_in_its_frame(client: Client, session: Session) -> None:
    card = session.snapshot.cards[-1]
    front = client.get(f"/frames/card/{card.key}/")
    back = client.get(f"/frames/card/{card.key}/?side=1&dark=1")
    assert card.card.question in front.text.replace("&#x27;", "'")
    assert "<mark>" not in front.text
    assert 'class="card card1 nightMode night_mode"' in back.text
    assert "<script>document.title" not in back.text
    policy = back.headers["content-security-policy"]
    assert policy.startswith("sandbox allow-scripts")
    assert "allow-same-origin" not in policy
    assert "connect-src" not in policy
    assert "default-src 'none'" in policy
    assert "secret" not in back.text
    for path in (f"/secret/card/{card.key}/", "/frames/card/nothing/", f"/frames/card/{card.key}/passwd"):
        assert client.get(path).status_code == 404


def test_a_port_that_is_taken() -> None:
    with listen(0) as first:
        port = first.getsockname()[1]
        with listen(port) as second:
            assert second.getsockname()[0] == HOST
            assert second.getsockname()[1] != port


def test_the_command_serves_this_machine_only(serve: Serve) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        address = serve("--port", str(busy.getsockname()[1]))
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{20,}/", address)
    assert httpx.get(address).status_code == 200
    assert httpx.get(address, headers={"host": "evil.example"}).status_code == 403
    assert httpx.get(address.rsplit("/", 2)[0] + "/").status_code == 404
