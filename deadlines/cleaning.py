"""Takes away what paper, scanners and typography add to a wording."""

import re
import unicodedata
from collections.abc import Mapping
from html import unescape

from deadlines.titles import NO_TIME, without_quoted_years
from deadlines.vocabulary import Entry

TYPOGRAPHY = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
    | dict.fromkeys("’‘´`ʼ′‛＇", "'")
    | dict.fromkeys("\u00a0\u2007\u2009\u202f\u2002\u2003\u2008\u200a\u3000\t", " ")
    | dict.fromkeys("\u200b\u200c\u200d\ufeff\u2060", "")
    | dict.fromkeys("[{", "(")
    | dict.fromkeys("]}", ")")
    | {"…": " ", "→": ">", "⇒": ">", "➔": ">", "⟶": ">", "½": ",5", "\r": ""}
)
SOFT_HYPHEN = re.compile("\u00ad(?: ?\n\\s*)?")
STRUCK = re.compile(r"~~.{0,300}?~~|<(?:s|del|strike)>.{0,300}?</(?:s|del|strike)>", re.DOTALL)
MARKUP = re.compile(r"</?[a-z]{1,6} ?/?>|[*_\\\"”“„«»|]+")
SIZE = re.compile(r"\d+ ?× ?\d+")  # of a picture: 1920 × 1080
BROKEN_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})- ?\n\s*([^\W\d_]+)")
# What needs none of the above: one scan, and most wordings are done with it.
ORDINARY = re.compile(r"[A-Za-z0-9ÅÄÖåäö .,:;()/+'?%-]*")
# Where a letter is a digit, and a digit a letter; each is asked of its few characters only.
DIGIT_IS_MEANT = r"(?<=\d[lIO])(?=[\dlIO]{0,8}\b)|(?<=\b[lIO])(?=[\dlIO]{0,8}\d\b)"
LETTER_IS_MEANT = r"(?<=[a-zåäö]{3}1)(?!\w)|(?<=\b0)(?=[a-zåäö]{2}|f\b|\.m\b)"
# Ql 2025, kvI 2024, 2023 Hl: the year beside it shows that the letter is the digit.
FIRST_IS_MEANT = (
    r"(?:(?<=\b[QTHK][lI])|(?<=\b[Kk]v[lI]))"
    r"(?:(?=(?: ?[-/&] ?(?:[QTHK]|[Kk]v)?\d)?(?:[ ,/(]{1,2}(?:19|20)\d\d\b| ?[-']\d\d\b))"
    r"|(?<=\b(?:19|20)\d\d [QTHK][lI])\b)"
)
MISREAD_DIGIT = re.compile(f"[lIO](?:{DIGIT_IS_MEANT})")
MISREAD_FIRST = re.compile(f"[lI](?:{FIRST_IS_MEANT})")
MISREAD_LETTER = re.compile(f"[10](?:{LETTER_IS_MEANT})")
# Inside a word or a number, where most of them stand, each is what it seems.
IN_ITS_KIND = r"(?<![a-uw-zåäö][lIO])(?<!\d[10])"
MISREAD = re.compile(
    f"[lIO10]{IN_ITS_KIND}(?:{DIGIT_IS_MEANT}|{FIRST_IS_MEANT}|{LETTER_IS_MEANT})"
)
LETTER_FOR = {"1": "l", "0": "o"}
SPLIT_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})[ -](?=([^\W\d_]{2,20})(?![^\W\d_]))")
DIGIT_FOR = {"l": "1", "I": "1", "O": "0"}
SCRAMBLED = ("Ã", "â€", "Â")
# Two letters that a scanner took for one.
LOOKS_LIKE = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "n"))
LOOKALIKE = re.compile(r"[^\W\d_]*(?:rn|cl|vv|ii)[^\W\d_]*")
TIMES = set("MSTWQUHVhLNKJZER&r")
RANGE_WORDS = {"S", "M", "W", "T", "h", "O"}


def clean(text: str, words: Mapping[str, Entry]) -> str:
    """The wording in plain characters, one line, capitals kept."""
    if not ORDINARY.fullmatch(text):
        text = MARKUP.sub(" ", _in_plain_characters(text, words))
    if MISREAD.search(text):
        text = _mended(text)
    if "rn" in text or "cl" in text or "vv" in text or "ii" in text:
        text = LOOKALIKE.sub(lambda match: _looked_at_again(match.group(), words), text)
    return text


def _looked_at_again(word: str, words: Mapping[str, Entry]) -> str:
    """The word for a time that was meant: rnars is mars, decernber is december."""
    if word.lower() in words:
        return word
    for pair, letter in LOOKS_LIKE:
        whole = word.lower().replace(pair, letter)
        entry = words.get(whole)
        if whole != word.lower() and entry and _is_a_time(entry):
            return whole
    return word


def _is_a_time(entry: Entry) -> bool:
    """Whether it is one, or begins the phrase for one."""
    return entry.tokens is None or bool(entry.tokens and entry.tokens[0][0] in TIMES)


def _in_plain_characters(text: str, words: Mapping[str, Entry]) -> str:
    if any(sign in text for sign in SCRAMBLED):
        text = _unscrambled(text)
    if "&" in text:
        text = unescape(text)
    text = text.translate(TYPOGRAPHY)
    if not text.isascii():
        text = _compose(SOFT_HYPHEN.sub("", text))
        text = without_quoted_years(SIZE.sub(NO_TIME, text), words)
    elif '"' in text:
        text = without_quoted_years(text, words)
    if "~~" in text or "<" in text:
        text = STRUCK.sub(" ", text)
    return BROKEN_WORD.sub(lambda match: _heal(match, words), text) if "\n" in text else text


def _unscrambled(text: str) -> str:
    """As it was before somebody took UTF-8 for Windows' code page: "marsâ€“maj"."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _mended(text: str) -> str:
    """With the digits and letters that a scanner took for one another."""
    text = MISREAD_DIGIT.sub(lambda match: DIGIT_FOR[match.group()], text)
    text = MISREAD_FIRST.sub("1", text)
    return MISREAD_LETTER.sub(lambda match: LETTER_FOR[match.group()], text)


def join_split_words(text: str, words: Mapping[str, Entry]) -> str:
    """Makes "hös ten" and "septem-ber" whole: two pieces known together only."""
    return SPLIT_WORD.sub(lambda match: _joined(match, words), text)


def _joined(match: re.Match[str], words: Mapping[str, Entry]) -> str:
    left, right = match[1].lower(), match[2].lower()
    whole = words.get(left + right)
    if whole and whole.tokens and not (left in words and right in words):
        return match[1]
    return match.group()


def _compose(text: str) -> str:
    if unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", text)


def _heal(match: re.Match[str], words: Mapping[str, Entry]) -> str:
    r"""A word broken at a line's end is whole again; "mars-\nmaj" stays a range."""
    left, right = match.groups()
    if _can_bound(left, words) and _can_bound(right, words):
        return f"{left}-{right}"
    return left + right


def _can_bound(word: str, words: Mapping[str, Entry]) -> bool:
    entry = words.get(word.lower())
    return bool(entry and entry.tokens and entry.tokens[0][0] in RANGE_WORDS)
