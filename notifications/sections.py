"""The parts of a letter, in the order in which they matter: decide, answer, mend, know."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from language.catalog import Language, say, say_count
from models.values import Reason
from notifications.dates import day_in_words, days_in_words, window_in_words
from notifications.letter import (
    About,
    Ask,
    CaseLine,
    Digest,
    Gap,
    Letter,
    ReportLine,
    ResolvedLine,
)
from notifications.page import Card, Line, Section, Tone
from notifications.reasons import sentence

SOON_DAYS = 14


def sections(letter: Letter) -> list[Section]:
    return [section for section in _all(letter) if section.cards]


def _all(letter: Letter) -> Iterator[Section]:
    language, digest = letter.recipient.language, letter.digest
    if digest:
        yield from _wanted(digest, letter.day, language)
    yield _section("asks", [ask_card(ask, letter, language) for ask in letter.asks], language)
    decided = [decided_card(line, language) for line in letter.decided]
    yield _section("decided", decided, language)
    yield _section("gaps", [gap_card(gap, language) for gap in letter.gaps], language)
    if digest:
        yield from _told(digest, language)


def _wanted(digest: Digest, day: date, language: Language) -> Iterator[Section]:
    for name, cases in (("new", digest.new), ("unchanged", digest.unchanged)):
        yield _section(name, [case_card(case, day, language) for case in cases], language)


def _told(digest: Digest, language: Language) -> Iterator[Section]:
    resolved = [resolved_card(line, language) for line in digest.resolved]
    yield _section("resolved", resolved, language)
    reports = [report_card(line, language) for line in digest.reports]
    yield _section("reports", reports, language)
    coming = [coming_card(about, language) for about in digest.coming]
    yield _section("coming", coming, language)


def _section(name: str, cards: Sequence[Card], language: Language) -> Section:
    lead = say(f"section.{name}.lead", language) if cards else None
    return Section(say(f"section.{name}", language), lead, cards)


def ask_card(ask: Ask, letter: Letter, language: Language) -> Card:
    left = ask.about.deadline.days_left(letter.day)
    return replace(
        coming_card(ask.about, language),
        mark=_days_mark(left, language),
        tone=_tone(left),
        lines=[
            *_reasons(ask.why, ask.then, language),
            Line(say("line.status", language), say(f"status.{ask.status}", language)),
            *_others(ask.others, language),
            *_standing_in(ask.answers_for, language),
        ],
    )


def case_card(case: CaseLine, day: date, language: Language) -> Card:
    left = case.about.deadline.days_left(day)
    return replace(
        coming_card(case.about, language),
        mark=_days_mark(left, language),
        tone=_tone(left),
        lines=[
            Line(say("line.case", language), str(case.escalation_id)),
            *_reasons(case.why, case.then, language, label="line.case_why"),
            *_history(case, language),
        ],
    )


def resolved_card(resolved: ResolvedLine, language: Language) -> Card:
    how = sentence(resolved.how, language)
    return Card(
        title=_title(resolved.about, language),
        place=resolved.about.group,
        lines=[Line(day_in_words(resolved.on, language), how)],
    )


def decided_card(decided: ResolvedLine, language: Language) -> Card:
    """With the window as it is now."""
    how = sentence(decided.how, language)
    return replace(
        coming_card(decided.about, language),
        lines=[Line(day_in_words(decided.on, language), how)],
    )


def report_card(report: ReportLine, language: Language) -> Card:
    key = "report.comment" if report.comment else "report.bare"
    said = say(
        key,
        language,
        said_by=report.said_by,
        status=say(f"status.{report.status}", language),
        comment=report.comment,
    )
    return Card(
        title=_title(report.about, language),
        place=report.about.group,
        lines=[Line(day_in_words(report.on, language), said)],
    )


def coming_card(about: About, language: Language) -> Card:
    return Card(
        title=_title(about, language),
        place=about.group,
        quote=about.deadline.text.strip() or None,
        window=window_in_words(about.deadline, language),
    )


def gap_card(gap: Gap, language: Language) -> Card:
    return Card(title=sentence(gap.what, language))


def _title(about: About, language: Language) -> str:
    if about.number is None:
        return about.description
    return say("activity.title", language, number=about.number, description=about.description)


def _reasons(
    why: Reason, then: Reason, language: Language, *, label: str = "line.why"
) -> list[Line]:
    return [
        Line(say(label, language), sentence(why, language)),
        Line(say("line.then", language), sentence(then, language)),
    ]


def _others(others: Sequence[str], language: Language) -> list[Line]:
    names = ", ".join(others) if others else say("others.none", language)
    return [Line(say("line.others", language), names)]


def _standing_in(names: Sequence[str], language: Language) -> Iterator[Line]:
    if names:
        words = say("answers_for", language, names=", ".join(names))
        yield Line(say("line.answers_for", language), words)


def _history(case: CaseLine, language: Language) -> Iterator[Line]:
    label = say("line.history", language)
    if case.weeks:
        yield Line(label, say_count("case.weeks", case.weeks, language))
    if case.moves:
        days = days_in_words(case.moved_days, language)
        yield Line(
            say("line.moved", language), say_count("case.moves", case.moves, language, days=days)
        )


def _days_mark(left: int | None, language: Language) -> str | None:
    if left is None:
        return None
    if left == 0:
        return say("mark.today", language)
    return say_count("mark.left" if left > 0 else "mark.overdue", abs(left), language)


def _tone(left: int | None) -> Tone:
    if left is None or left > SOON_DAYS:
        return "calm"
    return "soon" if left >= 0 else "late"
