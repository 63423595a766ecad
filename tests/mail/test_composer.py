"""What reminders say, to whom, in which language; and that nobody can put anything else into them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.headerregistry import AddressHeader
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.ledger import LedgerKind, OutgoingMessage
from domain.kernel.moments import PARIS
from domain.kernel.prose import Altered, Texts
from domain.kernel.values import Language, Role
from domain.people.state import Organisation
from domain.rulebook import Names
from domain.rulebook.whole import Contact
from mail.addresses import mailbox, one_line, recipient_of
from mail.composer import ReminderComposer
from tests.mail.occasions import RULEBOOKS, ZOE, Told

GOLDEN = Path(__file__).parent / "golden"
HEADERS = [
    *("From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "List-Id"),
    *("Auto-Submitted", "MIME-Version", "Content-Type", "Content-Language"),
]


async def _compose(told: Told, organisation: Organisation | None = None) -> OutgoingMessage:
    async def reveal(_organisation: str, ids: Iterable[str]) -> Mapping[str, str]:
        return {place: value for place, value in told.vault().items() if place in set(ids)}

    composer = ReminderComposer(reveal, RULEBOOKS.get, "escale@exemple.fr")
    [message] = await composer.compose(
        organisation or told.organisation_state(), "fondation", told.file(), [told.claim()], told.now
    )
    return message


def _parsed(message: OutgoingMessage) -> EmailMessage:
    parsed = message_from_bytes(message.content, policy=SMTP)
    assert isinstance(parsed, EmailMessage)
    return parsed


def _part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def _readable(message: OutgoingMessage) -> str:
    parsed = _parsed(message)
    heads = "\n".join(f"{name}: {value}" for name, value in parsed.items() if name != "Content-Type")
    return f"{heads}\n\n{_part(parsed, 'plain')}\n{_part(parsed, 'html')}"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("fr", Told()),
        (
            "en",
            Told(
                language=Language.ENGLISH,
                rung="escalation",
                role=Role.ELECTED_REPRESENTATIVE,
                late=True,
                kind=LedgerKind.SIMULATION,
                now=datetime(2026, 10, 5, 8, 0, tzinfo=PARIS),
            ),
        ),
    ],
)
async def test_a_reminder_reads_as_agreed(name: str, told: Told) -> None:
    """The samples: what, when, which phase and cooperation, why you, what to do; person's language first."""
    assert _readable(await _compose(told)) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


async def test_the_same_claim_gives_the_same_bytes() -> None:
    """Nothing in a message is drawn by chance."""
    assert await _compose(Told()) == await _compose(Told())


async def test_a_message_is_plain_ascii_with_short_lines() -> None:
    """Any mail server takes it, without extensions (RFC 5322, 2.1.1)."""
    content = (await _compose(Told(cooperation="Ôkoté – 100 % apprenant " * 8))).content
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 78
    assert b"\n" not in content.replace(b"\r\n", b"")


async def test_the_message_id_and_the_thread_derive_from_claim_and_cooperation() -> None:
    """Two rungs are two messages of one thread; what else is said changes neither."""
    first, second = await _compose(Told()), await _compose(Told(rung="escalation"))
    renamed = await _compose(Told(name="Zoé Martin", cooperation="Noailles bis"))
    ids = [str(_parsed(one)["Message-ID"]) for one in (first, second, renamed)]
    assert ids == [f"<{first.id}@exemple.fr>", f"<{second.id}@exemple.fr>", ids[0]]
    assert first.id != second.id
    assert {str(_parsed(one)["References"]) for one in (first, second, renamed)} == {
        "<noailles.fondation@exemple.fr>"
    }


async def test_lateness_simulation_and_escalation_are_said_only_where_they_are() -> None:
    """The plainest reminder says none of them."""
    plain = _part(_parsed(await _compose(Told())), "plain")
    for words in ("SIMULATION", "en retard", "dépassée", "sans suite"):
        assert words not in plain
    assert "SIMULATION" not in (await _compose(Told())).subject
    simulated = await _compose(Told(kind=LedgerKind.SIMULATION))
    assert simulated.subject.startswith("[SIMULATION] ")
    assert _part(_parsed(simulated), "html").count(">SIMULATION") == len(Language)


async def test_somebody_whose_data_was_erased_gets_no_message() -> None:
    """The claim keeps its row, without content; the subject names nobody."""
    message = await _compose(Told(known=False))
    assert (message.content, message.recipient) == (b"", ZOE)
    assert "Zoé" not in message.subject


