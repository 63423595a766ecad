"""At a terminal `escale do` asks for each field, says what is expected and asks again after a mistake."""

import json
import os
import pty
import re
import select
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.cli.house import ESCALE, LONGEST_RUN, NOUR, House

PROMPT = "> "


class Terminal:
    """A terminal in which a command runs, as a person sees and types it."""

    def __init__(self, side: int) -> None:
        self._side = side
        self.seen = ""

    def wait_for(self, text: str) -> None:
        """Read on until ``text`` has been written since the last answer."""
        start = len(self.seen)
        deadline = time.monotonic() + LONGEST_RUN
        while text not in self.seen[start:]:
            assert time.monotonic() < deadline, f"never said {text!r}: {self.seen[start:]}"
            if select.select([self._side], [], [], 1)[0]:
                self.seen += os.read(self._side, 4096).decode()

    def type(self, line: str) -> None:
        """Type a line."""
        os.write(self._side, (line + "\n").encode())

    def rest(self) -> str:
        """What is written until the command ends."""
        try:
            while more := os.read(self._side, 4096):
                self.seen += more.decode()
        except OSError:  # the other side is closed
            pass
        return re.sub(r"\x1b\[[0-9;?]*[a-z]", "", self.seen)


@contextmanager
def _terminal(house: House, *words: str) -> Iterator[tuple[Terminal, subprocess.Popen[bytes]]]:
    ours, theirs = pty.openpty()
    environment = house.environment(TERM="xterm", ESCALE_LOCALE="fr")
    with subprocess.Popen(
        [ESCALE, *words], stdin=theirs, stdout=theirs, stderr=theirs, env=environment, close_fds=True
    ) as process:
        os.close(theirs)
        yield Terminal(ours), process
    os.close(ours)


def test_missing_fields_are_asked_for_and_mistakes_asked_again(house: House) -> None:
    """Choices are shown in French, a wrong one is explained, an empty line skips what is optional."""
    with _terminal(house, "do", "RecordContact", "--as", NOUR) as (terminal, process):
        terminal.wait_for("cooperation" + PROMPT)
        assert "le dossier concerné" in terminal.seen
        terminal.type("noailles")
        terminal.wait_for("kind" + PROMPT)
        assert "visit (visite)" in terminal.seen
        terminal.type("fax")
        terminal.wait_for("kind" + PROMPT)
        assert "l’un de" in terminal.seen
        terminal.type("visit")
        for field in ("effective_at", "stakeholders", "occasion"):
            terminal.wait_for(field + PROMPT)
            terminal.type("")
        terminal.wait_for("note" + PROMPT)
        terminal.type("Vue au terminal")
        said = terminal.rest()
    assert process.returncode == 0
    answer = json.loads(next(line for line in said.splitlines() if line.startswith("{")))
    assert answer["outcome"] == "recorded"
    assert f"command_id {answer['command_id']}" in said
    house.fold()
    noted = house.run("history", "noailles", "--as", NOUR, "--json").json["entries"]
    assert noted[-1]["details"]["note"] == "Vue au terminal"


def test_tab_completes_cooperations_and_choices(house: House) -> None:
    """What can be listed need not be typed out."""
    with _terminal(house, "do", "RecordContact", "--as", NOUR) as (terminal, process):
        terminal.wait_for("cooperation" + PROMPT)
        terminal.type("noa\t")
        terminal.wait_for("kind" + PROMPT)
        terminal.type("pho\t")
        for field in ("effective_at", "stakeholders", "occasion", "note"):
            terminal.wait_for(field + PROMPT)
            terminal.type("")
        said = terminal.rest()
    assert process.returncode == 0, said


def test_leaving_a_prompt_records_nothing(house: House) -> None:
    """Ctrl-D ends the command without a traceback."""
    head = house.head()
    with _terminal(house, "do", "RecordContact", "--as", NOUR) as (terminal, process):
        terminal.wait_for("cooperation" + PROMPT)
        terminal.type("\x04")
        said = terminal.rest()
    assert process.returncode == 2
    assert "Traceback" not in said
    assert house.head() == head
