"""Talks -> sentences: cleaning, segmenting, parsing (in one batch), clauses, references."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from flashcards.language.causes import find_cause
from flashcards.language.clauses import clauses_of
from flashcards.language.contrasts import find_contrast
from flashcards.language.definites import learn_kinds
from flashcards.language.doing_subject import behind_a_stand_in, joined, verb_of_a_doing
from flashcards.language.lexicon import words
from flashcards.language.missing_subject import doers_put_back, filled, has_subject
from flashcards.language.outline import Piece, pieces_of
from flashcards.language.parse import Parse
from flashcards.language.references import resolve
from flashcards.language.scope import find_scope
from flashcards.language.sentence import Sentence
from flashcards.language.vocabulary import Vocabulary
from flashcards.model import Post, Talk

ParseTexts = Callable[[Sequence[str]], list[Parse]]


@cache
def unit_pattern() -> re.Pattern[str]:
    """What is shown to the parser as one noun.

    Quoted spans, words with two hyphens and more, the units of words.toml.
    """
    whole = words("units") | words("named_errors") | words("as_one")
    names = "|".join(
        [*map(re.escape, sorted(whole, key=lambda name: (-len(name), name)))]
        + [f"{re.escape(name)}s?" for name in sorted(words("compounds"))]
    )
    return re.compile(
        rf'"[^"\n]{{2,60}}"|\b\w+(?:-\w+){{2,}}\b|\b(?:re|co|pre|de|un|non)-[a-z]{{3,}}\b|(?<![a-z]s )\b(?:{names})\b',
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class ReadTalk:
    """A talk cut into pieces.

    Post by post, and what is known of the words of its event, shared by the event's talks.
    """

    talk: Talk
    posts: tuple[tuple[Post, list[Piece]], ...]
    vocabulary: Vocabulary


def analyse(talks: Iterable[Talk], parse_texts: ParseTexts) -> dict[int, list[Sentence]]:
    """The sentences of every post, keyed by id() of the post. `parse_texts` parses a batch of segments.

    Which words are names is learned from these talks alone.
    """
    vocabulary = Vocabulary(())
    read = [read_talk(talk, vocabulary) for talk in talks]
    for one in read:
        vocabulary.learn(texts_of(one))
    return analyse_read(read, parse_texts)


def read_talk(talk: Talk, vocabulary: Vocabulary) -> ReadTalk:
    """The talk in pieces; `vocabulary` is kept with it and learns nothing from it here."""
    names = {speaker.handle.lower(): speaker.name for speaker in talk.speakers if speaker.handle}
    return ReadTalk(talk, tuple((post, pieces_of(post, names)) for post in talk.posts), vocabulary)


def texts_of(read: ReadTalk) -> Iterator[str]:
    """The talk's texts, from which a vocabulary learns; without its title, which writes any word with a capital."""
    titled = [word for word in re.findall(r"[A-Z][\w'-]*", read.talk.title) if word[1:].islower()]
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, titled))})\b") if titled else None
    for _, pieces in read.posts:
        for piece in pieces:
            text = piece.whole or piece.segment.text
            yield pattern.sub("-", text) if pattern else text


def analyse_read(talks: Sequence[ReadTalk], parse_texts: ParseTexts) -> dict[int, list[Sentence]]:
    """The sentences of every post of these talks, keyed by id() of the post."""
    found = [(read, post, here) for read in talks for post, here in read.posts]
    pieces = [piece for _, _, here in found for piece in here]
    known = {id(piece): read.vocabulary for read, _, here in found for piece in here}
    parses = dict(zip(map(id, pieces), parse_texts([piece.segment.text for piece in pieces]), strict=True))
    _find_doing_subjects(pieces, parses, parse_texts)
    told: dict[int, str] = {}
    for before, piece in zip([*pieces[:1], *pieces[:-1]], pieces, strict=True):
        told[id(piece)] = doers_put_back(piece.segment, parses[id(before)], told.get(id(before), "")) or filled(
            piece.segment.text, parses[id(piece)], known[id(piece)], piece.segment.label
        )
    again = [piece for piece in pieces if told[id(piece)]]
    for piece, parse in zip(again, parse_texts([told[id(piece)] for piece in again]), strict=True):
        if told[id(piece)].startswith("The ") and not has_subject(parse):
            told[id(piece)] = ""
        else:
            parses[id(piece)] = parse
    out: dict[int, list[Sentence]] = {}
    for read, post, here in found:
        sentences = [
            _sentence(piece, parses[id(piece)], told[id(piece)], read.talk, post, read.vocabulary) for piece in here
        ]
        for one, two in pairwise(sentences):
            one.after, two.before = two, one
        out[id(post)] = sentences
    for read in talks:
        for (earlier, _), (later, _) in pairwise(read.posts):
            for sentence in out[id(later)]:
                sentence.post_before = tuple(out[id(earlier)])
        spoken = [sentence for post, _ in read.posts for sentence in out[id(post)]]
        kinds = learn_kinds(spoken)
        for sentence in spoken:
            sentence.kinds = kinds
            resolve(sentence)
            find_contrast(sentence)
            find_cause(sentence)
            find_scope(sentence)
        kinds.update(learn_kinds(spoken))  # now that "They are events that ..." says what they are
    return out


def _find_doing_subjects(pieces: Sequence[Piece], parses: dict[int, Parse], parse_texts: ParseTexts) -> None:
    """Parse once more, from its verb on, what begins with a doing and seems to have no verb; `parses` is by id()."""
    found = [(id(piece), at) for piece in pieces if (at := verb_of_a_doing(parses[id(piece)])) > 0]
    read = parse_texts([behind_a_stand_in(parses[number], at) for number, at in found])
    for (number, at), rest in zip(found, read, strict=True):
        parses[number] = joined(parses[number], at, rest)


def _sentence(piece: Piece, parse: Parse, told: str, talk: Talk, post: Post, vocabulary: Vocabulary) -> Sentence:
    clauses = clauses_of(parse, imperative="ou should " in told)
    if told.startswith("The ") and not piece.segment.text.startswith("The "):
        for clause in clauses:  # put there for the parser's sake; a list is better without it
            listed = any(parse.words[i] == "," for i in clause.subject)
            mass = clause.subject_head >= 0 and parse.lower[clause.subject_head] in words("mass_nouns")
            if 0 in clause.subject and (listed or mass):
                clause.swaps[0] = ""
    surnames = {name for speaker in talk.speakers for name in speaker.name.split() if len(name) > 2}
    people = frozenset(i for i, word in enumerate(parse.words) if word in surnames)
    segment = replace(piece.segment)
    return Sentence(
        segment,
        parse,
        clauses,
        talk,
        post,
        vocabulary,
        piece.whole,
        piece.item,
        piece.listing,
        piece.emphasised,
        people,
        told.startswith(("It ", "They ")),
    )
