"""The portfolio and the sheet say where each cooperation stands."""

from datetime import date

from application.rulebooks.shelf import YamlRulebooks
from domain.cooperations.events.file import CommitmentRecorded, StakeholderAdded
from domain.cooperations.events.lifecycle import CooperationPaused
from domain.cooperations.events.record import ContactRecorded, GateItemDeclared
from domain.kernel.values import ContactKind, Term
from eventstore.postgres import PostgresLedger
from projections.portfolio_pages import PortfolioFilter
from projections.read import ReadModels
from projections.runner import Runner
from tests.projections.making import ANNA, BASILE, ORGANISATION, REASON, Writer
from tests.projections.sheets import sheet_now
from tests.support.scopes import EVERYTHING


async def test_the_portfolio_has_one_line_for_each_cooperation(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Each file stands in it once, with its phase, its managers and its soonest deadline."""
    await writer.found()
    await writer.open("bafapatabor", at="2026-01-05")
    contact = ContactRecorded(kind=ContactKind.MEETING, stakeholders=(), note=None)
    last = await writer.record("cooperation:bafapatabor", contact, effective_at="2026-02-02")
    await writer.open("citees", region="paca-corse", managers=(ANNA,))
    await runner.catch_up(ORGANISATION)
    first, second = (await read_models.portfolio(ORGANISATION, EVERYTHING)).rows
    assert (first.file, second.file) == ("bafapatabor", "citees")
    assert (first.phase, first.pass_number, first.entered_at) == ("exploration", 1, "2026-01-05")
    assert first.managers == (ANNA, BASILE)
    assert first.last_contact_at == "2026-02-02"
    assert (first.next_deadline, first.next_due_on) == ("inactivity", date(2026, 8, 2))
    assert first.position == last


async def test_the_portfolio_is_filtered_by_region_and_status(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Region and status narrow the list, together or alone."""
    await writer.found()
    await writer.open("awake")
    await writer.open("asleep", CooperationPaused(reason=REASON))
    await writer.open("elsewhere", region="paca-corse")
    await runner.catch_up(ORGANISATION)

    async def files(region: str | None = None, status: str | None = None) -> set[str]:
        return {
            line.file
            for line in (
                await read_models.portfolio(
                    ORGANISATION, EVERYTHING, PortfolioFilter(region=region, status=status)
                )
            ).rows
        }

    assert await files() == {"awake", "asleep", "elsewhere"}
    assert await files(region="occitanie") == {"awake", "asleep"}
    assert await files(status="paused") == {"asleep"}
    assert await files(region="paca-corse", status="paused") == set()


async def test_the_sheet_holds_all_that_holds_now(
    writer: Writer, ledger: PostgresLedger, rulebooks: YamlRulebooks
) -> None:
    """Stakeholders, commitments, gate and deadlines; private texts only as places in the vault."""
    await writer.found()
    amae = StakeholderAdded(
        stakeholder="amae",
        name="AMAE",
        sector="association",
        role="Formation technique",
        term=Term(until=date(2026, 12, 31)),
        carries_the_money=True,
    )
    line = CommitmentRecorded(party="amae", toward=None, expects=REASON, brings=REASON)
    declared = GateItemDeclared(item="qualified_contacts", evidence=(), note=None)
    await writer.open("bafapatabor", amae, line, declared)
    sheet = await sheet_now(ledger, rulebooks, "cooperation:bafapatabor")
    assert [one.name for one in sheet.stakeholders] == ["AMAE"]
    assert sheet.commitments[0].expects.text is None
    assert sheet.commitments[0].expects.vault is not None
    assert {one.item: one.held for one in sheet.gate} == {
        "qualified_contacts": "met",
        "territory_criteria": "missing",
        "opinion": "missing",
        "go": "missing",
    }
    assert [(one.deadline, one.due_on) for one in sheet.deadlines] == [
        ("inactivity", date(2026, 7, 5)),
        ("role_term", date(2026, 12, 31)),
        ("go_decision", date(2027, 1, 5)),
    ]
