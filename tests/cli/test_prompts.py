"""At a terminal `escale do` asks for each field, says what is expected and asks again after a mistake."""

import json

from tests.cli.house import NOUR, House
from tests.cli.terminal import at_terminal

PROMPT = "> "


def test_missing_fields_are_asked_for_and_mistakes_asked_again(house: House) -> None:
    """Choices are shown in French, a wrong one is explained, an empty line skips what is optional."""
    with at_terminal(house, "do", "RecordContact", "--as", NOUR) as (terminal, process):
        terminal.wait_for("cooperation" + PROMPT)
        assert "le dossier concerné" in terminal.seen
        terminal.type("noailles")
        terminal.wait_for("kind" + PROMPT)
        assert "[réunion, visite, appel]" in terminal.seen
        terminal.type("fax")
        terminal.wait_for("kind" + PROMPT)
        assert "n’est pas parmi : réunion, visite, appel" in terminal.seen
        terminal.type("Visite")
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
    with at_terminal(house, "do", "RecordContact", "--as", NOUR) as (terminal, process):
        terminal.wait_for("cooperation" + PROMPT)
        terminal.type("noa\t")
        terminal.wait_for("kind" + PROMPT)
        terminal.type("app\t")
        for field in ("effective_at", "stakeholders", "occasion", "note"):
            terminal.wait_for(field + PROMPT)
            terminal.type("")
        said = terminal.rest()
    assert process.returncode == 0, said


def test_leaving_a_prompt_records_nothing(house: House) -> None:
    """Ctrl-D ends the command without a traceback."""
    head = house.head()
    with at_terminal(house, "do", "RecordContact", "--as", NOUR) as (terminal, process):
        terminal.wait_for("cooperation" + PROMPT)
        terminal.type("\x04")
        said = terminal.rest()
    assert process.returncode == 2
    assert "Traceback" not in said
    assert house.head() == head
