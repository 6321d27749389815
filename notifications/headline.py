"""The first things that are read: the subject, its preview, the heading and the summary."""

from collections.abc import Sequence
from itertools import islice

from language.catalog import Language, say, say_count
from notifications.answers import shortened
from notifications.dates import day_in_words
from notifications.letter import Digest, Letter
from notifications.page import Part

PREVIEWED, PREVIEW_WIDTH = 3, 120  # titles, characters


def subject(letter: Letter) -> str:
    language = letter.recipient.language
    first, *rest = _wishes(letter, language) or [_nothing_to_do(letter, language)]
    if not rest:
        return say("subject.one", language, wish=first, council=letter.council)
    return say("subject.two", language, wish=first, more=_small(rest[0]), council=letter.council)


def heading(letter: Letter) -> str:
    language = letter.recipient.language
    if letter.welcome:
        return say("heading.welcome", language)
    if letter.digest:
        return say("heading.digest", language, council=letter.council)
    if letter.asks:
        return say(f"heading.{_kind_of_asks(letter)}", language)
    if letter.proposals:
        return say("heading.proposals", language)
    if letter.handovers:
        return say("heading.changed_responsible", language)
    told = letter.decided or letter.settled
    return say("heading.decided" if told else "heading.mending", language)


def preview(parts: Sequence[Part]) -> str:
    """What it is about, for the line that a list of mails shows beside the subject."""
    titles = (card.title for part in parts for section in part.sections for card in section.cards)
    return shortened(" · ".join(islice(titles, PREVIEWED)), PREVIEW_WIDTH)


def greeting(letter: Letter) -> str:
    return say("greeting", letter.recipient.language, name=letter.recipient.name)


def summary(letter: Letter) -> str:
    """All that matters in one breath; silence would leave it open whether anyone looked."""
    language = letter.recipient.language
    sentences = (
        [say("summary.welcome", language, council=letter.council)] if letter.welcome else []
    )
    sentences += [f"{wish}." for wish in _wishes(letter, language)]
    if letter.digest:
        sentences += _followed(
            letter.digest, language, calm=not (_wishes(letter, language) or _late(letter.digest))
        )
    elif letter.asks:
        sentences += _nearest(letter, language)
    return " ".join(sentences)


def _wishes(letter: Letter, language: Language) -> list[str]:
    """What the reader should do, most weighty first."""
    taken_over = sum(line.mine for line in letter.handovers)
    counted = (
        ("decisions", len(letter.cases)),
        ("proposals", len(letter.proposals)),
        ("taken_over", taken_over),
        (_kind_of_asks(letter), len(letter.asks)),
        ("handed_over", len(letter.handovers) - taken_over),
        ("decided", len(letter.decided)),
        ("settled", len(letter.settled)),
        ("mending", len(letter.gaps)),
    )
    return [say_count(f"wish.{name}", number, language) for name, number in counted if number]


def _kind_of_asks(letter: Letter) -> str:
    """Their common kind; several kinds together are questions like any other."""
    kinds = {ask.kind for ask in letter.asks}
    return kinds.pop() if len(kinds) == 1 else "reminder"


def _nothing_to_do(letter: Letter, language: Language) -> str:
    if letter.welcome and not letter.digest:
        return say("heading.welcome", language)
    number = letter.digest.open_activities if letter.digest else 0
    late = letter.digest and _late(letter.digest)
    return say_count("wish.quiet" if late else "wish.none", number, language)


def _late(digest: Digest) -> int:
    """Past their last day, though nothing waits for the committee yet."""
    return sum(group.late for group in digest.progress)


def _followed(digest: Digest, language: Language, *, calm: bool) -> list[str]:
    groups = say_count("count.groups", digest.groups, language)
    if calm:
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
