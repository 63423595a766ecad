"""Who owes what in a review, since when: one row for each person, and one for the chair where it is up to them."""

from datetime import UTC, date, datetime

from domain.files.events import CooperationHeard
from domain.kernel.values import Role
from domain.people.events import RoleRevoked
from domain.reviews.events import (
    DossierRevised,
    MemberRecused,
    OpinionConfirmed,
    OpinionDelegated,
    ReviewConcluded,
)
from domain.tasks.task import Offered, Task
from projections.read import ReadModels
from projections.runner import Runner
from projections.tasks import TaskFilter
from tests.projections.asking import REVIEW, asked, declared, opinion
from tests.projections.making import ANNA, BASILE, CLEO, ORGANISATION, REASON, Writer
from tests.support.scopes import EVERYTHING

TWO, THREE = (BASILE, CLEO), (ANNA, BASILE, CLEO)
NEW_DOSSIER = DossierRevised(dossier=2, documents=(), rests_on=3, note=REASON)


async def beginning(writer: Writer, *members: str) -> None:
    """A cooperation whose jury was asked on 2 March 2026, a Monday."""
    jury = ((one, Role.JURY, "occitanie") for one in THREE)
    await writer.found((CLEO, Role.BOARD, None), (ANNA, Role.PROGRAMME_MANAGER, "occitanie"), *jury)
    await writer.open("bafapatabor", at="2026-01-05")
    await asked(writer, *members)


async def waiting(runner: Runner, read_models: ReadModels, day: str, person: str | None = None) -> list[Task]:
    """What waits in the review at noon of a day."""
    await runner.catch_up(ORGANISATION)
    noon = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
    return [
        one
        for one in (await read_models.tasks(ORGANISATION, EVERYTHING, TaskFilter(noon, person))).rows
        if one.file == REVIEW
    ]


async def kinds(runner: Runner, read_models: ReadModels, day: str, person: str) -> list[str]:
    """The kinds of what waits for somebody in the review."""
    return [one.kind for one in await waiting(runner, read_models, day, person)]


