"""A look into the future as a picture: mails a week a person, and the timeline of windows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from language.catalog import Language, say, say_count
from reports.foreseen import Foreseen, Future, Window, by_person
from reports.foreseen_marks import legend, marks
from reports.svg import GRID, INK, PALE, line, picture, rect, words

WIDTH, LEFT, RIGHT, ROW, GAP = 1240.0, 330.0, 60.0, 18.0, 26.0
MOST_PEOPLE, MOST_WINDOWS = 30, 60
WEEK = timedelta(days=7)
MAIL, OPEN_WINDOW, ENDLESS = "#0072b2", "#9fb8cc", "#dfe7ee"
FAINTEST, STEP = 0.35, 0.2  # of one mail a week, and of each one more
LONG_NAME = 46  # letters
QUARTERS, YEARS = 800, 2500  # days of a span from which only these are marked


@dataclass(frozen=True, slots=True)
class Panel:
    """name: of the policy, where there are two."""

    name: str
    future: Future


@dataclass(frozen=True, slots=True)
class Span:
    first: date
    last: date

    def x(self, day: date) -> float:
        """Where the day begins; days outside lie on the edge."""
        within = min(max(day, self.first), self.last + timedelta(days=1))
        days = (self.last - self.first).days + 1
        return LEFT + (within - self.first).days * (WIDTH - LEFT - RIGHT) / days

    def months(self) -> Iterator[date]:
        """The first days of months, quarters or years, as many as can be read."""
        days = (self.last - self.first).days
        step = 12 if days > YEARS else 3 if days > QUARTERS else 1
        for year in range(self.first.year, self.last.year + 1):
            for month in range(1, 13, step):
                if self.first <= date(year, month, 1) <= self.last:
                    yield date(year, month, 1)


class Sheet:
    """Shapes from top to bottom; y: where the next row begins."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.shapes: list[str] = []
        self.y = 14.0

    def heading(self, text: str, *, size: int = 14) -> None:
        self.y += GAP
        self.shapes.append(words(14, self.y, text, size=size, bold=True))
        self.y += 12

    def row(self, label: str, drawn: Iterable[str], *, end: str = "") -> None:
        self.shapes.append(words(LEFT - 8, self.y + 12, _short(label), end=True))
        self.shapes += drawn
        if end:
            self.shapes.append(words(WIDTH - RIGHT + 8, self.y + 12, end, fill=PALE))
        self.y += ROW

    def note(self, text: str) -> None:
        self.shapes.append(words(LEFT, self.y + 12, text, size=11, fill=PALE))
        self.y += ROW

    def grid(self, span: Span, top: float) -> None:
        """Behind the rows since `top`, with the days below."""
        days = list(span.months())
        lines = [line((span.x(day), top), (span.x(day), self.y), stroke=GRID) for day in days]
        self.shapes[:0] = lines
        self.shapes += [
            words(span.x(day) + 2, self.y + 12, f"{day:%Y-%m}", size=10, fill=PALE)
            for day in days
            if span.x(day) < WIDTH - RIGHT - 20
        ]
        self.y += ROW


def picture_of(panels: Sequence[Panel], language: Language) -> str:
    """One below the other, over the same days."""
    sheet = Sheet(language)
    for panel in panels:
        _draw(sheet, panel)
    sheet.y += 8
    sheet.shapes += legend(sheet.y, LEFT, language)
    first, last = panels[0].future.first, panels[0].future.last
    title = say("foreseen.picture", language, first=first, last=last)
    return picture(WIDTH, sheet.y + 34, title, sheet.shapes)


def _draw(sheet: Sheet, panel: Panel) -> None:
    future = panel.future
    heading = say_count(
        "foreseen.heading",
        len(future.letters),
        sheet.language,
        first=future.first,
        last=future.last,
    )
    sheet.heading(f"{panel.name}: {heading}" if panel.name else heading, size=17)
    _people(sheet, future)
    _windows(sheet, future)


