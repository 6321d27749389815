"""What the styles of an OpenDocument text say: titles, bold words, lists that count."""

from typing import Final
from xml.etree.ElementTree import Element

OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO: Final = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_TITLES: Final = frozenset(("title", "titel", "rubrik", "tittel"))
_MAX_DEPTH: Final = 12  # styles may be based on one another in a circle
_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz"


class Styles:
    def __init__(self, *parts: Element) -> None:
        self.by_name = {
            one.get(f"{_STYLE}name", ""): one
            for part in parts
            for one in part.iter(f"{_STYLE}style")
        }
        self.lists = {
            one.get(f"{_STYLE}name", ""): one
            for part in parts
            for one in part.iter(f"{TEXT}list-style")
        }

    def is_title(self, paragraph: Element) -> bool:
        based = (one.get(f"{_STYLE}name", "") for one in self._chain(paragraph))
        names = {paragraph.get(f"{TEXT}style-name", ""), *based}
        return not _TITLES.isdisjoint(map(str.casefold, names))

    def is_bold(self, paragraph: Element) -> bool:
        """Whether all its words are, by its own style or that of each piece."""
        if any(map(_makes_bold, self._chain(paragraph))):
            return True
        spans = [child for child in paragraph if child.tag == f"{TEXT}span"]
        loose = [paragraph.text, *(child.tail for child in paragraph)]
        alone = bool(spans) and not any((text or "").strip() for text in loose)
        return alone and all(any(map(_makes_bold, self._chain(span))) for span in spans)

    def _chain(self, element: Element) -> list[Element]:
        """The style of a paragraph or piece, and those that it is based on."""
        found: list[Element] = []
        name = element.get(f"{TEXT}style-name", "")
        while (style := self.by_name.get(name)) is not None and len(found) < _MAX_DEPTH:
            found.append(style)
            name = style.get(f"{_STYLE}parent-style-name", "")
        return found

    def number_format(self, style: str, depth: int) -> str:
        """How a list counts at a depth ("1", "a" …); empty for bullets."""
        levels = self.lists.get(style)
        for level in levels if levels is not None else ():
            if level.get(f"{TEXT}level") == str(depth + 1) and level.tag.endswith("-number"):
                return level.get(f"{_STYLE}num-format", "")
        return ""


class Counted:
    """The numbers of points, which a document does not store."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.counts: dict[int, int] = {}
        self.last: dict[str, int] = {}

    def next(self, of: Element, style: str, depth: int) -> str:
        """The marker of the next point of a list, such as "2."; empty where it has a bullet."""
        form = self.styles.number_format(style, depth)
        if not form:
            return ""
        goes_on = of.get(f"{TEXT}continue-numbering") == "true" or of.get(f"{TEXT}continue-list")
        before = self.last.get(f"{style}/{depth}", 0) if goes_on else 0
        number = self.counts.get(id(of), before) + 1
        self.counts[id(of)] = self.last[f"{style}/{depth}"] = number
        return f"{_ALPHABET[(number - 1) % len(_ALPHABET)]})" if form in "aA" else f"{number}."


def _makes_bold(style: Element) -> bool:
    return any(
        one.get(f"{_FO}font-weight") == "bold" for one in style.iter(f"{_STYLE}text-properties")
    )
