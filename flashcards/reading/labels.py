"""Words people put above and before parts of their notes: what is a label, and what stands below it."""

from __future__ import annotations

import re
from enum import Enum


class Label(Enum):
    """What a label announces."""

    POSTS = "posts"
    LINKS = "links"  # links and indexes: what has a link is no post
    NONE = "none"  # credits and the like: nothing there is a post, block quotes aside
    SPEAKERS = "speakers"


_THREAD = r"(?:twitter|tweet|mastodon|bluesky|fediverse|social|x)?\s*(?:threads?|thrads?|toots?|skeets?)"
_LIVE = r"live\s?-?(?:tweets?|tweeted|toots?|posts?|blog|notes?|skeets?)"
_LINKS = (
    rf"{_THREAD}|twitter|mastodon|bluesky|videos?|recordings?|youtube|slides?|slide deck|deck|sketch(?:es)?|"
    r"sketch ?notes?|links?|urls?|sources?|web ?sites?|repo(?:sitory)?|code|paper|abstract|blog(?: post)?|"
    r"further reading|references|"
    r"(?:other |more |additional |talk )?(?:materials?|links|resources|information|info)"
)
_LABELS = (
    (
        Label.POSTS,
        (
            rf"(?:(?:my|our|the)\s+)?(?:{_LIVE}\s*(?:contents?|notes|posts)?|tweets|toots|posts|thread contents?)|"
            r"(?:(?:my|our|the|other|more|additional|general|further|raw|talk|session)\s+)*(?:notes|thoughts|comments|remarks)"
        ),
    ),
    (Label.SPEAKERS, r"(?:the )?(?:speakers?|presenters?|panel(?:l?ists?)?)"),
    (
        Label.LINKS,
        rf"{_LINKS}|(?:the\s+)?(?:talks|sessions|schedule|program(?:me)?|agenda|index)|table of contents|contents|toc",
    ),
    (
        Label.NONE,
        (
            r"video\s+(?:segments?|clips?|excerpts?)|(?:(?:photo|picture|image|sketch)s?\s+)?(?:credits?|attributions?)|"
            r"acknowledge?ments?|thanks|licen[cs]e|footnotes|about (?:these notes|me|the author)"
        ),
    ),
)
_KEYS = {
    "speakers": (
        r"(?:keynote )?speakers?|presenters?|(?:presented |talk |given |hosted |moderated )?by|panel(?:l?ists?)?|"
        r"authors?|hosts?|moderators?"
    ),
    "date": r"dates?|when",
    "place": r"locations?|place|venue|where|city",
    "links": _LINKS,
    "other": r"room|time|track|duration|hashtags?|slot",
}
_LABEL_PATTERNS = [(label, re.compile(rf"(?:{words})\s*:?\s*\Z", re.I)) for label, words in _LABELS]
_KEY_PATTERNS = [(key, re.compile(rf"(?:{words})\s*[:：]\s*(?=\S)", re.I)) for key, words in _KEYS.items()]
_BY = re.compile(r"(?:[Pp]resented |[Gg]iven |[Aa] talk )?[Bb]y\s+(?=[A-Z@\x00])")
_CREDIT = re.compile(
    r"[\W_]*(?:(?:photo|image|picture|illustration|sketch|drawing|cover|cartoon)s?\s*"
    r"(?:credits?\b|source\b|:?\s*(?:taken |drawn |made )?(?:by|courtesy|©|via)\b)|(?:photos?|credits?)\s*:|©|\(c\)\s)",
    re.I,
)
_THREAD_TEXT = re.compile(r"\b(?:threads?|thrads?|toots?|tweets?|skeets?|livetweets?)\b", re.I)
_THREAD_URL = re.compile(
    r"https?://(?:(?:www\.|mobile\.)?(?:twitter|x)\.com/[^/?#]+/status/\d|[^/]+/@[^/?#]+/\d|bsky\.app/profile/[^/]+/post/|"
    r"(?:www\.)?threadreaderapp\.com/)"
)
_RESOURCE = re.compile(rf"(?:{_LINKS})\Z", re.I)


def label_of(text: str) -> Label | None:
    """What a heading or line in bold announces if it is a label and no talk; `text` is plain."""
    if len(text) > 60:
        return None
    return next((label for label, pattern in _LABEL_PATTERNS if pattern.match(text)), None)


def key_of(line: str) -> tuple[str, int]:
    """The key of a `Key: value` line ("speakers", "date", "place", "links", "other") and where the value begins.

    ("", 0) if it is none. "by X" counts as speakers.
    """
    for key, pattern in _KEY_PATTERNS:
        if found := pattern.match(line):
            return key, found.end()
    found = _BY.match(line)
    return ("speakers", found.end()) if found else ("", 0)


def is_credit(text: str) -> bool:
    """Whether a short text says whose picture is shown."""
    return len(text) < 200 and bool(_CREDIT.match(text))


def is_resource(text: str) -> bool:
    """Whether a link's text names a kind of material ("video", "slides", "twitter thread") and no person."""
    return len(text) <= 60 and bool(_RESOURCE.match(text.strip(" :*_")))


def is_thread(text: str, url: str) -> bool:
    """Whether a link leads to the thread of posts that the notes were taken from."""
    web = url.startswith(("http://", "https://"))
    return bool(_THREAD_URL.match(url)) or (web and bool(_THREAD_TEXT.search(text[:200])))
