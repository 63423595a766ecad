"""Envelopes are for whoever holds a role; of the fundings that somebody may not read they tell a sum."""

import pytest

from bootstrap import Service
from domain.envelopes.events import EnvelopeOpened, FundsConsumed, FundsReserved
from domain.kernel.values import Role
from projections.envelopes import EnvelopeFilter
from projections.runner import Runner
from queries.as_of import Then
from queries.envelopes import (
    EnvelopeInFull,
    FundingShare,
    envelope_in_full,
    list_envelopes,
    list_envelopes_then,
)
from queries.refused import Failure
from tests.projections.asking import ENVELOPE, asks
from tests.projections.making import ANNA, CLEO, ORGANISATION, REASON, Writer
from tests.queries.visits import NOBODY, visit_of

HERE, THERE = "occitanie", "grand-est"
NOW = Then()


@pytest.fixture(autouse=True)
async def envelope(writer: Writer, runner: Runner) -> None:
    """An envelope of which two fundings here and one there have something; Anna is of here, Cléo of there."""
    await writer.found((ANNA, Role.PROGRAMME_MANAGER, HERE), (CLEO, Role.PROGRAMME_MANAGER, THERE))
    for name, region in (("une", HERE), ("autre", HERE), ("ailleurs", THERE)):
        await writer.record(f"funding:{name}", asks(cooperation=name, region=region))
    opened = EnvelopeOpened(
        rulebook="tec@1", commitments_cents=1_000, payments_cents=None, fundings_per_year=None, note=REASON
    )
    taken = [FundsReserved(funding=one, cents=100, counts=True) for one in ("une", "autre", "ailleurs")]
    paid = FundsConsumed(funding="autre", payment=1, cents=40)
    await writer.record(f"envelope:{ENVELOPE}", opened, *taken, paid, effective_at="2026-03-01")
    await runner.catch_up(ORGANISATION)


async def seen_by(service: Service, person: str) -> EnvelopeInFull:
    """The envelope in full."""
    return await envelope_in_full(await visit_of(service, person), ENVELOPE, NOW)


async def test_fundings_of_other_regions_are_a_sum(service: Service) -> None:
    """All is told of how much there is, and by name only what one may read."""
    anna, cleo = await seen_by(service, ANNA), await seen_by(service, CLEO)
    assert anna.shares == [
        FundingShare("une", 100, 0),
        FundingShare("autre", 60, 40),
        FundingShare(None, 100, 0),
    ]
    assert cleo.shares == [FundingShare("ailleurs", 100, 0), FundingShare(None, 160, 40)]
    assert anna.line == cleo.line
    assert anna.line.balance_cents == 700


async def test_what_people_wrote_about_a_movement_is_not_told(service: Service) -> None:
    """Who opened it is, as long as they are not forgotten."""
    told = await seen_by(service, ANNA)
    [movement] = told.as_json()["movements"]
    assert {"at", "actor", "type", "commitments_cents"} <= set(movement)
    assert not {"note", "reason", "rulebook"} & set(movement)
    assert told.names == {ANNA: "Anna"}
    await service.vault.erase(ORGANISATION, ANNA)
    assert (await seen_by(service, CLEO)).names == {}


async def test_who_holds_no_role_is_told_nothing(service: Service) -> None:
    """Neither which envelopes there are nor what is in one, today or then."""
    visit = await visit_of(service, NOBODY)
    for asked in (
        list_envelopes(visit, EnvelopeFilter()),
        list_envelopes_then(visit, EnvelopeFilter(), Then(as_of="2026-03-02")),
        envelope_in_full(visit, ENVELOPE, NOW),
    ):
        with pytest.raises(Failure) as refused:
            await asked
        assert refused.value.code == "no-role"


async def test_an_envelope_that_is_not_there_is_refused_by_name(service: Service) -> None:
    """With what shows those that there are."""
    with pytest.raises(Failure) as refused:
        await envelope_in_full(await visit_of(service, ANNA), "tec/grant/1999", NOW)
    assert refused.value.code == "unknown-envelope"


async def test_filters_hold_now_and_then(service: Service) -> None:
    """What the read model answers and what is folded from the ledger is the same."""
    visit = await visit_of(service, ANNA)
    for where, found in (
        (EnvelopeFilter(), 1),
        (EnvelopeFilter(year="2027"), 0),
        (EnvelopeFilter(programme="tec", year="2026"), 1),
    ):
        past = await list_envelopes_then(visit, where, Then(as_of="2026-03-02"))
        assert list((await list_envelopes(visit, where)).rows) == list(past.rows), where
        assert len(past.rows) == found, where
