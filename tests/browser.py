"""A real browser: Debian's chromium, driven by Playwright, with axe-core."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, sync_playwright

MISSING = "no chromium here; get it with: apt-get install chromium"
WIDTHS = (360, 1280)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Fails in CI where it is missing; skips aloud elsewhere."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("CI"):
            raise RuntimeError(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def goes_on(page: Page, button: Locator) -> None:
    """Presses it, and waits until the next page is there, style and all."""
    with page.expect_navigation():
        button.click()


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong, one line each."""
    found: dict[str, Any] = Axe().run(page).response
    return [
        f"{one['id']}: {one['help']} ({node['html'][:120]})"
        for one in found["violations"]
        for node in one["nodes"]
    ]
