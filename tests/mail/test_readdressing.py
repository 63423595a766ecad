"""A letter that is sent again goes to the address that its recipient has by then, and is otherwise the same."""

from collections.abc import Iterable
from dataclasses import replace
from email.headerregistry import Address

import pytest

from domain.kernel.ledger import LedgerKind
from domain.kernel.prose import Altered, Prose, Texts
from domain.kernel.values import Language
from domain.people.state import Organisation, Person
from mail.addresses import mailbox, recipient_of
from mail.encoded_words import mailbox_header
from mail.messages import Queued
from mail.readdressing import Readdressing, addressed_to
from tests.mail.test_courier import queued

ZOE = Address("Zoé Müller, de l’association des habitants du quartier de Noailles", "zoe", "exemple.fr")


def _rendered(to: Address | None) -> bytes:
    heads = [
        "From: Escale <escale@exemple.fr>",
        *([mailbox_header("To", to)] if to else []),
        "Subject: Noailles",
    ]
    return (
        "".join(f"{one}\r\n" for one in heads).encode() + b"Date: x\r\n\r\nTo: quelqu'un\r\nSubject: rien\r\n"
    )


def test_to_the_same_mailbox_it_is_the_same_letter() -> None:
    """Byte for byte, however long the name."""
    assert addressed_to(ZOE, _rendered(ZOE)) == _rendered(ZOE)


@pytest.mark.parametrize("before", [ZOE, Address("", "ancienne", "exemple.fr"), None])
def test_to_another_mailbox_nothing_else_changes(before: Address | None) -> None:
    """Nor where there was none before."""
    made = addressed_to(ZOE, _rendered(before))
    assert made == _rendered(ZOE)
    assert recipient_of(made) == "zoe@exemple.fr"


async def _completed(message: Queued, known: Texts) -> str | None:
    """The address that it goes to, for somebody of whom that is known."""
    name, email = (Prose("x").seal(place * 32, "d") for place in "ab")
    person = Person("p-000000000001", name, email, Language.FRENCH)

    async def organisation(_organisation: str) -> Organisation:
        return Organisation(entry=1, name="La Fondation", kind=LedgerKind.REAL, people={person.id: person})

    async def reveal(_organisation: str, places: Iterable[str]) -> Texts:
        return {place: known[place] for place in places if place in known}

    return recipient_of(await Readdressing(organisation, reveal).complete(message))


AGAIN = replace(queued(_rendered(mailbox("", "ancienne@exemple.fr"))), attempts=1, recipient="p-000000000001")
NOW = {"a" * 32: "Zoé", "b" * 32: "zoe@exemple.fr"}


@pytest.mark.parametrize(
    ("message", "known", "address"),
    [
        (AGAIN, NOW, "zoe@exemple.fr"),
        (replace(AGAIN, attempts=0), NOW, "ancienne@exemple.fr"),
        (replace(AGAIN, purpose="sign-in"), NOW, "ancienne@exemple.fr"),
        (replace(AGAIN, recipient="p-x"), NOW, "ancienne@exemple.fr"),
        (AGAIN, {}, "ancienne@exemple.fr"),
        (AGAIN, NOW | {"b" * 32: "nulle part"}, "ancienne@exemple.fr"),
        (AGAIN, NOW | {"b" * 32: Altered()}, "ancienne@exemple.fr"),
    ],
)
async def test_only_what_is_sent_again_is_addressed_anew(message: Queued, known: Texts, address: str) -> None:
    """A link goes to no other address than it was made for; what cannot be read stays as it was."""
    assert await _completed(message, known) == address
