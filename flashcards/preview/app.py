"""The page's addresses: the page itself, what is done on it, the cards' frames, and news by server-sent events."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
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
Form = dict[str, str]


class Site:
    """Answers for one session."""

    def __init__(self, session: Session, bell: Bell, token: str, frames: str) -> None:
        self._session = session
        self._curator = Curator(session)
        self._bell = bell
        self._token = token
        self._frames = frames
        self._said = ""
        self._report = ""

    def page(self, request: Request) -> Response:
        """The page for the wish in its address."""
        if not same(request.path_params["token"], self._token):
            return _nothing()
        said = request.query_params.get("said", "")
        shown = self._view(Wish.read(request.query_params))
        look = {name: request.cookies.get(name, "") for name in ("theme", "width")}
        news = (self._said, self._report) if said == "1" else ("", "")
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
        deeds: dict[str, Callable[[Form, Wish], Wish]] = {
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
        self._report = ""
        try:
            wish = deeds[deed](form, wish)
        except UserError as error:
            self._said = error.message
        return f"/{self._token}/{wish.address()}&said=1"

    def _keep(self, form: Form, wish: Wish) -> Wish:
        after = self._after(wish)
        self._curator.keep(form.get("card", ""))
        self._said = "Kept."
        return after

    def _drop(self, form: Form, wish: Wish) -> Wish:
        after = self._after(wish)
        self._curator.drop(form.get("card", ""))
        self._said = "Dropped. u takes it back."
        return after

    def _edit(self, form: Form, wish: Wish) -> Wish:
        self._curator.edit(form.get("card", ""), *(form.get(name, "") for name in ("question", "answer", "hint")))
        self._said = "Changed. u takes it back."
        return wish

    def _swap(self, form: Form, wish: Wish) -> Wish:
        number = form.get("number", "")
        self._curator.swap(form.get("card", ""), int(number) if number.isdecimal() else None)
        self._said = "Swapped. s takes the next one, u takes it back."
        return wish

    def _add(self, form: Form, wish: Wish) -> Wish:
        place = self._place(form)
        key = self._curator.add(place, *(form.get(name, "") for name in ("question", "answer", "hint")))
        self._said = "Made. u takes it back."
        return Wish.read({**form, "card": key, "post": self._session.snapshot.by_key[key][0].key})

    def _undo(self, _: Form, wish: Wish) -> Wish:
        step = self._curator.undo()
        self._said = f"Taken back: a card was {step.done}." if step else "There is nothing to take back."
        if step is None or step.key not in self._session.snapshot.by_key:
            return wish
        return Wish.read(
            {
                **{name: getattr(wish, name) for name in wish.__slots__},
                "card": step.key,
                "post": self._session.snapshot.by_key[step.key][0].key,
            }
        )

    def _export(self, _: Form, wish: Wish) -> Wish:
        made = self._session.export()
        said = f"Wrote {made.out}: {made.cards} {'card' if made.cards == 1 else 'cards'}. In Anki: File, Import."
        self._said = " ".join([said, *made.warnings])
        self._report = "\n".join(made.by_hand)
        return wish

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
