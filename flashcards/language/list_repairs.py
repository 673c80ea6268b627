"""Lists that a small English model takes apart, put together in its parse."""

from __future__ import annotations


def second_object(noun: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """For "you get locks and joins from a database", "they give staff and trustees a way": they "joins" nothing."""
    verb = heads[noun]
    below = [c for c in range(len(heads)) if heads[c] == verb and c != verb]
    thing = next((c for c in below if deps[c] == "dobj" and c < noun), -1)
    link = next((c for c in below if deps[c] == "cc" and c == noun - 1), -1)
    if thing < 0 or link < 0 or thing != link - 1:
        return
    tags[noun], heads[noun], heads[link] = "NNS", thing, thing
    for c in range(len(heads)):
        if heads[c] == noun and deps[c] == "dobj":
            heads[c], deps[thing] = verb, "dative"


def listed(noun: int, deps: list[str], heads: list[int]) -> None:
    """For "records should have a context, a decision, and a date", read as if records were dates."""
    subject = heads[noun]
    if deps[subject] == "compound":
        subject = heads[subject]
    verb = heads[subject]
    if deps[subject] != "nsubj" or not subject < verb < noun:
        return
    thing = next((c for c in range(verb + 1, noun) if heads[c] == verb and deps[c] == "dobj"), -1)
    if thing >= 0:
        heads[noun], deps[noun] = thing, "conj"
        for c in range(thing + 1, noun):
            heads[c] = thing if deps[c] == "punct" else heads[c]
