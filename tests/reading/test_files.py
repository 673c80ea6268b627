"""What is read of a folder, and what is said about files that cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from flashcards.errors import UserError
from flashcards.reading import read_notes

QUOTE = "> Rivers find the sea.\n"


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")


def error_of(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_notes([path])
    return caught.value.message


def test_folder_is_read_in_sorted_order_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    write(tmp_path, b=QUOTE, a=QUOTE)
    for name in ("0", ".git", "c"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, inner=QUOTE)
    (tmp_path / "slides.pdf").write_bytes(b"\0")
    (tmp_path / "shout.MARKDOWN").write_text(QUOTE)
    files = [talk.file.relative_to(tmp_path).as_posix() for talk in read_notes([tmp_path])]
    assert files == ["0/inner.md", "a.md", "b.md", "c/inner.md", "shout.MARKDOWN"]


def test_same_file_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, a=QUOTE)
    (tmp_path / "z.md").symlink_to("a.md")
    assert len(read_notes([tmp_path, tmp_path / "a.md", tmp_path])) == 1


def test_file_named_before_its_folder_is_no_error(tmp_path: Path) -> None:
    write(tmp_path, a=QUOTE)
    assert len(read_notes([tmp_path / "a.md", tmp_path])) == 1


def test_circle_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "back").symlink_to(tmp_path)
    write(tmp_path / "deep", a=QUOTE)
    assert len(read_notes([tmp_path])) == 1


def test_dangling_link_and_pipe_in_a_folder_are_skipped_with_a_warning(tmp_path: Path) -> None:
    write(tmp_path, a=QUOTE)
    (tmp_path / "gone.md").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.md")
    warnings: list[str] = []
    assert len(read_notes([tmp_path], warn=warnings.append)) == 1
    assert ["gone.md" in warnings[0], "pipe.md" in warnings[1]] == [True, True]


def test_file_without_posts_is_warned_of(tmp_path: Path) -> None:
    write(tmp_path, a="# Only a heading\n")
    warnings: list[str] = []
    assert read_notes([tmp_path / "a.md"], warn=warnings.append) == ()
    assert len(warnings) == 1


def test_name_overrides_every_event(tmp_path: Path) -> None:
    write(tmp_path, a="# Conf 2020\n\n## Talk\n\n" + QUOTE, b="# Conf 2021\n\n## Talk\n\n" + QUOTE)
    assert [talk.event.name for talk in read_notes([tmp_path])] == ["Conf 2020", "Conf 2021"]
    assert {talk.event.name for talk in read_notes([tmp_path], name="Mine ")} == {"Mine"}


def test_readme_named_alone_is_notes(tmp_path: Path) -> None:
    write(tmp_path, README="# Ferns\n\n- ferns have spores\n")
    assert [talk.title for talk in read_notes([tmp_path / "README.md"])] == ["Ferns"]
    assert "README" in error_of(tmp_path)


@pytest.mark.parametrize("name", ["day-1", "notes"])
def test_folder_names_the_event_of_a_file_without_a_name_of_its_own(tmp_path: Path, name: str) -> None:
    (tmp_path / "pycon-2021").mkdir()
    write(tmp_path / "pycon-2021", **{name: "# Day 1\n\n## Talk\n\n" + QUOTE})
    (talk,) = read_notes([tmp_path / "pycon-2021" / f"{name}.md"])
    assert (talk.event.name, talk.day) == ("PyCon 2021", "Day 1")


def test_missing_path(tmp_path: Path) -> None:
    assert error_of(tmp_path / "gone.md").startswith(f"{tmp_path / 'gone.md'}: no such file")
    assert "no such file" in error_of(Path("a\0b"))
    assert "cannot be read" in error_of(Path("x" * 5000))


def test_folder_without_notes(tmp_path: Path) -> None:
    assert "no notes in this folder" in error_of(tmp_path)


def test_pipe_and_device(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert "not a regular file" in error_of(tmp_path / "pipe.md")
    assert "not a regular file" in error_of(Path("/dev/null"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    write(tmp_path, a=QUOTE)
    (tmp_path / "a.md").chmod(0)
    assert "permissions" in error_of(tmp_path / "a.md")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a\r\nb\r\n\r\n> \xff", ":4: this is not UTF-8 (byte 0xff)"),
        (b"\xef\xbb\xbfa\rb\r\xc3", ":3: this is not UTF-8 (byte 0xc3)"),
        (b"a\n\0", ":2: this is not text"),
        ("> text".encode("utf-16"), ": this file is UTF-16; save it as UTF-8"),
        ("> text".encode("utf-32"), ": this file is UTF-32; save it as UTF-8"),
    ],
)
def test_other_encodings_are_refused_with_their_line(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "x.md"
    file.write_bytes(data)
    assert error_of(file).startswith(f"{file}{said}")


def test_byte_order_mark_line_ends_and_control_characters(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_bytes(b"\xef\xbb\xbf# Ti\x1ftle\r\n\r\n> one\x0ctwo\x07\r\n> three\tfour\r\n")
    (talk,) = read_notes([file])
    assert talk.title == "Title"
    assert talk.posts[0].blocks[0].text == "one two\nthree\tfour"
    assert talk.posts[0].line == 3
