"""Fundings as people and programs read them: a list, and one in full."""

from functools import partial

from cli.fundings.drawing import draw
from cli.terminal.drawing import note_simulation, write_table
from cli.terminal.output import write_json
from cli.terminal.session import visiting
from domain.fundings.state import Funding
from domain.kernel.ids import funding_stream
from language import Text, say, t
from projections.fundings import FundingFilter, FundingLine, funding_line
from queries.as_of import Then
from queries.dossiers import closed_files
from queries.funding import funding_content
from queries.lists import caught_up, theirs, whole, write_rows
from queries.own_names import own_names_of
from queries.private_text import reveal
from queries.refused import Failure, FailureKind
from queries.visit import Visit, reached, simulated
from wording.amounts import euros
from wording.details import called
from wording.values import word


async def many(then: Then, person: str, organisation: str, *, as_json: bool) -> None:
    """The fundings that the person may read, by cooperation."""
    async with visiting(organisation, person) as visit:
        async with reached():
            behind = await caught_up(visit)
        shown = await _then(visit, then) if then else await _now(visit)
    if as_json:
        write_rows(visit, behind, shown, then.as_json())
        return
    note_simulation(visit, behind)
    heads = (
        t("financement", "funding"),
        t("dossier", "file"),
        t("dispositif", "instrument"),
        t("état", "status"),
        t("montant", "amount"),
        t("payé", "paid"),
        t("pour le", "due"),
    )
    write_table(heads, [_row(one) for one in shown], amounts={4, 5})


async def _now(visit: Visit) -> list[FundingLine]:
    async with reached():
        return await whole(visit, visit.service.read_models.fundings, FundingFilter())


async def _then(visit: Visit, then: Then) -> list[FundingLine]:
    found = [funding_line(one) async for one in then.views(visit, Funding, "funding")]
    async with reached():
        return await theirs(visit, sorted(found, key=lambda one: one.name))


def _row(line: FundingLine) -> tuple[str, ...]:
    """Of the amounts the one that its status speaks of: what is granted, or what is asked for."""
    return (
        line.funding,
        line.cooperation,
        say(line.instrument_name),
        word(line.status, "funding"),
        euros(line.requested_cents if line.granted_cents is None else line.granted_cents),
        euros(line.paid_cents),
        str(line.next_due_on or "–"),
    )


async def one(name: str, then: Then, person: str, organisation: str, *, as_json: bool) -> None:
    """A funding in full, folded from the ledger itself."""
    async with visiting(organisation, person) as visit, reached():
        funding = await _funding(visit, name)
        visit.shows(funding)
        state, history = await then.stream(visit, funding.key)
        view = then.view(visit, state if isinstance(state, Funding) else funding)
        content = await reveal(visit, funding_content(view, history))
        names, own = await visit.names(), await own_names_of(visit, (funding.cooperation, funding.key))
    if as_json:
        write_json(simulated(visit) | then.as_json() | content)
        return
    note_simulation(visit)
    draw(content, view.rulebook, partial(called, known=names), own.get(funding.key, {}))


async def _funding(visit: Visit, name: str) -> Funding:
    """A funding that the person may read, and on which no panel waits for them to declare their interests first."""
    key = funding_stream(name.removeprefix(funding_stream("")))
    found = await visit.service.files.file(visit.organisation, key)
    if not isinstance(found, Funding) or not visit.may_read(found):
        raise Failure(
            FailureKind.REFUSED,
            "not-readable",
            Text(f"Aucun financement {name!r} que vous puissiez lire.", f"No funding {name!r} to read."),
            Text(
                "`escale fundings` montre ceux que vous pouvez lire.",
                "`escale fundings` shows those that you may read.",
            ),
        )
    cooperation = await visit.service.files.cooperation(visit.organisation, found.cooperation)
    closed = await closed_files(visit, cooperation) if cooperation else {}
    if reason := closed.get(key):
        raise Failure(
            FailureKind.REFUSED,
            "dossier-closed",
            Text(
                "Une instance où vous siégez se prononce sur ce financement.",
                "A panel on which you sit is asked about this funding.",
            ),
            reason,
        )
    return found
