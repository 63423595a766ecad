"""The subsidies that a cooperation was granted, as lines of Markdown: who got how much, when, how much is paid."""

from collections.abc import Iterator

from application.document import Document
from domain.fundings.state import Funding
from domain.rulebook import Rulebook, names_in
from exports.markdown import inline
from language import say, t
from wording.amounts import euros
from wording.local_hours import moment_words
from wording.punctuation import labelled


def convention_lines(document: Document) -> Iterator[str]:
    """A line for each grant that the reader may see."""
    return (_line(one, document.rulebook) for one in document.grants)


def _line(funding: Funding, rulebook: Rulebook) -> str:
    known = names_in(rulebook).get(funding.instrument)
    instrument = say(known) if known else funding.instrument
    payee, granted = funding.request.beneficiary, funding.granted
    since, until = funding.request.since, funding.until or funding.request.until
    term = f"{moment_words(str(since))} → {moment_words(str(until))}"
    decided = moment_words(granted.at) if granted else "–"
    body = f"{inline(instrument)} – {inline(payee.name)} ({inline(payee.identifier)})"
    amount = t(
        f"{euros(funding.amount_cents)} accordés, {euros(funding.paid_cents)} payés",
        f"{euros(funding.amount_cents)} granted, {euros(funding.paid_cents)} paid",
    )
    return "- " + labelled(decided, f"{body}, {amount}, {term}")
