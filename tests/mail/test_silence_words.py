"""A reminder says what no answer will count as, and from which day, in both languages; others say nothing of it."""

from collections.abc import Iterable, Mapping
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from typing import get_args

import pytest

from domain.deadlines.rules import CountsAs, OwnSilence
from domain.people.state import Organisation
from domain.rulebook import Rulebook
from mail.composer import ReminderComposer
from tests.mail.occasions import RULEBOOKS, Told

SAID = {
    "met": ("Sans réponse, ce point comptera comme rempli", "Without an answer it will count as met"),
    "granted": ("l’abandon comptera comme accordé", "the abandonment will count as granted"),
    "refused": ("la demande comptera comme refusée", "the request will count as refused"),
    "withdrawn": ("la demande comptera comme retirée", "the request will count as withdrawn"),
    "paused": ("le dossier sera mis en pause", "the file will be paused"),
    "favourable": ("comptera comme un avis favorable", "silence will count as a favourable opinion"),
    "unfavourable": ("comptera comme un avis défavorable", "silence will count as an unfavourable opinion"),
    "abstention": ("comptera comme une abstention", "silence will count as an abstention"),
}
"""In French, in English."""
DAYS = ("au plus tôt le jeudi 3 septembre 2026", "on Thursday, 3 September 2026 at the earliest")
"""The day after the file's silence is due."""


async def _said(silence: OwnSilence | None, kind: str) -> str:
    """The words of the reminder, on one line."""

    def rulebook(organisation: Organisation, key: str) -> Rulebook:
        found = RULEBOOKS.get(organisation, key)
        rules = tuple(one.model_copy(update={"silence": silence}) for one in found.deadlines)
        return found.model_copy(update={"deadlines": rules})

    async def reveal(_organisation: str, ids: Iterable[str]) -> Mapping[str, str]:
        return {place: value for place, value in told.vault().items() if place in set(ids)}

    told = Told()
    composer = ReminderComposer(reveal, rulebook, "escale@exemple.fr")
    [message] = await composer.compose(
        told.organisation_state(), "fondation", told.file(), [told.claim()], told.now
    )
    parsed = message_from_bytes(message.content, policy=SMTP)
    assert isinstance(parsed, EmailMessage)
    body = parsed.get_body((kind,))
    assert body is not None
    return " ".join(str(body.get_content()).split())


@pytest.mark.parametrize("kind", ["plain", "html"])
@pytest.mark.parametrize("counts_as", get_args(CountsAs))
async def test_a_reminder_says_what_silence_will_count_as(counts_as: CountsAs, kind: str) -> None:
    """With its day, before anybody is taken at their silence."""
    said = await _said(OwnSilence(counts_as), kind)
    for words, day in zip(SAID[counts_as], DAYS, strict=True):
        assert words in said
        assert day in said


async def test_where_silence_counts_for_nothing_nothing_is_said_of_it() -> None:
    """As for most deadlines."""
    said = await _said(None, "plain")
    assert "Sans réponse" not in said
    assert "Without an answer" not in said
