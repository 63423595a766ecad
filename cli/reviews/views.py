"""Reviews as people and programs read them: a list, and one in full."""

from functools import partial

from cli.reviews.drawing import draw
from cli.terminal.drawing import note_simulation, write_table
from cli.terminal.output import tell, write_json
from cli.terminal.session import visiting
from domain.kernel.moments import earliest
from domain.reviews.awaited import gate_waits_for
from domain.reviews.state import Review
from language import say, t
from projections.reviews import ReviewFilter, ReviewLine, review_line
from queries.as_of import Then
from queries.dossiers import closed_because, review_of
from queries.lists import caught_up, theirs, whole, write_rows
from queries.private_text import reveal
from queries.review import review_content
from queries.visit import Visit, reached, simulated
from wording.details import called
from wording.values import word


async def many(then: Then, person: str, organisation: str, *, only_open: bool, as_json: bool) -> None:
    """The reviews that the person may look up, the last asked first."""
    async with visiting(organisation, person) as visit:
        async with reached():
            behind = await caught_up(visit)
        shown = (
            await _then(visit, then, only_open=only_open) if then else await _now(visit, only_open=only_open)
        )
    if as_json:
        write_rows(visit, behind, shown, then.as_json())
        return
    note_simulation(visit, behind)
    heads = (
        t("avis", "review"),
        t("dossier", "file"),
        t("question", "question"),
        t("instance", "panel"),
        t("état", "status"),
        t("avis donnés", "opinions"),
        t("pour le", "due"),
    )
    write_table(heads, [_row(one) for one in shown])


async def _now(visit: Visit, *, only_open: bool) -> list[ReviewLine]:
    async with reached():
        return await whole(visit, visit.service.read_models.reviews, ReviewFilter(open=only_open or None))


async def _then(visit: Visit, then: Then, *, only_open: bool) -> list[ReviewLine]:
    found = [review_line(one) async for one in then.views(visit, Review, "review")]
    found.sort(key=lambda one: earliest(one.opened_at, visit.zone), reverse=True)
    async with reached():
        return await theirs(visit, [one for one in found if not only_open or one.ended_at is None])


def _row(line: ReviewLine) -> tuple[str, ...]:
    return (
        line.review,
        line.cooperation,
        say(line.question_name),
        f"{say(line.panel_name)} ({word(line.mode, 'mode')})",
        word(line.status, "review"),
        so_far(line.present, line.effective, line.quorum),
        str(line.next_due_on or "–"),
    )


def so_far(present: int, effective: int, quorum: int) -> str:
    """How many of those who sit have given an opinion, and how many it takes."""
    return t(f"{present} sur {effective}, quorum {quorum}", f"{present} of {effective}, quorum {quorum}")


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
