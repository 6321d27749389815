"""What a wording comes to: one kind, one start and one due day."""

from dataclasses import dataclass
from datetime import date

from deadlines import edtf
from deadlines.deadline import Kind, Precision
from deadlines.resolving import Window
from deadlines.spans import NO_CODE, PLAIN


@dataclass(slots=True)
class Answer:
    """A deadline without its wording; windows: what its note is written from."""

    kind: Kind
    start: date | None
    due: date | None
    precision: Precision
    edtf: str | None
    windows: tuple[Window, ...] = ()
    replaced: bool = False

    @property
    def is_bare_year(self) -> bool:
        """Whether nothing but a year was understood: the words beside it may say more."""
        return (
            self.precision == "year" and len(self.windows) == 1 and self.windows[0].code == PLAIN
        )


NO_DEADLINE = Answer("none", None, None, "unknown", None)
EVENT = Answer("event", None, None, "event", None)
REPEATED = Answer("recurring", None, None, "recurring", None)
ENDLESS = Answer("ongoing", None, None, "ongoing", None)


def answer_of(window: Window) -> Answer:
    """The answer that one window gives; a window is open at one side only."""
    start, due, unit, code = window.start, window.due, window.unit, window.code
    if start and due:
        return Answer("during", start, due, unit, _both_ends(window, start, due), (window,))
    if due:
        return Answer("by", None, due, unit, edtf.until(due, unit, code), (window,))
    first = start or date.min
    return Answer("from", first, None, unit, edtf.since(first, unit, code), (window,))


def _both_ends(window: Window, start: date, due: date) -> str:
    if start == due and window.code <= PLAIN and window.unit == "day":
        return start.isoformat()
    if window.span.name in ("years", "mandate") and window.span.edge is None:
        return f"{start.year}/{due.year}"
    if start == due and window.code == NO_CODE:
        return start.isoformat()
    return edtf.one_period(start, due, window.unit, window.code)
