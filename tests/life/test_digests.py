"""The weekly digest in a simulation: on its weekday, once, and no more once somebody has said so."""

from datetime import timedelta
from urllib.parse import urlsplit

import httpx

from config import Settings
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import PARIS
from mail.messages import Letter
from tests.life.house import BEGINNING, House, inhabited, working
from tests.support.smtp import SmtpCatcher
from web.app import make_app
from web.site import open_site
from workspace.mail_preferences import MailPreferences, WeeklyDigest

MONDAY = 1
URL = "https://escale.example.org"


async def _digests(house: House) -> list[Letter]:
    letters = await house.service.outbox.letters(house.organisation)
    return sorted((one for one in letters if one.purpose == "digest"), key=lambda one: one.created_at)


async def _press_the_button_of(reader: str, house: House, settings: Settings) -> str:
    """What a provider of mail does (RFC 8058), with no session and from elsewhere; what it is answered."""
    address = urlsplit(reader.strip("<> "))
    app = make_app(open_site(settings, house.service))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=URL) as provider:
        assert (await provider.get(address.path)).status_code == 200
        answer = await provider.post(address.path, data={"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    return answer.text


async def test_a_digest_comes_on_its_weekday_until_its_reader_ends_it(
    settings: Settings, smtp_catcher: SmtpCatcher
) -> None:
    """Whatever else happens or does not: at seven, one a week; ended by its one button."""
    settings = settings.model_copy(update={"public_url": URL})
    async with inhabited(settings, LedgerKind.SIMULATION) as house, working(settings):
        await house.open("atelier")
        preferences, manager = MailPreferences(house.service.pool), house.people["manager"]
        await preferences.choose(house.organisation, WeeklyDigest(manager, MONDAY, 0, BEGINNING))
        await house.advance_to(BEGINNING + timedelta(days=15))
        found = await _digests(house)
        came = [one.created_at.astimezone(PARIS) for one in found]
        assert [(one.isoweekday(), one.hour) for one in came] == [(MONDAY, 7)] * 2
        assert {(one.recipient, one.state) for one in found} == {(manager, "sent")}
        mail = smtp_catcher.mails[-1].message
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        body = mail.get_body(("plain",))
        assert body is not None
        assert mail["List-Unsubscribe"].strip("<> ") in body.get_content()
        assert "votre semaine" in mail["Subject"]
        said = await _press_the_button_of(mail["List-Unsubscribe"], house, settings)
        assert said == "Vous ne recevrez plus ce résumé."
        assert await preferences.digests(house.organisation) == []
        await house.advance_to(BEGINNING + timedelta(days=29))
        assert await _digests(house) == found
