"""Finds the word that was meant when a scanner or a hasty hand has changed one letter."""

from functools import cache

from deadlines.vocabulary import VOCABULARY, Lang

MENDED_TAGS = set("MSTWQUHVhbJLNK")
LONGEST = 20
SHORTEST = 6  # shorter words are too often real words themselves (mars, mark)


def nearest_word(word: str, lang: Lang) -> str | None:
    """A known word one letter away (changed, lost, added or swapped with its neighbour)."""
    if not SHORTEST - 1 <= len(word) <= LONGEST or not _shares_an_end(word, lang):
        return None
    known = _without_one_letter(lang)
    near = {found for cut in _cuts(word) for found in known.get(cut, ()) if _is_near(word, found)}
    return near.pop() if len(near) == 1 else _same_meaning(near, lang)


def _shares_an_end(word: str, lang: Lang) -> bool:
    """Whether some known word begins or ends like it: one change leaves one of the ends whole."""
    starts, ends = _halves(lang)
    half = (len(word) - 1) // 2
    return word[:half] in starts or word[-half:] in ends


@cache
def _halves(lang: Lang) -> tuple[set[str], set[str]]:
    known = [word for word in VOCABULARY[lang] if _can_be_meant(word, lang)]
    starts = {word[:count] for word in known for count in range(len(word))}
    return starts, {word[count:] for word in known for count in range(1, len(word))}


def _same_meaning(near: set[str], lang: Lang) -> str | None:
    meanings = {VOCABULARY[lang][word].tokens for word in near}
    return min(near) if len(meanings) == 1 else None


def _cuts(word: str) -> list[str]:
    return [word, *(word[:place] + word[place + 1 :] for place in range(len(word)))]


def _is_near(word: str, known: str) -> bool:
    if len(word) != len(known):
        return abs(len(word) - len(known)) == 1
    differing = [place for place in range(len(word)) if word[place] != known[place]]
    if len(differing) == 1:
        return differing[0] > 0
    swapped = len(differing) == len("ab") and differing[1] == differing[0] + 1
    return (
        swapped
        and word[differing[0]] == known[differing[1]]
        and word[differing[1]] == known[differing[0]]
    )


def _can_be_meant(word: str, lang: Lang) -> bool:
    tokens = VOCABULARY[lang][word].tokens or (("", 0),)
    return len(word) >= SHORTEST and tokens[-1][0] in MENDED_TAGS


@cache
def _without_one_letter(lang: Lang) -> dict[str, set[str]]:
    known: dict[str, set[str]] = {}
    for word in VOCABULARY[lang]:
        if _can_be_meant(word, lang):
            for cut in _cuts(word):
                known.setdefault(cut, set()).add(word)
    return known
