"""A review in full: asked, and answered in JSON or drawn."""

from cli.reviews.drawing import draw
from cli.terminal.drawing import note_simulation
from cli.terminal.output import tell, write_json
from cli.terminal.session import visiting
from language import say
from queries import in_json
from queries.as_of import Then
from queries.review import review_in_full
from queries.visit import reached


async def one(name: str, then: Then, person: str, organisation: str, *, as_json: bool) -> None:
    """A review in full; its dossier for those who may read it."""
    async with visiting(organisation, person) as visit, reached():
        found = await review_in_full(visit, name, then)
    if as_json:
        write_json(in_json.whole(visit, found.as_json(), then))
        return
    note_simulation(visit)
    draw(found)
    if found.closed:
        tell(say(found.closed))
