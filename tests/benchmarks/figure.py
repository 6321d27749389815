"""One measured ratio and its goal."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """at_least: the ratio should be `goal` or more; otherwise `goal` or less.

    note: what was compared, with the absolute numbers of this run.
    """

    name: str
    ratio: float
    goal: float
    at_least: bool = True
    note: str = ""

    @property
    def ok(self) -> bool:
        return self.ratio >= self.goal if self.at_least else self.ratio <= self.goal

    def line(self) -> str:
        """`name  ratio  goal  ok|short`, two blanks apart."""
        return f"{self.name}  {self.ratio:.3g}  {self.goal:g}  {'ok' if self.ok else 'short'}"

    def as_json(self) -> dict[str, object]:
        return asdict(self) | {"ok": self.ok}
