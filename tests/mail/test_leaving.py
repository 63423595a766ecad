"""Letters that nobody has to get: which they are, and the way out that stands in what is sent alone."""

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

from domain.kernel.values import Role
from mail.digests import written
from mail.leaving import WaysOut, is_optional
from mail.messages import Queued
from tests.domain.sample_people import MANAGER
from tests.mail.beside import parsed
from tests.mail.test_digest_words import DIGEST, SENDER
from tests.mail.test_told_words import letter

URL = "https://escale.exemple.fr"
READER = "p-00000000abcd"
WAY = f"{URL}/desabonnement/jeton"


def _queued(content: bytes) -> Queued:
    return Queued(
        organisation="fondation",
        id="m",
        file="organisation",
        occurrence="digest",
        simulation=False,
        content=content,
        attempts=0,
        deferrals=0,
        purpose="digest",
        recipient="p-000000000001",
    )


def test_what_is_stored_has_no_way_out_but_ones_own_page() -> None:
    """The token is made for the attempt to send it."""
    stored = written(DIGEST, SENDER).content
    assert is_optional(stored)
    assert b"/moi#courrier" in stored
    made: list[tuple[str, str, str]] = []

    def token(organisation: str, person: str, cooperation: str) -> str:
        made.append((organisation, person, cooperation))
        return "jeton"

    sent = WaysOut(token, URL).complete(_queued(stored), "")
    assert made == [("fondation", "p-000000000001", "")]
    parsed_ = message_from_bytes(sent, policy=SMTP)
    assert isinstance(parsed_, EmailMessage)
    assert parsed_["List-Unsubscribe"] == f"<{WAY}>"
    assert parsed_["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    for kind in ("plain", "html"):
        body = parsed_.get_body((kind,))
        assert body is not None
        assert WAY in body.get_content()
        assert "/moi#courrier" not in body.get_content()


TOLD = replace(letter("review-concluded"), recipient=READER, public_url=URL, holding=(Role.JURY,))


async def test_only_letters_that_ask_nothing_and_go_to_nobody_in_charge_can_be_muted() -> None:
    """Who asked, who can act, who is in charge always hears."""
    assert is_optional((await TOLD.message()).content)
    in_charge = replace(TOLD, recipient=MANAGER)
    assert not is_optional((await in_charge.message()).content)
    due = replace(
        letter("gate-complete"), recipient=READER, public_url=URL, holding=(Role.PROGRAMME_MANAGER,)
    )
    assert not is_optional((await due.message()).content)
    assert is_optional((await replace(due, holding=(Role.JURY,)).message()).content)


async def test_without_pages_no_letter_names_a_way_out() -> None:
    """Nor is anything added to it."""
    message = await replace(TOLD, public_url="").message()
    assert not is_optional(message.content)
    assert WaysOut(lambda *_: "jeton", "").complete(_queued(message.content), "rives") == message.content


async def test_a_cooperation_is_named_in_the_way_out_of_its_letters() -> None:
    """Its reviews and fundings go with it."""
    message = await TOLD.message()
    sent = WaysOut(lambda *whose: "-".join(whose[2:]), URL).complete(_queued(message.content), "rives")
    assert parsed(replace(message, content=sent))["List-Unsubscribe"] == f"<{URL}/desabonnement/rives>"
