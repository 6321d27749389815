"""Takes away the numbered label in front of a time: "Etapp 2: hösten 2024"."""

import re

from deadlines.spelling import nearest_word
from deadlines.vocabulary import VOCABULARY, Lang

# After a dash comes a word: "rum 3 - 5 maj" may be a range of days. 10:30 is an hour.
LABEL = re.compile(
    r"(?:^|(?<=[,;.\n]))(\s*[^\W\d_]{2,20}(?: [^\W\d_]{2,20}){0,2}) ?\d{1,2}(?:\.\d{1,2}){0,2}"
    r"(?: ?:(?: (?=\S)|(?=[^\W\d])(?!(?:[ae]|[dt]e|dje)\b))| - (?=[^\W\d_]))"
)
LABELLED = "qx"  # a milestone, a phase, an unknown word; never "vecka 2:"
NUMBERED = LABELLED + "#"  # in front of a word also what is a number itself: "WP2: June 2026"


def without_labels(text: str, lang: Lang) -> str:
    """The wording without its labels; a number behind a word for time stays."""
    return LABEL.sub(lambda match: _kept(match, lang), text)


def _kept(match: re.Match[str], lang: Lang) -> str:
    named = match[1].lower().split()
    labels = NUMBERED if match.string[match.end() : match.end() + 1].isalpha() else LABELLED
    return " " if all(_is_label(word, lang, labels) for word in named) else match.group()


def _is_label(word: str, lang: Lang, labels: str) -> bool:
    entry = VOCABULARY[lang].get(word)
    if entry is None:
        return nearest_word(word, lang) is None
    return bool(entry.tokens) and all(tag in labels for tag, _ in entry.tokens or ())
