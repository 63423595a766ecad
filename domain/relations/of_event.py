"""The links of any entry: one answer for each kind of stream, and for what any file has."""

from collections.abc import Callable, Mapping

from domain.kernel.event import Event
from domain.relations.any_file import of_any_file
from domain.relations.cooperations import of_cooperation
from domain.relations.fundings import of_funding
from domain.relations.money import of_account, of_envelope, of_payment_file, of_reference
from domain.relations.people import of_organisation
from domain.relations.relation import EntryLink
from domain.relations.reviews import of_review

_OF_STREAMS: Mapping[str, Callable[[str, Event], tuple[EntryLink, ...]]] = {
    "organisation": of_organisation,
    "cooperation": of_cooperation,
    "review": of_review,
    "funding": of_funding,
    "envelope": of_envelope,
    "account": of_account,
    "payment-file": of_payment_file,
    "payment-reference": of_reference,
}


def relations_of(stream: str, event: Event) -> tuple[EntryLink, ...]:
    """The entries that an entry of a stream hangs on, as far as the event says; none for many. Raises KeyError.

    Which events have none, ``tests/domain/relations`` says of each.
    """
    kind = stream.partition(":")[0]
    return _OF_STREAMS[kind](stream, event) or of_any_file(stream, event)
