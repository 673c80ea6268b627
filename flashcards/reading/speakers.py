"""Lines with names -> speakers: linked or plain, one or many, with handle and affiliation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flashcards.model import Speaker
from flashcards.reading.inline import Piece
from flashcards.reading.labels import is_resource, is_thread

_LONGEST = 400  # characters: no line of names is longer, so nothing below needs to be fast
_PERSON_URL = re.compile(
    r"https?://(?:(?:(?:www\.|mobile\.)?(?:twitter|x|github)\.com/@?[\w-]+|(?:\w+\.)?linkedin\.com/in/[^/]+|"
    r"bsky\.app/profile/[^/]+|[^/]+/@[\w.-]+(?:@[\w.-]+)?)/?(?:\?.*)?\Z|[^?#]*/(?:speakers?|people|team)/[^/]+)"
)
_HANDLE_URL = re.compile(
    r"https?://(?:(?:www\.|mobile\.)?(?:twitter|x)\.com/@?|bsky\.app/profile/|[^/]+/@)([\w.-]+)(?:@[\w.-]+)?/?(?:\?.*)?\Z"
)
_LINK = re.compile(r"\x00(\d+)\x00")
_HANDLE = re.compile(r"(?<![\w.])@(\w[\w.-]*)(?:@[\w.-]+)?")
_PARENTHESIS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_PRONOUNS = re.compile(r"\b(?:she|he|they|her|him|his|them|theirs|any|xe|ze)(?:\s*/\s*\w+)+(?!\w)", re.I)
_HARD = re.compile(r"\s*(?:[|/;•·&+\n]|,?\s+and\s)\s*")
_AFFILIATION = re.compile(r"\s+(?:at|of|from|@)\s+|\s*:\s+|\s+[-–—]+\s+")
_ROLE = re.compile(r"(?:moderated|hosted|with|by)\b[:\s]*", re.I)
_INITIAL = r"[^\W\d_a-z]\."
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|bin|ibn|al|el|ter|ten|zu|y|e)"
_WORD = r"(?:(?:[dDlO]['’]|al-|el-)?[^\W\d_a-z][\w'’.-]*)"
_NAME = re.compile(
    rf"(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Sir|Rev)\.?\s+)*(?:{_INITIAL}|{_WORD})(?:\s+(?:{_INITIAL}|{_PARTICLE}|{_WORD})){{1,4}}"
    r"(?:,?\s+(?:Jr|Sr|PhD|Ph\.D|II|III)\.?)?\Z"
)
# Words in capitals that no person is called: titles of talks, and of what lies beside them.
_NO_NAME = re.compile(
    r"(?:\b(?:the|a|an|of|and|or|to|in|on|at|for|with|from|through|how|why|what|when|where|who|your|our|my|is|are|not|no|"
    r"notes?|points?|takeaways?|summary|questions?|slides?|overview|introduction|agenda|keynotes?|talks?|panel|session|day|"
    r"event|website|site|page|home|official|conference|program|programme|schedule|blog|post|link|links|video|recording|"
    r"thread|paper|deck|sketch|ideas?|lessons?|learned|case|study|future|history|use|cases|key|open|next|steps|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)|"
    r"\w{3}(?:tion|tions|ment|ments|ness|ity|ities|ship|ance|ence|ism|ware|ing|ings|ology|ysis|ics)\b",
    re.I,
)
_ORGANISATION = re.compile(
    r"\b(?:inc|ltd|llc|gmbh|corp|corporation|company|co|labs?|group|bank|university|college|institute|school|systems|"
    r"software|technolog(?:y|ies)|consulting|media|health|healthcare|cloud|foundation|research|solutions|partners|services|"
    r"security|networks?|studios?|one|hat|airlines|insurance|financial|capital|international|engineer|engineering|director|"
    r"head|manager|architect|lead|president|founder|professor|developer|advocate|evangelist|vp|svp|ceo|cto|cio|coo|sre)\b",
    re.I,
)


def read_speakers(line: Sequence[Piece], told: bool = False) -> tuple[Speaker, ...]:
    """The speakers a line names; () if anything in it is not a name.

    `told` says that the line claims to be names ("Speaker: ...", "by ..."), so a single word will do.
    """
    if any(piece.picture for piece in line) or sum(len(piece.text) for piece in line) > _LONGEST:
        return ()
    links = [piece for piece in line if piece.url]
    numbers = iter(range(len(links)))
    text = "".join(f"\0{next(numbers)}\0" if piece.url else piece.text for piece in line).strip(" \n|/&,;*_")
    found: list[Speaker] = []
    for group in _split(text, _HARD):
        for number, part in enumerate(_split(group, re.compile(r"\s*,\s*"))):
            if number and not _is_person(part, links):
                if not found or len(part.split()) > 8 or part.endswith((".", "!", "?")) or part.islower():
                    return ()
                found[-1] = _with_affiliation(found[-1], part)
                continue
            speaker = _speaker(part, links, told)
            if speaker is None:
                return ()
            found.append(speaker)
    return tuple(found)


def looks_like_name(text: str) -> bool:
    """Whether a plain text might be a person's name: two to five capitalised words that are no title's."""
    return len(text) <= 60 and bool(_NAME.match(text)) and not _NO_NAME.search(text)


def _split(text: str, separator: re.Pattern[str]) -> list[str]:
    """The non-empty parts between separators that are not within parentheses."""
    hidden = _PARENTHESIS.sub(lambda found: "\1" * len(found[0]), text)
    parts = []
    start = 0
    for found in separator.finditer(hidden):
        parts.append(text[start : found.start()])
        start = found.end()
    return [part.strip() for part in (*parts, text[start:]) if part.strip()]


def _is_person(part: str, links: list[Piece]) -> bool:
    """Whether what follows a comma is the next speaker, not the affiliation of the one before."""
    if _LINK.match(part) or (_HANDLE.search(part) and not part.startswith("@")):
        return bool(_speaker(part, links, told=False))
    bare = _AFFILIATION.split(_PARENTHESIS.sub("", part).strip())[0]
    return looks_like_name(bare) and not _ORGANISATION.search(bare)


def _speaker(part: str, links: list[Piece], told: bool) -> Speaker | None:
    part = _ROLE.sub("", part) if told else part
    inside = " ".join(_PARENTHESIS.findall(part))
    outside = _PARENTHESIS.sub(" ", part).strip()
    url = handle = name = affiliation = ""
    person = told
    for found in _LINK.finditer(part):
        link = links[int(found[1])]
        if is_thread("", link.url) or (is_resource(link.text) and not _HANDLE_URL.match(link.url)):
            return None
        url = url or link.url
        profile = _HANDLE_URL.match(link.url)
        handle = handle or (profile[1] if profile else "")
        person = person or bool(_PERSON_URL.match(link.url))
        if found[0] in outside and not is_resource(link.text) and not link.text.startswith("@"):
            if not outside.startswith(found[0]):  # "Notes of [her]'s talk" is a sentence
                return None
            name = link.text
    outside, inside = _LINK.sub(" ", outside).strip(), _LINK.sub(" ", inside).strip()
    for text in (outside, inside, name):
        if at := _HANDLE.search(text):
            handle, person = handle or at[1], True
    outside, inside, name = (_HANDLE.sub(" ", text).strip(" ,") for text in (outside, inside, name))
    name, *more = _AFFILIATION.split(name or outside, maxsplit=1) if name or outside else (handle,)
    if more:
        affiliation = more[0]
    elif outside and name != _AFFILIATION.split(outside, maxsplit=1)[0]:
        affiliation = re.sub(r"\A(?:at|of|from|@|[-–—:])\s+", "", outside)
    affiliation = affiliation or inside
    bracket = _PARENTHESIS.search(name)
    if bracket:
        name, affiliation = _PARENTHESIS.sub("", name), affiliation or bracket[1]
    name, affiliation = (
        " ".join(name.split()).strip("*_ "),
        " ".join(_PRONOUNS.sub("", affiliation).split()).strip(" ,;"),
    )
    words = len(name.split())
    if not name or words > 6 or len(affiliation.split()) > 10 or name.endswith(("!", "?", ":")):
        return None
    if person and not re.search(r"[.!?]\s", affiliation) and (name == handle or not name.islower()):
        return Speaker(name, affiliation, handle, url)
    return Speaker(name, affiliation, handle, url) if looks_like_name(name) else None


def _with_affiliation(speaker: Speaker, text: str) -> Speaker:
    both = f"{speaker.affiliation}, {text}" if speaker.affiliation else text
    return Speaker(speaker.name, both, speaker.handle, speaker.url)
