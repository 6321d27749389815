"""What a person should look at in a sheet that came back, before it counts."""

from collections.abc import Iterator, Sequence

from reports.round_trip import FilledRow, RowChange, RowDoubt
from rules.recipients import Member
from rules.responsible import is_known_party


def doubts_of(
    row: FilledRow, change: RowChange, group: str, members: Sequence[Member]
) -> Iterator[RowDoubt]:
    """A new time without a day, and a new responsible party that is nobody in the group."""
    time, who = change.edit("wording"), change.edit("responsible")
    if time is not None and (time.deadline is None or time.deadline.kind == "none"):
        yield RowDoubt(row.at, row.uid, "no_day" if time.after else "no_time", time.after)
    if who is not None and not who.after:
        yield RowDoubt(row.at, row.uid, "nobody", who.after)
    elif who is not None and not is_known_party(who.after, group, members):
        yield RowDoubt(row.at, row.uid, "stranger", who.after)
