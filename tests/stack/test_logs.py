"""The log: lines of JSON for machines, text for people, the same from our code and from libraries."""

import json
import subprocess
import sys

PROGRAM = """
import logging, structlog
from logs import configure_logging
configure_logging({log_format!r})
structlog.contextvars.bind_contextvars(file="cooperation:1")
structlog.get_logger("escale").info("reminder claimed", rung=2)
logging.getLogger("library").warning("slow %s", "disk")
"""


def _log_lines(log_format: str) -> list[str]:
    program = [sys.executable, "-c", PROGRAM.format(log_format=log_format)]
    return subprocess.run(program, stderr=subprocess.PIPE, text=True, check=True).stderr.splitlines()


def test_outside_a_terminal_every_line_is_json() -> None:
    """Bound context, level, name and time are in every line, also of a library's."""
    ours, theirs = map(json.loads, _log_lines("auto"))

    assert ours["event"] == "reminder claimed"
    assert (ours["rung"], ours["file"], ours["level"], ours["logger"]) == (
        2,
        "cooperation:1",
        "info",
        "escale",
    )
    assert (theirs["event"], theirs["level"], theirs["logger"]) == ("slow disk", "warning", "library")
    assert theirs["file"] == "cooperation:1"
    assert ours["timestamp"].endswith("Z")


def test_for_people_the_lines_are_text() -> None:
    """The console form is no JSON and says the same."""
    ours, theirs = _log_lines("console")

    assert not ours.startswith("{")
    assert "reminder claimed" in ours
    assert "slow disk" in theirs
