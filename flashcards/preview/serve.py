"""The server: a free port of this machine only, the address, the browser, and a quiet end."""

from __future__ import annotations

import asyncio
import errno
import secrets
import socket
import webbrowser
from collections.abc import Callable

import uvicorn

from flashcards.errors import UserError
from flashcards.preview.app import make_app
from flashcards.preview.session import Session

HOST = "127.0.0.1"


def serve(session: Session, port: int, browser: bool, say: Callable[[str], None]) -> None:
    """Serve the session's page until Ctrl-C; `say` gets the address. Raises UserError if no port can be had."""
    listening = listen(port)
    taken = listening.getsockname()[1]
    if port not in (0, taken):
        say(f"port {port} is taken, so it is port {taken}")
    tokens = secrets.token_urlsafe(16), secrets.token_urlsafe(16)
    app, bell = make_app(session, taken, *tokens)
    address = f"http://{HOST}:{taken}/{tokens[0]}/"
    config = uvicorn.Config(
        app, log_level="critical", access_log=False, lifespan="on", timeout_graceful_shutdown=1, server_header=False
    )

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            say(f"the cards are at {address} until you press Ctrl-C")
            if browser:
                # In a thread: some browsers are waited for until they are closed.
                asyncio.get_running_loop().run_in_executor(None, webbrowser.open, address)

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            bell.close()
            await super().shutdown(sockets)

    with listening:
        Server(config).run(sockets=[listening])


def listen(port: int) -> socket.socket:
    """A socket at this port of this machine, or at any that is free where this one is taken. Raises UserError."""
    for wanted in (port, 0):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((HOST, wanted))
            listening.listen(128)
        except OSError as problem:
            listening.close()
            if problem.errno not in (errno.EADDRINUSE, errno.EACCES) or wanted == 0:
                reason = problem.strerror or str(problem)
                raise UserError(f"no page can be served at {HOST}:{wanted}: {reason}; try another --port") from None
        else:
            return listening
    raise AssertionError("port 0 is always another")
