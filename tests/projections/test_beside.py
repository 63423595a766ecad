"""Lines of reviews, fundings, envelopes; what waits about bank details; histories and agenda of all of them."""

from datetime import UTC, date, datetime

import asyncpg
import pytest

from application.rulebooks.shelf import YamlRulebooks
from domain.bank.events import BankDetailsConfirmed, BankDetailsProposed
from domain.envelopes.events import (
    CarryOverReceived,
    EnvelopeOpened,
    FundsConsumed,
    FundsReleased,
    FundsReserved,
    PaymentCharged,
)
from domain.kernel.event import Event
from domain.kernel.moments import PARIS
from domain.kernel.prose import Prose
from domain.kernel.values import Role
from domain.reviews.events import OpinionDelegated
from eventstore.postgres import PostgresLedger
from projections import partition as share
from projections.agenda import AgendaFilter
from projections.envelopes import EnvelopeLine
from projections.read import ReadModels
from projections.rebuild import rebuild
from projections.runner import Runner
from projections.tasks import TaskFilter
from tests.projections.asking import (
    ENVELOPE,
    FUNDING,
    REVIEW,
    agreement,
    asked,
    declared,
    granted,
    opinion,
    requested,
    signed,
)
from tests.projections.dump import dump
from tests.projections.making import ANNA, BASILE, CLEO, NOW, ORGANISATION, REASON, Writer
from tests.projections.test_runner import with_stumbling
from tests.projections.test_tasks_of_reviews import concluded
from tests.support.postgres import Database
from tests.support.scopes import EVERYTHING

FAR = datetime(2030, 1, 1, tzinfo=UTC)
DETAILS = BankDetailsProposed(
    bank_details=1,
    proposed_by=ANNA,
    holder=Prose(text="Les Rives"),
    iban=Prose(text="FR7630006000011234567890189"),
    bic=None,
)


async def all_kinds(writer: Writer) -> int:
    """A cooperation, its review, its funding, an envelope and bank details."""
    await writer.found((BASILE, Role.FINANCE_OFFICER, "occitanie"), (ANNA, Role.FINANCE_OFFICER, None))
    await writer.open("bafapatabor", at="2026-01-05")
    await asked(writer, BASILE, CLEO)
    await writer.record(REVIEW, declared(BASILE), opinion(BASILE, "favourable"), actor=BASILE)
    await writer.record(f"envelope:{ENVELOPE}", *filled())
    await requested(writer)
    await writer.record(FUNDING, granted(), agreement("rives"), signed("rives", complete=True))
    return await writer.record("account:w123456789", DETAILS)


def filled() -> tuple[Event, ...]:
    """An envelope of 100 000 €, and 2 000 € from the year before; of 15 000 € set aside 5 000 € are paid."""
    return (
        EnvelopeOpened(
            rulebook="tec@1",
            commitments_cents=10_000_000,
            payments_cents=None,
            fundings_per_year=4,
            note=None,
        ),
        CarryOverReceived(source="tec/grant/2025", cents=200_000),
        FundsReserved(funding="aide", cents=1_500_000, counts=True),
        FundsConsumed(funding="aide", payment=1, cents=500_000),
        PaymentCharged(funding="aide", payment=1, cents=500_000),
    )


