"""make-deck's verbs, and what happens where none is given: the arguments are notes to build a deck from."""

from __future__ import annotations

import gc
import io
import sys

import click

from flashcards import __version__
from flashcards.cli.build import build, diff
from flashcards.cli.cache import cache
from flashcards.cli.coverage import coverage
from flashcards.cli.explain import explain
from flashcards.cli.init import init, templates
from flashcards.cli.preview import preview
from flashcards.cli.review import review
from flashcards.cli.rules import rules
from flashcards.cli.watch import watch

INTERRUPTED = 130  # what shells give for a command ended by Ctrl-C
_OWN_OPTIONS = ("--help", "-h", "--version")


class Verbs(click.Group):
    """A group whose first argument may be left out: `make-deck notes/` is `make-deck build notes/`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put in the verb `build` where there is none."""
        if args and args[0] not in self.commands and args[0] not in _OWN_OPTIONS:
            args = ["build", *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Both ways to call it."""
        formatter.write_usage(ctx.command_path, "[build] NOTES... [-o OUT] [OPTIONS]")
        formatter.write_usage(ctx.command_path, "VERB [ARGUMENTS] [OPTIONS]", prefix=" " * len("Usage: "))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of `build`, which is meant most often, then the verbs."""
        options = [param for param in (*build.params, *self.get_params(ctx)) if isinstance(param, click.Option)]
        with formatter.section("Options"):
            formatter.write_dl([record for option in options if (record := option.get_help_record(ctx))])
        with formatter.section("Verbs"):
            limit = formatter.width - 14
            formatter.write_dl([(name, self.commands[name].get_short_help_str(limit)) for name in self.commands])


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="make-deck", message="%(prog)s %(version)s")
def verbs() -> None:
    """Turn conference notes into question/answer cards for Anki.

    NOTES are Markdown files and folders of them. A file that is called like a verb can be given as ./build.
    """


for _verb in (build, watch, preview, review, diff, explain, coverage, rules, init, templates, cache):
    verbs.add_command(_verb)


def main() -> None:
    """Run make-deck on the command line's arguments; ends the process with its exit status."""
    # A model and a dictionary are a million objects that stay: no use in looking for garbage there again and again.
    gc.set_threshold(200_000, 20, 100)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # names of files may hold what no terminal can show
            stream.reconfigure(errors="backslashreplace")
    try:
        sys.exit(verbs.main(prog_name="make-deck", standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
