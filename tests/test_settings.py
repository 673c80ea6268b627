"""deck.toml: what it may say, what the command line says over it, and what is wrong with it at which line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flashcards.cli.build import build, diff
from flashcards.cli.main import verbs
from flashcards.errors import UserError
from flashcards.settings import ALL, read_settings, starter

NOTES = """\
# CacheConf 2031

## Caches in the wild

> Set increasing timeouts: app timeout < nginx timeout < proxy timeout.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test runs in a folder with one file of notes."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text(NOTES, "utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(verbs, arguments, prog_name="make-deck")


def test_a_file_that_is_not_there_sets_nothing(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "deck.toml") == {}


def test_every_setting_is_an_option_of_build_and_diff() -> None:
    for command in (build, diff):
        assert {setting.option for setting in ALL} <= {param.name for param in command.params}


def test_the_starter_sets_nothing_and_explains_everything(tmp_path: Path) -> None:
    file = tmp_path / "deck.toml"
    file.write_text(starter(), "utf-8")
    assert read_settings(file) == {}
    lines = starter().splitlines()
    uncommented = [line[2:] if line.startswith("# ") and " = " in line else line for line in lines]
    file.write_text("\n".join(uncommented), "utf-8")
    settings = read_settings(file)
    assert set(settings) == {setting.option for setting in ALL}
    assert settings["templates"] == tmp_path / "templates"
    assert settings["rules_folders"] == (tmp_path / "rules",)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('\nlok = "paper"', 2, "there is no setting 'lok', do you mean 'look'?"),
        ("cards_per_post = 3", 1, "do you mean 'cards-per-post'?"),
        ("\n[deck]\nlook = 1", 2, "there is no setting 'deck'"),
        ("look = 3", 1, "'look' must be a text, like \"plain\""),
        ('look = ""', 1, "'look' must be a text"),
        ("# x\ncards-per-post = 0", 2, "'cards-per-post' must be a whole number from 1, like 3"),
        ("cards-per-post = true", 1, "must be a whole number"),
        ("sure = 100", 1, "'sure' must be a whole number from 1 to 99, like 50"),
        ('tags = "one"', 1, "'tags' must be a list of texts"),
        ('hint = "big"', 1, "'hint' must be one of 'none', 'letters', 'kind'"),
        ('reverse = "yes"', 1, "'reverse' must be true or false"),
        ("\n\nlook = ", 3, "this is not TOML"),
        ("look = 'a'\nlook = 'b'", 2, "this is not TOML"),
        ("a = " + "[" * 5000, None, "nested too deeply"),
    ],
)
def test_what_is_wrong(text: str, line: int | None, says: str, tmp_path: Path) -> None:
    file = tmp_path / "deck.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(UserError) as caught:
        read_settings(file)
    assert caught.value.message.startswith(f"{file}:{line}: " if line else f"{file}: ")
    assert says in caught.value.message
    assert "\n" not in caught.value.message


def test_settings_that_cannot_be_read(tmp_path: Path) -> None:
    file = tmp_path / "deck.toml"
    file.write_bytes(b"\xff")
    with pytest.raises(UserError, match="not UTF-8"):
        read_settings(file)
    file.unlink()
    file.mkdir()
    with pytest.raises(UserError, match="cannot be read"):
        read_settings(file)


def test_a_build_follows_the_settings_and_the_command_line_first(folder: Path) -> None:
    settings = folder / "notes" / "deck.toml"
    settings.write_text('name = "From settings"\ncards-per-post = 1\ntags = ["one", "two"]\n', "utf-8")
    assert run("notes", "-o", "a.jsonl").output == "wrote a.jsonl: 1 subdeck, 1 card from 1 post\n"
    text = (folder / "a.jsonl").read_text("utf-8")
    assert '"From settings"' in text
    assert '"one", "two"]' in text
    assert run("notes/a.md", "-o", "b.jsonl", "--name", "From the line", "--cards-per-post", "2").exit_code == 0
    assert (folder / "b.jsonl").read_text("utf-8").count('"From the line"') == 2


def test_a_broken_setting_stops_every_verb_that_reads_notes(folder: Path) -> None:
    (folder / "notes" / "deck.toml").write_text("lok = 1\n", "utf-8")
    for arguments in (["notes"], ["diff", "notes"], ["coverage", "notes"], ["explain", "notes/a.md:5"]):
        result = run(*arguments)
        assert result.exit_code == 2
        assert "notes/deck.toml:1: there is no setting 'lok'" in result.output


