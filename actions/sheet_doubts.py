"""What a person should look at in a sheet that came back, before it counts."""

from collections.abc import Iterator, Sequence

from reports.round_trip import FilledRow, RowChange, RowDoubt
from rules.recipients import Member, name_key, named_members


def doubts_of(
    row: FilledRow, change: RowChange, group: str, members: Sequence[Member]
) -> Iterator[RowDoubt]:
    """A new time without a day, and a new responsible party that is nobody in the group."""
    time, who = change.edit("wording"), change.edit("responsible")
    if time is not None and (time.deadline is None or time.deadline.kind == "none"):
        yield RowDoubt(row.at, row.uid, "no_day" if time.after else "no_time", time.after)
    if who is not None and not who.after:
        yield RowDoubt(row.at, row.uid, "nobody", who.after)
    elif who is not None and not _is_known(who.after, group, members):
        yield RowDoubt(row.at, row.uid, "stranger", who.after)


def _is_known(responsible: str, group: str, members: Sequence[Member]) -> bool:
    return name_key(responsible) == name_key(group) or bool(named_members(responsible, members))
