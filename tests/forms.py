"""What a person does on a page, without a browser."""

import re

import httpx


def visit(pages: str, token: str) -> httpx.Response:
    return httpx.get(f"{pages}/a/{token}")


def field_of(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found, name
    return found[1]


def first_ask(pages: str, token: str) -> dict[str, str]:
    """The hidden fields of the first question on the page."""
    html = visit(pages, token).text
    return {name: field_of(html, name) for name in ("activity", "seen")}


def answers(
    pages: str, token: str, ask: dict[str, str], answer: str, **more: str
) -> httpx.Response:
    return httpx.post(
        f"{pages}/a/{token}/answer", data=ask | {"answer": answer} | more, follow_redirects=True
    )
