"""Puts values into pages, in the reader's language."""

from functools import cache
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from language.catalog import Language, say, say_count
from notifications.dates import day_in_words, window_in_words
from notifications.reasons import sentence


def page(
    template: str, language: Language, *, prefix: str, status: int = 200, **values: Any
) -> HTMLResponse:
    """The page of that name; everything that people wrote is escaped."""
    words = {
        "language": language,
        "prefix": prefix,
        "say": lambda key, **given: say(key, language, **given),
        "say_count": lambda key, number, **given: say_count(key, number, language, **given),
        "day": lambda one: day_in_words(one, language),
        "window": lambda deadline: window_in_words(deadline, language),
        "sentence": lambda reason: sentence(reason, language),
    }
    html = _templates().get_template(f"{template}.html").render(words | values)
    return HTMLResponse(html, status_code=status)


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("web"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
