"""The one boundary where the notes' text becomes HTML that Anki shows as text and as nothing else."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from markdown_it.common.normalize_url import normalizeLink

# C0 and C1 controls but tab and newline: \x1f separates fields inside Anki and would break the import. Lone
# surrogates cannot be written as UTF-8.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# Most texts have nothing in them that means anything to HTML or Anki; looking once is all they cost.
_ANYTHING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff&<>\"'\\[\\\\{}]")
_SAFE_SCHEME = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_OPENS_MATH = re.compile(r"\\(?=\(|&#91;)")


def clean(text: str) -> str:
    """The text without the control characters that would break a field; line ends become newlines."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def is_plain(text: str) -> bool:
    """Whether a text is its own HTML: `escape` would give it back as it is."""
    return _ANYTHING.search(text) is None


def escape(text: str) -> str:
    """HTML that shows exactly `text` in Anki: no tags, media, sounds, LaTeX, MathJax or cloze; newlines are kept."""
    if not _ANYTHING.search(text):
        return text
    escaped = html.escape(clean(text))
    # [sound:x], [latex], [$] and [anki:play:...] are looked for in the HTML source, wherever they stand.
    escaped = escaped.replace("[", "&#91;")
    # MathJax looks at the page, where entities no longer help; it reads across no element that it is told to ignore.
    escaped = _OPENS_MATH.sub(r'<span class="tex2jax_ignore">\\</span>', escaped)
    return escaped.replace("{{", "{&#123;").replace("}}", "}&#125;")


def escape_lines(text: str) -> str:
    """Like `escape`, for text whose line ends matter: each becomes a `<br>`."""
    text = escape(text)
    return text.replace("\n", "<br>") if "\n" in text else text


@lru_cache(maxsize=1024)
def safe_url(url: str) -> str:
    """The address ready to stand in an `href` attribute; "" unless it is a http, https or mailto link."""
    address = clean(url).strip()
    if not _SAFE_SCHEME.match(address):
        return ""
    try:
        # Percent-encodes what could be a construct of Anki's: brackets, braces, backslashes.
        encoded = normalizeLink(address)
    except ValueError:
        return ""
    return html.escape(encoded).replace("[", "&#91;").replace("{", "&#123;").replace("}", "&#125;")
