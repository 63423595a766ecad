"""The reviews and fundings of a cooperation, for people."""

from cli.terminal.drawing import headed, write_table
from cli.terminal.output import console
from language import say, t
from projections.fundings import FundingLine
from projections.reviews import ReviewLine
from queries.related_files import RelatedFiles
from wording import headings
from wording.amounts import euros, euros_or_none
from wording.local_hours import when
from wording.values import word


def draw(related: RelatedFiles) -> None:
    """For people; nothing where there are none."""
    if related.fundings:
        console().print(headed(t("Financements", "Fundings")))
        heads = (
            t("financement", "funding"),
            t("dispositif", "instrument"),
            say(headings.STATUS),
            say(headings.ASKED),
            say(headings.GRANTED),
            say(headings.PAID),
        )
        write_table(heads, [_funding(one) for one in related.fundings], amounts={3, 4, 5})
    if related.reviews:
        console().print(headed(t("Avis demandés", "Reviews")))
        write_table((), [_review(one, related.for_no_gate) for one in related.reviews])


def _funding(line: FundingLine) -> tuple[str, ...]:
    instrument = say(line.instrument_name)
    amounts = (euros(line.requested_cents), euros_or_none(line.granted_cents), euros(line.paid_cents))
    return (line.funding, instrument, word(line.status, "funding"), *amounts)


def _review(line: ReviewLine, for_no_gate: frozenset[str]) -> tuple[str, ...]:
    due = say(headings.DUE_ON) + str(line.next_due_on) if line.next_due_on else ""
    ended = when(line.ended_at) if line.ended_at else due
    note = t("n’ouvre aucun passage", "opens no gate") if line.review in for_no_gate else ""
    return (line.review, say(line.question_name), word(line.status, "review"), ended, note)
