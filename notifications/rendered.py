"""Puts a page into its text and its HTML."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, select_autoescape

from notifications.page import Page


def rendered(page: Page) -> tuple[str, str]:
    """Its text and its HTML."""
    text, html = _templates()
    return text.render(page=page), html.render(page=page)


@cache
def _templates() -> tuple[Template, Template]:
    made = _environment()
    return made.get_template("letter/letter.txt"), made.get_template("letter/letter.html")


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("notifications"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        newline_sequence="\r\n",
        auto_reload=False,  # sixteen looks at the disk a mail
    )
    made.getattr = getattr  # type: ignore[method-assign,assignment] # pages have no items, and Jinja's way is slow
    return made
