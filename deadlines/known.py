"""Words, signs and plain numbers that mean the same wherever they stand, and those that do not."""

from deadlines.numerals import PLAIN
from deadlines.vocabulary import VOCABULARY, Entry, Lang, Token, Tokens

UNKNOWN: Tokens = (("x", 0),)
SIGNS: dict[str, Tokens | list[Token]] = {sign: [(sign, 0)] for sign in "-/,()+&>"}
SIGNS |= {";": [(",", 0)], "%": [("$", 0)], "°": [("$", 0)], "?": []}
SIGNS |= {sign: [("#", 0)] for sign in "$€£§©"}
AFTER_NUMBER: dict[str, Tokens] = {"mån": (("N", 1),), "jul": (("M", 7),)}
ARTICLES_THAT_COUNT = {"en", "a", "an"}
CONTEXTUAL = set(AFTER_NUMBER) | {
    word
    for lang in ("sv", "en")
    for word, entry in VOCABULARY[lang].items()
    if entry.tokens and entry.tokens[0][0] == "k" and word not in ARTICLES_THAT_COUNT
}


def _known(lang: Lang) -> dict[str, Entry]:
    """What means the same wherever it stands: words, signs and plain numbers."""
    words = {
        word: Entry(UNKNOWN if entry.tokens is None else entry.tokens, entry.phrases)
        for word, entry in VOCABULARY[lang].items()
        if word not in CONTEXTUAL
    }
    signs, numbers = (
        {word: Entry(tuple(tokens), {}) for word, tokens in plain.items()}
        for plain in (SIGNS, PLAIN)
    )
    return signs | words | numbers


KNOWN: dict[Lang, dict[str, Entry]] = {"sv": _known("sv"), "en": _known("en")}
