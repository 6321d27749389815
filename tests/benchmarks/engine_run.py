"""One day's run in a process of its own: prints its seconds of CPU and its peak memory."""

import json
import resource
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
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": took, "peak": peak, "letters": len(letters)}))


if __name__ == "__main__":
    main()
