"""Reminders about the reviews and fundings of the domain's tests, as they are composed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

from domain.files.events import ReminderIssued
from domain.files.file import KeptFile
from domain.kernel.calendar import WorkingDays
from domain.kernel.ids import SERVICE, message_id
from domain.kernel.ledger import LedgerKind, OutgoingMessage
from domain.kernel.moments import PARIS, write_instant
from domain.kernel.prose import Prose
from domain.kernel.recorded import Recorded
from domain.kernel.values import Language, Role
from domain.people.state import Grant, Organisation, Person
from domain.reminders.any_file import deadlines
from domain.reminders.outcomes import is_told_once
from domain.rulebook import Rulebook
from mail.composer import ReminderComposer

VAULT = {"a" * 32: "Zoé Müller", "b" * 32: "zoe@exemple.fr"}
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=PARIS)


@dataclass(frozen=True)
class Reminding:
    """A rung of a deadline of a file, to somebody, in their language."""

    file: KeptFile
    rulebook: Rulebook
    deadline: str
    rung: str
    recipient: str
    role: Role
    language: Language = Language.FRENCH
    now: datetime = NOW
    public_url: str = ""
    holding: tuple[Role, ...] = tuple(Role)
    """The roles that the recipient holds: by default all, so that a letter proposes everything."""

    async def message(self) -> OutgoingMessage:
        """The message of the deadline of that key that the recipient owes an answer to, or else of the first.

        In the place of a key, the occurrence of what is told once.
        """

        async def reveal(_organisation: str, ids: Iterable[str]) -> Mapping[str, str]:
            return {place: VAULT[place] for place in ids}

        occurrence, due_on = self._about()
        event = ReminderIssued(
            occurrence=occurrence,
            rung=self.rung,
            due_on=due_on,
            recipient=self.recipient,
            role=self.role,
            late=False,
            message=message_id(self.file.key, occurrence, self.rung, self.recipient),
            calendar=WorkingDays().name,
        )
        claim = Recorded(event, "x", 9, write_instant(self.now), SERVICE, "c", "c", "c", self.rulebook.id)
        name, email = (Prose("x").seal(place, "d") for place in VAULT)
        person = Person(self.recipient, name, email, self.language)
        people = {self.recipient: person}
        grants = granted(self.recipient, self.holding)
        organisation = Organisation(
            entry=1, name="La Fondation", kind=LedgerKind.REAL, people=people, grants=grants
        )
        composer = ReminderComposer(
            reveal, lambda _organisation, _key: self.rulebook, "escale@exemple.fr", self.public_url
        )
        [message] = await composer.compose(organisation, "fondation", self.file, [claim], self.now)
        return message

    def _about(self) -> tuple[str, date]:
        """The occurrence, and its day."""
        if is_told_once(self.deadline):
            return self.deadline, self.now.date()
        alike = [one for one in deadlines(self.file, self.rulebook) if one.key == self.deadline]
        own = [one for one in alike if self.recipient in {owing.person for owing in one.owing}]
        found = (own or alike)[0]
        return found.occurrence, found.due.day

    async def plain(self) -> str:
        """Its subject and its plain text."""
        message = await self.message()
        body = parsed(message).get_body(("plain",))
        assert body is not None
        return f"{message.subject}\n\n{body.get_content()}".replace("\r\n", "\n")


def granted(person: str, roles: Iterable[Role]) -> dict[str, Grant]:
    """These roles, held for good in every region."""
    return {role: Grant(role, person, role, None, date(2020, 1, 1), None) for role in roles}


def parsed(message: OutgoingMessage) -> EmailMessage:
    """A message as mail readers see it."""
    found = message_from_bytes(message.content, policy=SMTP)
    assert isinstance(found, EmailMessage)
    return found
