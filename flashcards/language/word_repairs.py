"""Single words that the parser hangs on the wrong word, or takes for another kind of word."""

from __future__ import annotations

from collections.abc import Sequence

from flashcards.language.forms import base
from flashcards.language.inflections import is_participle

GOING = frozenset("go goes going went gone".split())
ASKING = ("how", "what", "why", "where", "whether")
CLOSELY = ("well", "long", "shortly", "right", "immediately", "just", "only")
PARTICLES = ("down", "up", "out", "off")
PHRASAL = frozenset(
    f"{verb} {way}"
    for way, verbs in (
        ("down", "slow break shut cut track narrow write bring tear turn hunt wind pin shoot scale take"),
        ("up", "speed scale clean set free build hold back open pick use give clog eat wake mess break ramp bring"),
        ("out", "roll figure rule sort carry spell phase push burn sketch weed write"),
        ("off", "turn pay switch take hand fend spin"),
    )
    for verb in verbs.split()
)
NOUNS_TOO = ("cost", "cut", "read", "set", "put", "hit", "split", "spread", "left", "felt", "thought", "lead", "found")
WAYS = ("move", "push", "shift")


def mend_word(  # noqa: C901 (one branch a mend)
    i: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Change the tag, dependency or head of one word of a parse in place, where the parser is known to be wrong."""
    above, dep = heads[i], deps[i]
    if dep == "relcl":
        _no_relative(i, lower, tags, deps, heads)
    elif dep == "acl" and lower[i] == "left" and lower[heads[above]] in WAYS:
        heads[i] = heads[above]
        says_which_way(i, tags, deps, heads)  # "move security left"
    elif dep == "acomp" and tags[i] == "NN":
        _described_by_what_follows(i, lower, deps, heads)
        if deps[i] == "acomp" and any(
            heads[c] == i and tags[c] == "JJ" and deps[c] == "conj" for c in range(i, len(heads))
        ):
            tags[i] = "JJ"  # "jobs should be idempotent and resumable"
    elif dep == "attr" and tags[i] == "JJ" and deps[i - 1] == "compound" and heads[i - 1] == i:
        tags[i] = "NN"  # "a business metric"
    elif dep == "ccomp" and tags[i] == "VBZ" and i and lower[i - 1] in ("which", "what") and heads[i - 1] == i:
        _which_of_them(i, tags, deps, heads)
    elif dep == "ccomp" and tags[i] == "VBZ" and i and tags[i - 1] == "NN" and deps[i - 1] in ("pobj", "dobj"):
        _kind_of_the_thing(i, tags, deps, heads)
    elif dep == "ccomp" and (told := _told_by_that(i, above, lower, tags, deps, heads)):
        heads[i], deps[i] = told, "relcl"  # "is a method for writing text that more people can follow"
    elif dep == "ccomp" and tags[i] == "NN" and i and tags[i - 1] in ("VBP", "VBZ", "VB") and above < i - 1:
        heads[i], deps[i] = i - 1, "dobj"  # "decide which services need redesign"
    elif dep == "conj" and tags[i] in ("VBD", "VBN") and lower[above] in ("be", "is", "are") and lower[i - 1] == ",":
        _quality_in_a_row(i, above, tags, deps, heads)
    elif dep in ("det", "amod") and tags[above].startswith("VB") and i < above:
        _belongs_to_the_subject(i, above, tags, deps, heads)
    elif dep == "acomp" and tags[i] == "NN" and lower[i] not in NOUNS_TOO and is_participle(lower[i]):
        tags[i] = "VBN"  # "has to be rethought"
    elif dep == "prep" and lower[i] in PARTICLES and f"{base(lower[above], tags[above])} {lower[i]}" in PHRASAL:
        _particle(i, above, tags, deps, heads)
    elif dep == "advcl" and any(heads[c] == i and deps[c] == "mark" and lower[c] == "whether" for c in range(i)):
        deps[i] = "ccomp"  # "checks whether your tests would catch a bug"
    elif dep in ("advcl", "ccomp") and tags[i] in ("VB", "VBP", "VBD") and above < i - 1:
        _which_you_know(i, above, lower, tags, deps, heads)
    elif lower[i] == "so" and dep == "advmod" and tags[above].startswith("VB") and above < i and lower[i - 1] != ",":
        _so_that(i, above, tags, deps, heads)
    elif tags[i] == "RP" and dep in ("amod", "advmod") and deps[above] == "dobj" and heads[above] == i - 1:
        heads[i], deps[i] = i - 1, "prt"  # "slow down delivery"
    elif dep == "nsubj" and tags[i] == "JJ" and lower[i + 1 : i + 2] == ["of"] and heads[i + 1] == i:
        tags[i] = "NN"  # "secret of a good review is patience"
    elif dep == "nsubj" and tags[i] == "NNS" and tags[above] == "VBZ" and i < above:
        _doing_named_by_its_object(i, above, lower, tags, deps, heads)
    elif dep == "conj" and tags[i] in ("NN", "NNS") and tags[above].startswith("VB"):
        _one_more_object(i, above, deps, heads)
    elif dep == "advmod" and tags[i] == "NNP" and above == i + 1 and tags[above] in ("VBD", "VBZ"):
        if not any(heads[c] == above and deps[c].startswith("nsubj") for c in range(len(heads))):
            deps[i] = "nsubj"  # "WebAIM found failures"
    elif dep == "nsubj" and tags[i] == "NN" and i and deps[i - 1] == "csubj" and heads[i - 1] == above:
        heads[i], deps[i] = i - 1, "dobj"  # "explaining something exposes the gaps"
    elif dep == "advmod" and lower[i] in CLOSELY and lower[i + 1 : i + 2] in (["before"], ["after"]) and above < i:
        heads[i] = heads[i + 1] if deps[i + 1] == "mark" else i + 1  # "visible well before exhaustion is"
    elif dep == "aux" and deps[above] in ("aux", "auxpass") and above > i:
        heads[i] = heads[above]  # "access should be limited so that ...": both help the same verb
    elif lower[i] == "live" and dep == "advmod" and i and lower[i - 1] in GOING:
        heads[i], deps[i] = i - 1, "acomp"  # "before you go live"


def _no_relative(verb: int, lower: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """A clause that is read as if it described a noun, and is what a verb says, or when it holds."""
    above = heads[verb]
    begins = lower[above + 1]
    if tags[above] in ("VBZ", "VBP", "VB") and begins in ASKING:
        deps[verb] = "ccomp"  # "measures how you handle stress": no noun is there to describe
    elif lower[above] in ("something", "anything", "nothing") and begins == "when" and heads[above + 1] == verb:
        heads[verb], deps[verb] = heads[above], "advcl"  # "only means something when people can say no"


def _quality_in_a_row(word: int, verb: int, tags: list[str], deps: Sequence[str], heads: list[int]) -> None:
    """For "rules should be short, explained, and owned", read as if rules explained and owned: qualities all."""
    first = next((c for c in range(verb + 1, word) if heads[c] == verb and deps[c] == "acomp"), -1)
    if first < 0 or any(heads[c] == word and deps[c] in ("nsubj", "dobj", "aux", "auxpass") for c in range(len(heads))):
        return
    last = max(c for c in range(first, word) if c == first or (deps[c] == "conj" and heads[c] >= first))
    heads[word], heads[word - 1], tags[word] = last, last, "VBN"


def _doing_named_by_its_object(
    thing: int, verb: int, lower: Sequence[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """For "shipping fun modes sooner comes from ...", read as modes of shipping: the verb has the doing as subject."""
    below = [c for c in range(thing) if heads[c] == thing or heads[heads[c]] == thing]
    first = below[0] if below else thing
    if first == thing or not lower[first].endswith("ing") or tags[first] not in ("NN", "VBG", "NNP", "JJ"):
        return
    for c in range(len(heads)):
        if heads[c] == first and c != first:
            heads[c] = thing
        elif heads[c] == verb and thing < c < verb and tags[c] in ("RB", "RBR"):
            heads[c] = first
    tags[first], heads[first], deps[first] = "VBG", verb, "csubj"
    heads[thing], deps[thing] = first, "dobj"


def quality_of_the_second(word: int, verb: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """For "exposes hidden links and stray indexes", read as if something "strayed": it says which indexes."""
    things = [c for c in range(word + 1, len(heads)) if heads[c] == word and deps[c] == "dobj"]
    first = next((c for c in range(verb + 1, word) if heads[c] == verb and deps[c] == "dobj"), -1)
    others = [c for c in range(len(heads)) if heads[c] == word and deps[c] not in ("dobj", "punct")]
    if first < 0 or others or things[:1] != [word + 1] or tags[word + 1] not in ("NN", "NNS"):
        return
    heads[things[0]], deps[things[0]] = first, "conj"
    heads[word], deps[word], tags[word] = things[0], "amod", "JJ"
    heads[word - 1] = first
    for c in range(len(heads)):
        if heads[c] == word:
            heads[c] = verb


def _one_more_object(thing: int, verb: int, deps: Sequence[str], heads: list[int]) -> None:
    """For "takes time, good tests, and patience", with the tests hung on the verb: they stand in a row with the time."""
    first = next((c for c in range(verb + 1, thing) if heads[c] == verb and deps[c] in ("dobj", "attr")), -1)
    verbal = any(
        heads[c] == thing and deps[c] in ("nsubj", "nsubjpass", "aux", "auxpass", "cop", "dobj") for c in range(len(heads))
    )
    doing = any(heads[c] == thing and c == thing + 1 and deps[c] in ("acl", "xcomp", "amod") for c in range(thing + 1, len(heads)))
    if first > 0 and not verbal and not doing:  # "and practice using them" is another thing to do
        heads[thing] = first
        for c in range(first, thing):
            if heads[c] == verb and deps[c] in ("punct", "cc"):
                heads[c] = first


def _particle(word: int, verb: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """For "boards slow down delivery", with the delivery behind a preposition: it is what is slowed down."""
    thing = next((c for c in range(word + 1, len(heads)) if heads[c] == word and deps[c] == "pobj"), -1)
    if thing < 0 or any(heads[c] == verb and deps[c] == "dobj" for c in range(len(heads))):
        return
    for c in range(len(heads)):
        if heads[c] == word:
            heads[c] = verb
    tags[word], deps[word], deps[thing] = "RP", "prt", "dobj"


def _kind_of_the_thing(word: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """For "against the case studies vendors publish", read as if a case "studied" something: studies of a kind."""
    kind = word - 1
    if any(heads[c] == word and deps[c] in ("nsubj", "nsubjpass", "mark", "expl", "csubj") for c in range(len(heads))):
        return
    heads[word], deps[word], tags[word] = heads[kind], deps[kind], "NNS"
    for c in range(len(heads)):
        if heads[c] == kind:
            heads[c] = word
        elif heads[c] == word and c > word and deps[c] == "ccomp":
            deps[c] = "relcl"
            if heads[c - 1] == c and deps[c - 1] == "compound" and tags[c - 1] == "NNS":
                deps[c - 1] = "nsubj"
    heads[kind], deps[kind] = word, "compound"


def _which_you_know(
    verb: int, above: int, lower: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]
) -> None:
    """For "generates inputs you'd never think of", read as if it were when: it says which inputs."""
    subject = next((c for c in range(above + 1, verb) if heads[c] == verb and deps[c] == "nsubj"), -1)
    thing = subject - 1
    stranded = verb + 1 < len(tags) and tags[verb + 1] == "IN" and heads[verb + 1] == verb
    first = min((c for c in range(len(heads)) if heads[c] == verb), default=-1)
    if subject < 1 or first != subject or lower[subject] not in ("you", "we", "they", "i", "nobody"):
        return
    if deps[thing] == "dobj" and heads[thing] == above and tags[thing] in ("NN", "NNS") and stranded:
        heads[verb], deps[verb] = thing, "relcl"


def _so_that(word: int, verb: int, tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """For "keep it small so the job can be trusted", read as two statements: the second is what the first is for."""
    second = next((c for c in range(word + 1, len(heads)) if heads[c] == verb and deps[c] == "conj"), -1)
    subject = any(heads[c] == second and deps[c].startswith("nsubj") for c in range(word + 1, second))
    able = any(heads[c] == second and tags[c] == "MD" for c in range(word + 1, second))
    joined = any(heads[c] == verb and deps[c] == "cc" for c in range(word, second))
    if second > 0 and subject and able and not joined:
        heads[word], deps[word], deps[second] = second, "mark", "advcl"


def _told_by_that(
    verb: int, above: int, lower: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]
) -> int:
    """The noun before a "that" which is an argument of the verb, where the verb hangs on "be"; 0 for none."""
    if lower[above] not in ("is", "are"):
        return 0
    that = next(
        (c for c in range(1, verb) if heads[c] == verb and lower[c] == "that" and deps[c] in ("dobj", "nsubj", "pobj")), 0
    )
    return that - 1 if that and tags[that - 1] in ("NN", "NNS") and above < that - 1 else 0


def _which_of_them(noun: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """For "decide which workloads need it", read as if something did workload: the verb behind it is their doing."""
    verb = noun + 1
    if verb < len(heads) and heads[verb] == noun and deps[verb] == "xcomp" and tags[verb] in ("VBP", "VB"):
        heads[verb], deps[verb], tags[verb] = heads[noun], "ccomp", "VBP"
        heads[noun], deps[noun], tags[noun] = verb, "nsubj", "NNS"
        deps[noun - 1] = "det"


def _belongs_to_the_subject(word: int, verb: int, tags: Sequence[str], deps: Sequence[str], heads: list[int]) -> None:
    """For "a sustainable on-call rotation needs ...", with "a" and "sustainable" hung on the verb: they say which."""
    subject = next((c for c in range(word + 1, verb) if heads[c] == verb and deps[c].startswith("nsubj")), -1)
    if subject > 0 and tags[subject].startswith("NN"):
        heads[word] = subject


def says_which_way(side: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """For "shift left on testing": where one shifts, not what; what hangs on it hangs on the verb."""
    tags[side], deps[side] = "RB", "advmod"
    for c in range(len(heads)):
        if heads[c] == side and c != side:
            heads[c] = heads[side]


def thing_with_two_subjects(verb: int, tags: Sequence[str], deps: list[str], heads: list[int]) -> bool:
    """For "doubles the number of states your code can be in": the first of two subjects is the object before it."""
    subjects = [c for c in range(verb) if heads[c] == verb and deps[c] == "nsubj"]
    if len(subjects) != 2 or subjects[0] <= heads[verb] or tags[subjects[0]] not in ("NN", "NNS"):
        return False
    thing = subjects[0]
    heads[thing], deps[thing] = heads[verb], "dobj"
    heads[verb], deps[verb] = thing, "relcl"
    return True


def _described_by_what_follows(thing: int, lower: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """For "is code that nobody runs", read as if it were a quality: what follows "that" describes the thing."""
    clause = next((c for c in range(thing + 1, len(heads)) if heads[c] == heads[thing] and deps[c] == "ccomp"), -1)
    if clause > 0 and lower[thing + 1] == "that":
        deps[thing], deps[clause], heads[clause] = "attr", "relcl", thing
