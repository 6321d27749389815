"""Who holds a lease: this process, so that the next one can tell when it died."""

import os
import socket
from functools import cache
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

PROC = Path("/proc")


def new_token() -> str:
    """machine:process:started:random."""
    return f"{_here()}:{_myself(os.getpid())}:{token_hex(8)}"


def holder_is_dead(token: str) -> bool:
    """Only when that is certain: another machine's process may be alive."""
    machine, process, started, _ = token.split(":")
    return machine == _here() and started != "?" and _started(int(process)) != started


@cache
def _myself(process: int) -> str:
    """By number, as a fork is another process."""
    return f"{process}:{_started(process)}"


@cache
def _here() -> str:
    """This machine since it was started, and the set of processes that can be seen in it."""
    known = [socket.gethostname(), _read(PROC / "sys/kernel/random/boot_id")]
    try:
        known.append(str((PROC / "self/ns/pid").stat().st_ino))
    except OSError:
        known.append("?")
    return sha256("/".join(known).encode()).hexdigest()[:12]


def _started(process: int) -> str:
    """When a process began, in ticks since the machine did; a reused number differs."""
    after_name = _read(PROC / str(process) / "stat").rpartition(")")[2].split()
    if not after_name or after_name[0] == "Z":
        return "?" if not PROC.is_dir() else "gone"
    return after_name[19]


def _read(file: Path) -> str:
    try:
        return file.read_text().strip()
    except OSError:
        return ""
