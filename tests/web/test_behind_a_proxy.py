"""Behind a proxy with TLS and a path of its own, kept or cut off."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from browser import goes_on
from office import MONDAY, House
from playwright.sync_api import Browser, expect
from proxy import proxying
from served import LINKS, Clock, serving, token_for

from models.store import open_database

PATH = "/rad/tidplan"


@pytest.mark.parametrize("cut", ["", PATH], ids=["path kept", "path cut off"])
def test_a_member_answers_and_thinks_better_of_it(
    browser: Browser, sqlite_url: str, tmp_path: Path, cut: str
) -> None:
    engine = open_database(sqlite_url)
    with proxying(tmp_path) as proxy:
        public = f"https://localhost:{proxy.port}{PATH}"
        house = a_house_at(engine, public)
        with serving(engine, tmp_path, Clock(), public_url=public) as inside:
            proxy.upstream, proxy.cut = inside.removesuffix(PATH), cut
            context = browser.new_context(ignore_https_errors=True)
            page = context.new_page()
            page.goto(f"{public}/a/{token_for(house, 'Anna Ek')}")
            expect(page.locator(".sheet")).to_have_css("border-radius", "14px")
            goes_on(page, page.get_by_role("button", name="Klar", exact=True).first)
            expect(page.get_by_role("status")).to_contain_text("Tack!")
            assert page.url.startswith(public)
            goes_on(page, page.get_by_role("button", name="Ångra"))
            expect(page.get_by_role("status")).to_contain_text("ångrat")
            goes_on(page, page.get_by_role("link", name="Gruppens plan").first)
            goes_on(page, page.get_by_role("link", name="Föreslå en ändring av planen"))
            expect(page.locator("h1")).to_have_text("Föreslå en ändring")
            assert page.url.startswith(public)
            assert page.evaluate("document.referrer") == ""
            context.close()
        assert proxy.referers == []
    engine.dispose()


def a_house_at(engine: Any, public: str) -> House:
    house = House(engine)
    house.mail = replace(house.mail, links=replace(LINKS, url=public))
    house.follows()
    house.lives(MONDAY)
    house.sends()
    return house
