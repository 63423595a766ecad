"""Three years of a programme that is none of those that ship, in which people only do what their tasks tell them to.

Two reviews, one answered by silence; a panel that decides; assemblies again and again; a pause, an extension, a request
to abandon.
"""

from datetime import datetime, timedelta
from typing import Any

import pytest

from application.commands.import_files import person_of
from application.rehearsal.cast import sheet
from application.rehearsal.scenario import at_office_hour
from domain.cooperations.events.lifecycle import AbandonmentSettled, CooperationPaused, PhaseEntered
from domain.files.act_events import ActPerformed
from domain.files.events import DeadlineExtended, SilenceCounted
from domain.fundings.events.requests import FundingClosed, FundingGranted
from domain.people.state import Organisation
from domain.reviews.events import ReviewConcluded
from domain.tasks.task import TaskLine
from tests.life.panels import RULEBOOKS
from tests.rehearsal.by_tasks import Incident, TaskLife
from tests.rehearsal.staging import stage_of

MANAGER, FINANCE, BOARD = map(person_of, ("manager", "finance-officer", "board"))
IBAN = "FR7630006000011234567890189"


def lived() -> TaskLife:
    """The life, to its end."""
    rulebook = RULEBOOKS.current(Organisation(), "acting")
    assert rulebook
    stage = stage_of(rulebook, "nominal", years=5)
    opening = sheet(rulebook, stage.cast, stage.region, stage.beginning)

    def on(days: int) -> datetime:
        day = (stage.beginning + timedelta(days=days)).date()
        return at_office_hour(day, stage.beginning)

    def opens(year: int) -> dict[str, Any]:
        return {
            "type": "OpenEnvelope",
            "envelope": f"acting/aid/{year}",
            "commitments_cents": 5_000_000,
        }

    managers = [person_of(one) for one in opening["managers"]]
    incidents: list[Incident] = [
        (on(0), MANAGER, {**opening, "managers": managers}),
        *((on(1), BOARD, opens(year)) for year in (2027, 2028, 2029)),
        (on(130), MANAGER, {"type": "PauseCooperation", "reason": "Une crue."}),
        (
            on(260),
            FINANCE,
            {
                "type": "ProposeBankDetails",
                "account": "73282932000074",
                "holder": "Rives",
                "iban": IBAN,
            },
        ),
        (
            on(300),
            MANAGER,
            {
                "type": "ExtendDeadline",
                "deadline": "assembly",
                "until": on(480).date(),
                "reason": "La salle est prise.",
            },
        ),
        (on(420), MANAGER, {"type": "RequestAbandonment", "reason": "Plus personne."}),
    ]

    def ignores(line: TaskLine, _person: str) -> bool:
        """The jury is silent about the territory; the file sleeps for two months; phases last as they are meant to."""
        now, file = lives.world.now, lives.world.file
        silent = line.kind in ("interests", "opinion") and "territory" in line.file
        asleep = line.kind == "asleep" and now < on(190)
        left = on(1100) if file and file.current.phase == "experimentation" else on(500)
        return silent or asleep or (line.kind == "gate-complete" and now < left)

    lives = TaskLife(stage, ignores, incidents)
    lives.live()
    return lives


@pytest.fixture(scope="module")
def life() -> TaskLife:
    """Lived once."""
    return lived()


def test_it_reaches_its_end(life: TaskLife) -> None:
    """Completed, with its money paid, after everything that was to happen in it."""
    file = life.world.file
    assert file
    assert file.status == "closed", [(line.kind, line.subject) for line, _ in life.waiting()]
    events = [one.event for one in life.world.told]
    happened = {type(one) for one in events}
    assert happened >= {
        AbandonmentSettled,
        CooperationPaused,
        DeadlineExtended,
        FundingClosed,
        FundingGranted,
        ReviewConcluded,
        SilenceCounted,
    }
    assert [one.phase for one in events if isinstance(one, PhaseEntered)] == [
        "exploration",
        "diagnosis",
        "experimentation",
    ]
    acts = {one.does for one in events if isinstance(one, ActPerformed)}
    assert acts == {
        "open-review",
        "ask-for",
        "advance",
        "put-to-decision",
        "record-decision",
        "ask-for-tranche",
    }


def test_nobody_ever_waits_in_the_dark(life: TaskLife) -> None:
    """At no instant does a file stand still in which nobody has a task and the service has nothing ahead."""
    assert life.still == []
