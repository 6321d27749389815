"""By which rules each council has worked, and since when."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.declared import Declared


class RulesVersion(Declared):
    """In force from its day until the next one's. content: policy and calendar, as JSON."""

    __tablename__ = "rules_version"

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"), index=True)
    since: Mapped[date]
    content: Mapped[dict[str, Any]]