@pytest.mark.parametrize("place", ["name", "email"])
async def test_an_altered_value_stops_nothing_else(place: str) -> None:
    """Whose name was altered is reminded without it; whose address was is sent nothing, and the letter is kept."""
    told = Told()
    altered = next(key for key, value in told.vault().items() if value == getattr(told, place))

    async def reveal(_organisation: str, ids: Iterable[str]) -> Texts:
        return {
            one: Altered() if one == altered else value
            for one, value in told.vault().items()
            if one in set(ids)
        }

    composer = ReminderComposer(reveal, RULEBOOKS.get, "escale@exemple.fr")
    [message] = await composer.compose(
        told.organisation_state(), "fondation", told.file(), [told.claim()], told.now
    )
    assert recipient_of(message.content) == (None if place == "email" else told.email)
    text = _part(_parsed(message), "plain")
    assert ("(nom illisible, altéré)" in text, told.name in text) == (place == "name", place != "name")


@pytest.mark.parametrize(
    "address", ["", "zoe", "zoe@", "@exemple.fr", "a@b@c.fr", "zoë@exemple.fr", "z oe@exemple.fr", "z@-x.fr"]
)
async def test_no_address_gives_a_message_without_recipient(address: str) -> None:
    """It is kept and shown, and cannot be sent."""
    message = await _compose(Told(email=address))
    assert message.content
    assert recipient_of(message.content) is None


def test_an_address_with_an_accented_domain_is_written_in_ascii() -> None:
    """IDNA (RFC 5891), which every mail server understands."""
    assert str(mailbox("Zoé", "zoe@münchen.de")) == "Zoé <zoe@xn--mnchen-3ya.de>"


@pytest.mark.parametrize("separator", ["\r\n", "\n", "\r", "\u2028", "\u2029", "\x0b", "\x85", "\x00"])
@pytest.mark.parametrize("field", ["name", "email", "cooperation", "organisation"])
async def test_nothing_that_people_write_becomes_a_header(field: str, separator: str) -> None:
    """Whatever ends a line somewhere ends none in a header."""
    evil = f"Zoé{separator}Bcc: espion@exemple.org{separator}{separator}Bonjour"
    message = await _compose(Told().but(**{field: evil}))
    parsed = _parsed(message)
    expected = [name for name in HEADERS if name != "To" or field != "email"]
    assert parsed.keys() == expected
    assert "\n" not in message.subject
    assert recipient_of(message.content) == (None if field == "email" else "zoe@exemple.fr")


@given(name=st.text(max_size=300))
async def test_a_name_never_changes_who_gets_the_message(name: str) -> None:
    """Quotes, commas, angle brackets, encoded words, anything: one recipient, the right one."""
    content = (await _compose(Told(name=name or "x"))).content
    to = message_from_bytes(content, policy=SMTP)["To"]
    assert isinstance(to, AddressHeader)
    assert [one.addr_spec for one in to.addresses] == ["zoe@exemple.fr"]
    assert recipient_of(content) == "zoe@exemple.fr"


async def test_what_people_write_is_escaped_in_html() -> None:
    """Their text stays text."""
    html = _part(
        _parsed(await _compose(Told(cooperation="<script>x</script> & Cie", name="<b>Z</b>"))), "html"
    )
    assert "<script>" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;x&lt;/script&gt; &amp; Cie" in html


@given(st.text(max_size=200))
def test_one_line_is_one_line(text: str) -> None:
    """By every notion of a line that Python has, and without characters that reorder what is read."""
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert not set(line) & set("\u202e\u2066\u200b\u00ad\x00\t")


@pytest.mark.parametrize(
    ("language", "called"),
    [(Language.FRENCH, "«\xa0Référente du quai\xa0»"), (Language.ENGLISH, "“Keeper of the quay”")],
)
async def test_a_role_is_called_as_the_programme_calls_it(language: Language, called: str) -> None:
    """Where the rulebook names a contact for it, that name stands in the place of ours."""
    told = Told(language=language)
    names = Names(fr="Référente du quai", en="Keeper of the quay")
    rulebook = RULEBOOKS.get(Organisation(), "tec@1").model_copy(
        update={"contacts": {Role.PROGRAMME_MANAGER: Contact(name=names)}}
    )
    own = replace(told.organisation_state(), rulebooks={rulebook.id: rulebook})
    for kind in ("plain", "html"):
        assert called in _part(_parsed(await _compose(told, own)), kind)
        assert called not in _part(_parsed(await _compose(told)), kind)
