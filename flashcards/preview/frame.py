"""A card as Anki draws it, as a document of its own for a sandboxed frame."""

from __future__ import annotations

import mimetypes

from starlette.responses import HTMLResponse, Response

from flashcards.deck import DeckOptions, load_templates
from flashcards.deck.page import sides
from flashcards.errors import UserError
from flashcards.model import CLOZE, Card

# The frame tells the page how high the card is and that it was clicked; it is told nothing.
_SCRIPT = """
(function () {
  function tell(what) { parent.postMessage(what, "*"); }
  function size() { tell({ height: document.body.scrollHeight }); }
  addEventListener("load", size);
  new ResizeObserver(size).observe(document.body);
  addEventListener("click", function (event) {
    var chosen = String(getSelection());
    tell({ click: !chosen && !event.target.closest("a, summary, button, input") });
  });
  document.documentElement.addEventListener("mouseenter", function () { tell({ hover: true }); });
  addEventListener("keydown", function () { tell({ click: false }); });
})();
"""
_DOCUMENT = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<base target="_blank"><title>Card</title>
<style>html { color-scheme: %(scheme)s } body { margin: 0; padding: 4px 8px } %(css)s</style></head>
<body class="card card%(number)d%(night)s">
<main id="qa">%(side)s</main>
<script>%(script)s</script></body></html>
"""


def card_frame(card: Card, options: DeckOptions, side: int, dark: bool, host: str) -> Response:
    """Side 0 is the front, 1 the back, 2 and 3 those of the card the other way round. Broken templates show why."""
    try:
        faces = [face for pair in sides(card, load_templates(options), images=True) for face in pair]
        templates = load_templates(options)
        css = templates.cloze_css if card.form == CLOZE else templates.css
    except UserError as error:
        return Response(error.message, 500, media_type="text/plain", headers=_headers(host))
    values = {
        "scheme": "dark" if dark else "light",
        "css": css.replace("</", "<\\/"),
        "number": side // 2 + 1,
        "night": " nightMode night_mode" if dark else "",
        "side": faces[side % len(faces)] if faces else "",
        "script": _SCRIPT,
    }
    return HTMLResponse(_DOCUMENT % values, headers=_headers(host))


def side_count(card: Card, options: DeckOptions) -> int:
    """How many sides the cards of this one have: 2, or 4 with the other way round."""
    return 2 * len(list(sides(card, load_templates(options))))


def picture(card: Card, name: str) -> Response | None:
    """The picture of this name if the card shows it."""
    for one in card.pictures:
        if one.name == name and one.file is not None:
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            # An SVG opened by itself must not run anything either.
            policy = {"content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'"}
            return Response(one.file.read_bytes(), media_type=kind, headers=policy)
    return None


def _headers(host: str) -> dict[str, str]:
    # The templates' own scripts may run, but reach nobody: no network but the card's pictures, no origin.
    policy = (
        "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
        f" script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src http://{host} data:; font-src data:;"
        f" base-uri 'none'; form-action 'none'; frame-ancestors http://{host}"
    )
    return {"content-security-policy": policy}
