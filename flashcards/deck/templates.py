"""Card templates and style, read through Jinja2 and checked before anything is written.

Jinja2 here uses [[ ]], [% %] and [# #], so that Anki's {{Field}} passes through it.
"""

from __future__ import annotations

import difflib
import traceback
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from flashcards.deck.anki_template import AnkiTemplateError, Node, filters_of, has_content, parse
from flashcards.deck.fields import CLOZE_FIELDS, FIELDS
from flashcards.deck.options import DeckOptions
from flashcards.deck.template_files import CARD_FILES, LOOKS, STYLE, builtin_folder, check_folder, looks, source_of
from flashcards.errors import UserError


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a card: its template for Anki, the same parsed, and the file it comes from."""

    source: str
    nodes: tuple[Node, ...]
    file: Path


@dataclass(frozen=True, slots=True)
class CardTemplates:
    """All that the note types show: both sides of the card and of its reverse, and their style; the same for clozes."""

    front: Side
    back: Side
    reverse_front: Side
    reverse_back: Side
    css: str
    cloze_front: Side
    cloze_back: Side
    cloze_css: str

    @property
    def sides(self) -> tuple[Side, ...]:
        """Those of the note type of questions."""
        return self.front, self.back, self.reverse_front, self.reverse_back

    @property
    def cloze_sides(self) -> tuple[Side, ...]:
        """Those of the note type of clozes."""
        return self.cloze_front, self.cloze_back


def load_templates(options: DeckOptions, page: bool = False) -> CardTemplates:
    """The templates that `options` ask for; `page` asks for the style of the page to look through.

    Raises UserError, with file and line where there is one, for an unknown look, a missing folder, an error of
    Jinja2's and what Anki would show an error for.
    """
    if options.templates is None:
        return _builtin_of(options.look, options.type_answers, options.speech, page)
    check_folder(options.templates)
    return _loaded(options, page)


@lru_cache(maxsize=4)
def _builtin_of(look: str, type_answers: bool, speech: str, page: bool) -> CardTemplates:
    """The built-in templates, which stay the same while the program runs and are asked for several times a build."""
    return _loaded(DeckOptions(look=look, type_answers=type_answers, speech=speech), page)


def _loaded(options: DeckOptions, page: bool) -> CardTemplates:
    known = looks(options.templates)
    if options.look not in known:
        near = difflib.get_close_matches(options.look, known, n=1, cutoff=0)
        raise UserError(f"there is no look {options.look!r}, do you mean {near[0]}? (known: {', '.join(known)})")
    front, back, reverse_front, reverse_back, cloze_front, cloze_back = (_side(name, options) for name in CARD_FILES)
    css, cloze_css = (render_file(_style(options), options, page=page, cloze=cloze) for cloze in (False, True))
    templates = CardTemplates(front, back, reverse_front, reverse_back, css, cloze_front, cloze_back, cloze_css)
    if has_content(templates.reverse_front.nodes, set(FIELDS) - {"ReverseQuestion"}):
        raise UserError(
            "this shows something even without a ReverseQuestion, put it between {{#ReverseQuestion}} and"
            " {{/ReverseQuestion}}",
            templates.reverse_front.file,
        )
    for side in templates.cloze_sides:
        # Anki refuses a note type of clozes without it.
        if "cloze" not in filters_of(side.nodes, "Text"):
            raise UserError("this shows no {{cloze:Text}}, put it in", side.file)
    return templates


def _environment(folder: Path | None, autoescape: bool) -> ImmutableSandboxedEnvironment:
    """Where templates are found and how they are written: the user's before the built-in ones."""
    own = [FileSystemLoader(folder)] if folder else []
    builtin = FileSystemLoader(builtin_folder())
    return ImmutableSandboxedEnvironment(
        block_start_string="[%",
        block_end_string="%]",
        variable_start_string="[[",
        variable_end_string="]]",
        comment_start_string="[#",
        comment_end_string="#]",
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        autoescape=autoescape,
        loader=ChoiceLoader([*own, builtin, PrefixLoader({"builtin": builtin})]),
    )


@cache
def _builtin(autoescape: bool) -> ImmutableSandboxedEnvironment:
    return _environment(None, autoescape)


def render_file(name: str, options: DeckOptions, autoescape: bool = False, **values: object) -> str:
    """The template `name` as text, given `values`, `type_answers`, `speech`, `cloze` and `look`, the look's file.

    Raises UserError at file:line for whatever is wrong in it.
    """
    # Built-in files stay as they are; the user's are read anew, since they may be edited while a program watches.
    environment = _environment(options.templates, autoescape) if options.templates else _builtin(autoescape)
    known = {
        "look": f"{LOOKS}/{options.look}.css",
        "type_answers": options.type_answers,
        "speech": options.speech,
        "cloze": False,
    }
    try:
        return environment.get_template(name).render({**known, **values}).strip() + "\n"
    except TemplateSyntaxError as problem:
        file = problem.filename or source_of(name, options.templates)
        raise UserError(_sentence(problem.message), file, problem.lineno) from problem
    except TemplateNotFound as problem:
        file, line = _place(problem, options, name)
        raise UserError(f"there is no template {problem.message!r}, mend its name", file, line) from problem
    except UnicodeDecodeError as problem:
        raise UserError("this is not UTF-8, save it as UTF-8", source_of(name, options.templates)) from problem
    except RecursionError as problem:
        advice = f'this includes or extends itself, write "builtin/{name}" for the built-in one'
        raise UserError(advice, source_of(name, options.templates)) from problem
    except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as problem:
        file, line = _place(problem, options, name)
        raise UserError(_sentence(str(problem) or type(problem).__name__), file, line) from problem


def _style(options: DeckOptions) -> str:
    """The user's style where there is one, which may extend the look; else the look, which extends the built-in."""
    own = options.templates is not None and (options.templates / STYLE).is_file()
    return STYLE if own else f"{LOOKS}/{options.look}.css"


def _side(name: str, options: DeckOptions) -> Side:
    file = source_of(name, options.templates)
    source = render_file(name, options)
    try:
        fields = CLOZE_FIELDS if name.startswith("cloze-") else FIELDS
        return Side(source, parse(source, fields, back=name.endswith("back.html")), file)
    except AnkiTemplateError as fault:
        raise UserError(str(fault), *_find(fault.tag, file, options)) from fault


def _find(tag: str, first: Path, options: DeckOptions) -> tuple[Path, int | None]:
    """File and line of an Anki tag in the templates: it may stand in one that `first` extends or includes."""
    own = sorted(options.templates.rglob("*.html")) if options.templates else []
    for file in (first, *own, *sorted(builtin_folder().glob("*.html"))):
        before, found, _ = file.read_text("utf-8", "replace").partition(tag)
        if found:
            return file, before.count("\n") + 1
    return first, None


def _place(problem: Exception, options: DeckOptions, name: str) -> tuple[Path, int | None]:
    """The innermost line of the user's templates that the error came through, else of the built-in ones.

    Jinja2 puts them into the traceback.
    """
    frames = traceback.extract_tb(problem.__traceback__)
    for folder in (options.templates, builtin_folder()):
        for frame in reversed(frames):
            if folder and Path(frame.filename).is_relative_to(folder):
                return Path(frame.filename), frame.lineno
    return source_of(name, options.templates), None


def _sentence(message: str | None) -> str:
    return f"{' '.join((message or 'broken template').split()).rstrip('.')}, mend the template"
