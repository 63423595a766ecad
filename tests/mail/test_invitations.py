"""Letters that let members of panels in: what is stored leads to the page, what is sent to a door of their own."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

import pytest

import links
from domain.files.file import KeptFile
from domain.kernel.ids import message_id
from domain.people.state import Organisation
from domain.reviews.state import Review
from domain.rulebook import Rulebook
from mail.courier import Courier, MailServer
from mail.invitations import Invitations, Invited, in_place_of
from mail.messages import Later, Queued
from stack.ports import LOOPBACK
from tests.domain.asking import paris
from tests.domain.kit import On, on
from tests.domain.reviewing import ASKING, PANEL_OF_PEOPLE, A, asked, recused, review_of
from tests.domain.sample_people import organisation
from tests.domain.vocabulary import reminded
from tests.mail.making import IMPATIENT, SENDER
from tests.mail.test_review_words import to_member

URL = "https://escale.example.org"
PAGE = f"{URL}/o/fondation/avis/avis"
SECRET = "s" * 43
NOW = paris("2026-11-16T09:00:00")


@dataclass(frozen=True)
class Ruled:
    """A file with its rules."""

    file: KeptFile
    organisation: Organisation
    rulebook: Rulebook


@dataclass
class Doors:
    """Notes for whom a secret was drawn."""

    made: list[Invited] = field(default_factory=list)

    async def make(self, invited: Invited) -> str:
        """The secret."""
        self.made.append(invited)
        return SECRET


def _invitations(review: Review, doors: Doors, url: str = URL) -> Invitations:
    async def ruled(_organisation: str, _key: str) -> Ruled:
        return Ruled(review, organisation(*PANEL_OF_PEOPLE), ASKING)

    async def now(_organisation: str) -> datetime:
        return NOW

    return Invitations(ruled, now, doors.make, url)


def _told(*after: On) -> Review:
    """The review whose invitation to A has been claimed."""
    place = message_id("review:avis", "opinions/e1", "invitation", A)
    claim = reminded("opinions/e1", "invitation", place).model_copy(update={"recipient": A})
    return review_of(*asked("whole_jury", on("2026-11-02T09:00:00Z", claim), *after))


async def _letter(file: str = "review:avis") -> Queued:
    """The invitation as it lies in the outbox."""
    reminding = replace(to_member(review_of(*asked())), public_url=URL)
    message = await reminding.message()
    return Queued(
        *("fondation", message.id, file, message.occurrence), simulation=False, content=message.content,
        attempts=0, deferrals=0,
    )  # fmt: skip


def _parts(content: bytes) -> tuple[EmailMessage, str, str]:
    message = message_from_bytes(content, policy=SMTP)
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert html is not None
    return message, plain.get_content(), html.get_content()


async def test_what_is_sent_leads_to_the_door_and_what_is_stored_to_the_page() -> None:
    """In both languages, as text and as HTML; the head stays byte by byte; there is one way, for all acts."""
    letter, doors = await _letter(), Doors()
    sent = await _invitations(_told(), doors).complete(letter)
    stored, before, before_html = _parts(letter.content)
    message, plain, html = _parts(sent)
    door = links.absolute(URL, links.door(SECRET))
    assert (before.count(PAGE), before_html.count(f'"{PAGE}"'), before.count("/faire/")) == (2, 2, 0)
    assert (plain.count(door), html.count(f'"{door}"'), PAGE in plain + html) == (2, 2, False)
    assert plain.replace(door, PAGE) == before
    assert message.items() == stored.items()
    assert SECRET.encode() not in letter.content


async def test_the_secret_is_drawn_for_the_reader_and_the_review_until_thirty_days_after_the_deadline() -> (
    None
):
    """Each attempt draws its own."""
    letter, doors = await _letter(), Doors()
    invitations = _invitations(_told(), doors)
    for _ in range(2):
        await invitations.complete(letter)
    until = paris("2026-12-03T00:00:00") + timedelta(days=30)
    place = organisation(*PANEL_OF_PEOPLE).people[A].email.vault
    assert doors.made == [Invited("fondation", A, "review:avis", place, until - NOW)] * 2


@pytest.mark.parametrize(
    ("review", "file", "url"),
    [(_told(recused(A)), "review:avis", URL), (_told(), "noailles", URL), (_told(), "review:avis", "")],
    ids=["recused since", "of another file", "where there are no pages"],
)
async def test_other_letters_are_sent_as_they_are(review: Review, file: str, url: str) -> None:
    """Nothing is drawn for them."""
    letter, doors = await _letter(file), Doors()
    assert await _invitations(review, doors, url).complete(letter) == letter.content
    assert doors.made == []


async def test_a_letter_that_cannot_be_completed_has_not_left() -> None:
    """It is tried again, and no server heard of it."""

    async def away(_message: Queued) -> bytes:
        raise TimeoutError

    courier = Courier(lambda _: SENDER, MailServer(LOOPBACK, 1), None, IMPATIENT, away)
    assert await courier.deliver(await _letter()) == Later(IMPATIENT.first_wait, "incomplete")


def test_an_address_that_goes_on_is_another_one() -> None:
    """A review whose name begins alike."""
    message = EmailMessage(SMTP)
    message.set_content(f"  {PAGE}-2\n  {PAGE}\n")
    message.add_alternative(f'<a href="{PAGE}-2"></a><a href="{PAGE}"></a>', subtype="html")
    _, plain, html = _parts(in_place_of(PAGE, "DOOR", bytes(message)))
    assert plain.replace("\r\n", "\n") == f"  {PAGE}-2\n  DOOR\n"
    assert html.strip() == f'<a href="{PAGE}-2"></a><a href="DOOR"></a>'
