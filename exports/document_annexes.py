"""What bodies decided and what money moved, as sections of a whole document, for those who may read the file."""

from collections.abc import Iterator, Sequence

from application.document import Annexes, Document, EntryTold
from exports.document_sections import entry_lines
from exports.markdown import inline
from language import Text, say, t
from wording import headings
from wording.amounts import euros, euros_or_none
from wording.punctuation import labelled
from wording.values import word


def decided_and_paid(document: Document, annexes: Annexes) -> Iterator[str]:
    """The sections, each left out where there is nothing to tell."""
    for title, lines in (
        (t("Décisions", "Decisions"), list(entry_lines(document, annexes.decisions))),
        (t("Avis demandés aux instances", "What panels were asked"), list(_reviews(document, annexes))),
        (t("Financements", "Fundings"), list(_fundings(document, annexes))),
    ):
        if lines:
            yield from (f"## {title}", "", *lines, "")


def _reviews(document: Document, annexes: Annexes) -> Iterator[str]:
    for one in annexes.reviews:
        question, panel = say(one.question), say(one.panel)
        yield from (f"### {inline(question)} – {inline(panel)}", "")
        yield f"- {labelled(say(headings.STATUS_LINE), inline(word(one.status, 'review')))}"
        yield from _entries(document, one.entries, one.closed)


def _fundings(document: Document, annexes: Annexes) -> Iterator[str]:
    for one in annexes.fundings:
        yield from (f"### {inline(say(one.instrument))} – {inline(one.beneficiary)}", "")
        yield f"- {labelled(say(headings.STATUS_LINE), inline(word(one.status, 'funding')))}"
        yield f"- {labelled(t('Demandé', 'Asked for'), euros(one.requested_cents))}"
        yield f"- {labelled(t('Accordé', 'Granted'), euros_or_none(one.granted_cents))}"
        yield f"- {labelled(t('Payé', 'Paid'), euros(one.paid_cents))}"
        yield from (f"- {labelled(t('Éligibilité', 'Eligibility'), inline(say(said)))}" for said in one.basis)
        yield from (*entry_lines(document, one.entries), "")


def _entries(document: Document, entries: Sequence[EntryTold], closed: Text | None) -> Iterator[str]:
    """The entries of a review, in order; why their content is not shown, where it is not."""
    yield from entry_lines(document, entries)
    if closed:
        yield f"- {inline(say(closed))}"
    yield ""
