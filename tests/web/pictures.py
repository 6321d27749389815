"""Takes the pictures of the pages in docs/pictures, with Chromium.

Run it from the repository: `PYTHONPATH=.:tests python tests/web/pictures.py`.
"""

import io
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from browser import WIDTHS, chromium, goes_on
from builders import AUTUMN_22, DURING_24
from office import LATE, MONDAY, House, a_plan, a_row
from PIL import Image
from playwright.sync_api import Browser, Page
from served import Clock, a_house, serving, token_for

from models.store import open_database

FOLDER = Path("docs/pictures")
COLOURS = 96
TASKS = (
    "Kartlägga hur handledare utses i de tre kommunerna",
    "Föreslå en gemensam modell för handledarutbildning",
    "Pröva modellen vid två lärosäten",
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        engine = open_database(f"sqlite:///{folder}/tidplan.db")
        house, clock = a_house(engine), Clock()
        rows = zip(TASKS, (AUTUMN_22, AUTUMN_22, DURING_24), strict=True)
        house.follows(
            a_plan(
                [
                    a_row(str(number), when, description=task, source={"text": task})
                    for number, (task, when) in enumerate(rows, start=1)
                ]
            )
        )
        house.lives(MONDAY)
        house.sends()
        with serving(engine, Path(folder), clock) as url:
            for width in WIDTHS:
                take_member(browser, url, house, width)
            clock.moment = datetime(2023, 2, 6, 13, tzinfo=UTC)
            house.lives(LATE)
            house.sends()
            for width in WIDTHS:
                take_committee(browser, url, house, width)


def take_member(browser: Browser, url: str, house: House, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{url}/a/{token_for(house, 'Anna Ek', day=MONDAY)}")
    keep(page, f"page-answer-{width}")
    page.locator("summary", has_text="Försenad").first.click()
    page.locator("input[name=new_time]").first.fill("våren -23")
    goes_on(page, page.locator("button[value=late]").first)
    keep(page, f"page-understood-{width}")
    page.goto(f"{url}/a/{token_for(house, 'Anna Ek', day=MONDAY)}")
    goes_on(page, page.get_by_role("link", name="Gruppens plan").first)
    keep(page, f"page-group-{width}")
    goes_on(page, page.get_by_role("link", name="Föreslå en ändring"))
    page.locator("summary", has_text="Dela en aktivitet").click()
    page.locator("#which-split").select_option(index=2)
    page.locator("#parts").fill("Enkät till handledarna\nFörslag till modell")
    page.locator("#reason-split").fill("Enkäten kan bli klar redan i höst.")
    keep(page, f"page-propose-{width}")
    if width == min(WIDTHS):
        goes_on(page, page.locator("form:has(#parts) button"))
    page.goto(f"{url}/a/{token_for(house, 'Anna Ek', day=MONDAY)}/own")
    keep(page, f"page-own-{width}")
    page.goto(f"{url}/a/{token_for(house, 'Anna Ek', day=MONDAY)}")
    goes_on(page, page.get_by_role("button", name="Klar", exact=True).nth(2))
    keep(page, f"page-answered-{width}")
    goes_on(page, page.get_by_role("button", name="Ångra"))
    goes_on(page, page.get_by_role("link", name="Historik").first)
    keep(page, f"page-history-{width}")
    page.goto(f"{url}/a/{'x' * 32}")
    keep(page, f"page-unusable-{width}")
    page.close()


def take_committee(browser: Browser, url: str, house: House, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{url}/a/{token_for(house, 'Eva Holm', day=LATE)}")
    page.locator("input[value=accept_new_time]").first.check()
    page.locator("input[name^=words_]").first.fill("våren -23")
    keep(page, f"page-decide-{width}")
    page.locator("input[value=reassign]").nth(1).check()
    page.locator("select").nth(1).select_option("Bo Asp")
    goes_on(page, page.locator("main .send button"))
    keep(page, f"page-confirm-{width}")
    if width == max(WIDTHS):
        goes_on(page, page.locator("button[name=confirmed]"))
        keep(page, f"page-decided-{width}")
    page.close()


def keep(page: Page, name: str) -> None:
    taken = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    taken.quantize(COLOURS).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
