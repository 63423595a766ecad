"""Reviews in a list."""

from cli.terminal.drawing import note_simulation, write_table
from cli.terminal.output import write_json
from cli.terminal.session import visiting
from language import say, t
from projections.reviews import ReviewFilter, ReviewLine
from queries import in_json
from queries.as_of import Then
from queries.reviews import list_reviews, list_reviews_then
from wording import headings
from wording.values import word


async def many(then: Then, person: str, organisation: str, *, only_open: bool, as_json: bool) -> None:
    """The reviews that the person may look up, the last asked first."""
    where = ReviewFilter(open=only_open or None)
    async with visiting(organisation, person) as visit:
        found = await (list_reviews_then(visit, where, then) if then else list_reviews(visit, where))
    if as_json:
        write_json(in_json.rows(visit, found, then))
        return
    note_simulation(visit, found.behind)
    heads = (
        t("avis", "review"),
        t("dossier", "file"),
        t("question", "question"),
        t("instance", "panel"),
        say(headings.STATUS),
        t("avis donnés", "opinions"),
        say(headings.DUE),
    )
    write_table(heads, [_row(one) for one in found.rows])


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
