"""One day's run in a process of its own: prints its seconds of CPU and its peak memory."""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from models.store import open_database
from tests.benchmarks.engine_rows import TODAY
from tests.office import House


def main() -> None:
    house = House(open_database(sys.argv[1]))
    begin = time.process_time()
    house.evaluates(TODAY)
    house.escalates(TODAY)
    letters = house.reminds(TODAY).letters
    took = time.process_time() - begin
    print(json.dumps({"cpu": took, "peak": peak_mebibytes(), "letters": len(letters)}))


def peak_mebibytes() -> float:
    """Of this program alone: what getrusage tells begins with the peak of who started it."""
    for line in Path("/proc/self/status").read_text().splitlines():
        name, _, value = line.partition(":")
        if name == "VmHWM":
            return int(value.split()[0]) / 1024
    raise LookupError("VmHWM")


if __name__ == "__main__":
    main()