async def test_each_member_is_asked_for_interests_then_for_the_opinion_then_for_nothing(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """From the moment they are invited, due a month later; what one has given, the other still owes."""
    await beginning(writer, *TWO)
    [first] = await waiting(runner, read_models, "2026-03-02", BASILE)
    assert (first.kind, first.subject, first.name_fr) == ("interests", BASILE, "Avis du jury")
    assert (first.since.date(), first.due_on) == (date(2026, 3, 1), date(2026, 4, 2))
    await writer.record(REVIEW, declared(BASILE), actor=BASILE)
    assert await kinds(runner, read_models, "2026-03-03", BASILE) == ["opinion"]
    assert await kinds(runner, read_models, "2026-03-03", CLEO) == ["interests"]
    await writer.record(REVIEW, opinion(BASILE, "favourable"), actor=BASILE)
    assert await kinds(runner, read_models, "2026-03-03", BASILE) == []
    [late] = await waiting(runner, read_models, "2026-04-03", CLEO)
    assert late.overdue


async def test_a_new_version_of_the_dossier_is_to_be_confirmed_by_whoever_has_given_an_opinion(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """The others owe theirs as before; a confirmed one is owed no more."""
    await beginning(writer, *TWO)
    for one in TWO:
        await writer.record(REVIEW, declared(one), actor=one)
    await writer.record(REVIEW, opinion(BASILE, "favourable"), actor=BASILE)
    await writer.record(REVIEW, NEW_DOSSIER, effective_at="2026-03-10")
    [again] = await waiting(runner, read_models, "2026-03-11", BASILE)
    assert (again.kind, again.since.date(), again.due_on) == (
        "confirmation",
        date(2026, 3, 9),
        date(2026, 4, 10),
    )
    assert await kinds(runner, read_models, "2026-03-11", CLEO) == ["opinion"]
    await writer.record(REVIEW, OpinionConfirmed(member=BASILE, dossier=2), actor=BASILE)
    assert await kinds(runner, read_models, "2026-03-11", BASILE) == []


async def test_a_delegate_owes_until_a_day_and_the_member_afterwards(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Delegated until 20 March: on the 20th it is the delegate's, on the 21st the member's, without another event."""
    await beginning(writer, BASILE)
    await writer.record(REVIEW, declared(BASILE), actor=BASILE)
    handed = OpinionDelegated(member=BASILE, to=CLEO, until=date(2026, 3, 20), reason=REASON)
    await writer.record(REVIEW, handed, effective_at="2026-03-05", actor=BASILE)
    days = ("2026-03-20", "2026-03-21")
    assert [await kinds(runner, read_models, day, CLEO) for day in days] == [["interests"], []]
    assert [await kinds(runner, read_models, day, BASILE) for day in days] == [[], ["opinion"]]


async def test_who_is_recused_owes_nothing(writer: Writer, runner: Runner, read_models: ReadModels) -> None:
    """By their own declaration, or by the chair."""
    await beginning(writer, *THREE)
    await writer.record(REVIEW, declared(BASILE, conflict=True), actor=BASILE)
    await writer.record(REVIEW, MemberRecused(member=CLEO, reason=REASON))
    assert await kinds(runner, read_models, "2026-03-03", BASILE) == []
    assert await kinds(runner, read_models, "2026-03-03", CLEO) == []
    assert await kinds(runner, read_models, "2026-03-03", ANNA) == ["interests"]


async def test_a_tie_waits_for_the_chair_and_for_nobody_else(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """One against one, nobody owes: since then it waits for the board; with a majority it waits for nobody."""
    await beginning(writer, ANNA, BASILE)
    for one, verdict in ((ANNA, "favourable"), (BASILE, "unfavourable")):
        await writer.record(REVIEW, declared(one), actor=one)
        await writer.record(REVIEW, opinion(one, verdict), actor=one, effective_at="2026-03-09")
    [tie] = await waiting(runner, read_models, "2026-03-10")
    assert (tie.kind, tie.waits_for, tie.since.date()) == ("conclusion", (CLEO,), date(2026, 3, 8))
    await writer.record(REVIEW, opinion(BASILE, "favourable"), actor=BASILE)
    assert await waiting(runner, read_models, "2026-03-10") == []


async def test_a_tie_while_somebody_owes_waits_for_the_chair_once_every_deadline_has_passed(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Cléo has not answered by 2 April: from the 3rd on her opinion is passed over. She declares first."""
    await beginning(writer, *THREE)
    for one, verdict in ((ANNA, "favourable"), (BASILE, "unfavourable")):
        await writer.record(REVIEW, declared(one), actor=one)
        await writer.record(REVIEW, opinion(one, verdict), actor=one)
    assert await kinds(runner, read_models, "2026-04-03", CLEO) == ["interests"]
    await writer.record(REVIEW, declared(CLEO), actor=CLEO)
    before, after = "2026-04-02", "2026-04-03"
    assert "conclusion" not in await kinds(runner, read_models, before, CLEO)
    assert "conclusion" in await kinds(runner, read_models, after, CLEO)


async def test_those_in_charge_hear_of_late_opinions_and_members_of_their_own_only(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """The ladder's last rung tells the managers; rungs to the jury add no row to what each member owes.

    One sits where two must answer: once the day has passed, those in charge choose how it goes on.
    """
    await beginning(writer, BASILE)
    assert [one.kind for one in await waiting(runner, read_models, "2026-04-02")] == ["interests"]
    rows = await waiting(runner, read_models, "2026-04-10")
    waits_for = [("interests", (BASILE,)), ("quorum", (ANNA,))]
    assert [(one.kind, one.waits_for) for one in rows] == waits_for
    ways = ("ExtendReview", "ReplaceMember", "CancelReview")
    assert tuple(one.command for one in rows[1].offers) == ways
    assert {one.fields["review"] for one in rows[1].offers} == {"avis"}


async def test_a_seat_whose_holder_has_left_waits_to_be_taken(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """For those in charge, while its holder does not hold the role; the answer itself waits for nobody then."""
    await beginning(writer, *TWO)
    left = RoleRevoked(grant="grant-3", reason=REASON)
    assert await kinds(runner, read_models, "2026-03-03", ANNA) == []
    await writer.record("organisation", left)
    assert await kinds(runner, read_models, "2026-03-03", BASILE) == []
    [seat] = await waiting(runner, read_models, "2026-03-03", ANNA)
    assert (seat.kind, seat.subject, seat.waits_for, seat.stranded) == ("vacant-seat", BASILE, (ANNA,), False)
    assert seat.offers == (Offered(command="ReplaceMember", fields={"review": "avis", "member": BASILE}),)


async def test_nothing_waits_while_the_cooperation_sleeps_nor_after_the_end(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Paused with its cooperation; awake again with it; concluded for good."""
    await beginning(writer, BASILE)
    heard = CooperationHeard(status="paused", managers=(ANNA,))
    await writer.record(REVIEW, heard, effective_at="2026-03-05")
    assert await waiting(runner, read_models, "2026-04-10") == []
    await writer.record(REVIEW, heard.model_copy(update={"status": "active"}), effective_at="2026-03-06")
    assert await kinds(runner, read_models, "2026-04-10", BASILE) == ["interests"]
    await writer.record(REVIEW, concluded())
    assert await waiting(runner, read_models, "2026-04-10") == []


def concluded() -> ReviewConcluded:
    """The jury's answer."""
    figures = dict.fromkeys(
        ("effective", "present", "expressed", "favourable", "with_conditions", "unfavourable"), 0
    )
    rest = dict.fromkeys(("abstentions", "silent", "recused", "quorum"), 0)
    return ReviewConcluded.model_validate(
        {"outcome": "favourable", "by": "majority", "dossier": 1, "counts": figures | rest, "opinions": ()}
        | {"points": (), "reasons": None, "would_change": None}
    )
