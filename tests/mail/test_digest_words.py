"""The weekly digest as a letter, and when it is due."""

from dataclasses import replace
from datetime import date, datetime
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from domain.kernel.moments import PARIS
from domain.kernel.values import Language
from mail.digest_days import last_due, next_due
from mail.digests import MOST, Digest, DigestLine, DigestPart, written

GOLDEN = Path(__file__).with_name("golden")
SENDER = Address(addr_spec="escale@exemple.fr")
RECORD = "/o/fondation/faire/RecordContact?cooperation=noailles"
DIGEST = Digest(
    organisation_id="fondation",
    organisation="Fondation d’exemple",
    simulation=False,
    recipient="p-000000000001",
    name="Zoé Müller",
    address="zoe@exemple.fr",
    language=Language.FRENCH,
    day=date(2026, 9, 7),
    due=datetime(2026, 9, 7, 7, tzinfo=PARIS),
    parts=(
        DigestPart(
            "waiting",
            (DigestLine("Échéance : « Sans nouvelles » · Noailles", RECORD, "pour le 2 sept. 2026"),),
            "/o/fondation/",
        ),
        DigestPart(
            "happened",
            (
                DigestLine(
                    "Noailles : ★ entre en phase 2", "/o/fondation/dossiers/noailles", "1er sept. 2026"
                ),
            ),
            "/o/fondation/dossiers",
        ),
    ),
    public_url="https://escale.exemple.fr",
)
ENGLISH = replace(
    DIGEST,
    language=Language.ENGLISH,
    simulation=True,
    public_url="",
    parts=(DigestPart("due", tuple(DigestLine(f"Deadline {n}", "/") for n in range(MOST + 3)), "/"),),
)


def _readable(digest: Digest) -> str:
    parsed = message_from_bytes(written(digest, SENDER).content, policy=SMTP)
    assert isinstance(parsed, EmailMessage)
    heads = "\n".join(f"{name}: {value}" for name, value in parsed.items() if name != "Content-Type")
    parts = [parsed.get_body((kind,)) for kind in ("plain", "html")]
    bodies = [str(part.get_content()).replace("\r\n", "\n") for part in parts if part]
    return "\n".join([f"{heads}\n", *bodies])


@pytest.mark.parametrize(("name", "digest"), [("digest.fr", DIGEST), ("digest.en", ENGLISH)])
def test_a_digest_reads_as_agreed(name: str, digest: Digest) -> None:
    """In the one language of its reader; of many lines the first, with the way to the others."""
    assert _readable(digest) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_a_digest_of_one_week_is_one_letter() -> None:
    """By its person and week, whatever it tells."""
    other = replace(DIGEST, parts=DIGEST.parts[:1])
    assert written(DIGEST, SENDER).id == written(other, SENDER).id
    later = replace(DIGEST, due=datetime(2026, 9, 14, 7, tzinfo=PARIS))
    assert written(later, SENDER).id != written(DIGEST, SENDER).id


@pytest.mark.parametrize(
    ("zone", "now", "last", "following"),
    [
        (
            "Europe/Paris",
            "2026-09-07T06:59:59+02:00",
            "2026-08-31T07:00:00+02:00",
            "2026-09-07T07:00:00+02:00",
        ),
        (
            "Europe/Paris",
            "2026-09-07T07:00:00+02:00",
            "2026-09-07T07:00:00+02:00",
            "2026-09-14T07:00:00+02:00",
        ),
        (
            "Europe/Paris",
            "2026-10-25T12:00:00+01:00",
            "2026-10-19T07:00:00+02:00",
            "2026-10-26T07:00:00+01:00",
        ),
        (
            "Pacific/Noumea",
            "2026-09-06T21:00:00+00:00",
            "2026-09-07T07:00:00+11:00",
            "2026-09-14T07:00:00+11:00",
        ),
    ],
)
def test_mondays_begin_where_the_organisation_lives(zone: str, now: str, last: str, following: str) -> None:
    """At seven by its clocks, before and after they change."""
    there, at = ZoneInfo(zone), datetime.fromisoformat(now)
    assert last_due(1, there, at) == datetime.fromisoformat(last)
    assert next_due(1, there, at) == datetime.fromisoformat(following)
