"""How a workbook of ours is known again."""

from typing import Final

MARKER: Final = "tidplan"  # the name of the hidden sheet
FORMAT: Final = "tidplan-plan-1"
