"""How a workbook of ours is known again."""

import re
import zipfile
from io import BytesIO
from typing import Final

MARKER: Final = "tidplan"  # the name of the hidden sheet
FORMAT: Final = "tidplan-plan-1"
_NAMED: Final = re.compile(rb'<(?:\w+:)?sheet\b[^>]*\bname="%b"' % MARKER.encode())


def is_plan_sheet(content: bytes) -> bool:
    """Whether a workbook that was found to be whole holds our hidden sheet."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return bool(_NAMED.search(package.read("xl/workbook.xml")))
