"""The role of one constituent of a clause: object, complement, reason, purpose, condition and so on."""

from __future__ import annotations

from flashcards.language.forms import base
from flashcards.language.lexicon import words
from flashcards.language.parse import Parse

FOCUS = frozenset("partly mostly mainly largely primarily usually often probably".split())  # how much of the reason

TAKE_INFINITIVE = frozenset(
    "time room space chance chances permission authority basis reason reasons argument arguments incentive incentives"
    " motivation excuse right rights power ability freedom opportunity opportunities".split()
)
OBJECT_CONTROL = ("allow", "enable", "help", "force", "encourage", "require", "let", "permit", "cause")
CONDITION = (
    "if",
    "unless",
    "once",
    "until",
    "till",
    "when",
    "whenever",
    "where",
    "wherever",
    "before",
    "after",
    "while",
    "whilst",
)
WONDERING = ("decide", "know", "see", "tell", "check", "ask", "wonder", "determine", "verify", "find", "out")
CONCESSION = ("although", "though", "whereas", "even", "despite")
DISCOURSE = frozenset(
    "as a consequence|as a result|in addition|for example|for instance|in fact|of course|in general|in"
    " other words|at the end of the day"
    "|on the other hand|in short|at the same time|in conclusion|in particular|by the way|on the one"
    " hand|e.g.|i.e.|in the end"
    "|after all|above all|as well|first of all|in turn|as always|as usual|to be honest|in my opinion"
    "|in this talk|for one".split("|")
)
WHOLE = {"dobj": "object", "obj": "object", "attr": "complement", "oprd": "complement", "advmod": "adverb"}


def role_of(parse: Parse, at: int, c: int, tokens: tuple[int, ...]) -> tuple[str, tuple[int, ...], str, bool]:
    """(role, gap, marker, whether to look below) of dependent `c` of `at`."""
    dep, tag = parse.deps[c], parse.tags[c]
    if (
        dep == "advmod"
        and parse.lower[tokens[0] : tokens[0] + 2] in (["as", "soon"], ["as", "long"])
        and len(tokens) > 4
    ):
        return "condition", tokens, f"as {parse.lower[tokens[1]]} as", False
    if dep in WHOLE:
        return WHOLE[dep], tokens, "", False
    if dep == "acomp":
        return "complement", tokens, "", True
    if dep in ("prep", "agent") or (dep == "dative" and tag in ("IN", "TO")):
        return _prepositional(parse, at, c, tokens)
    if dep == "dative":
        return "indirect", tokens, "", False
    if dep == "prt":
        return "particle", (), parse.lower[c], False
    if dep in ("xcomp", "advcl", "ccomp"):
        return _clausal(parse, at, c, tokens)
    if dep == "npadvmod":
        behind = c == at + len(tokens) and parse.child(at, "dobj") is None
        named = tag.startswith("NNP") or parse.lower[c] not in words("times")
        return ("object" if behind and named else "adverbial"), tokens, "", False  # "runs Game Days"
    return "", (), "", False


def _prepositional(parse: Parse, at: int, c: int, tokens: tuple[int, ...]) -> tuple[str, tuple[int, ...], str, bool]:
    marker = parse.lower[c]
    if parse.text(tokens).lower() in DISCOURSE:
        return "discourse", tokens, marker, False
    below = [i for i in tokens if i > c]
    inner = parse.child(c, "pobj", "pcomp", "prep", "amod", "advmod")
    if parse.lower[tokens[0] : tokens[0] + 3] == ["in", "order", "to"]:
        return "purpose", tokens, "in order", False
    if parse.lower[tokens[0] : tokens[0] + 2] == ["in", "case"] and len(tokens) > 3:
        return "purpose", tokens, "in case", False
    if marker in ("because", "due") or (marker == "thanks"):
        return "reason", tokens, marker, False
    if inner is None or not below:
        return "particle", (), marker, False
    gap = tuple(below)
    if parse.lower[tokens[0]] == "instead":
        return "instead", tokens, marker, False
    if parse.deps[inner] == "pcomp" and parse.tags[inner] == "VBG":
        if marker == "by":
            return "means", tokens, marker, False
        return "gerund", gap, marker, False
    if marker == "by" and parse.lower[c + 1].endswith("ing") and len(below) > 1 and parse.deps[c] != "agent":
        return "means", tokens, marker, False  # "by shortening loops", read as if the loops were shortening
    if parse.deps[inner] == "pcomp":
        return "prepositional", gap, marker, False
    if parse.deps[c] == "agent" or (marker == "by" and parse.tags[at] == "VBN"):
        return "agent", gap, marker, False
    return "prepositional", gap, marker, False


def _clausal(parse: Parse, at: int, c: int, tokens: tuple[int, ...]) -> tuple[str, tuple[int, ...], str, bool]:
    """The role of a dependent clause: by its conjunction where it has one, else by its form."""
    role, marker = _by_conjunction(parse, c, tokens)
    if role:
        return role, tokens, marker, False
    dep, tag = parse.deps[c], parse.tags[c]
    to = any(parse.tags[a] == "TO" for a in parse.children(c, "aux"))
    marks = [parse.lower[m] for m in parse.children(c, "mark")]
    if to and dep != "ccomp" and _too_much(parse, at):
        return "", (), "", False
    if dep == "advcl" and not marks:
        return _bare_adverbial(parse, at, c, tokens, to)
    if dep == "xcomp":
        return _open_complement(parse, at, c, tokens, to)
    if dep == "ccomp":
        lets = (
            tag == "VBP" and base(parse.words[at], parse.tags[at]) == "let"
        )  # "it lets a reader see", read as "he see"
        bare = (tag == "VB" or lets) and _has_subject(parse, c)
        if to or (bare and not any(parse.tags[a] == "MD" for a in parse.children(c, "aux"))):
            return "infinitive", tokens, "to" if to else "", True
        return "content", tokens, marks[0] if marks else "", False
    return "", (), "", False


