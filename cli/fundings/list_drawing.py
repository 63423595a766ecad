"""Fundings in a list."""

from cli.terminal.drawing import note_simulation, write_table
from cli.terminal.output import write_json
from cli.terminal.session import visiting
from language import say, t
from projections.fundings import FundingFilter, FundingLine
from queries import in_json
from queries.as_of import Then
from queries.fundings import list_fundings, list_fundings_then
from wording import headings
from wording.amounts import euros
from wording.values import word


async def many(then: Then, person: str, organisation: str, *, as_json: bool) -> None:
    """The fundings that the person may read, by cooperation."""
    where = FundingFilter()
    async with visiting(organisation, person) as visit:
        found = await (list_fundings_then(visit, where, then) if then else list_fundings(visit, where))
    if as_json:
        write_json(in_json.rows(visit, found, then))
        return
    note_simulation(visit, found.behind)
    heads = (
        t("financement", "funding"),
        t("dossier", "file"),
        t("dispositif", "instrument"),
        say(headings.STATUS),
        t("montant", "amount"),
        say(headings.PAID),
        say(headings.DUE),
    )
    write_table(heads, [_row(one) for one in found.rows], amounts={4, 5})


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
