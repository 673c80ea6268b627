"""Dates as people write them: of an event, of one of its days."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_TO = r"\s*(?:-|–|—|to|and|until|through|&)\s*"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_THEN_YEAR = rf"(?!\d)(?:,?\s+{_YEAR})?"
_FORMS = [
    re.compile(form, re.I)
    for form in (
        rf"\b(?P<iso1>\d{{4}}-\d\d-\d\d)(?:{_TO}(?P<iso2>\d{{4}}-\d\d-\d\d))?\b",
        rf"\b{_MONTH.format('m1')}\s+{_DAY.format('d1')}(?:{_TO}(?:{_MONTH.format('m2')}\s+)?{_DAY.format('d2')})?\b{_THEN_YEAR}",
        rf"\b{_DAY.format('d1')}(?:\s+{_MONTH.format('m1')})?{_TO}{_DAY.format('d2')}\s+{_MONTH.format('m2')}{_THEN_YEAR}",
        rf"\b{_DAY.format('d1')}\s+{_MONTH.format('m1')}{_THEN_YEAR}",
        rf"\b{_MONTH.format('m1')},?\s+{_YEAR}\b",
    )
]
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\.?)"
_BETWEEN = re.compile(r"\A(?:\s|[-–—,|•·:/@()]|\b(?:in|at)\b)+|(?:\s|[-–—,|•·:/@(])+\Z", re.I)
_DAY_NUMBER = re.compile(rf"day\s*(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})\b", re.I)
_AFTER_DAY = re.compile(r"\s*(?:[:,(|–—-]|\Z)")
_YEAR_ALONE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONGEST = 200  # characters: a line with an event's dates is short, and a short line takes no time to match


def dates_and_place(line: str) -> tuple[str, str]:
    """The dates of a line and the place beside them, as written; ("", "") if the line has no date or says more."""
    found = _find(line)
    if not found:
        return "", ""
    before = re.sub(rf"(?i)\b{_WEEKDAY}\b", "", line[: found.start()])
    rests = [rest for rest in (_BETWEEN.sub("", before), _BETWEEN.sub("", line[found.end() :])) if rest]
    place = rests[0] if rests else ""
    if len(rests) > 1 or len(place.split()) > 8 or place.endswith((".", "!", "?", ":")) or place[:1].islower():
        return "", ""
    return found[0].strip(), place


def has_year(text: str) -> bool:
    """Whether a title names a year, as the names of events do."""
    return bool(_YEAR_ALONE.search(text))


def year_of(text: str) -> int | None:
    """The year that a title names."""
    found = _YEAR_ALONE.search(text)
    return int(found[0]) if found else None


def is_day(title: str) -> bool:
    """Whether a heading only tells the day: "Day 1: ...", a weekday, a date."""
    number = _DAY_NUMBER.match(title)
    if number:
        return bool(_AFTER_DAY.match(title[number.end() :]))
    rest = re.sub(rf"(?i)\A(?:\s*{_WEEKDAY}(?!\w))?", "", title[:_LONGEST])
    if found := _find(rest):
        rest = rest[: found.start()] + rest[found.end() :]
    return rest != title and not re.sub(r"(?i)\b(?:morning|afternoon|evening)\b|[\W_]", "", rest)


def day_date(title: str, dates: str, year: int | None) -> str:
    """The ISO date of a day: from its heading, else by its number or weekday within the event's; "" if unknown."""
    if days := _span(title, year):
        return days[0].isoformat() if days[0] == days[1] else ""
    days = _span(dates, year)
    if days is None:
        return ""
    first, last = days
    within = [first + timedelta(n) for n in range(min((last - first).days, 14) + 1)]
    if number := _DAY_NUMBER.match(title):
        word = number["number"].lower()
        which = _NUMBERS.index(word) if word in _NUMBERS else int(word) - 1
        return within[which].isoformat() if 0 <= which < len(within) else ""
    if weekday := re.match(_WEEKDAY + r"(?!\w)", title, re.I):
        same = [day for day in within if day.weekday() == _WEEKDAYS.index(weekday[0][:3].lower())]
        return same[0].isoformat() if len(same) == 1 else ""
    return first.isoformat() if first == last else ""


def _find(text: str) -> re.Match[str] | None:
    if len(text) > _LONGEST:
        return None
    return next((found for form in _FORMS if (found := form.search(text))), None)


def _span(text: str, year: int | None) -> tuple[date, date] | None:
    """First and last day of a date or range of dates; None if it has none, or no year is known."""
    found = _find(text)
    if not found:
        return None
    part = found.groupdict()
    try:
        if part.get("iso1"):
            first = date.fromisoformat(part["iso1"])
            return first, date.fromisoformat(part["iso2"]) if part["iso2"] else first
        if not part.get("d1"):
            return None
        year = int(part["year"]) if part.get("year") else year
        months = [part.get("m1") or part.get("m2"), part.get("m2") or part.get("m1")]
        if year is None:
            return None
        numbers = [_MONTHS.index(str(month)[:3].lower()) + 1 for month in months]
        first = date(year, numbers[0], int(part["d1"]))
        last = date(year, numbers[1], int(part["d2"])) if part.get("d2") else first
    except ValueError:  # the 31st of February
        return None
    return (first, last) if first <= last else None
