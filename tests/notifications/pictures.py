"""Takes the pictures in docs/pictures, with Chromium.

Run it from the repository: `PYTHONPATH=.:tests python tests/notifications/pictures.py`.
Every mail at the width of a phone and of a desk, in light and in dark.
"""

import subprocess
import tempfile
from pathlib import Path

from letters import MAIL, NOW, a_digest, a_full_digest, a_letter, a_reminder, some_gaps
from PIL import Image, ImageChops

from notifications.messages import day_letter

FOLDER = Path("docs/pictures")
TALLEST = 3200
COLOURS = 96
LETTERS = {
    "reminder": a_reminder(),
    "digest": a_full_digest(),
    "on-track": a_letter(digest=a_digest()),
    "secretariat": some_gaps(),
}
QUIET = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--hide-scrollbars",
    "--allow-file-access-from-files",
)  # fmt: skip
DARK = "--blink-settings=preferredColorScheme=0"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, letter in LETTERS.items():
        html = day_letter(letter, mail=MAIL, now=NOW).html
        for width in (360, 1024):
            for light in ("light", "dark"):
                file = FOLDER / f"mail-{name}-{width}-{light}.png"
                take(html, file, width=width, options=[DARK] if light == "dark" else [])
    for name in ("reminder", "digest"):
        html = day_letter(LETTERS[name], mail=MAIL, now=NOW).html
        take(html, FOLDER / f"mail-{name}.png", width=720, options=[])


def take(html: str, file: Path, *, width: int, options: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page, frame, picture = (
            Path(folder) / name for name in ("page.html", "frame.html", "p.png")
        )
        page.write_text(html)
        # A window cannot be as narrow as a phone; a frame can.
        style = f"border:0;width:{width}px;height:{TALLEST}px"
        frame.write_text(f'<body style="margin:0"><iframe src="page.html" style="{style}">')
        size = f"--window-size={width},{TALLEST}"
        command = ["chromium", *QUIET, *options, f"--user-data-dir={folder}/u", size]
        subprocess.run(
            [*command, f"--screenshot={picture}", frame.as_uri()],
            check=True,
            timeout=60,
            capture_output=True,
        )
        keep(Image.open(picture).convert("RGB"), file)


def keep(picture: Image.Image, file: Path) -> None:
    """Without the empty rest of the window, in few colours."""
    ground = Image.new("RGB", picture.size, picture.getpixel((picture.width - 1, TALLEST - 1)))
    used = ImageChops.difference(picture, ground).getbbox()
    bottom = min(TALLEST, (used[3] if used else TALLEST) + 24)
    picture.crop((0, 0, picture.width, bottom)).quantize(COLOURS).save(file, optimize=True)


if __name__ == "__main__":
    main()
