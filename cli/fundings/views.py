"""One funding in full, as people and programs read it."""

from functools import partial

from cli.fundings.drawing import draw
from cli.terminal.drawing import note_simulation
from cli.terminal.output import write_json
from cli.terminal.session import visiting
from domain.fundings.state import Funding
from domain.kernel.ids import funding_stream
from language import Text
from queries.as_of import Then
from queries.dossiers import closed_files
from queries.funding import funding_content
from queries.own_names import own_names_of
from queries.private_text import reveal
from queries.refused import Failure, FailureKind
from queries.visit import Visit, reached, simulated
from wording.details import called


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
