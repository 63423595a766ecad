"""Mail as it is wired for who sends it: weekly digests, letters that nobody has to get, what stands in no outbox."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from access.deposits import Deposits
from access.secret import read_secret
from access.unsubscribing import DIGEST, Unwanted, token_of
from bootstrap import Service
from domain.kernel.values import Language
from domain.reminders.delivery import Withheld
from language import speaking
from mail.bounces import Bounces
from mail.deposits import bringing, deposit_of
from mail.digests import Digest
from mail.leaving import WaysOut, cooperation_of, is_optional
from mail.messages import Queued
from mail.readdressing import Readdressing
from mail.return_paths import ReturnPaths
from mail.weekly import Wanted, WeeklyDigests
from queries.digest import digest_of
from queries.refused import Failure
from queries.visit import introduced
from workspace.mail_preferences import MailPreferences


def weekly_digests(service: Service) -> WeeklyDigests:
    """Who sends weekly digests."""
    return WeeklyDigests(
        MailPreferences(service.pool),
        service.outbox,
        partial(_zone, service),
        partial(_gathered, service),
        service.settings.mail_sender,
    )


async def held_back(service: Service, message: Queued) -> Withheld | None:
    """Why a letter is not to be sent: the ledger does not let it go, or its reader wants none of its cooperation."""
    if message.purpose == "deposit":
        return None if await _awaited(service, message) else ("withdrawn", "decided")
    if held := await service.message_withheld(message):
        return held
    file = await service.files.file(message.organisation, message.file)
    if file is None or not is_optional(message.content):
        return None
    wishes = await MailPreferences(service.pool).wishes(message.organisation, message.recipient)
    return ("withdrawn", "muted") if wishes.get(cooperation_of(file)) == "mute" else None


def return_paths(service: Service) -> ReturnPaths:
    """Where letters come back to. Raises OSError and SecretTooShort."""
    settings = service.settings
    key = read_secret(settings.secret_path).key("return-path")
    return ReturnPaths(settings.mail_sender, settings.bounce_address, key)


def return_path(service: Service, message: Queued) -> str:
    """Where the next attempt to send a letter comes back to. Raises OSError and SecretTooShort."""
    return return_paths(service).of(message.organisation, message.id, message.attempts + 1)


def bounces(service: Service) -> Bounces:
    """Who takes in what mail servers say of letters that came back."""
    return Bounces(service.outbox, partial(return_paths, service))


async def completed(service: Service, message: Queued) -> bytes:
    """A letter as it is to be sent, with what is kept nowhere: a door of its reader's own, a way out."""
    if message.purpose == "deposit":
        token = await Deposits(service.pool).draw(message.organisation, deposit_of(message.id))
        return bringing(message, token)
    to_them = Readdressing(service.files.organisation, service.vault.reveal)
    message = replace(message, content=await to_them.complete(message))
    let_in = replace(message, content=await service.invitations.complete(message))
    ways_out = WaysOut(partial(_token, service), service.settings.public_url)
    about = None
    if is_optional(message.content) and message.purpose == "reminder":
        about = await service.files.file(message.organisation, message.file)
    return ways_out.complete(let_in, cooperation_of(about) if about else DIGEST)


async def _awaited(service: Service, message: Queued) -> bool:
    """Whether the link that a letter brings is still open."""
    link = await Deposits(service.pool).one(message.organisation, deposit_of(message.id))
    return link is not None and link.open_at(await service.clock.now(message.organisation))


def _token(service: Service, organisation: str, person: str, cooperation: str) -> str:
    return token_of(read_secret(service.settings.secret_path), Unwanted(organisation, person, cooperation))


async def _zone(service: Service, organisation: str) -> ZoneInfo:
    return (await service.files.organisation(organisation)).zone_of(None)


async def _gathered(
    service: Service, organisation: str, wanted: Wanted, due: datetime
) -> tuple[Digest | None, int]:
    """What is recorded while it is gathered is told again next week rather than never. Raises LedgerUnavailable."""
    position = (await service.ledger.head(organisation)).position
    wishes = await MailPreferences(service.pool).wishes(organisation, wanted.person)
    try:
        visit = await introduced(service, organisation, wanted.person)
    except Failure as failure:
        if failure.code == "unknown-person":
            return None, position
        raise
    language = visit.people.people[wanted.person].language
    with speaking("fr" if language is Language.FRENCH else "en"):
        found = await digest_of(visit, wanted.told_position, wishes, due, service.settings.public_url)
    return found, position
