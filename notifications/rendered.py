"""Puts a page into its text and its HTML."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, select_autoescape
from jinja2.environment import TemplateModule

from notifications.page import Page


def rendered(page: Page) -> tuple[str, str]:
    """Its text and its HTML."""
    return _render("txt", page), _render("html", page)


def _render(form: str, page: Page) -> str:
    template, shown = _templates(form)
    return template.render(page=page, shown=shown)


@cache
def _templates(form: str) -> tuple[Template, TemplateModule]:
    """The letter and how things on it are shown, which it could import, but anew each time."""
    made = _environment()
    shown = made.get_template(f"letter/shown.{form}").module
    return made.get_template(f"letter/letter.{form}"), shown


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