def _has_subject(parse: Parse, c: int) -> bool:
    return parse.child(c, "nsubj", "nsubjpass", "csubj", "expl") is not None


def _by_conjunction(parse: Parse, c: int, tokens: tuple[int, ...]) -> tuple[str, str]:
    """(role, marker) of a clause that begins with a conjunction; ("", "") for any other."""
    first = parse.lower[tokens[0]]
    second = parse.lower[tokens[1]] if len(tokens) > 1 else ""
    has_subject = _has_subject(parse, c)
    because = first == "because" or (first in FOCUS and second == "because")
    if because or (first == "since" and has_subject):
        return "reason", "because" if because else first
    if first == "so" and (second == "that" or has_subject):
        able = any(parse.tags[a] == "MD" for v in (c, parse.heads[c]) for a in parse.children(v, "aux"))
        state = second != "that" or parse.lower[c] in ("is", "are", "'s")
        if not able and state and parse.words[tokens[0] - 1] == ",":
            return "concession", "so"  # what follows from it, not what it is for
        return "purpose", "so that" if second == "that" else "so"
    if first == "in" and second in ("order", "case"):
        return "purpose", f"in {second}"
    if parse.deps[c] == "ccomp" and parse.tags[tokens[0]] in ("WRB", "WP", "WDT"):
        return "content", first
    whether = first == "if" and parse.lower[tokens[0] - 1] in WONDERING
    if whether or (first in ("when", "where", "how", "what") and second == "to"):
        return "content", first  # "let users decide if it helps", "it tells you when to stop"
    if first in CONCESSION or (first in ("while", "whilst") and parse.words[tokens[0] - 1] == "," and has_subject):
        return "concession", first
    if first == "as" and second in ("soon", "long"):
        return "condition", f"as {second} as"
    if first in CONDITION or (first == "as" and has_subject):
        return "condition", first  # "as" alone may be reason or time: nobody can tell
    if first in ("especially", "only", "just", "except", "right") and second in CONDITION:
        return "condition", second
    if first == "by" and parse.tags[c] == "VBG":
        return "means", "by"
    return "", ""


def _bare_adverbial(
    parse: Parse, at: int, c: int, tokens: tuple[int, ...], to: bool
) -> tuple[str, tuple[int, ...], str, bool]:
    """An adverbial clause without a conjunction: an infinitive of purpose, or a participle."""
    if to and parse.tags[c] in ("VBN", "VBD") and parse.child(c, "auxpass", "aux") == tokens[0]:
        return "", (), "", False  # "from loose aids to linked descriptions"
    if to:
        thing = parse.child(at, "dobj")
        if (
            thing is not None
            and parse.tags[thing] == "NNS"
            and base(parse.words[at], parse.tags[at]) in ("give", "hand")
        ):
            return "", (), "", False  # "gives operators plots to study"
        if thing is not None and parse.lower[thing] in TAKE_INFINITIVE:
            return "", (), "", False  # "give people time to think": what the time is for
        if thing is None and base(parse.words[at], parse.tags[at]) in ("come", "happen", "tend", "seem", "get", "grow"):
            return "infinitive", tokens, "to", True  # "come to rely on it"
        controlled = base(parse.words[at], parse.tags[at]) in OBJECT_CONTROL and parse.child(at, "dobj") is not None
        return ("infinitive", tokens, "to", True) if controlled and c > at else ("purpose", tokens, "to", False)
    if parse.tags[c] in ("VBG", "VBN") and not _has_subject(parse, c):
        return "participle", tokens, "", False
    return "", (), "", False


def _too_much(parse: Parse, at: int) -> bool:
    """For "too buried to answer": what it is too much for is no purpose."""
    return any(parse.lower[c] == "too" and c < at for c in parse.children(at, "advmod"))


def _open_complement(
    parse: Parse, at: int, c: int, tokens: tuple[int, ...], to: bool
) -> tuple[str, tuple[int, ...], str, bool]:
    """An infinitive or -ing form that a verb governs; behind an object it is mostly what that is for."""
    if to or parse.tags[c] == "VB":
        governor = base(parse.words[at], parse.tags[at])
        has_object = parse.child(at, "dobj") is not None
        of_object = has_object and governor not in words("object_control_verbs")
        of_passive = (
            not has_object
            and parse.tags[at] == "VBN"
            and governor not in words("object_control_verbs") | words("control_verbs")
        )
        if to and (of_object or of_passive):
            return "purpose", tokens, "to", False
        return "infinitive", tokens, "to" if to else "", True
    being = any(parse.lower[a] == "being" for a in parse.children(c, "auxpass"))  # "means being paged"
    return ("gerund" if parse.tags[c] == "VBG" or being else "complement"), tokens, "", False
