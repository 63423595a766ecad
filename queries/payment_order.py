"""Payment files of the ledger in clear, for the finance officers who may pay what is in them."""

from collections.abc import Iterable

from application.payment_files.gathering import (
    NotPayable,
    OutsideSepa,
    TextAltered,
    TextErased,
    order_of,
    places_in,
    streams_of,
)
from application.payment_files.order import PaymentOrder
from domain.fundings.events.payments import PaymentFileIssued
from domain.fundings.state import Funding
from domain.kernel.ids import payment_file_stream
from domain.kernel.recorded import Recorded
from domain.kernel.values import Role
from domain.people.roles import roles_anywhere, roles_of
from domain.registry.codec import decode_all
from language import Text
from queries.refused import Failure, FailureKind
from queries.visit import Visit
from wording import remedies
from wording.punctuation import quoted

_HINDERED = {
    TextErased: (
        "bank-details-erased",
        Text("Les coordonnées bancaires de {} sont effacées.", "The bank details of {} are erased."),
        Text(
            "Ce fichier ne s’écrit plus ; notez ses paiements annulés (FailPayment) s’ils n’ont pas eu lieu.",
            "It can no longer be written; record its payments cancelled (FailPayment) if they never happened.",
        ),
    ),
    TextAltered: (
        "bank-details-altered",
        Text(
            "Les coordonnées bancaires de {} sont illisibles : ce ne sont plus celles qui ont été notées.",
            "The bank details of {} are unreadable: they are no longer those that were recorded.",
        ),
        Text(
            "Quelqu’un les a altérées dans la base : prévenez l’administration, et n’y envoyez rien.",
            "Somebody altered them in the database: tell an administrator, and send nothing there.",
        ),
    ),
    OutsideSepa: (
        "bank-details-outside-sepa",
        Text(
            "Les coordonnées bancaires de {} sont hors de la zone SEPA : aucun virement SEPA n’y va.",
            "The bank details of {} are outside the SEPA area: no SEPA credit transfer goes there.",
        ),
        Text(
            "Notez ces paiements annulés (FailPayment), puis proposez un compte de la zone SEPA (ProposeBankDetails).",
            "Record these payments cancelled (FailPayment), then propose an account in the SEPA area "
            "(ProposeBankDetails).",
        ),
    ),
}
"""Why a file cannot be written for the bank: code, what is said of whose details, what to do."""


async def revealed(visit: Visit, name: str) -> PaymentOrder:
    """An issued file in clear, for those who may pay what is in it. Raises Failure."""
    must_pay(visit, ())
    stream = payment_file_stream(name)
    stored = (await visit.service.ledger.read_streams(visit.organisation, {stream: 0})).get(stream, ())
    recorded = next(iter(decode_all(stored)), None)
    if recorded is None or not isinstance(recorded.event, PaymentFileIssued):
        raise Failure(
            FailureKind.REFUSED,
            "unknown-payment-file",
            Text(f"Aucun fichier de paiements {quoted(name).fr}.", f"No payment file {quoted(name).en}."),
            Text("`escale payments` nomme ceux qui sont émis.", "`escale payments` names those issued."),
        )
    return await _in_clear(visit, name, recorded, recorded.event)


async def _in_clear(visit: Visit, name: str, recorded: Recorded, issued: PaymentFileIssued) -> PaymentOrder:
    states = await visit.states(streams_of(issued))
    must_pay(visit, {one.region for one in states.values() if isinstance(one, Funding)})
    texts = await visit.texts(places_in(issued, states))
    if recorded.recorded_at is None:
        raise TypeError(f"not recorded: {recorded.stream}")
    try:
        return order_of(name, issued, recorded.recorded_at, states, texts)
    except NotPayable as hindered:
        code, said, remedy = _HINDERED[type(hindered)]
        whose = Text(said.fr.format(hindered), said.en.format(hindered))
        raise Failure(FailureKind.REFUSED, code, whose, remedy) from None


def must_pay(visit: Visit, regions: Iterable[str]) -> None:
    """Refuse whoever is no finance officer of all these regions. Raises Failure."""
    everywhere = [roles_of(visit.people, visit.person, one, visit.now) for one in regions]
    held = [roles_anywhere(visit.people, visit.person, visit.now), *everywhere]
    if not all(Role.FINANCE_OFFICER in roles for roles in held):
        raise Failure(
            FailureKind.REFUSED,
            "not-entitled",
            Text(
                "Les fichiers pour la banque sont aux responsables financiers de toutes les régions concernées.",
                "Files for the bank are for finance officers of every region concerned.",
            ),
            remedies.ROLES_ARE_GIVEN,
        )
