"""Runs on the measured tree: loads the server once, then forks one for each line of its input ({"port", "environment"}), and tells its process's number.

So a server costs a few milliseconds instead of the seconds that loading takes, and each has a home, a queue and an engine of its own.
"""

import json
import os
import signal
import sys

from diorama.language import read
from diorama.server.run import serve
from diorama.studio import Settings


def main() -> None:
    read("a red mug on a table")  # the lexicon, too, is loaded once
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how they ended
    print("ready", flush=True)
    for line in sys.stdin:
        told = json.loads(line)
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.environ.update(told["environment"])
            try:
                serve(Settings.load(port=told["port"]))
            except BaseException as wrong:  # it must not go on as a second nursery
                print(wrong, file=sys.stderr, flush=True)
            os._exit(0)
        print(child, flush=True)


main()
