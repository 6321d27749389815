"""Takes away the years in the names of what is quoted: see "State of Nature 2023", table 4."""

import re
from collections.abc import Mapping

from deadlines.vocabulary import Entry

QUOTED = re.compile(r"[\"“”„«»]([^\W\da-zß-öø-ÿ][^\"“”„«»\n]{2,100}?)[\"“”„«»]")
YEARS = re.compile(r" (?:19|20)\d\d(?: ?- ?(?:19|20)?\d\d)?$")
NO_TIME = "§"  # a sign that says so of what stands there
WORD = re.compile(r"[^\W\d_]+")
TIMES = set("MSTWQUHVhLNKJZERGXcOwzbpfaur")  # what makes of the words a time, and no title


def without_quoted_years(text: str, words: Mapping[str, Entry]) -> str:
    """The wording in which a quoted title has no year; one that is all of it is left alone."""
    return QUOTED.sub(lambda match: _without_years(match, words), text)


def _without_years(match: re.Match[str], words: Mapping[str, Entry]) -> str:
    title, rest = match[1], match.string[: match.start()] + match.string[match.end() :]
    if not WORD.search(rest) or not YEARS.search(title):
        return match.group()
    known = [words.get(word.lower()) for word in WORD.findall(title)]
    if None not in known or any(_is_a_time(entry) for entry in known if entry):
        return match.group()
    return YEARS.sub(f" {NO_TIME}", title)


def _is_a_time(entry: Entry) -> bool:
    return bool(entry.tokens) and not TIMES.isdisjoint(tag for tag, _ in entry.tokens or ())
