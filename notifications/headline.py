"""The first things that are read: the subject, the heading and the one-line summary."""

from language.catalog import Language, say, say_count
from notifications.dates import day_in_words
from notifications.letter import Digest, Letter


def subject(letter: Letter) -> str:
    language = letter.recipient.language
    first, *rest = _wishes(letter, language) or [_all_on_track(letter, language)]
    if not rest:
        return say("subject.one", language, wish=first, council=letter.council)
    return say("subject.two", language, wish=first, more=_small(rest[0]), council=letter.council)


def heading(letter: Letter) -> str:
    language = letter.recipient.language
    if letter.digest:
        return say("heading.digest", language, council=letter.council)
    if letter.decided and not letter.asks:
        return say("heading.decided", language)
    return say("heading.asks" if letter.asks else "heading.gaps", language)


def greeting(letter: Letter) -> str:
    return say("greeting", letter.recipient.language, name=letter.recipient.name)


def summary(letter: Letter) -> str:
    """All that matters in one breath; silence would leave it open whether anyone looked."""
    language = letter.recipient.language
    sentences = [f"{wish}." for wish in _wishes(letter, language)]
    if letter.digest:
        sentences += _followed(letter.digest, language, calm=not sentences)
    elif letter.asks:
        sentences += _nearest(letter, language)
    return " ".join(sentences)


def _wishes(letter: Letter, language: Language) -> list[str]:
    """What the reader should do, most weighty first."""
    cases = len(letter.digest.new) + len(letter.digest.unchanged) if letter.digest else 0
    counted = (
        ("decisions", cases),
        ("asks", len(letter.asks)),
        ("decided", len(letter.decided)),
        ("gaps", len(letter.gaps)),
    )
    return [say_count(f"wish.{name}", number, language) for name, number in counted if number]


def _all_on_track(letter: Letter, language: Language) -> str:
    number = letter.digest.open_activities if letter.digest else 0
    return say_count("wish.none", number, language)


def _followed(digest: Digest, language: Language, *, calm: bool) -> list[str]:
    groups = say_count("count.groups", digest.groups, language)
    if calm and not _cases(digest):
        key, told = "summary.on_track", []
    else:
        key, told = "summary.followed", _told(digest, language)
    followed = say_count(key, digest.open_activities, language, groups=groups)
    return [*told, followed]


def _cases(digest: Digest) -> int:
    return len(digest.new) + len(digest.unchanged)


def _told(digest: Digest, language: Language) -> list[str]:
    if not _cases(digest) and not digest.resolved:
        return []
    counted = (
        ("new", len(digest.new)),
        ("unchanged", len(digest.unchanged)),
        ("resolved", len(digest.resolved)),
    )
    told = [say_count(f"summary.{name}", number, language) for name, number in counted if number]
    return [f"{_capital(', '.join(told))}."]


def _nearest(letter: Letter, language: Language) -> list[str]:
    dues = [ask.about.deadline.due for ask in letter.asks if ask.about.deadline.due]
    coming = [due for due in dues if due >= letter.day]
    if not coming:
        return []
    return [say("summary.nearest", language, day=day_in_words(min(coming), language))]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
