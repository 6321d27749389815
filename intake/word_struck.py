"""Words of a Word document that nobody is to read: struck out, hidden, or only asked for."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from intake.document import Doubt, left_out
from intake.word_numbers import W
from intake.wording import fold

_STRUCK: Final = (f"{W}rPr/{W}strike", f"{W}rPr/{W}dstrike")
_HIDDEN: Final = (f"{W}rPr/{W}vanish",)
_OFF: Final = ("0", "false", "off", "none")


def without_struck(body: Element) -> list[Doubt]:
    """Takes them out of the tree, and says which; prompts of empty fields are not worth a word."""
    found: dict[str, list[str]] = {"struck": [], "hidden_text": []}
    for parent in list(body.iter()):
        for child in list(parent):
            why = _why(child)
            if why:
                parent.remove(child)
            if why in found and (text := fold("".join(_words(child)))):
                found[why].append(text)
    return [
        *left_out("struck", found["struck"]),
        *left_out("hidden_text", found["hidden_text"]),
    ]


def _why(element: Element) -> str:
    if element.tag == f"{W}r":
        if any(is_on(element.find(path)) for path in _STRUCK):
            return "struck"
        return "hidden_text" if any(is_on(element.find(path)) for path in _HIDDEN) else ""
    if element.tag == f"{W}tr" and is_on(element.find(f"{W}trPr/{W}hidden")):
        return "hidden_text"
    prompts = element.tag == f"{W}sdt" and is_on(element.find(f"{W}sdtPr/{W}showingPlcHdr"))
    return "prompt" if prompts else ""


def is_on(mark: Element | None) -> bool:
    """Whether a run or row has a property: Word also writes that it has not."""
    return mark is not None and mark.get(f"{W}val", "1") not in _OFF


def _words(element: Element) -> Iterator[str]:
    for one in element.iter():
        if one.tag == f"{W}t":
            yield one.text or ""
        elif one.tag in (f"{W}tc", f"{W}p", f"{W}br", f"{W}tab"):
            yield " "
