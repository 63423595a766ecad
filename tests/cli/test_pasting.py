"""Below each task stands the line that does it, with what is known: whoever pastes it is asked for the rest."""

import shlex

from tests.cli.house import NOUR, House

BEGUN = "  escale "


def test_what_a_task_proposes_works_as_it_stands(house: House) -> None:
    """Pasted where nobody can be asked: recorded, or only what nobody could know is missing.

    Nor is anybody told to ask the panels: in both programmes the service does.
    """
    shown = house.run("tasks", "--as", NOUR).out.splitlines()
    lines = [shlex.split(line.removeprefix(BEGUN)) for line in shown if line.startswith(BEGUN)]
    became = {" ".join(line[1:4]): _became(house, line) for line in lines}
    assert became == {
        "DeclareGateItem --cooperation noailles": "recorded",
        "RecordContact --cooperation noailles": "kind",
        "JudgeCriterion --cooperation citees": "criterion, met",
        "ChangeStakeholder --cooperation citees": "changes_nothing",
    }


def _became(house: House, line: list[str]) -> str:
    """What became of it: what is missing where it lacks something, the code of a refusal."""
    answer = house.run(*line).json
    if answer["outcome"] == "invalid":
        said: str = answer["refusal"]["message"]["en"]
        return said.partition(": ")[2]
    return str(answer["refusal"]["code"] if answer["outcome"] == "refused" else answer["outcome"])
