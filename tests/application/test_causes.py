"""What each event follows from: the command, the entry that made it due, or what another file recorded."""

import asyncio
import json

from domain.kernel.ids import conclusion_command_id
from domain.registry.commands import AnyCommand
from tests.application.house import House, command
from tests.application.test_assessment_of_reviews import JURORS, answered, house

__all__ = ["house"]
CONCLUDE = command("ConcludeReview", conclusion_command_id("avis", "conclusion/e5"), "escale", review="avis")


def causes(house: House, asked: AnyCommand) -> dict[str, str]:
    """By type of event, what those of a command follow from."""
    bodies = [json.loads(one.body) for one in house.book.events]
    return {one["type"]: one["cause"] for one in bodies if one["command_id"] == asked.command_id}


async def test_a_conclusion_follows_from_the_last_opinion_and_what_is_told_of_it_from_the_conclusion(
    house: House,
) -> None:
    """The review's own event from what made it due; the cooperation's from the review's."""
    await answered(house)
    await house.recorded(CONCLUDE)
    assert causes(house, CONCLUDE) == {"ReviewConcluded": "review:avis#5", "ReviewAnswered": "review:avis#6"}


async def test_what_follows_from_an_opinion_of_the_same_batch_names_it_too(house: House) -> None:
    """It has no position yet when that is decided."""
    for juror in JURORS:
        declared = {"review": "avis", "conflict": False}
        await house.recorded(command("DeclareInterests", f"declare/{juror}", juror, **declared))
    given = {"review": "avis", "opinion": "favourable", "dossier": 1}
    opinions = [command("GiveOpinion", f"give/{juror}", juror, **given) for juror in JURORS]
    answers = await asyncio.gather(*(house.do(one) for one in (*opinions, CONCLUDE)))
    assert {one.outcome for one in answers} == {"recorded"}
    assert causes(house, CONCLUDE)["ReviewConcluded"] == "review:avis#5"


async def test_what_a_review_hears_of_a_pause_follows_from_the_pause(house: House) -> None:
    """The pause itself from its command."""
    pause = command("PauseCooperation", "pause", cooperation="rives", reason="Été.")
    await house.recorded(pause)
    entry = (await house.file()).entry
    assert causes(house, pause) == {
        "CooperationPaused": "pause",
        "CooperationHeard": f"cooperation:rives#{entry}",
    }