async def test_a_review_is_told_with_its_question_panel_and_how_far_it_is(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Two sit, one has answered; delegates are involved; ended, the minutes' figures stay."""
    await all_kinds(writer)
    handed = OpinionDelegated(member=CLEO, to=ANNA, until=date(2026, 3, 20), reason=REASON)
    await writer.record(REVIEW, handed, effective_at="2026-03-05")
    await runner.catch_up(ORGANISATION)
    [line] = (await read_models.reviews(ORGANISATION, EVERYTHING)).rows
    assert (line.file, line.cooperation, line.question_fr, line.panel_en, line.mode) == (
        REVIEW,
        "bafapatabor",
        "Avis du jury",
        "Small jury",
        "advisory",
    )
    assert (line.status, line.effective, line.present, line.quorum, line.ended_at) == ("open", 2, 1, 2, None)
    assert (line.involved, line.next_due_on) == ((BASILE, CLEO, ANNA), date(2026, 4, 7))
    await writer.record(REVIEW, concluded(), effective_at="2026-03-09")
    await runner.catch_up(ORGANISATION)
    [line] = (await read_models.reviews(ORGANISATION, EVERYTHING)).rows
    assert (line.status, line.ended_at, line.next_due_on) == ("favourable", "2026-03-09", None)
    assert (line.effective, line.present) == (0, 0), "as the minutes say"


async def test_a_funding_is_told_with_what_was_asked_for_granted_and_set_aside(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Asked for, nothing is granted yet; granted, all of it is set aside."""
    await writer.found()
    await writer.open("bafapatabor", at="2026-01-05")
    await requested(writer)
    await runner.catch_up(ORGANISATION)
    [line] = (await read_models.fundings(ORGANISATION, EVERYTHING)).rows
    assert (line.status, line.requested_cents, line.granted_cents) == ("requested", 1_500_000, None)
    assert (line.instrument_fr, line.beneficiary, line.eligible) == ("Subvention", "Les Rives", True)
    assert (line.next_deadline, line.next_due_on) == ("decision", date(2026, 5, 2))
    await writer.record(FUNDING, granted(), effective_at="2026-03-16")
    await runner.catch_up(ORGANISATION)
    [line] = (await read_models.fundings(ORGANISATION, EVERYTHING)).rows
    assert (line.status, line.granted_cents, line.reserved_cents) == ("granted", 1_500_000, 1_500_000)
    assert (line.decided_at, line.paid_cents) == ("2026-03-16", 0)


async def test_an_envelope_is_told_with_what_is_set_aside_paid_and_free(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """102 000 € in all: 10 000 € set aside, 5 000 € paid, 87 000 € free; then 10 000 € come back."""
    await all_kinds(writer)
    await runner.catch_up(ORGANISATION)
    [line] = (await read_models.envelopes(ORGANISATION, EVERYTHING)).rows
    assert line == EnvelopeLine(
        envelope=ENVELOPE,
        programme="tec",
        instrument="grant",
        fast_track=False,
        year="2026",
        rulebook="tec@1",
        allotted_cents=10_200_000,
        carried_in_cents=200_000,
        carried_out_cents=0,
        reserved_cents=1_000_000,
        consumed_cents=500_000,
        balance_cents=8_700_000,
        fundings=1,
        fundings_per_year=4,
        payments_cents=None,
        paid_cents=500_000,
    )
    await writer.record(f"envelope:{ENVELOPE}", FundsReleased(funding="aide", cents=1_000_000))
    await runner.catch_up(ORGANISATION)
    [line] = (await read_models.envelopes(ORGANISATION, EVERYTHING)).rows
    assert (line.reserved_cents, line.balance_cents) == (0, 9_700_000)


async def test_proposed_bank_details_wait_for_a_finance_officer_of_any_region_but_who_proposed_them(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Anna proposed them: they wait for Basile; confirmed, for nobody."""
    await all_kinds(writer)
    await runner.catch_up(ORGANISATION)
    assert ("bank-details", "1") not in {
        (one.kind, one.subject)
        for one in (await read_models.tasks(ORGANISATION, EVERYTHING, TaskFilter(FAR, ANNA))).rows
    }
    [task] = [
        one
        for one in (await read_models.tasks(ORGANISATION, EVERYTHING, TaskFilter(FAR))).rows
        if one.kind == "bank-details"
    ]
    assert (task.file, task.waits_for, task.since) == ("account:w123456789", (BASILE,), NOW)
    await writer.record("account:w123456789", BankDetailsConfirmed(bank_details=1, note=None), actor=BASILE)
    await runner.catch_up(ORGANISATION)
    assert "bank-details" not in {
        one.kind for one in (await read_models.tasks(ORGANISATION, EVERYTHING, TaskFilter(FAR))).rows
    }


async def test_a_cooperation_tells_what_its_reviews_and_fundings_lived_and_they_tell_it_alone(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """In the order of recording, each entry by the file that it belongs to."""
    await all_kinds(writer)
    await runner.catch_up(ORGANISATION)
    told = await read_models.timeline(ORGANISATION, "bafapatabor", PARIS)
    assert [one.position for one in told] == sorted(one.position for one in told)
    assert {one.file for one in told} == {"bafapatabor", REVIEW, FUNDING}
    own = await read_models.timeline(ORGANISATION, REVIEW, PARIS)
    assert [one.type for one in own] == ["ReviewOpened", "InterestsDeclared", "OpinionGiven"]
    assert [one for one in told if one.file == REVIEW] == list(own)
    envelope = await read_models.timeline(ORGANISATION, f"envelope:{ENVELOPE}", PARIS)
    assert [one.entry for one in envelope] == [1, 2, 3, 4, 5]
    account = await read_models.timeline(ORGANISATION, "account:w123456789", PARIS)
    assert [one.type for one in account] == ["BankDetailsProposed"]


async def test_the_agenda_has_the_deadlines_of_all_kinds_of_files(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """By their keys, soonest first."""
    await all_kinds(writer)
    await runner.catch_up(ORGANISATION)
    lines = (
        await read_models.agenda(ORGANISATION, EVERYTHING, AgendaFilter(datetime(2026, 10, 1, tzinfo=UTC)))
    ).rows
    assert [(one.file, one.deadline, one.due_on) for one in lines] == [
        (REVIEW, "opinions", date(2026, 4, 2)),
        ("bafapatabor", "inactivity", date(2026, 7, 5)),
        (FUNDING, "condition", date(2026, 9, 1)),
        (FUNDING, "report", date(2026, 9, 2)),
    ]


@pytest.fixture(params=[1, 2, 5, 200])
def page_size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of one size after the other."""
    monkeypatch.setattr(share, "PAGE", request.param)
    monkeypatch.setattr(share, "SLICE", 2)


@pytest.mark.usefixtures("page_size")
async def test_a_rebuild_gives_the_rows_that_following_gave(
    writer: Writer,
    runner: Runner,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    database: Database,
) -> None:
    """Whatever the size of its pages: streams of every kind, each read from its beginning to its end."""
    await all_kinds(writer)
    await runner.catch_up(ORGANISATION)
    followed = await dump(database)
    assert all(followed[table] for table in ("reviews", "fundings", "envelopes", "tasks"))
    await rebuild(pool, ledger, rulebooks)
    assert await dump(database) == followed


@pytest.mark.parametrize("name", ["reviews", "fundings", "envelopes", "tasks"])
async def test_an_event_that_one_of_them_cannot_fold_stops_that_one_only(
    name: str,
    writer: Writer,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    read_models: ReadModels,
) -> None:
    """It says where; the others come to the end."""
    head = await all_kinds(writer)
    await Runner(pool, ledger, rulebooks, with_stumbling(name, head)).catch_up(ORGANISATION)
    places = {one.model: (one.position, one.stopped_at) for one in await read_models.progress(ORGANISATION)}
    assert places.pop(name) == (head - 1, head)
    assert set(places.values()) == {(head, None)}


async def test_read_models_hold_no_bank_details(writer: Writer, runner: Runner, database: Database) -> None:
    """Account numbers and their holders lie in the vault alone."""
    await all_kinds(writer)
    await runner.catch_up(ORGANISATION)
    rows = str(await dump(database))
    assert "w123456789" in rows
    assert "FR7630006000011234567890189" not in rows
    assert "Une raison" not in rows
