"""Letters with a link by which something is handed in: to whom the vault has an address of, or to one given once."""

from dataclasses import dataclass

import links
import links.deposits
from access.deposits import DepositLink
from domain.kernel.prose import legible
from domain.kernel.values import Language
from language import Text
from mail.addresses import mailbox
from mail.deposits import message_of
from mail.letters import LinkLetter
from queries.visit import Visit
from web.site import Site


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a link is sent to; ``person``: their id, empty for somebody outside."""

    person: str
    name: str
    address: str
    language: Language = Language.FRENCH


async def addressee(visit: Visit, person: str) -> Addressee | None:
    """Somebody of the organisation; None if their address is not there, or was altered. Raises LedgerUnavailable."""
    known = visit.people.people[person]
    places = [one.vault for one in (known.name, known.email) if one.vault]
    texts = await visit.service.vault.reveal(visit.organisation, places)
    address = legible(texts.get(known.email.vault or ""))
    name = legible(texts.get(known.name.vault or ""))
    return reached_at(Addressee(person, name or person, address, known.language)) if address else None


def reached_at(one: Addressee) -> Addressee | None:
    """None if no mail can be sent there."""
    return one if mailbox(one.name, one.address) else None


async def send(site: Site, visit: Visit, link: DepositLink, what: Text, to: Addressee) -> None:
    """Leave a letter to the sender, which draws the link's secret. Raises LedgerUnavailable."""
    letter = LinkLetter(
        purpose="deposit",
        organisation_id=visit.organisation,
        organisation=visit.people.name,
        simulation=visit.simulation is not None,
        recipient=to.person,
        name=to.name,
        address=to.address,
        language=to.language,
        url=links.absolute(site.address, links.deposits.by_link(link.deposit)),
        now=visit.now,
        file=link.file,
        what=what,
    )
    await site.service.link_letters.post(letter, message_of(link.deposit))
