"""Output that fails is not a command that fails: what is recorded is said, with its position, where it still can be."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.house import ESCALE, LONGEST_RUN, NOUR, House
from tests.cli.test_do import contact

FULL = Path("/dev/full")
READING = [
    ("portfolio",),
    ("tasks",),
    ("agenda", "--json"),
    ("show", "noailles"),
    ("history", "noailles"),
    ("document", "noailles"),
    ("commands",),
    ("people",),
    ("verify",),
    ("status",),
    ("mail",),
    ("programme", "show", "tec"),
    ("--help",),
]
"""Commands that only read; one of each kind of drawing."""


def run_into(
    house: House, output: int, *words: str, stdin: str = "", before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run ``escale`` with a standard output of our choice."""
    return subprocess.run(
        [ESCALE, *words],
        input=stdin.encode(),
        stdout=output,
        stderr=subprocess.PIPE,
        env=house.environment(ESCALE_AS=NOUR),
        preexec_fn=before,
        check=False,
        timeout=LONGEST_RUN,
    )


def close_output() -> None:
    """As ``>&-`` does."""
    os.close(1)


def gone_reader() -> int:
    """The writing end of a pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    return writing


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_what_only_reads_says_that_its_output_is_lost(house: House, words: tuple[str, ...]) -> None:
    """A full device: exit code 5, one sentence. A reader who has gone has seen enough."""
    with FULL.open("wb") as full:
        lost = house.run_into(full.fileno(), *words, ESCALE_AS=NOUR)
    assert (lost.code, lost.err.count("le disque est plein")) == (5, 1)
    assert "Traceback" not in lost.err
    writing = gone_reader()
    quiet = house.run_into(writing, *words, ESCALE_AS=NOUR)
    os.close(writing)
    assert (quiet.code, "sortie" in quiet.err) == (0, False)


@pytest.mark.parametrize("way", ["full", "closed", "gone"])
def test_what_is_recorded_is_told_with_its_position(house: House, way: str) -> None:
    """All of a file, though no answer can be written; the same ids again are answered as recorded."""
    commands = [contact(f"lost/{way}/{number}") for number in range(3)]
    stdin = "\n".join(json.dumps(one) for one in commands)
    with FULL.open("wb") as full:
        output = gone_reader() if way == "gone" else os.dup(full.fileno())
    before = close_output if way == "closed" else None
    lost = run_into(house, output, "do", "--file", "-", stdin=stdin, before=before)
    os.close(output)
    said, head = lost.stderr.decode(), house.head()
    assert lost.returncode == 5
    for number, position in enumerate(range(head - 2, head + 1)):
        assert f"lost/{way}/{number} → {position}" in said
    assert "Traceback" not in said
    assert all(one["repeated"] for one in house.do(*commands, person=NOUR).answers)


def test_what_is_refused_or_invalid_keeps_its_code(house: House) -> None:
    """Never 0, and never 5: there is nothing that was done."""
    refused = contact("lost/refused", cooperation="nulle-part")
    for stdin, code in ((json.dumps(refused), 1), ("{}", 2)):
        with FULL.open("wb") as full:
            lost = run_into(house, full.fileno(), "do", "--file", "-", stdin=stdin)
        assert (lost.returncode, b"Traceback" in lost.stderr) == (code, False)


def test_a_run_with_nothing_to_write_to_ends_as_it_would(house: House) -> None:
    """Both closed, and standard input too: nothing that is opened later is written to by mistake."""

    def close_all() -> None:
        for one in (0, 1, 2):
            os.close(one)

    asked = ["do", "RecordContact", "--id", "lost/all", "--cooperation", "noailles", "--kind", "phone"]
    done = subprocess.run(
        [ESCALE, *asked],
        env=house.environment(ESCALE_AS=NOUR),
        preexec_fn=close_all,
        check=False,
        timeout=LONGEST_RUN,
    )
    assert done.returncode == 5
    assert house.run("outcome", "lost/all", "--as", NOUR).json["outcome"] == "recorded"
