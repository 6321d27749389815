"""Takes the pictures of the mails in docs/pictures, with Chromium.

Run it from the repository: `PYTHONPATH=.:tests python tests/notifications/pictures.py`.
Every mail at the width of a phone and of a desk, in light and in dark. With a language and a
folder behind it, that language's mails go there, to look at.
"""

import io
import sys
from pathlib import Path

from browser import chromium
from letter_examples import messages, pictures_of
from PIL import Image
from playwright.sync_api import Browser

FOLDER = Path("docs/pictures")
COLOURS = 96
BESIDE_EACH_OTHER = ("reminder", "digest")  # in the README


def main(language: str = "sv", folder: str = str(FOLDER)) -> None:
    found, into = messages(language), Path(folder)
    into.mkdir(exist_ok=True)
    with chromium() as browser:
        for name, message in found.items():
            for width, scheme, file in pictures_of(name):
                keep(taken(browser, message.html, width=width, scheme=scheme), into / file)
        for name in BESIDE_EACH_OTHER:
            picture = taken(browser, found[name].html, width=720, scheme="light")
            keep(picture, into / f"mail-{name}.png")


def taken(browser: Browser, html: str, *, width: int, scheme: str) -> bytes:
    page = browser.new_page(
        viewport={"width": width, "height": 400},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page.set_content(html)
    picture = page.screenshot(full_page=True)
    page.close()
    return picture


def keep(picture: bytes, file: Path) -> None:
    """In few colours."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(COLOURS).save(file, optimize=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
