"""Is it night?"""

from datetime import time


def is_night(now: time, *, begins: time, ends: time) -> bool:
    """`ends` is day again; a night that ends before it begins goes over midnight."""
    if begins <= ends:
        return begins <= now < ends
    return now >= begins or now < ends
