"""What the end of an unknown word tells: a meeting, a law, a title, a time that we do not know."""

import tomllib

from deadlines.vocabulary import WORDS, Tokens, listed

EVENT: Tokens = (("q", 1),)
NAMED: Tokens = (("#", 0),)  # letters before a number that we do not know: a code
TITLE: Tokens = (("3", 0),)
UNREAD: Tokens = (("x", "time"),)
LIMIT: Tokens = (("b", 1),)
RAW = tomllib.loads((WORDS / "endings.toml").read_text(encoding="utf-8"))


# In this order: what each kind of ending makes of a word, and the words that it says nothing of.
ENDINGS = [
    (listed(RAW[kind]), tokens, frozenset(listed(RAW["not"].get(kind, ""))))
    for kind, tokens in (
        ("event", EVENT),
        ("limit", LIMIT),
        ("number", NAMED),
        ("law", NAMED),
        ("title", TITLE),
        ("time", UNREAD),
    )
]
RUNNING_OUT, RUNS_OUT = listed(RAW["running_out"]), frozenset(listed(RAW["runs_out"]))
# Asked first: most words end in none of these.
TAIL = 3  # letters
TELLING_TAILS = {ending[-TAIL:] for endings, _, _ in ENDINGS for ending in endings}
SHORT_ENDINGS = tuple(tail for tail in TELLING_TAILS if len(tail) < TAIL)


def by_its_ending(word: str) -> Tokens | None:
    """Its tokens; None when the ending tells nothing after all."""
    for endings, tokens, silent in ENDINGS:
        if word.endswith(endings):
            return None if word in silent else tokens
    return None
