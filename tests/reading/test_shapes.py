"""Small readings of speakers, dates, labels and titles, one case a line."""

from __future__ import annotations

import pytest

from flashcards.reading.dates import dates_and_place, day_date, is_day
from flashcards.reading.inline import pieces, plain
from flashcards.reading.labels import Label, is_credit, is_thread, label_of
from flashcards.reading.names import Casing, spoken_name
from flashcards.reading.speakers import read_speakers


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ann Lee", [("Ann Lee", "", "")]),
        ("Dr. Ann B. Lee / [Bo Ray](https://twitter.com/boray)", [("Dr. Ann B. Lee", "", ""), ("Bo Ray", "", "boray")]),
        ("Ann Lee, Bo Ray, & Cy van Dyk", [("Ann Lee", "", ""), ("Bo Ray", "", ""), ("Cy van Dyk", "", "")]),
        ("Ann Lee | Bo Ray", [("Ann Lee", "", ""), ("Bo Ray", "", "")]),
        ("Ann Lee and Bo Ray", [("Ann Lee", "", ""), ("Bo Ray", "", "")]),
        ("Ann Lee, Acme", [("Ann Lee", "Acme", "")]),
        ("Ann Lee, CTO at Acme", [("Ann Lee", "CTO at Acme", "")]),
        ("Ann Lee, Acme Labs and Bo Ray (Initech)", [("Ann Lee", "Acme Labs", ""), ("Bo Ray", "Initech", "")]),
        ("Ann Lee at Acme", [("Ann Lee", "Acme", "")]),
        ("Ann Lee (she/her)", [("Ann Lee", "", "")]),
        ("Ann Lee (@annlee, Acme)", [("Ann Lee", "Acme", "annlee")]),
        ("Ann Lee ([@annlee](https://social.example/@annlee))", [("Ann Lee", "", "annlee")]),
        ("[Ann Lee](https://annlee.example), Acme", [("Ann Lee", "Acme", "")]),
        ("Chris O'Dea, Zoë Ångström-Lee", [("Chris O'Dea", "", ""), ("Zoë Ångström-Lee", "", "")]),
        ("@annlee", [("annlee", "", "annlee")]),
        ("Key Points", []),
        ("The Answer", []),
        ("Rivers find the sea.", []),
        ("Carbon sinks, briefly", []),
        ("[twitter thread](https://twitter.com/me/status/1)", []),
        ("[slides](https://slides.example/ann)", []),
        ("Notes of [Ann Lee](https://twitter.com/annlee)'s talk", []),
        ("Deployment", []),
    ],
)
def test_speakers(line: str, expected: list[tuple[str, str, str]]) -> None:
    found = read_speakers(pieces(line, {}))
    assert [(speaker.name, speaker.affiliation, speaker.handle) for speaker in found] == expected


def test_a_line_that_claims_to_be_names_may_hold_a_single_word() -> None:
    assert [speaker.name for speaker in read_speakers(pieces("Cher & Bo", {}), told=True)] == ["Cher", "Bo"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("October 2-3, 2019 — Bergen, Norway", ("October 2-3, 2019", "Bergen, Norway")),
        ("Oslo, 30 May – 1 June 2021", ("30 May – 1 June 2021", "Oslo")),
        ("2020-01-02 to 2020-01-03 | Rome", ("2020-01-02 to 2020-01-03", "Rome")),
        ("May 2nd, 2020", ("May 2nd, 2020", "")),
        ("Jan 5-7", ("Jan 5-7", "")),
        ("March 2021 in Rome", ("March 2021", "Rome")),
        ("In May 2020 we moved everything to Rome and back.", ("", "")),
        ("Rivers", ("", "")),
    ],
)
def test_dates_and_place(line: str, expected: tuple[str, str]) -> None:
    assert dates_and_place(line) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Day 1: Wednesday 2019-05-29", True),
        ("Day two", True),
        ("Tuesday", True),
        ("Friday, June 4", True),
        ("2020-01-02", True),
        ("Day 2 Operations", False),
        ("Sunken Cities", False),
        ("Friday Deploys", False),
        ("Conf, June 2020", False),
    ],
)
def test_is_day(title: str, expected: bool) -> None:
    assert is_day(title) is expected


@pytest.mark.parametrize(
    ("day", "dates", "expected"),
    [
        ("Day 1: Wednesday 2019-05-29", "", "2019-05-29"),
        ("Day 2", "October 2-3, 2019", "2019-10-03"),
        ("Day 3", "October 2-3, 2019", ""),
        ("Thursday", "October 2-3, 2019", "2019-10-03"),
        ("June 1", "30 May – 2 June 2019", "2019-06-01"),
        ("", "1 May", "2019-05-01"),
        ("", "1-2 May", ""),
        ("", "February 31", ""),
    ],
)
def test_day_date(day: str, dates: str, expected: str) -> None:
    assert day_date(day, dates, 2019) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Livetweet contents", Label.POSTS),
        ("My livetweet contents", Label.POSTS),
        ("Other notes:", Label.POSTS),
        ("Twitter thrads:", Label.LINKS),
        ("Video segments", Label.NONE),
        ("Photo credits", Label.NONE),
        ("Speakers", Label.SPEAKERS),
        ("2. Noted Failures", None),
        ("Linking Things", None),
    ],
)
def test_labels(text: str, expected: Label | None) -> None:
    assert label_of(text) is expected


@pytest.mark.parametrize(
    "text", ["Photo by Kim Ek", "_Image: courtesy of the museum_", "Picture credits: Kim", "*Photo: Kim*", "© Kim"]
)
def test_credits(text: str) -> None:
    assert is_credit(text)
    assert not is_credit("Pictures teach more than words.")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.com/me/status/12", True),
        ("https://social.example/@me/12", True),
        ("https://bsky.app/profile/me.example/post/3k", True),
        ("https://twitter.com/me", False),
        ("https://video.example/@me", False),
    ],
)
def test_threads(url: str, expected: bool) -> None:
    assert is_thread("", url) is expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ('<a name="x"></a> Making _Time_', "Making Time"),
        ("snake_case & a_b: [draft] {#anchor}", "snake_case & a_b: [draft]"),
        ("`map` over List<String> **now**", "map over List<String> now"),
        (r"1 \* 2 &amp; [3](https://three.example)", "1 * 2 & 3"),
    ],
)
def test_plain_titles(heading: str, expected: str) -> None:
    assert plain(heading, {}) == expected


@pytest.mark.parametrize(
    ("stem", "notes", "expected"),
    [
        ("devopsdays-oslo-2020", "rain #DevOpsDaysOSL", "DevOpsDays Oslo 2020"),
        ("state_of-the-art", "", "State of the Art"),
        ("2020-01-02-rest-api", "", "Rest API"),
        ("acme-ci", "an ACME thing; acmeDotCi", "ACME CI"),
    ],
)
def test_names_of_files(stem: str, notes: str, expected: str) -> None:
    assert spoken_name(stem, Casing([notes])) == expected
