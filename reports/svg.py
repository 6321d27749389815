"""The few shapes that our pictures are made of, as SVG 1.1."""

from collections.abc import Iterable
from html import escape

from reports.printable import printable

INK, PALE, GRID = "#1f2933", "#7b8794", "#e4e7eb"
FONT = "system-ui, 'Segoe UI', 'DejaVu Sans', Arial, sans-serif"
Point = tuple[float, float]


def picture(width: float, height: float, title: str, shapes: Iterable[str]) -> str:
    """On white, so that it can be read in a dark window and on paper."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}" role="img" font-family="{FONT}" font-size="12">'
    )
    ground = rect(0, 0, width, height, fill="#ffffff")
    return "\n".join([head, f"<title>{_text(title)}</title>", ground, *shapes, "</svg>", ""])


def words(
    x: float,
    y: float,
    text: str,
    *,
    size: int = 12,
    end: bool = False,
    bold: bool = False,
    fill: str = INK,
) -> str:
    more = ' text-anchor="end"' if end else ""
    more += ' font-weight="600"' if bold else ""
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{fill}"'
    return f"<text {place}{more}>{_text(text)}</text>"


def rect(
    x: float, y: float, width: float, height: float, *, fill: str, more: str = "", told: str = ""
) -> str:
    """told: what a pointer that rests on it reads."""
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    inside = f"<title>{_text(told)}</title>" if told else ""
    return f'<rect {place} fill="{fill}"{more}>{inside}</rect>'


def line(start: Point, end: Point, *, stroke: str = GRID, more: str = "") -> str:
    (x1, y1), (x2, y2) = start, end
    return f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{stroke}"{more}/>'


def shape(points: Iterable[Point], *, fill: str, told: str) -> str:
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polygon points="{corners}" fill="{fill}"><title>{_text(told)}</title></polygon>'


def dot(x: float, y: float, radius: float, *, fill: str, told: str) -> str:
    place = f'cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}"'
    return f'<circle {place} fill="{fill}"><title>{_text(told)}</title></circle>'


def _text(text: str) -> str:
    return escape(printable(text))
