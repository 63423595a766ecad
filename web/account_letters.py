"""Letters to whoever has an account: a link that is theirs alone, to the address that the vault has of them."""

import structlog
from starlette.background import BackgroundTask

import links
from access.accounts import Account
from access.links import Link
from domain.kernel.ids import person_id
from domain.kernel.prose import legible
from domain.organisation.commands import ChangePerson, RegisterPerson
from domain.registry.commands import AnyCommand
from mail.letters import LinkLetter
from mail.messages import AccountPurpose
from queries.visit import Visit, reached
from web.signing_in import visits_of
from web.site import Site
from web.visiting import visit_as

log = structlog.get_logger("web")


async def post(site: Site, account: Account, purpose: AccountPurpose, subject: str | None = None) -> None:
    """Send a letter; ``subject`` is what its link remembers. Written down, not raised, where that fails.

    In the name of a real organisation where the account is known in one, for mail of simulations goes nowhere.
    """
    try:
        visits = await visits_of(site, account.id)
        visit = next((one for one in visits if one.simulation is None), next(iter(visits), None))
        if visit is not None:
            await _post(site, visit, account.id, purpose, subject)
    except Exception:
        log.exception("letter_not_posted", account=account.id, purpose=purpose)


def welcoming(site: Site, organisation: str, command: AnyCommand) -> BackgroundTask | None:
    """The letter to somebody who has just been registered, or was given another address; None for other commands."""
    match command:
        case RegisterPerson():
            return BackgroundTask(welcome, site, organisation, person_id(command.command_id))
        case ChangePerson(email=email) if email is not None:
            return BackgroundTask(welcome, site, organisation, command.person)
        case _:
            return None


async def welcome(site: Site, organisation: str, person: str) -> None:
    """Send somebody who was registered, or has another address, their link to choose a password, if they have none."""
    try:
        account = await site.access.memberships.account_of(organisation, person)
        found = await site.access.accounts.find(account) if account else None
        if found is not None and found.password is None:
            visit = await visit_as(site, organisation, person)
            await _post(site, visit, found.id, "access", None)
    except Exception:
        log.exception("letter_not_posted", organisation=organisation, person=person, purpose="access")


async def _post(site: Site, visit: Visit, account: str, purpose: AccountPurpose, subject: str | None) -> None:
    person = visit.people.people[visit.person]
    async with reached():
        texts = await visit.service.vault.reveal(
            visit.organisation, [one.vault for one in (person.name, person.email) if one.vault]
        )
    address = legible(texts.get(person.email.vault or ""))
    if address is None:
        return
    token = await site.access.links.make(Link(purpose=purpose, account=account, subject=subject))
    letter = LinkLetter(
        purpose=purpose,
        organisation_id=visit.organisation,
        organisation=visit.people.name,
        simulation=visit.simulation is not None,
        recipient=visit.person,
        name=legible(texts.get(person.name.vault or "")) or visit.person,
        address=address,
        language=person.language,
        url=links.absolute(site.address, links.door(token)),
        now=visit.now,
    )
    await site.service.link_letters.post(letter)
