"""Lines of money in a history: told where they are asked for, to those who read each of them anyway."""

from datetime import date

import pytest

from bootstrap import Service
from domain.kernel.values import Role
from domain.people.events import RoleGranted
from projections.runner import Runner
from queries.as_of import Then
from queries.history_part import HistoryFilter, HistoryPart, Place, history_part
from queries.lists import caught_up
from tests.projections.asking import ENVELOPE
from tests.projections.making import BASILE, CLEO, ORGANISATION, Writer
from tests.projections.test_money_lines import money_moved
from tests.queries.visits import visit_of

LINES = HistoryFilter(lines=True)
ENVELOPE_LINES = {"FundsReserved", "FundsConsumed", "PaymentCharged"}


@pytest.fixture(autouse=True)
async def money(writer: Writer, runner: Runner) -> None:
    """Anna and Basile read bank details; Cléo, a programme manager, does not."""
    await money_moved(writer)
    seated = RoleGranted(
        grant="manager",
        person=CLEO,
        role=Role.PROGRAMME_MANAGER,
        region=None,
        since=date(2020, 1, 1),
        until=None,
    )
    await writer.record("organisation", seated)
    await runner.catch_up(ORGANISATION)


async def part(service: Service, person: str, where: HistoryFilter = LINES) -> HistoryPart:
    """What somebody sees of the history of the cooperation."""
    visit = await visit_of(service, person)
    await caught_up(visit)
    return await history_part(visit, "bafapatabor", Then(), where, Place())


def lines(found: HistoryPart) -> set[str]:
    """The types of its lines of money."""
    return {one.type for one in found.history.entries if one.of_money}


async def test_they_are_told_where_they_are_asked_for(service: Service) -> None:
    """Otherwise the funding tells of its money itself."""
    assert lines(await part(service, BASILE)) == ENVELOPE_LINES | {"BankDetailsProposed", "PaymentFileIssued"}
    assert lines(await part(service, BASILE, HistoryFilter())) == set()


async def test_of_the_bank_is_told_to_those_alone_who_read_bank_details(service: Service) -> None:
    """Of envelopes to whoever holds a role."""
    assert lines(await part(service, CLEO)) == ENVELOPE_LINES


async def test_nothing_of_numbers_or_of_payments_of_others_is_told(service: Service) -> None:
    """A file for the bank pays others too; what an account's holder and number are, its own page shows."""
    found = {one.type: one.details for one in (await part(service, BASILE)).history.entries if one.of_money}
    assert set(found["BankDetailsProposed"]) == {"bank_details", "proposed_by"}
    assert [one["funding"] for one in found["PaymentFileIssued"]["payments"]] == ["aide"]


async def test_an_envelope_stays_without_what_others_have_of_it(service: Service) -> None:
    """Nor what came and went as a whole."""
    entries = (await part(service, BASILE)).history.entries
    assert {one.details["funding"] for one in entries if one.file == f"envelope:{ENVELOPE}"} == {"aide"}
