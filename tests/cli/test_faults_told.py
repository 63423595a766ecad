"""A fault that one command meets: exit code 4, where it is, what is recorded of it; and the others are answered."""

import json
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest

from application.commands.answer import Answer
from cli.giving.answers import Line, lines_of, send
from cli.terminal.exit_codes import ExitCode
from domain.kernel.ledger import Outcome
from domain.people.state import Organisation
from domain.registry.commands import AnyCommand
from queries.visit import Visit
from tests.cli.test_do import contact

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class Door:
    """Records everything but one command, which it meets a fault on; the ledger may have it all the same."""

    def __init__(self, *, recorded: bool) -> None:
        self._recorded = recorded

    async def handle(self, _organisation: str, command: AnyCommand) -> Answer:
        """Fail, or record at position 7."""
        if command.command_id == "b":
            raise KeyError("Zoé est malade")
        return Answer(command_id=command.command_id, outcome="recorded", position=7)

    async def outcome(self, _organisation: str, command_id: str) -> Outcome | None:
        """What the ledger has of it."""
        kept = Outcome(command_id, "p", NOW, "organisation", 8, 9, None)
        return kept if self._recorded else None


@pytest.mark.parametrize(("recorded", "said"), [(True, "position 9"), (False, "Rien n’en est enregistré")])
async def test_the_others_are_answered(
    capsys: pytest.CaptureFixture[str], *, recorded: bool, said: str
) -> None:
    """The fault's own text is not repeated: it may quote what is private."""
    door = Door(recorded=recorded)
    service = cast("Any", SimpleNamespace(one_way_in=door, ledger=door))
    visit = Visit(service, "demo", "p-0123456789ab", Organisation(), NOW)
    code = await send(visit, [Line(1, json.dumps(contact(one))) for one in ("a", "b", "c")])
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code is ExitCode.UNFORESEEN
    assert [one["outcome"] for one in told] == ["recorded", "failed", "recorded"]
    fault = told[1]["refusal"]["message"]["fr"]
    assert said in fault
    assert "test_faults_told.py:" in fault
    assert "Zoé" not in json.dumps(told, ensure_ascii=False)


def _cut(text: str) -> list[tuple[int, str]]:
    return [
        (one.number, one.text.decode() if isinstance(one.text, bytes) else one.text)
        for one in lines_of(text.encode())
    ]


def test_a_file_is_one_object_or_one_per_line() -> None:
    """A line that cannot be read keeps none of the others from being answered, wherever it stands."""
    pretty = json.dumps({"type": "x", "acts": [{"type": "y"}]}, indent=1)
    assert _cut(pretty) == [(1, pretty)]
    assert _cut('{"a": 1\n\n{"b": 2}\n[3]\n') == [(1, '{"a": 1'), (3, '{"b": 2}'), (4, "[3]")]
    assert _cut('\ufeff{"a": 1}\n{"b": 2}') == [(1, '\ufeff{"a": 1}'), (2, '{"b": 2}')]
    assert _cut("{\n") == [(1, "{\n")]
