"""The committee's weekly digest: what it should decide comes first, what it may know last."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from language.catalog import Language, say, say_count
from notifications.dates import day_in_words, days_in_words
from notifications.letter import CaseLine, GroupProgress, Letter, PausedGroup, ReportLine
from notifications.occasions.cards import activity_card, news_card, reasons, section
from notifications.page import Bar, Card, Line, Section
from notifications.reasons import sentence

SHARED = {
    "why.case_unanswered": "case.together.unanswered",
    "why.case_overdue": "case.together.overdue",
}


def decisions_wanted(letter: Letter) -> Iterator[Section]:
    """Cases that wait for the committee. Each week until they are settled."""
    digest, language = letter.digest, letter.recipient.language
    for name, cases in (("new", digest.new), ("unchanged", digest.unchanged)) if digest else ():
        cards = (_cases(found, letter.day, language) for found in _by_cause(cases))
        yield from section(f"decisions_wanted.{name}", cards, language)


def week_in_short(letter: Letter) -> Iterator[Section]:
    """What has happened and what comes. Each report and each closed case is told once."""
    digest, language = letter.digest, letter.recipient.language
    if digest is None:
        return
    resolved = (
        news_card(one.about, one.on, sentence(one.how, language), language)
        for one in digest.resolved
    )
    yield from section("week_in_short.resolved", resolved, language)
    taken_on = (
        news_card(one.about, one.on, sentence(one.how, language), language)
        for one in digest.taken_on
    )
    yield from section("week_in_short.taken_on", taken_on, language)
    paused = (_paused(group, language) for group in digest.paused)
    yield from section("week_in_short.paused", paused, language)
    reports = (
        news_card(one.about, one.on, _said(one, language), language) for one in digest.reports
    )
    yield from section("week_in_short.reports", reports, language)
    coming = (activity_card(about, language) for about in digest.coming)
    yield from section("week_in_short.coming", coming, language)
    progress = (_progress(group, language) for group in digest.progress)
    yield from section("week_in_short.progress", progress, language)


def _by_cause(cases: Iterable[CaseLine]) -> list[list[CaseLine]]:
    """What a group is late with for one reason is one thing to decide."""
    found: dict[object, list[CaseLine]] = {}
    for case in cases:
        shared = (case.about.group, case.why.key) if case.why.key in SHARED else case.escalation_id
        found.setdefault(shared, []).append(case)
    return list(found.values())


def _cases(cases: Sequence[CaseLine], day: date, language: Language) -> Card:
    if len(cases) == 1:
        return _case(cases[0], day, language)
    cards = [activity_card(case.about, language, day=day) for case in cases]
    worst = cards[max(range(len(cases)), key=lambda number: cases[number].days_overdue)]
    numbered = [
        Line(
            say("line.case_number", language, number=case.escalation_id),
            " – ".join(filter(None, (card.title, card.mark))),
        )
        for case, card in zip(cases, cards, strict=True)
    ]
    return Card(
        title=say_count(SHARED[cases[0].why.key], len(cases), language),
        place=cases[0].about.group,
        mark=worst.mark,
        tone=worst.tone,
        lines=[*numbered, Line(say("line.then", language), say("then.decide_all", language))],
    )


def _case(case: CaseLine, day: date, language: Language) -> Card:
    lines = [
        Line(say("line.case", language), str(case.escalation_id)),
        *reasons(case.why, case.then, language, label="line.case_why"),
        *_history(case, language),
    ]
    return activity_card(case.about, language, lines, day=day)


def _history(case: CaseLine, language: Language) -> Iterator[Line]:
    if case.weeks:
        weeks = say_count("case.weeks", case.weeks, language)
        yield Line(say("line.history", language), weeks)
    if case.moves:
        days = days_in_words(case.moved_days, language)
        moved = say_count("case.moves", case.moves, language, days=days)
        yield Line(say("line.moved", language), moved)


def _paused(group: PausedGroup, language: Language) -> Card:
    until = day_in_words(group.until, language)
    return Card(group.name, place=say("group.paused", language, until=until))


def _said(report: ReportLine, language: Language) -> str:
    return say(
        "report.comment" if report.comment else "report.bare",
        language,
        said_by=report.said_by,
        status=say(f"status.{report.status}", language),
        comment=report.comment,
    )


def _progress(group: GroupProgress, language: Language) -> Card:
    done = say_count("progress.done", group.done, language, total=group.total)
    late = say_count("progress.late", group.late, language) if group.late else None
    words = f"{done}, {late}" if late else done
    return Card(title=group.group, bar=Bar(100 * group.done // group.total, words))