def _people(sheet: Sheet, future: Future) -> None:
    span = Span(future.first, future.last)
    sheet.heading(say("foreseen.mails_a_week", sheet.language))
    top = sheet.y
    people = sorted(by_person(future).items(), key=lambda one: (-len(one[1]), one[0]))
    for _, letters in people[:MOST_PEOPLE]:
        sheet.row(letters[0].name, _weeks(sheet, span, letters), end=str(len(letters)))
    if len(people) > MOST_PEOPLE:
        sheet.note(say_count("foreseen.more_people", len(people) - MOST_PEOPLE, sheet.language))
    sheet.grid(span, top)


def _weeks(sheet: Sheet, span: Span, letters: Iterable[Foreseen]) -> Iterator[str]:
    """A box a week, the darker the more mails."""
    counts = Counter(one.day - timedelta(days=one.day.weekday()) for one in letters)
    for monday, number in sorted(counts.items()):
        left, right = span.x(monday), span.x(monday + WEEK)
        dark = min(1.0, FAINTEST + STEP * (number - 1))
        year, week, _ = monday.isocalendar()
        told = say_count("foreseen.week", number, sheet.language, week=week, year=year)
        more = f' fill-opacity="{dark:.2f}"'
        yield rect(
            left, sheet.y + 2, max(right - left - 1, 1), ROW - 4, fill=MAIL, more=more, told=told
        )


def _windows(sheet: Sheet, future: Future) -> None:
    span = Span(future.first, future.last)
    sheet.heading(say("foreseen.windows", sheet.language))
    top = sheet.y
    told = marks(future)
    shown = sorted(
        (one for one in future.windows if one.closed_on is None or one.closed_on >= span.first),
        key=lambda one: (one.group, one.due or date.max, one.start or date.max, one.uid),
    )
    for window in shown[:MOST_WINDOWS]:
        mine = (
            mark.drawn(span.x(mark.day), sheet.y + ROW / 2, sheet.language)
            for mark in told.get(window.uid, ())
        )
        sheet.row(_named(window), [*_bar(sheet.y, span, window), *mine])
    if len(shown) > MOST_WINDOWS:
        sheet.note(say_count("foreseen.more_windows", len(shown) - MOST_WINDOWS, sheet.language))
    sheet.grid(span, top)


def _named(window: Window) -> str:
    return f"{window.number}. {window.description}" if window.number else window.description


def _bar(y: float, span: Span, window: Window) -> Iterator[str]:
    """The window; pale where it has no end or was moved away from, cut where it was closed."""
    if (window.first_start, window.first_due) != (window.start, window.due):
        yield _days(y, span, window.first_start, window.first_due, told="", fill=ENDLESS)
        if window.first_due and window.due:
            ends = [(span.x(day), y + ROW / 2) for day in (window.first_due, window.due)]
            yield line(ends[0], ends[1], stroke=INK, more=' stroke-dasharray="3 2"')
    last = min(window.due or date.max, window.closed_on or date.max)
    first = min(window.start, last) if window.start else None
    told = " · ".join(filter(None, (window.wording, str(window.due or ""))))
    fill = OPEN_WINDOW if window.due else ENDLESS
    until = None if last == date.max else last
    if window.due is None and window.start is None:
        first = span.first
    yield _days(y, span, first, until, told=told, fill=fill)


def _days(
    y: float, span: Span, first: date | None, last: date | None, *, told: str, fill: str
) -> str:
    """From the first day through the last; a last day alone is a stroke."""
    end = WIDTH - RIGHT if last is None else span.x(min(last, span.last) + timedelta(days=1))
    begin = end - 3 if first is None or first == last else span.x(first)
    return rect(begin, y + 5, max(end - begin, 2), ROW - 10, fill=fill, told=told)


def _short(label: str) -> str:
    return label if len(label) <= LONG_NAME else label[: LONG_NAME - 1].rstrip() + "…"
