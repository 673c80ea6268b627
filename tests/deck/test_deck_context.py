"""The post on the back of a card: safe, and with its answer marked."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.deck import context, marking
from flashcards.deck.context import context_html
from flashcards.deck.escape import escape, safe_url


@pytest.mark.parametrize(
    ("source", "answer", "html"),
    [
        ("Plans are a _guide_, not a cage.", "A guide", "<p>Plans are a <em><mark>guide</mark></em>, not a cage.</p>"),
        ("We rest to think. #Conf #Day2", "to think", "<p>We rest to <mark>think</mark>.</p>"),
        ("Only\n#Conf", "", "<p>Only</p>"),
        ("#Conf", "", "<p>#Conf</p>"),
        ("Heard at #Conf", "", "<p>Heard at #Conf</p>"),
        ("Bug #12 is #1", "", "<p>Bug #12 is #1</p>"),
        (
            "Teams that _own it_ ship.",
            "teams that own it",
            "<p><mark>Teams that </mark><em><mark>own it</mark></em> ship.</p>",
        ),
        ("75 % of pages load.", "75 %", "<p><mark>75 %</mark> of pages load.</p>"),
        ("It was slow, lonely, dull.", "Slow and dull", "<p>It was <mark>slow</mark>, lonely, <mark>dull</mark>.</p>"),
        ("Retry with a growing delay.", "A steadily growing delay", "<p>Retry with a <mark>growing delay</mark>.</p>"),
        ("Nothing of the sort.", "The end of an era", "<p>Nothing of the sort.</p>"),
        (
            "Kinds:\n\n- small\n- large",
            "large",
            "<p>Kinds:</p>\n<ul><li>small\n</li><li><mark>large</mark>\n</li></ul>",
        ),
        ("See [docs](https://docs.test/a_b).", "", '<p>See <a href="https://docs.test/a_b">docs</a>.</p>'),
        ("See [docs](ftp://docs.test/).", "", "<p>See docs.</p>"),
        ("![a chart](https://x.test/c.png)", "", '<p><a href="https://x.test/c.png">a chart</a></p>'),
        ("![a chart](charts/c.png)", "", "<p>a chart</p>"),
        ("# of users", "", "<p># of users</p>"),
        ("a <b>bold</b> claim", "", "<p>a &lt;b&gt;bold&lt;/b&gt; claim</p>"),
        ("use `a < b`", "b", "<p>use <code>a &lt; <mark>b</mark></code></p>"),
    ],
)
def test_a_post_and_its_answer(source: str, answer: str, html: str) -> None:
    assert context_html(source, answer) == html


def test_of_several_places_the_one_beside_the_questions_words_is_marked() -> None:
    filler = "and so on and on with many other words in between that nobody asks for here at all "
    source = f"The client waits. {filler * 2}Slowest of them is the client."
    assert context_html(source, "the client", "Which is slowest of them?").endswith("is the <mark>client</mark>.</p>")


@given(st.text(alphabet="<>[]()!*_`\\{}&#;:-x \n\x1f\x00\"'", max_size=80), st.text(max_size=10))
def test_nothing_but_our_own_tags_comes_out(source: str, answer: str) -> None:
    html = context_html(source, answer)
    for bad in ("[", "{{", "}}", "\x1f", "\x00", "\\(", "<x", "<!"):
        assert bad not in html
    assert html.count("<mark>") == html.count("</mark>")


@pytest.mark.parametrize("sign", ["<", "[", "*", "`", "![", "\\(", "<a "])
def test_a_million_signs_take_no_more_than_proportional_time(sign: str) -> None:
    begin = time.monotonic()
    context_html(sign * 1_000_000, "a b")
    escape(sign * 1_000_000)
    assert time.monotonic() - begin < 20


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://x.test/?a=1&b=2", "https://x.test/?a=1&amp;b=2"),
        (" mailto:a@x.test ", "mailto:a@x.test"),
        ("javascript:alert(1)", ""),
        ("java\x00script:alert(1)", ""),
        ("data:text/html,x", ""),
        ("notes/a.md", ""),
        ("https://x.test/{{a}}\\(b\\)", "https://x.test/%7B%7Ba%7D%7D%5C(b%5C)"),
        ('https://x.test/"onclick=x', "https://x.test/%22onclick=x"),
    ],
)
def test_addresses(url: str, safe: str) -> None:
    assert safe_url(url) == safe


_PARTS = st.sampled_from(
    ["a", "a b", " ", "_b_", "_a b_", "_", "(", ")", ".", "#a", "the", "!", "é", "1", "'s", "-", ","]
)


@given(
    st.text("ab #-+.1)=\t\n_*&é:ß'\"!~|>](", max_size=40) | st.lists(_PARTS).map("".join), st.text("ab ß.", max_size=6)
)
def test_the_quick_way_gives_what_the_parser_gives(source: str, answer: str) -> None:
    quick = context_html(source, answer, "a b")
    context._pieces.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(context, "_plain_parts", lambda _: [])
        patch.setattr(marking, "_only_place", lambda *_: None)
        slow = context_html(source, answer, "a b")
    context._pieces.cache_clear()
    assert quick == slow
