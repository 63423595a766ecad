"""A process that has loaded what commands need, and forks for each run of ``escale``: seconds of imports, once.

``python -m tests.cli.fork_server DESCRIPTOR``, on one end of a pair of sockets; it ends when the other end does.
Nothing of ``cli`` is loaded before the fork: each run loads it in the language of its own environment.
"""

import gc
import json
import os
import signal
import socket
import sys
import time

import babel.dates
import babel.numbers
import holidays
import jinja2
import rich.table
import xlsxwriter

import application.commands.founding
import application.commands.import_files
import application.rehearsal.rehearsing
import application.what_if.replaying
import bootstrap_temporal
import projections.rebuild
import stack.control
import verification.verify

LOADED = (
    (babel.dates, babel.numbers, holidays, jinja2, rich.table, xlsxwriter),
    (application.commands.founding, application.commands.import_files, application.rehearsal.rehearsing),
    (
        application.what_if.replaying,
        bootstrap_temporal,
        projections.rebuild,
        stack.control,
        verification.verify,
    ),
)
DESCRIPTORS = 5
"""What comes with a request: what is to run (JSON), its three standard streams, where its exit code goes."""


def main() -> None:
    """Fork for each request, until nobody can ask any more."""
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the watchers need no burial
    requests = socket.socket(fileno=int(sys.argv[1]))
    while (received := socket.recv_fds(requests, 1, DESCRIPTORS))[0]:
        if os.fork() == 0:
            requests.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _watch(*received[1])
            return
        for descriptor in received[1]:
            os.close(descriptor)


def _watch(asked: int, given: int, output: int, errors: int, told: int) -> None:
    """Fork the run itself; tell how it ended, as ``subprocess`` would. Returns in the run only when it has ended."""
    run = os.fork()
    if run == 0:
        os.close(told)
        for own, standard in ((given, 0), (output, 1), (errors, 2)):
            os.dup2(own, standard)
            os.close(own)
        with open(asked, encoding="utf-8") as request:
            _run(**json.load(request))
    _, status = os.waitpid(run, 0)
    os.write(told, str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


def _run(arguments: list[str], environment: dict[str, str], longest: int) -> None:
    """Be ``escale`` with its arguments; a run that hangs is ended by a signal after ``longest`` seconds."""
    signal.alarm(longest)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - open to the end
    sys.argv = ["escale", *arguments]
    from cli.main import run  # noqa: PLC0415 - its texts are chosen when it loads

    run()


if __name__ == "__main__":
    main()
