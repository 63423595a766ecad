"""What one decision rests on was read at one position, or it is decided again; a fault concerns one command only."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from application.commands.decider import Decider
from domain.files.setting import Happening, State
from domain.kernel.ledger import StoredEvent
from domain.kernel.refusal import Refusal
from domain.registry.commands import AnyCommand
from tests.application.house import FOUNDER, HOUSE, SHEET, House, command, lesson
from tests.application.test_assessment_of_reviews import JURORS, RULEBOOKS
from tests.life.test_fundings import request


@pytest.fixture
async def house() -> House:
    """A house whose file may be funded; a juror holds the role that decides."""
    made = House(rulebooks=RULEBOOKS)
    await made.found()
    about = {"name": "Ada", "email": "juror@example.org"}
    await made.recorded(command("RegisterPerson", "person/ada", FOUNDER, **about))
    await made.recorded(command("GrantRole", "role/ada", FOUNDER, person=JURORS[0], role="board"))
    sheet: dict[str, Any] = {**SHEET, "programme": "advice"}
    await made.recorded(command("OpenCooperation", "open", cooperation="rives", **sheet))
    return made


async def test_a_decision_on_what_another_process_asked_for_is_taken(house: House) -> None:
    """A process that keeps the cooperation as it was before the request does not know of the funding at all."""
    await house.recorded(lesson(1))
    other = House(house.ledger, house.memory, RULEBOOKS)
    await other.recorded(
        command("RequestFunding", "ask", funding="aide", cooperation="rives", request=request())
    )
    reasons = {"points": ["too_early"], "reasons": "Trop tôt", "would_change": "Un collectif"}
    decide = {"funding": "aide", "decision": "refused", **reasons}
    answer = await house.recorded(command("DecideFunding", "decide", JURORS[0], **decide))
    assert answer.events[-1] == "FundingAnswered"


class Faulty(Decider):
    """Fails on one command, as often as it is told."""

    culprit, failures = "", 0

    def decide(
        self, command: AnyCommand, states: Mapping[str, State], now: datetime, holder: str | None = None
    ) -> tuple[Happening, ...] | Refusal:
        """What the command gives, unless it is the culprit."""
        if command.command_id == Faulty.culprit and Faulty.failures:
            Faulty.failures -= 1
            raise KeyError("aide")
        return super().decide(command, states, now, holder)


@pytest.mark.parametrize(("failures", "fails"), [(1, False), (2, True)])
async def test_a_fault_is_told_to_whoever_met_it_and_the_others_are_answered(
    house: House, monkeypatch: pytest.MonkeyPatch, *, failures: int, fails: bool
) -> None:
    """Decided apart before it counts as one; afterwards the same process decides the same command."""
    monkeypatch.setattr("application.commands.one_way_in.Decider", Faulty)
    faulty = House(house.ledger, house.memory, RULEBOOKS)
    asked = [lesson(number) for number in range(5)]
    monkeypatch.setattr(Faulty, "culprit", asked[2].command_id)
    monkeypatch.setattr(Faulty, "failures", failures)
    answers = await asyncio.gather(*(faulty.way.handle(HOUSE, one) for one in asked), return_exceptions=True)
    assert [isinstance(one, KeyError) for one in answers] == [False, False, fails, False, False]
    again = await faulty.recorded(asked[2])
    assert again.repeated is not fails
    assert len([one for one in house.book.outcomes if one.startswith("lesson/")]) == len(asked)


async def test_a_file_that_cannot_be_folded_stops_nobody_else(house: House) -> None:
    """A later release may have written in it what this one cannot read."""
    await house.recorded(command("OpenCooperation", "open-2", cooperation="autre", **_SHEET))
    stream = house.book.streams["cooperation:autre"]
    stream[-1] = _of_a_later_release(stream[-1])
    fresh = House(house.ledger, house.memory, RULEBOOKS)
    asked = [lesson(1, "autre"), lesson(2), lesson(3)]
    answers = await asyncio.gather(*(fresh.way.handle(HOUSE, one) for one in asked), return_exceptions=True)
    assert [type(one).__name__ for one in answers] == ["KeyError", "Answer", "Answer"]


_SHEET: dict[str, Any] = {**SHEET, "programme": "advice"}


def _of_a_later_release(stored: StoredEvent) -> StoredEvent:
    return replace(stored, body=stored.body.replace(b'"type":"PhaseEntered"', b'"type":"PhaseDreamt"'))
