"""docs/errors.md lists every error there is, and each of them comes as it says when one does what it is about."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from flashcards.cli.main import verbs
from tests.provoked import (
    LEDGER,
    POST,
    Way,
    big,
    decisions,
    endless_link,
    half_a_model,
    kept_cache,
    ledger,
    listening,
    match,
    nested,
    no_model,
    not_writable,
    notes,
    out,
    refuses,
    rule,
    settings,
    spoilt_zip,
    template,
    without_packages,
)
from tests.raised import ROOT, messages
from tests.test_hostile_rules import RULE as EVIL

ROW = re.compile(r"^\| (`+) ?(.+?) ?\1 \| (.+) \|$", re.MULTILINE)
# What needs a second machine or a page is provoked in the tests of those.
ELSEWHERE = ("flashcards/preview/", "flashcards/generation/", "flashcards/decisions/file.py:")
DEEP = "a = " + "[" * 100_000
ADD = '[[add]]\nquestion = "Q?"\nanswer = "A"\ntalk = "T"\n'
DROP = '[[drop]]\nid = "1234567890abcdef"\nquestion = "Q?"\nanswer = "A"\ntalk = "T"\npost = "P"\n'
WAYS: dict[str, Way] = {
    # notes
    "no such file or folder; check the path": Way(["missing.md"]),
    "cannot be read (…); check the path": Way(["x" * 5000]),
    "may not be read; change its permissions": Way(["d"], {"d/a.md": POST}, refuses("os.listdir", errno.EACCES)),
    "not a regular file; give a Markdown file or a folder of them": Way(["/dev/null"]),
    "no notes in this folder; it needs files ending in …": Way(["p"], {"p/a.png": "x"}),
    "no notes in this folder beside its README, which only names the event": Way(["."], {"README.md": POST}, nested),
    "this file is larger than … MB; give Markdown notes": Way(["a.md"], spoil=big),
    "this file is …; save it as UTF-8 and try again": notes(POST.encode("utf-16")),
    "this is not text (it has a NUL byte); give Markdown notes": notes("a\0b"),
    "this is not UTF-8 (byte 0x…); save the file as UTF-8 and try again": notes(b"caf\xe9 is open\n"),
    "there is nothing to read in these notes; posts are block quotes, paragraphs or list items": notes(""),
    "the only post gives no card, mostly for this reason: …; --explain says more": notes("> Thanks!\n"),
    "none of the … posts gives a card, mostly for this reason: …; --explain says more": notes("> Hi!\n\n> Thanks!\n"),
    # output
    "unknown output ending …, use one of …": out("a.pdf"),
    "the folder … does not exist, make it first or choose another output": out("no/a.apkg"),
    "… is not a folder, choose another output": out("notes.md/a.apkg"),
    "this is a folder, choose another name for the output": Way(["notes.md", "-o", "d.apkg"], {"d.apkg/a": ""}),
    "this is not an ordinary file, choose another name for the output": Way(
        ["notes.md", "-o", "null.csv"], spoil=lambda _: Path("null.csv").symlink_to("/dev/null")
    ),
    "the folder … is not writable, choose another output": Way(
        ["notes.md", "-o", "d/a.csv"], {"d/x": ""}, not_writable("d")
    ),
    "this file is not writable, change its mode or choose another output": Way(
        ["notes.md", "-o", "a.csv"], {"a.csv": ""}, not_writable("a.csv")
    ),
    "this path leads nowhere, choose another output": Way(["notes.md", "-o", "a.csv"], spoil=endless_link),
    "cannot write this: …; free the place or choose another output": out("a.csv", refuses("os.fsync", errno.ENOSPC)),
    "the package cannot be made here: …; free some space": out("a.apkg", spoilt_zip),
    "this is not a folder, so the deck can't be put there; name an output with -o": Way(["notes.md"], {"dist": ""}),
    "can't be made in a folder that is not writable; name an output with -o": Way(
        ["notes.md"], spoil=not_writable(".")
    ),
    "this is there already and is left as it is; delete it first or choose another place": Way(
        ["init"], {"deck.toml": ""}
    ),
    "cannot make this folder: …; choose another place": Way(["init", "notes.md/a"]),
    # options
    "there is no look …, do you mean …? (known: …)": Way(["notes.md", "--look", "papper"]),
    "there is no hint …, use one of …": Way(["notes.md", "--hint", "x"]),
    "… is no language to speak, write it like en_US": Way(["notes.md", "--speech", "loud"]),
    "there is no language model …; give an installed spaCy model or its folder": Way(["notes.md", "--model", ".x"]),
    "no spaCy model in this folder; it should have a meta.json": Way(["notes.md", "--model", "d"], {"d/x": ""}),
    "the language model … is not installed; install it with: python -m spacy download …": Way(
        ["notes.md", "--model", "en_core_web_nothing"]
    ),
    "the language model … is not installed; install it with: pip install …": Way(["notes.md"], spoil=no_model),
    "the language model … can't be loaded (…); reinstall it": Way(
        ["notes.md", "--model", "model", "--no-cache"], spoil=half_a_model
    ),
    "there is no text to explain; give a post's text, or FILE:LINE": Way(["explain", " "]),
    "no such file, or no line number; mend the path or the line, or give a post's text": Way(["explain", "no.md:3"]),
    "no post stands here; give a line of a block quote, paragraph or list item": Way(["explain", "notes.md:99"]),
    "SOURCE_DATE_EPOCH is …, set it to seconds since 1970 or not at all": out(
        "a.apkg", lambda patch: patch.setenv("SOURCE_DATE_EPOCH", "noon")
    ),
    "can't be removed (…); end what uses it and try again": Way(["cache", "clear"], spoil=kept_cache),
    "preview is for making decisions, so leave out --no-decisions": Way(["preview", "notes.md", "--no-decisions"]),
    "review is for making decisions, so leave out --no-decisions": Way(["review", "notes.md", "--no-decisions"]),
    "preview needs …; install it by: pip install 'make-deck[preview]' (make-deck review does without)": Way(
        ["preview", "notes.md"], spoil=without_packages
    ),
    "no page can be served at 127.0.0.1:…: …; try another --port": Way(
        ["preview", "notes.md", "--no-browser"], spoil=listening
    ),
    "--dask needs distributed; install it by: pip install 'make-deck[cluster]'": Way(
        ["notes.md", "--dask", "tcp://x:1"], spoil=without_packages
    ),
    "what --explain shows is thought here; leave out --dask": Way(["notes.md", "--explain", "--dask", "tcp://x:1"]),
    # settings
    "the settings cannot be read: …; mend that": Way(["notes.md"], {"deck.toml/x": ""}),
    "the settings are not UTF-8, save them as UTF-8": settings(b"name = '\xff'"),
    "the settings are nested too deeply, settings are plain values": settings(DEEP),
    "this is not TOML: …; mend the line": settings("look\n"),
    "there is no setting …, do you mean …?": settings("loook = 'paper'"),
    "… must be …, like …": settings("look = 3"),
    # ledger
    "the ledger is empty; take it back from git or a backup, or delete it: cards are then told by talk, post and"
    " answer alone": ledger(""),
    "this is no line of make-deck's ledger; take it back from git or a backup, or delete it: cards are then told by"
    " talk, post and answer alone": ledger(LEDGER + "oops\n"),
    "the ledger cannot be read: …; mend that, or name another with --ledger": Way(["notes.md"], {"deck.ledger/x": ""}),
    "the ledger has two versions that git could not merge; delete the lines of <<<, === and >>> and keep those of both"
    " sides": ledger(LEDGER + "<<<<<<< ours\n"),
    "the ledger is from a newer make-deck (version …), upgrade make-deck": ledger(LEDGER.replace(": 1,", ": 99,")),
    "the ledger cannot be brought up to date here; make file and folder writable, or name another with --ledger": Way(
        ["notes.md", "-o", "a.apkg"], {"deck.ledger": LEDGER}, not_writable("deck.ledger")
    ),
    "no ledger can be kept here; name a place in a folder that is writable": Way(
        ["notes.md", "-o", "a.apkg", "--ledger", "d/l"], {"d/x": ""}, not_writable("d")
    ),
    # decisions
    "the decisions are not UTF-8, save them as UTF-8": decisions(b"\xff"),
    "the decisions cannot be read: …; mend that": Way(["notes.md"], {"deck.decisions/x": ""}),
    "two versions of these decisions wait to be merged; keep what you want of both sides and delete the lines of <<<,"
    " === and >>>": decisions(ADD + "=======\n"),
    "there is no …; a block begins with …": decisions("[[lose]]\n"),
    "there is no …; use …": decisions(ADD + "colour = 'red'\n"),
    "a decision begins with [[…]]": decisions("keep = []\n" + ADD),
    "blocks cannot be told apart; each begins with … on a line of its own": decisions("add = [{ question = 'Q?' }]\n"),
    '… must be a text, like … = "..."': decisions(ADD.replace('"Q?"', "3")),
    '[[…]] needs … = "..."': decisions("[[add]]\nquestion = 'Q?'\n"),
    "… is decided twice, in line … as well; take one of them out": decisions(DROP + DROP),
    "nested too deeply; a decision has texts only": decisions(DEEP),
    # rules
    "no such rules folder; give one that holds .toml rule files": Way(["notes.md", "--rules", "r"]),
    "there is no rule …; `make-deck rules` lists them": Way(["notes.md", "--without", "nope"]),
    "rule … is already in …; rename one": Way(
        ["notes.md", "--rules", "r"], {f"r/{name}.toml": next(iter(rule().files.values())) for name in "ab"}
    ),
    "not valid TOML: …": Way(["notes.md", "--rules", "r"], {"r/a.toml": "oops"}),
    "not UTF-8 text; save the rule file as UTF-8": Way(["notes.md", "--rules", "r"], {"r/a.toml": b"\xff"}),
    "can't be read: …": Way(["notes.md", "--rules", "r", "--no-cache"], {"r/a.toml/x": ""}),
    "nested too deeply; a rule is a flat file": Way(["notes.md", "--rules", "r"], {"r/a.toml": DEEP}),
    "the rule … takes longer than … seconds for the post at …:…; mend its patterns": Way(
        ["a.md", "--rules", "r"], {"r/a.toml": EVIL, "a.md": f"> {'a' * 60} is a cache.\n"}
    ),
    "the name … must be small letters and digits joined by -": rule(name='"My Rule"'),
    "weight must be a number from 0 to 10": rule(weight="11"),
    "a rule has one [match.KIND] table; KIND is one of …": rule(match=""),
    "unknown matcher …; it is one of …": match("regex", ""),
    "the rule's … must be true or false": rule(reversible="3"),
    "unknown key …; a rule has …": rule(color="3"),
    "no …; add at least one [[…]] table": rule(silent=""),
    "the wording of a card is not valid: …": rule(cards='[{ question = "{{", answer = "A" }]'),
    'an example needs cards = [{ question = "...", answer = "..." }]': rule(examples='[{ text = "A cache." }]'),
    "speakers must be a list of names": rule(silent='[{ text = "Pages.", why = "No.", speakers = 3 }]'),
    '… is missing or no text; give it as … = "..."': rule(asks=""),
    "unknown key …; this matcher takes …": match("text", "pattern = 'a', colour = 'b'"),
    "… is missing from the match table": match("items", "item = 'a'"),
    "… must be a regular expression in quotes": match("text", "pattern = 3"),
    "… is not a valid regular expression: …": match("text", "pattern = '('"),
    "… must be text with one regular expression a line": match("text", "pattern = 'a', unless = 3"),
    "gap must be one or a list of …": match("clause", "gap = 'nothing'"),
    "… must be text with one condition a line": match("clause", "gap = 'subject', where = 3"),
    "…: … is no condition; write `feature = value|value`": match("clause", "gap = 'subject', where = 'verb'"),
    "…: unknown feature …; it is one of …": match("clause", "gap = 'subject', where = 'colour = red'"),
    "…: … is no number": match("clause", "gap = 'subject', where = 'gap.words <= many'"),
    "…: words.toml has no list …": match("clause", "gap = 'subject', where = 'verb = @nothing'"),
    "alone must be true or false": match("aside", "term = 'a', inside = 'b', alone = 3"),
    "… must be true or false": match("items", "lead = 'a', phrase = 3"),
    "at_least and at_most must be numbers, 1 <= at_least <= at_most": match("items", "lead = 'a', at_least = 9"),
    "… must be text with one node a line": match("parse", "nodes = 3"),
    "…: … is no node; write `parent > name feature=value|value`": match("parse", "nodes = '> >'"),
    "the first node is the tree's top and has no parent": match("parse", "nodes = 'a > b'"),
    "node … is not defined before …": match("parse", "nodes = \"a lower=x\", unless = 'b > c'"),
    "the group … is in both patterns; rename one": match("pair", "first = '(?P<a>x)', second = '(?P<a>y)'"),
    "give either pattern, or item and between for a chain": match("text", ""),
    "at_least must be a number from 2": match("text", "item = 'a', between = '<', at_least = 1"),
    'shared must be "last word"': match("text", "item = 'a', between = '<', shared = 'x'"),
    # templates
    "no such folder of templates, name one that exists": Way(["notes.md", "--templates", "t"]),
    "no template here, it should hold some of …": template("x.txt", ""),
    "there is no template …, mend its name": template("front.html", "[% include 'x' %]"),
    "this is not UTF-8, save it as UTF-8": template("front.html", b"\xff"),
    'this includes or extends itself, write "builtin/…" for the built-in one': template(
        "front.html", "[% extends 'front.html' %]"
    ),
    "the front would be empty for the card …, put {{…}} on it": template(
        "front.html", "What? {{#Hint}}{{Question}}{{/Hint}}", "-o", "a.apkg"
    ),
    "this shows something even without a ReverseQuestion, put it between {{#ReverseQuestion}} and"
    " {{/ReverseQuestion}}": template("reverse-front.html", "{{Question}}"),
    "this shows no {{cloze:Text}}, put it in": template("cloze-front.html", "{{Text}}"),
    "no field is called …, do you mean …?": template("front.html", "{{Qestion}}"),
    "no field is called …, …": template("front.html", "{{zzzzzz}}"),
    "{{FrontSide}} works on the back only": template("front.html", "{{FrontSide}}"),
    "… is never closed, add {{/…}}": template("front.html", "{{#Question}}"),
    "… closes a section that is not open here": template("front.html", "{{/Question}}"),
    "{{ is never closed by }}": template("front.html", "{{Question"),
}


def listed() -> list[str]:
    return [found[1].replace("\\|", "|") for found in ROW.findall((ROOT / "docs" / "errors.md").read_text("utf-8"))]


def test_every_error_is_listed_once_and_no_other() -> None:
    raised = {text: place for place, text in messages()}
    assert {text: place for text, place in raised.items() if text not in listed()} == {}
    assert [text for text in listed() if text not in raised] == []
    assert len(listed()) == len(set(listed()))
    assert len(raised) > 100


def test_every_error_listed_is_provoked() -> None:
    raised = {text: place for place, text in messages()}
    assert [text for text in listed() if text not in WAYS and not raised[text].startswith(ELSEWHERE)] == []
    assert [text for text in WAYS if text not in listed()] == []


@pytest.mark.parametrize("message", WAYS)
def test_it_comes(message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    way = WAYS[message]
    monkeypatch.chdir(tmp_path)
    for name, content in ({"notes.md": POST} | way.files).items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    way.spoil(monkeypatch)
    result = CliRunner().invoke(verbs, way.arguments, prog_name="make-deck", input="d\n")
    monkeypatch.undo()
    assert result.exit_code in (1, 2), result.output
    assert isinstance(result.exception, SystemExit), result.exception
    line = result.stderr.splitlines()[-1]
    assert re.search(".*".join(map(re.escape, message.split("…"))) + "$", line), line
