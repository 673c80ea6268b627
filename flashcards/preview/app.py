"""The page's addresses: the page itself, what is done on it, the cards' frames, and news by server-sent events."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from flashcards.errors import UserError
from flashcards.preview.actions import Curator
from flashcards.preview.bell import Bell
from flashcards.preview.frame import card_frame, picture
from flashcards.preview.guard import Guard, same
from flashcards.preview.html import page_html
from flashcards.preview.session import Session
from flashcards.preview.snapshot import ShownPost, ShownTalk
from flashcards.preview.view import View, Wish, view
from flashcards.preview.watch import watch

_FILES = {"page.css": "text/css", "page.js": "text/javascript", "icon.svg": "image/svg+xml"}
_FOLDER = Path(__file__).parent / "page"
_ALIVE = 15.0  # seconds between signs of life
_REMEMBERED = 50  # news that a page may still ask for
Form = dict[str, str]
Done = tuple[Wish, str]  # what to show next, and what to say: a line, and what to do by hand in the lines after it


class Site:
    """Answers for one session."""

    def __init__(self, session: Session, bell: Bell, token: str, frames: str) -> None:
        self._session = session
        self._curator = Curator(session)
        self._bell = bell
        self._token = token
        self._frames = frames
        self._messages: dict[str, str] = {}  # by their number in an address: two pages at once have each their own
        self._numbers = count(1)

    def page(self, request: Request) -> Response:
        """The page for the wish in its address."""
        if not same(request.path_params["token"], self._token):
            return _nothing()
        news = self._messages.get(request.query_params.get("said", ""), "")
        shown = self._view(Wish.read(request.query_params))
        look = {name: request.cookies.get(name, "") for name in ("theme", "width")}
        html = page_html(shown, self._frames, news, look, self._session.options.deck)
        policy = (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
            " frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        )
        return HTMLResponse(html, headers={"content-security-policy": policy})

    def file(self, request: Request) -> Response:
        """Style, script and icon."""
        name = request.path_params["name"]
        if not same(request.path_params["token"], self._token) or name not in _FILES:
            return _nothing()
        return Response((_FOLDER / name).read_bytes(), media_type=_FILES[name])

    async def act(self, request: Request) -> Response:
        """Do what a form says, then go to the page that shows it."""
        if not same(request.path_params["token"], self._token):
            return _nothing()
        fields = parse_qs((await request.body()).decode("utf-8", "replace"), keep_blank_values=True)
        form = {name: values[-1] for name, values in fields.items()}
        address = await run_in_threadpool(self._act, request.path_params["deed"], form)
        return RedirectResponse(address, 303) if address else _nothing()

    async def events(self, request: Request) -> Response:
        """The snapshot's version, each time there is another one."""
        if not same(request.path_params["token"], self._token):
            return _nothing()
        return StreamingResponse(self._news(), media_type="text/event-stream")

    def frame(self, request: Request) -> Response:
        """A side of a card, or a picture on it."""
        params, given = request.path_params, request.query_params
        found = self._session.snapshot.by_key.get(params["key"])
        if not same(params["token"], self._frames) or found is None:
            return _nothing()
        if params.get("name"):
            return picture(found[1].card, params["name"]) or _nothing()
        side = int(given["side"]) if given.get("side", "") in ("0", "1", "2", "3") else 0
        host = request.headers["host"]
        return card_frame(found[1].card, self._session.options.deck, side, given.get("dark") == "1", host)

    async def _news(self) -> AsyncIterator[str]:
        seen = -1
        while not self._bell.closed:
            version = self._session.snapshot.version
            yield f"data: {version}\n\n" if version != seen else ": still here\n\n"
            if version == self._session.snapshot.version:
                await self._bell.wait(_ALIVE)
            seen = version

    def _view(self, wish: Wish) -> View:
        return view(self._session.snapshot, wish, self._session.place_of(wish.post))

    def _act(self, deed: str, form: Form) -> str:
        """Where to go after the deed; "" if there is no such deed."""
        deeds: dict[str, Callable[[Form, Wish], Done]] = {
            "keep": self._keep,
            "drop": self._drop,
            "edit": self._edit,
            "swap": self._swap,
            "add": self._add,
            "undo": self._undo,
            "export": self._export,
        }
        if deed not in deeds:
            return ""
        wish = Wish.read(form)
        try:
            wish, news = deeds[deed](form, wish)
        except UserError as error:
            news = error.message
        number = str(next(self._numbers))
        self._messages = {**dict(list(self._messages.items())[-_REMEMBERED:]), number: news}
        return f"/{self._token}/{wish.address()}&said={number}"

    def _keep(self, form: Form, wish: Wish) -> Done:
        after = self._after(wish)
        self._curator.keep(form.get("card", ""))
        return after, "Kept."

    def _drop(self, form: Form, wish: Wish) -> Done:
        after = self._after(wish)
        self._curator.drop(form.get("card", ""))
        return after, "Dropped. u takes it back."

    def _edit(self, form: Form, wish: Wish) -> Done:
        self._curator.edit(form.get("card", ""), *(form.get(name, "") for name in ("question", "answer", "hint")))
        return wish, "Changed. u takes it back."

    def _swap(self, form: Form, wish: Wish) -> Done:
        number = form.get("number", "")
        self._curator.swap(form.get("card", ""), int(number) if number.isdecimal() else None)
        return wish, "Swapped. s takes the next one, u takes it back."

    def _add(self, form: Form, _: Wish) -> Done:
        place = self._place(form)
        key = self._curator.add(place, *(form.get(name, "") for name in ("question", "answer", "hint")))
        return self._at_card(Wish.read(form), key), "Made. u takes it back."

    def _undo(self, _: Form, wish: Wish) -> Done:
        step = self._curator.undo()
        if step is None:
            return wish, "There is nothing to take back."
        return self._at_card(wish, step.key), f"Taken back: a card was {step.done}."

    def _export(self, _: Form, wish: Wish) -> Done:
        made = self._session.export()
        said = f"Wrote {made.out}: {made.cards} {'card' if made.cards == 1 else 'cards'}. In Anki: File, Import."
        return wish, "\n".join([" ".join([said, *made.warnings]), *made.by_hand])

    def _at_card(self, wish: Wish, key: str) -> Wish:
        """The wish with this card chosen, if it is there."""
        found = self._session.snapshot.by_key.get(key)
        return replace(wish, card=key, post=found[0].key) if found else wish

    def _after(self, wish: Wish) -> Wish:
        """The wish for the next card, or for this one where it is the last."""
        shown = self._view(wish)
        address = shown.step(1)
        return Wish.read({name: values[-1] for name, values in parse_qs(address[1:]).items()}) if address else wish

    def _place(self, form: Form) -> ShownPost | ShownTalk:
        for post in self._session.snapshot.posts:
            if post.key == form.get("place"):
                return post.talk if form.get("to") == "talk" else post
        raise UserError("this post is no longer there; the notes changed meanwhile")


def make_app(session: Session, port: int, token: str, frames: str) -> tuple[ASGIApp, Bell]:
    """The application, and the bell that ends its waiting when it is closed."""
    bell = Bell()
    session.on_change(bell.ring)
    site = Site(session, bell, token, frames)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        bell.open()
        watching = asyncio.create_task(watch(session))
        warming = asyncio.create_task(asyncio.to_thread(session.warm))
        yield
        watching.cancel()
        session.close()
        with suppress(asyncio.CancelledError):
            await watching
        await warming

    routes = [
        Route("/{token}/", site.page),
        Route("/{token}/events", site.events),
        Route("/{token}/do/{deed}", site.act, methods=["POST"]),
        Route("/{token}/card/{key}/", site.frame),
        Route("/{token}/card/{key}/{name}", site.frame),
        Route("/{token}/{name}", site.file),
    ]
    return Guard(Starlette(routes=routes, lifespan=life), port), bell


def _nothing() -> Response:
    return PlainTextResponse("There is nothing here. Open the address that make-deck printed.\n", 404)
