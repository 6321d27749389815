"""The council's own file: its name, its policy, its calendar; errors name the line."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, ValidationError, field_validator
from pydantic_core import InitErrorDetails, PydanticCustomError
from yaml.reader import ReaderError

from config.calendar import CalendarChoices
from config.faults import fault
from deadlines.conventions import Conventions, InvalidConventionsError, conventions_from
from language.problems import Problem, Words
from rules.policy import Policy, Strict
from rules.records import Records


class CouncilFileError(Problem):
    """The council's file cannot be used as it is written."""


class PolicyChangesError(Problem):
    """What a run was told to do otherwise cannot be used as it is written."""


class CouncilFile(Strict):
    """All that a council may decide in writing; everything has a default.

    name: without one, the commissioner that the first plan names.
    channels: the name of the secret address (TIDPLAN_CHANNEL_NAME) of the committee's channel, and
    of groups by their short names.
    deadlines: what vague words mean (docs/deadlines.md); words left out mean what Tidplan says.
    """

    name: str | None = None
    language: Literal["sv", "en"] = "sv"
    policy: Policy = Policy()
    calendar: CalendarChoices = CalendarChoices()
    records: Records = Records()
    channels: dict[str, str] = Field(default_factory=dict)
    deadlines: dict[str, Any] = Field(default_factory=dict)

    @field_validator("deadlines")
    @classmethod
    def _known_conventions(cls, written: dict[str, Any]) -> dict[str, Any]:
        """Each on its own, so that an error is told with its line."""
        for name, value in written.items():
            try:
                conventions_from({name: value})
            except InvalidConventionsError as error:
                raise _convention(name, value, error) from None
        return written

    @property
    def conventions(self) -> Conventions:
        return conventions_from(self.deadlines)

    def policy_with(self, changes: Mapping[str, Any]) -> Policy:
        """The file's policy, and over it a run's own choices, by the same names."""
        written = self.policy.model_dump(mode="json", by_alias=True, exclude_unset=True)
        try:
            return Policy.model_validate(_over(written, changes))
        except ValidationError as error:
            raise PolicyChangesError(why=fault(error, of=Policy)) from None


def _over(written: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Sections are joined; anything else is replaced."""
    merged = dict(written)
    for name, value in changes.items():
        below = merged.get(name)
        if isinstance(below, dict) and isinstance(value, dict):
            merged[name] = _over(below, value)
        else:
            merged[name] = value
    return merged


def _convention(name: str, value: object, error: InvalidConventionsError) -> ValidationError:
    why = PydanticCustomError(f"fault.{error.kind}", str(error), error.values)
    details = InitErrorDetails(type=why, loc=(name,), input=value)
    return ValidationError.from_exception_data("deadlines", [details])


class _AsWritten(yaml.SafeLoader):
    """A day that no calendar has stays text, for the checks that can name it."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: FBT001, FBT002 - yaml's own
        try:
            return super().construct_object(node, deep=deep)
        except ValueError:
            return node.value


def read_council_file(path: Path, *, must_exist: bool) -> CouncilFile:
    """The file's choices over the defaults; raises CouncilFileError with the line."""
    if not path.exists() and not must_exist:
        return CouncilFile()
    text = _text(path)
    try:
        tree = yaml.compose(text, Loader=yaml.SafeLoader)
        written = yaml.load(text, Loader=_AsWritten)  # noqa: S506 - a safe loader too
    except (yaml.YAMLError, RecursionError) as error:
        raise _no_yaml(path, text, error) from None
    try:
        return CouncilFile.model_validate(written or {})
    except ValidationError as error:
        line = _line(tree, error.errors()[0]["loc"])
        raise CouncilFileError(path=path, line=line, why=fault(error, of=CouncilFile)) from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise CouncilFileError(path=path, line=1, why=error.strerror) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise CouncilFileError(path=path, line=line, why=Words("fault.not_utf8")) from None


def _no_yaml(path: Path, text: str, error: Exception) -> CouncilFileError:
    line, why = 1, Words("fault.no_yaml")
    if isinstance(error, yaml.MarkedYAMLError):
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        why = Words("fault.tab") if "'\\t'" in (error.problem or "") else why
    elif isinstance(error, ReaderError):
        line = text.count("\n", 0, error.position) + 1
    return CouncilFileError(path=path, line=line, why=why)


def _line(node: yaml.Node | None, where: tuple[Any, ...]) -> int:
    """The 1-based line of the deepest part of `where` that the file holds."""
    line = node.start_mark.line + 1 if node else 1
    for name in where:
        found = _inside(node, name)
        if found is None:
            return line
        line, node = found
    return line


def _inside(node: yaml.Node | None, name: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(name):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(name, int) and name < len(node.value):
        return node.value[name].start_mark.line + 1, node.value[name]
    return None
