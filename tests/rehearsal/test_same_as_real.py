"""A rehearsal shows what the real stack does under the simulated clock: every due date, rung and recipient."""

from typing import get_args

from application.commands.import_files import person_of
from application.rehearsal.life import Life
from application.rehearsal.rehearsing import rehearse
from config import Settings
from domain.cooperations.events.file import ManagersChanged
from domain.cooperations.events.lifecycle import CooperationPaused, PhaseEntered
from domain.files.events import (
    CooperationHeard,
    DeadlineExtended,
    ReminderIssued,
    ReminderOvertaken,
    SilenceCounted,
)
from domain.fundings.events.payments import PaymentConfirmed
from domain.fundings.events.requests import FundingClosed
from domain.kernel.ids import file_of
from domain.kernel.recorded import Recorded
from domain.people.events import OutageRecorded
from domain.reviews.events import ReviewCancelled, ReviewConcluded
from domain.rulebook.funding import StepName
from tests.life.panels import RULEBOOKS as ACTING
from tests.rehearsal.playing import RealLife, stage_of, told

EVENTFUL = (
    ReviewConcluded,
    ReviewCancelled,
    FundingClosed,
    PaymentConfirmed,
    CooperationHeard,
    CooperationPaused,
    DeadlineExtended,
    ManagersChanged,
    OutageRecorded,
    ReminderOvertaken,
    SilenceCounted,
)


async def test_what_is_rehearsed_is_what_is_lived(settings: Settings) -> None:
    """Through a pause, an extension, holidays, a going back, outages, silences and a handover, on real servers."""
    stage = stage_of("every-kind", "a-full-life.yaml")
    rehearsed = Life(stage)
    rehearsed.live()
    real = RealLife(settings, stage)
    await real.play(rehearsed.given)

    assert told(real.history) == told(rehearsed.world.told)
    for at, due in real.due.items():
        shown = {occurrence: one.due.day for occurrence, one in rehearsed.dues.open_at(at).items()}
        assert due == shown, at


def test_the_life_that_is_compared_has_everything_in_it() -> None:
    """What does not happen in it would prove nothing."""
    life = Life(stage_of("every-kind", "a-full-life.yaml"))
    life.live()
    events = [one.event for one in life.world.told]
    assert {type(one) for one in events} >= set(EVENTFUL)
    assert "back" in {one.way for one in events if isinstance(one, PhaseEntered)}
    assert {one.late for one in events if isinstance(one, ReminderIssued)} == {True, False}
    due = {(file, occurrence.partition("/")[0]) for file, occurrence in life.dues.seen}
    rules = {("rehearsal", one.deadline) for one in life.stage.rulebook.deadlines}
    of_reviews = {("review:avis", "opinions"), ("review:avis", "confirmation"), ("review:encore", "opinions")}
    steps = {("funding:aide", one) for one in (*get_args(StepName), "report")}
    assert due == rules | of_reviews | steps | {("funding:coup", "decision")}
    reasons = {move.rule for seen in life.dues.seen.values() for move in seen.last.moves}
    assert reasons == {"continue", "restart", None}
    assert any("a holiday" in why.en for row in rehearse(life.stage).rows for why in row.why)


def test_the_rows_of_a_rehearsal_are_what_its_life_told() -> None:
    """Each claim is a recipient of a row, each silence a row, and nothing else."""
    stage = stage_of("every-kind", "a-full-life.yaml")
    life, rows = Life(stage), rehearse(stage).rows
    life.live()
    sent = sorted(
        (row.at, row.file, row.occurrence, row.rung, person_of(one.person or ""), str(one.role), row.late)
        for row in rows
        if row.kind in ("reminder", "escalation", "told")
        for one in row.to
    )
    assert sent == sorted(_claims(life.world.told))
    counted = [
        (one.recorded_at, file_of(one.stream), one.event.occurrence, one.event)
        for one in life.world.told
        if isinstance(one.event, SilenceCounted)
    ]
    silent = [(row.at, row.file, row.occurrence, row.event) for row in rows if row.kind == "silence"]
    assert silent == sorted(counted, key=lambda one: one[:3]), "rows of one instant are read by their files"
    assert [one[0] for one in counted] == [one[0] for one in silent]


def _claims(history: list[Recorded]) -> list[tuple[object, ...]]:
    return [
        (
            one.recorded_at,
            file_of(one.stream),
            claim.occurrence,
            claim.rung,
            claim.recipient,
            str(claim.role),
            claim.late,
        )
        for one in history
        if isinstance(claim := one.event, ReminderIssued)
    ]


async def test_acts_are_done_as_rehearsed(settings: Settings) -> None:
    """Asked, refused, tried again, announced, held back, decided, late, silent in a pause: the same on real servers."""
    stage = stage_of("acting", "acts.yaml", ACTING, years=1)
    rehearsed = Life(stage)
    rehearsed.live()
    real = RealLife(settings, stage, ACTING)
    await real.play(rehearsed.given)

    assert told(real.history) == told(rehearsed.world.told)
    for at, due in real.due.items():
        shown = {occurrence: one.due.day for occurrence, one in rehearsed.dues.open_at(at).items()}
        assert due == shown, at
