"""The guide "write your programme in an hour", followed word by word: an invented programme runs in the end."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import Settings
from stack import control

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "write-your-programme.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(yaml|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RULEBOOK = "fabrique-des-rives.yaml"
LONGEST_RUN = 600
"""Seconds after which following the guide counts as hanging."""


def script() -> str:
    """Every block of the guide, in order: YAML is added to the rulebook, commands are typed and told apart."""
    lines = ["set -eu"]
    for kind, text in BLOCK.findall(GUIDE):
        if kind == "yaml":
            lines += [f"cat >> {RULEBOOK} <<'END-OF-YAML'", text.rstrip(), "END-OF-YAML"]
        else:
            for line in text.splitlines():
                lines += [f"echo '$ '{_quoted(line)}", line]
    return "\n".join(lines)


def _quoted(line: str) -> str:
    return "'" + line.replace("'", "'\\''") + "'"


@pytest.fixture(scope="module")
def told() -> Iterator[dict[str, str]]:
    """What each command of the guide answered, by the command."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ESCALE_", "TEMPORAL_", "LC_", "LANG"))
    }
    with tempfile.TemporaryDirectory(prefix="escale-guide-") as folder:
        home = Path(folder) / "home"
        own = {"ESCALE_HOME": str(home), "ESCALE_LOCALE": "en"}
        path = f"{Path(sys.executable).parent}{os.pathsep}{clean['PATH']}"
        try:
            done = subprocess.run(
                ["bash", "-c", script()],
                cwd=folder,
                env={**clean, **own, "PATH": path},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
                timeout=LONGEST_RUN,
            )
        finally:
            control.down(Settings(home=home))
        assert done.returncode == 0, done.stdout
        told = [one.partition("\n") for one in done.stdout.split("$ ")[1:]]
        yield {command: answer for command, _, answer in told}


def answer(told: dict[str, str], *words: str) -> str:
    """What the one command that has these words answered."""
    [found] = [said for command, said in told.items() if all(word in command for word in words)]
    return found


def test_the_rulebook_of_the_guide_has_no_mistake(told: dict[str, str]) -> None:
    """Nor a warning: a guide teaches what is sound."""
    assert ": mistake:" not in answer(told, "programme check")
    assert ": warning:" not in answer(told, "programme check")


def test_its_lives_can_be_rehearsed(told: dict[str, str]) -> None:
    """Well lived, forgotten, interrupted: reminders and escalations on days; a calendar and a sheet are written."""
    assert "Criteria of the start" in answer(told, "--with forgotten")
    assert "2027-07-05" in answer(told, "--with forgotten"), "six months after the beginning, a Monday"
    assert "Next open session" in answer(told, "--with pause")


def test_a_cooperation_lives_under_it(told: dict[str, str]) -> None:
    """It is reminded by the very rules of the page, and moved to the second version with a reason."""
    assert "Critères du départ" in answer(told, "escale mail"), "people are written to in French first"
    assert "fabrique-des-rives@1" in answer(told, "escale show")
    assert "4" in answer(told, "programme diff")
    assert "River workshop, version 2" in " ".join(answer(told, "escale history").split())
