"""A block's inline Markdown to the plain prose that is parsed.

What a parser trips over is taken out or put in words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flashcards.language.spelling import spelled

IMAGE = re.compile(r"!\[[^\]\n]{0,500}\]\([^()\s]{0,2000}\)")
LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\s]{0,2000}\)")
AUTOLINK = re.compile(r"<?\bhttps?://[^\s<>]+>?")
TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
CODE = re.compile(r"(?<!`)`+([^`\n]{1,300})`+")
EMPHASIS = re.compile(r"(?<![\w*_])([*_]{1,3})(?=[^\s*_])([^*_\n]{1,200}?)(?<=[^\s*_])\1(?![\w*_])")
HASHTAG = re.compile(r"(?:(?<=\s)|^)#([A-Za-z]\w*)")
LONE_HASHTAG = re.compile(r"#[A-Za-z]\w*")
TAIL = re.compile(r"\s*(?:\[[^\[\]\n]{0,60}\]\s*)?$")  # what may stand behind hashtags at the end
NAMED_TWICE = re.compile(r"\b((?:[A-Z][\w'-]+ ){1,3}[A-Z][\w'-]+),? \1\b")  # "Ada Byron @ada", the handle put as a name
HANDLE = re.compile(r"(?<![\w.@/])@(\w{2,30})")
MARKS = re.compile(
    r"\[(?:fin|end|image|img|photo|picture|slide|cont|continued|sic)\]|\(\s*\d{1,3}\s*/\s*(?:\d{1,3}|n|x)?\s*\)"
    r"|^\^+(?: this[.!]?$)?\s*"  # "^" points at the post before
    r"|(?:^|(?<=\s))\d{1,3}/(?:\d{1,3}|n)?(?=\s(?!of )|$)",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"\[[^\[\]]{2,}\]")
SMILEY = re.compile(r"(?:(?<=\s)|^)[:;]-?[()DPp|/](?=\s|$|[.,])|[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F]")
INTERJECTION = re.compile(
    r"^(?:lol|wow|nice|yay|haha|yes|yep|whoa|ha|cool|great|amazing|ouch|hmm+|oh|love (?:it|this)|so true)\b[!,.]+\s*",
    re.IGNORECASE,
)
# A single word in brackets in front of what it limits: "(comparatively) easy". It must not be lost with its brackets.
ASIDE_WORD = re.compile(r"(?<=[a-z] )\((?P<word>[a-z]+(?:ly|ary|ant|ent|ive|al|ous|ed|ing|able|ible))\) (?=[a-z])")
WHERE = re.compile(r"(?<=[a-z]s )were(?= (?:we|you|they|people|teams) [a-z]+)")  # "places were we meet"
OWNERS = re.compile(  # "impact on developer's roles": of developers, where no article says of one
    r"(?P<before>\b(?:of|for|on|in|with|from|by|into|affects?"
    r"|facilitates?|improves?|increases?|reduces?|supports?|limits?) )"
    r"(?P<role>engineer|developer|operator|user|customer|manager|tester|leader)'s(?= [a-z])"
)
NOR_THAT = re.compile(  # "It isn't a team. It isn't a tool." as one denial
    r"(?P<first>(?:^|(?<=[.!?] ))[A-Z][\w' -]{1,40}? (?:is|are)(?:n't| not))"
    r" (?P<one>(?:about )?(?:an? |the )?[\w' -]{3,40})[.;,]"
    r" (?:[Ii]t|[Tt]hey)(?:(?: is| are)n't|'s not|'re not| is not| are not)"
    r" (?P<two>(?:about )?(?:an? |the )?[\w' -]{3,40})"
    r"(?=[.;,] (?:[Ii]t|[Tt]hey)(?:'s|'re| is| are) (?!not\b))"
)
IS_DOING = re.compile(r"\bis to(?= [a-z]{2,}ing\b)")  # "a good start is to asking"


def _or(slash: re.Match[str]) -> str:
    """The word for a slash between words; in a formula ("time = work / rate") it divides."""
    return slash[0] if "=" in slash.string[max(0, slash.start() - 60) : slash.start()] else " or "


def _or_that(found: re.Match[str]) -> str:
    """Both denials as one: "isn't a team or a tool", "isn't about tools or roles"."""
    return f"{found['first']} {found['one']} or {found['two'].removeprefix('about ')}"


SHORTHAND: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<!\w)w/o(?:ut)?(?!\w)"), "without"),
    (re.compile(r"(?<!\w)w/\s?(?=\w)"), "with "),
    (re.compile(r"\b(?P<a>one) (size) (fits) (all)(?= [a-z])", re.IGNORECASE), r"\1-\2-\3-\4"),
    (
        re.compile(r"\b(exactly|at least|at most) once(?= (?:processing|delivery|semantics|messag))", re.IGNORECASE),
        r"\1-once",
    ),
    (
        re.compile(
            r"(?<![\w'])([Ii])ts (?=(?:not|a|an|the|just|also|really|very|too|so|inappropriate|important|hard|easy"
            r"|about|like)\b)"
        ),
        r"\1t's ",
    ),
    (re.compile(r"(?<!\w)b/c(?!\w)", re.IGNORECASE), "because"),
    (re.compile(r"\bvs\.?(?=\s)"), "versus"),
    (re.compile(r"(?<=\s)&(?=\s)"), "and"),
    (re.compile(r"(?<=[a-z] )\+(?= [a-z])"), "and"),
    (re.compile(r"(?<=\w) / (?=\w)"), _or),
    (re.compile(r"\s+(?:ie|i\.e\.?),?\s"), " i.e. "),
    (re.compile(r"\s+(?:eg|e\.g\.?),?\s"), " e.g. "),
)
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "…": "...", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class Prose:
    """Plain text ready to be split into sentences, with the spans the writer made stand out (as plain text)."""

    text: str
    emphasised: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()


def clean(markdown: str, names: Mapping[str, str]) -> Prose:
    """Plain prose for a block's inline Markdown.

    `names` maps lower-case handles (without @) to the names of people; an unknown handle loses only its @.
    Emphasis, code and links are unwrapped; hashtags at the end, pictures, addresses, smileys, thread counters and the
    note-taker's [bracketed comments] are taken out (comments are returned).
    """
    text = _spaced(html.unescape(markdown).translate(QUOTES))
    text = IMAGE.sub(" ", text)
    text = LINK.sub(r"\1", text)
    text = AUTOLINK.sub(" ", text)
    text = TAG.sub("", text)
    code = frozenset(word for found in CODE.finditer(text) for word in re.findall(r"\w+", found.group(1)))
    emphasised: list[str] = []

    def unwrap(found: re.Match[str]) -> str:
        emphasised.append(found.group(2) if found.re is EMPHASIS else found.group(1))
        return emphasised[-1]

    text = CODE.sub(unwrap, text)
    for _ in range(2):
        text = EMPHASIS.sub(unwrap, text)
    text = _spaced(MARKS.sub(" ", text))
    text = _without_trailing_hashtags(text)
    comments = tuple(found.group(0)[1:-1] for found in BRACKETED.finditer(text))
    text = BRACKETED.sub(" ", text)
    text = _without_trailing_hashtags(text)
    text = HASHTAG.sub(r"\1", text)
    text = HANDLE.sub(lambda found: names.get(found.group(1).lower(), found.group(0)), text)
    text = NAMED_TWICE.sub(r"\1", text)
    text = SMILEY.sub(" ", text)
    for pattern, words in SHORTHAND:
        text = pattern.sub(words, text)
    text = re.sub(r"[^\S\n]+", " ", text)
    text = re.sub(r" ?\n ?", "\n", text).strip()
    text = re.sub(r" +([,.;:!?])(?=\s|$)", r"\1", text)
    text = INTERJECTION.sub("", text)
    text = ASIDE_WORD.sub(r"\g<word> ", text)
    text = NOR_THAT.sub(_or_that, text)
    text = WHERE.sub("where", IS_DOING.sub("is", OWNERS.sub(r"\g<before>\g<role>s'", spelled(text, code))))
    return Prose(text, tuple(emphasised), comments)


def _spaced(text: str) -> str:
    """The text with single spaces and line ends: patterns that meet long runs of them take quadratic time."""
    text = re.sub(r"[^\S\n]+", " ", text)
    return re.sub(r"\n+", "\n", re.sub(r" ?\n ?", "\n", text))


def _without_trailing_hashtags(text: str) -> str:
    """The text without the hashtags at its end; from the end on, since a pattern would try at each of them."""
    tail = max(0, len(text) - 70)
    found = TAIL.search(text, tail)
    end = start = found.start() if found else len(text)
    while start:
        word = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
        if not LONE_HASHTAG.fullmatch(text, word, start):
            break
        start = word
        while start and text[start - 1].isspace():
            start -= 1
    return text[:start] + text[end:] if start < end else text