def test_init(folder: Path) -> None:
    assert run("init", "notes").output == "wrote notes/deck.toml\n"
    assert (folder / "notes" / "deck.toml").read_text("utf-8") == starter()
    assert run("notes", "-o", "a.apkg").exit_code == 0
    assert run("init", "notes").exit_code == 2


def test_build_and_diff(folder: Path) -> None:
    assert run("notes", "-o", "a.apkg").output == "wrote a.apkg: 1 subdeck, 2 cards from 1 post\n"
    assert (folder / "notes" / "deck.ledger").is_file()
    assert run("diff", "notes").output == "nothing changed\n"
    again = run("notes", "-o", "b.apkg").output
    assert again.endswith("since the last build: nothing changed\n")
    assert (folder / "a.apkg").read_bytes() == (folder / "b.apkg").read_bytes()
    mended = NOTES.replace("nginx", "cache").replace("proxy", "outer proxy")
    (folder / "notes" / "a.md").write_text(mended, "utf-8")
    before = {file: file.read_bytes() for file in folder.rglob("*.*") if file.is_file() and "cache" not in file.parts}
    told = run("diff", "notes").output
    assert "changed: 2" in told
    assert "    - Which timeout should be largest? -> proxy\n" in told
    assert "    + Which timeout should be largest? -> outer proxy\n" in told
    dry = run("notes", "-o", "c.apkg", "--dry-run").output
    assert dry == f"would write c.apkg: 1 subdeck, 2 cards from 1 post\n{told}"
    after = {file: file.read_bytes() for file in folder.rglob("*.*") if file.is_file() and "cache" not in file.parts}
    assert after == before
    assert run("notes", "-o", "c.apkg").output.endswith("since the last build: 2 changed\n")


def test_a_broken_ledger_is_left_alone(folder: Path) -> None:
    ledger = folder / "notes" / "deck.ledger"
    ledger.write_text("not a ledger\n", "utf-8")
    result = run("notes", "-o", "a.apkg")
    assert result.exit_code == 2
    assert ledger.read_text("utf-8") == "not a ledger\n"
    assert not (folder / "a.apkg").exists()
    assert run("notes", "-o", "a.apkg", "--no-ledger").exit_code == 0
    assert run("notes", "-o", "a.apkg", "--ledger", "elsewhere.ledger").exit_code == 0
    assert (folder / "elsewhere.ledger").is_file()
    assert run("notes", "-o", "a.apkg", "--ledger", "missing/x.ledger").exit_code == 2


def test_where_no_ledger_can_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = folder / "notes" / "deck.ledger"
    really = os.access

    def refused(path: str | Path, mode: int) -> bool:
        ours = Path(path).absolute() in (ledger, ledger.parent)
        return not (ours and mode & os.W_OK) and really(path, mode)

    with monkeypatch.context() as patch:
        patch.setattr(os, "access", refused)
        first = run("notes", "-o", "a.apkg")
    assert first.exit_code == 0
    assert "deck.ledger: no ledger can be kept here, so cards may not be known again; use --ledger" in first.output
    assert not ledger.exists()
    run("notes", "-o", "a.apkg")
    before = ledger.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", refused)
        later = run("notes", "-o", "b.apkg")
    assert later.exit_code == 2
    assert "make file and folder writable, or name another with --ledger" in later.output
    assert ledger.read_bytes() == before
    assert not (folder / "b.apkg").exists()


def test_templates_copied_give_the_same_cards(folder: Path) -> None:
    assert run("templates", "copy", "own").exit_code == 0
    for look in ("plain", "paper", "terminal"):
        run("notes", "-o", "a.apkg", "--no-ledger", "--look", look)
        run("notes", "-o", "b.apkg", "--no-ledger", "--look", look, "--templates", "own")
        assert (folder / "a.apkg").read_bytes() == (folder / "b.apkg").read_bytes()
    again = run("templates", "copy", "own")
    assert again.exit_code == 2
    assert "is there already" in again.output


def test_options_that_are_refused() -> None:
    for option, value, says in (("--hint", "big", "no hint 'big'"), ("--speech", "klingon", "no language to speak")):
        result = run("notes", option, value)
        assert result.exit_code == 2
        assert says in result.output
