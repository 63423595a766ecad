"""One review in full, as people and programs read it."""

from functools import partial

from cli.reviews.drawing import draw
from cli.terminal.drawing import note_simulation
from cli.terminal.output import tell, write_json
from cli.terminal.session import visiting
from domain.reviews.awaited import gate_waits_for
from domain.reviews.state import Review
from language import say
from queries.as_of import Then
from queries.dossiers import closed_because, review_of
from queries.private_text import reveal
from queries.review import review_content
from queries.visit import Visit, reached, simulated
from wording.details import called


async def one(name: str, then: Then, person: str, organisation: str, *, as_json: bool) -> None:
    """A review in full, folded from the ledger itself; its dossier for those who may read it."""
    async with visiting(organisation, person) as visit, reached():
        review = await review_of(visit, name)
        visit.shows(review)
        closed = closed_because(visit, review)
        state, history = await then.stream(visit, review.key)
        view = then.view(visit, state if isinstance(state, Review) else review)
        told = review_content(view, history, readable=closed is None)
        told |= {"opens_a_gate": await _opens_a_gate(visit, review)}
        content = await reveal(visit, told)
        names = await visit.names()
    if as_json:
        write_json(simulated(visit) | then.as_json() | content)
        return
    note_simulation(visit)
    draw(content, view.rulebook, partial(called, known=names))
    if closed:
        tell(say(closed))


async def _opens_a_gate(visit: Visit, review: Review) -> bool:
    """Whether a gate waits for its answer, or it is for none."""
    file = await visit.service.files.cooperation(visit.organisation, review.cooperation)
    if file is None:
        return True
    rulebook = visit.service.rulebooks.get(visit.people, file.rulebook)
    return gate_waits_for(review.question, review.opened_in, file, rulebook)
