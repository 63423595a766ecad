"""What waits while a panel is asked: for those in charge to ask it, for it to answer, for who records what it said."""

from datetime import UTC, date, datetime

from domain.fundings.events.requests import FundingRevised
from domain.kernel.moments import PARIS, start_of
from domain.kernel.values import Role
from domain.reviews.events import Invited
from domain.tasks.task import Offered
from language import speaking
from projections.read import ReadModels
from projections.runner import Runner
from projections.tasks import TaskFilter
from tests.projections.asking import REVIEW, asks, opened
from tests.projections.making import ANNA, CLEO, ORGANISATION, REASON, Writer
from tests.projections.test_tasks_of_fundings import Course, heard
from tests.support.scopes import EVERYTHING
from wording.punctuation import quoted
from wording.tasks import task_said


async def test_above_the_first_level_a_decision_waits_for_the_panel_of_the_next(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """20 000,01 €: those in charge ask the committee, it answers, whoever sits on it records what it answered.

    Its members come from any region. What it answered before the request was revised counts no more.
    """
    course = Course(writer, runner, read_models)
    await course.begin(2_000_001)
    [ask] = await course.tasks("2026-03-03")
    assert (ask.kind, ask.subject, ask.waits_for) == ("review-to-ask", "grant_decision", (ANNA,))
    question = {"cooperation": "bafapatabor", "question": "grant_decision", "funding": "aide"}
    assert ask.offers == (
        Offered(command="OpenReview", fields={"review": "aide-grant-decision", **question}),
    )
    await course.then("2026-03-04", heard(None))
    assert await course.waits("2026-03-04") == {("awaited", "grant"): ()}
    await course.then("2026-03-09", heard("favourable"))
    [record] = await course.tasks("2026-03-09")
    assert (record.kind, record.waits_for, record.since) == (
        "decision",
        (CLEO,),
        start_of(date(2026, 3, 9), PARIS),
    )
    answer = {"funding": "aide", "review": "avis", "decision": "granted"}
    assert record.offers == (Offered(command="DecideFunding", fields=answer),)
    asked_again = FundingRevised(dossier=2, request=asks(2_500_000).request, reason=REASON)
    await course.then("2026-03-10", asked_again)
    assert ("review-to-ask", "grant_decision") in await course.waits("2026-03-10")


async def test_what_a_panel_is_asked_is_expected_of_those_who_owe_it_by_the_day_they_have(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """In the list of all that waits; nobody in charge has anything to do about it."""
    course = Course(writer, runner, read_models)
    await course.begin(2_000_001)
    seat = Invited(person=CLEO, role=Role.STEERING_COMMITTEE, of="organisation")
    question = {"question": "grant_decision", "panel": "committee", "funding": "aide"}
    await writer.record(REVIEW, opened(**question, members=(seat,)), effective_at="2026-03-04")
    await course.then("2026-03-04", heard(None))
    [awaited] = [one for one in await course.tasks("2026-03-05") if one.kind == "awaited"]
    assert (awaited.waits_for, awaited.due_on, awaited.offers) == ((CLEO,), date(2026, 4, 7), ())
    with speaking("fr"):
        assert task_said(awaited, {}) == f"attendu de {quoted('Comité').fr}\u00a0: Subvention"
    for person in (ANNA, CLEO):
        noon = datetime(2026, 3, 5, 12, tzinfo=UTC)
        found = await read_models.tasks(ORGANISATION, EVERYTHING, TaskFilter(noon, person))
        assert "awaited" not in {one.kind for one in found.rows}
