"""A funding in full: asked, and answered in JSON or drawn."""

from functools import partial

from cli.fundings.drawing import draw
from cli.terminal.acts import draw_acts
from cli.terminal.drawing import note_simulation
from cli.terminal.output import write_json
from cli.terminal.session import visiting
from queries import in_json
from queries.as_of import Then
from queries.funding import funding_in_full
from queries.visit import reached
from wording.details import called


async def one(name: str, then: Then, person: str, organisation: str, *, as_json: bool) -> None:
    """A funding in full."""
    async with visiting(organisation, person) as visit, reached():
        found = await funding_in_full(visit, name, then)
    if as_json:
        write_json(in_json.whole(visit, found.as_json(), then))
        return
    note_simulation(visit)
    draw(found.content, found.rulebook, partial(called, known=found.names), found.own)
    draw_acts(found.acts)
