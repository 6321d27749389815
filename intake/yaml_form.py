"""Tidplan's own form of a plan in YAML: its names, and where a file strays from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Final
from unicodedata import normalize

import yaml

from intake.opening import UnreadableDocumentError
from language.problems import Words

SHOWN: Final = 60


def _both(**swedish: str) -> dict[str, str]:
    """Names of the form in English and Swedish, each with the English one."""
    return {name: one for one, other in swedish.items() for name in (one, other)}


VALUES: Final = _both(
    title="titel",
    date="datum",
    group="grupp",
    commissioner="uppdragsgivare",
    owner="uppdragsägare",
)
POINTS: Final = _both(
    goals="mål", requirements="krav", methods="metoder", reporting="rapportering"
)
ROWS: Final = {
    **dict.fromkeys(("activities", "aktiviteter"), "activities"),
    **dict.fromkeys(("members", "medlemmar"), "members"),
}
COLUMNS: Final = {
    "activities": _both(
        description="beskrivning", number="nummer", responsible="ansvarig", deadline="tidplan"
    ),
    "members": {"name": "name", "namn": "name", "organisation": "organisation"},
}


class YamlError(UnreadableDocumentError):
    """A file in YAML that is not in the form; each names its line."""


class YamlSyntaxError(YamlError): ...


class YamlAliasError(YamlError): ...


class YamlTagError(YamlError): ...


class YamlShapeError(YamlError): ...


class YamlNameError(YamlError): ...


class YamlTwiceError(YamlError): ...


class YamlValueError(YamlError): ...


class YamlMissingError(YamlError): ...


@dataclass(frozen=True, slots=True)
class Said:
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class FormRow:
    line: int
    cells: Mapping[str, Said]


@dataclass(slots=True)
class Form:
    """What a file says, under the form's English names; names that it leaves out are missing."""

    values: dict[str, Said] = field(default_factory=dict)
    points: dict[str, list[Said]] = field(default_factory=dict)
    rows: dict[str, list[FormRow]] = field(default_factory=dict)


def form_in(text: str, path: Path) -> Form:
    """Raises a YamlError about the first thing that would not be read."""
    try:
        _check_events(text, path)
        root = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise YamlSyntaxError(path=path, line=_line_of(error, text)) from error
    if not isinstance(root, yaml.MappingNode):
        raise YamlShapeError(path=path, line=_line(root) if root else 1)
    return _Reading(path).form(root)


def _check_events(text: str, path: Path) -> None:
    """Before anything is built: what multiplies itself, and values of other kinds."""
    for event in yaml.parse(text, yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            raise YamlAliasError(path=path, line=line, name=str(event.anchor)[:SHOWN])
        if tag := str(getattr(event, "tag", None) or ""):
            raise YamlTagError(path=path, line=line, tag=tag[:SHOWN])


def _line_of(error: yaml.YAMLError, text: str) -> int:
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        return mark.line + 1 if mark else 1
    return text.count("\n", 0, getattr(error, "position", 0)) + 1


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


class _Reading:
    def __init__(self, path: Path) -> None:
        self.path = path

    def form(self, root: yaml.MappingNode) -> Form:
        found = Form()
        for name, written, node in self._pairs(root, {**VALUES, **POINTS, **ROWS}):
            if name in COLUMNS:
                found.rows[name] = list(self._rows(name, written, node))
            elif name in POINTS:
                found.points[name] = list(self._points(written, node))
            else:
                found.values[name] = self._text(written, node)
        return found

    def _pairs(
        self, mapping: yaml.MappingNode, known: Mapping[str, str]
    ) -> Iterator[tuple[str, str, yaml.Node]]:
        """(the form's name, the name as written, what stands there)."""
        seen: set[str] = set()
        for key, value in mapping.value:
            written = str(key.value)[:SHOWN] if isinstance(key, yaml.ScalarNode) else "?"
            plain = normalize("NFC", written).casefold()
            values = {"path": self.path, "line": _line(key), "name": written}
            if plain not in known:
                raise YamlNameError(**values, like=get_close_matches(plain, known, 1, 0)[0])
            if known[plain] in seen:
                raise YamlTwiceError(**values)
            seen.add(known[plain])
            yield known[plain], written, value

    def _text(self, written: str, node: yaml.Node) -> Said:
        if not isinstance(node, yaml.ScalarNode):
            raise self._wrong(written, node, "text")
        return Said("" if node.tag.endswith(":null") else node.value, _line(node))

    def _points(self, written: str, node: yaml.Node) -> Iterator[Said]:
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        said = [self._text(written, one) for one in nodes]
        return (one for one in said if one.text.strip())

    def _rows(self, name: str, written: str, node: yaml.Node) -> Iterator[FormRow]:
        if isinstance(node, yaml.ScalarNode) and not self._text(written, node).text:
            return
        if not isinstance(node, yaml.SequenceNode):
            raise self._wrong(written, node, name)
        for one in node.value:
            if not isinstance(one, yaml.MappingNode):
                raise self._wrong(written, one, name)
            yield self._row(name, one)

    def _row(self, name: str, node: yaml.MappingNode) -> FormRow:
        known = COLUMNS[name]
        pairs = self._pairs(node, known)
        cells = {column: self._text(written, value) for column, written, value in pairs}
        first = next(iter(known))
        if first not in cells or not cells[first].text.strip():
            swedish = [one for one, column in known.items() if column == first][-1]
            names = {"name": first, "swedish": swedish}
            raise YamlMissingError(path=self.path, line=_line(node), **names)
        return FormRow(_line(node), cells)

    def _wrong(self, written: str, node: yaml.Node, wanted: str) -> YamlValueError:
        said = Words(f"problem.YamlValueError.{wanted}")
        return YamlValueError(path=self.path, line=_line(node), name=written, wanted=said)
