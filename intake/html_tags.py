"""HTML whose writer left out the end tags that may be left out, as the standard has them."""

from dataclasses import dataclass
from typing import Any, Final

from bs4 import BeautifulSoup, Tag

MAX_OPEN: Final = 500


class DeepPageError(ValueError):
    """Tags lie deeper in one another than anybody writes."""


@dataclass(frozen=True, slots=True)
class _Ends:
    """What a start tag ends, as long as none of `within` was opened since."""

    ended: frozenset[str]
    within: frozenset[str]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_GROUPS: Final = _names("thead tbody tfoot caption colgroup")
_APART: Final = _names("table td th caption template button object")
_LISTS: Final = _names("ul ol menu dl blockquote section article aside")
_PARAGRAPH: Final = _Ends(_names("p"), _APART)
_ITEM: Final = _Ends(_names("li"), _APART | _LISTS)
_TERM: Final = _Ends(_names("dt dd"), _APART | _LISTS | _names("li"))
_CELL: Final = _Ends(_names("td th"), _names("table template tr"))
_ROW: Final = _Ends(_names("tr"), _names("table template"))
_GROUP: Final = _Ends(_GROUPS, _names("table template"))
_CAPTION: Final = _Ends(_names("caption colgroup"), _names("table template"))
_BLOCKS: Final = _names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search"
    " section summary table ul"
)
_ENDS: Final = {
    **dict.fromkeys(_BLOCKS, (_PARAGRAPH,)),
    "li": (_ITEM, _PARAGRAPH),
    **dict.fromkeys(("dt", "dd"), (_TERM, _PARAGRAPH)),
    **dict.fromkeys(("td", "th"), (_CELL,)),
    "tr": (_CELL, _ROW, _CAPTION),
    **dict.fromkeys(_GROUPS, (_CELL, _ROW, _GROUP)),
}
_IN_HEAD: Final = _names("base basefont bgsound link meta noscript script style template title")


class Page(BeautifulSoup):
    """A page's tags. Raises DeepPageError before anything walks through too deep ones."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "html.parser")

    def handle_starttag(self, name: str, *args: Any, **named: Any) -> Tag | None:
        if self._in_head() and name not in _IN_HEAD:
            self._end(len(self.tagStack) - 1)
        for ends in _ENDS.get(name, ()):
            self._imply(ends)
        if len(self.tagStack) > MAX_OPEN:
            raise DeepPageError
        return super().handle_starttag(name, *args, **named)

    def handle_data(self, data: str) -> None:
        if self._in_head() and data.strip():
            self._end(len(self.tagStack) - 1)
        super().handle_data(data)

    def _in_head(self) -> bool:
        return self.tagStack[-1].name == "head"

    def _imply(self, ends: _Ends) -> None:
        if not any(map(self.open_tag_counter.get, ends.ended)):
            return
        for at in range(len(self.tagStack) - 1, 0, -1):
            if self.tagStack[at].name in ends.ended:
                self._end(at)
                return
            if self.tagStack[at].name in ends.within:
                return

    def _end(self, at: int) -> None:
        self.endData()
        while len(self.tagStack) > at:
            self.popTag()
