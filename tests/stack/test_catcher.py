"""The catcher keeps what is sent and delivers nothing."""

from email.message import EmailMessage

import aiosmtplib

from tests.support.smtp import SmtpCatcher


def _mail(subject: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Escale <escale@example.org>"
    message["To"] = "Zoé <zoe@example.org>"
    message["Subject"] = subject
    message["Message-ID"] = f"<{len(subject)}@escale.example.org>"
    message.set_content("Bonjour,\nl’échéance approche : le 2 juillet.\n")
    return message


async def test_a_caught_mail_is_read_back_with_its_envelope(smtp_catcher: SmtpCatcher) -> None:
    """What was accepted is found again, accents, recipients and Message-ID included."""
    sent = _mail("Rappel : échéance du diagnostic")
    await aiosmtplib.send(sent, hostname=smtp_catcher.host, port=smtp_catcher.port)

    (mail,) = smtp_catcher.mails

    assert mail.sender == "escale@example.org"
    assert mail.recipients == ("zoe@example.org",)
    assert mail.message["Subject"] == "Rappel : échéance du diagnostic"
    assert mail.message["Message-ID"] == sent["Message-ID"]
    assert mail.message.get_content().startswith("Bonjour,\nl’échéance approche")


async def test_mails_are_listed_in_the_order_they_came(smtp_catcher: SmtpCatcher) -> None:
    """The oldest comes first."""
    for subject in ("un", "deux", "trois"):
        await aiosmtplib.send(_mail(subject), hostname=smtp_catcher.host, port=smtp_catcher.port)

    assert [mail.message["Subject"] for mail in smtp_catcher.mails] == ["un", "deux", "trois"]
