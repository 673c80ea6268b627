"""Who may talk to the page: this machine's browser, at the printed address, from the page itself."""

from __future__ import annotations

import secrets
from collections.abc import MutableMapping
from typing import Any

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SAFE = ("GET", "HEAD")
_BIGGEST = 100_000  # bytes of a form


class Guard:
    """Lets through what has the right Host, no foreign Origin, and for a change the page's own; adds safe headers."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._hosts = tuple(f"{name}:{port}" for name in ("127.0.0.1", "localhost"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        refusal = self._refusal(scope["method"], headers)
        app = PlainTextResponse(refusal, 403) if refusal else self._app

        async def careful(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(message)
            await send(message)

        await app(scope, receive, careful)

    def _refusal(self, method: str, headers: dict[str, str]) -> str:
        host, origin = headers.get("host", ""), headers.get("origin")
        if host not in self._hosts:
            return "This page answers to 127.0.0.1 only.\n"
        if (origin is not None or method not in _SAFE) and origin != f"http://{host}":
            return "This was not sent by the page itself.\n"
        length = headers.get("content-length", "0")
        if method not in _SAFE and (not length.isdigit() or int(length) > _BIGGEST or "transfer-encoding" in headers):
            return "This is too much.\n"
        return ""


def same(one: str, two: str) -> bool:
    """Whether two tokens are the same, told in the same time whatever they are."""
    return secrets.compare_digest(one.encode(), two.encode())


def _add_headers(message: MutableMapping[str, Any]) -> None:
    added = {
        b"x-content-type-options": b"nosniff",
        b"referrer-policy": b"same-origin",
        b"cross-origin-opener-policy": b"same-origin",
        b"cache-control": b"no-store",
        b"permissions-policy": b"camera=(), microphone=(), geolocation=()",
    }
    names = {name for name, _ in message["headers"]}
    message["headers"] = [*message["headers"], *((name, value) for name, value in added.items() if name not in names)]
