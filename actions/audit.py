"""Every action leaves a row: who did what, when."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from models.tables.following import AuditEvent

ENGINE = "tidplan"


def record(
    session: Session,
    *,
    council_id: int,
    now: datetime,
    actor: str,
    action: str,
    subject: str,
    **details: Any,
) -> None:
    session.add(
        AuditEvent(
            council_id=council_id,
            at=now,
            actor=actor,
            action=action,
            subject=subject,
            details=details,
        )
    )
