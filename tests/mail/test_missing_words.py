"""Nobody is told that reminders had no effect about an opinion that nobody asked for, or money that nobody did."""

from typing import Any

import pytest

from domain.cooperations.events.told import FundingAsked, ReviewAsked
from domain.kernel.event import Event
from domain.kernel.values import Phase, Role
from domain.rulebook import Rulebook
from tests.domain.kit import file_of
from tests.domain.paying import PAID_BY
from tests.domain.reviewing import ASKING
from tests.domain.sample_people import ELECTED, MANAGER, STEERING
from tests.domain.vocabulary import BEGUN
from tests.mail.beside import Reminding

REVIEW = {"rule": "review", "review": "by_whole_jury"}
FUNDING = {"rule": "funding", "instrument": "grant"}


def waiting(rulebook: Rulebook, needs: dict[str, Any]) -> Rulebook:
    """The same rules, with a gate item that needs this, its deadline and its ladder."""
    written = rulebook.model_dump(mode="json", exclude_unset=True)
    name = {"fr": "Avis", "en": "Opinion"}
    gate = written["phases"][Phase.EXPLORATION]["gate"]
    written["phases"][Phase.EXPLORATION]["gate"] = [*gate, {"item": "awaited", "name": name, "needs": needs}]
    written["deadlines"] = [
        {
            "deadline": "awaited",
            "name": name,
            "after": "phase-entry",
            "within": "P6M",
            "ladder": "full",
            "phases": ["exploration"],
            "until": "awaited",
        }
    ]
    return Rulebook.model_validate(written, strict=False)


@pytest.mark.parametrize(
    ("rulebook", "needs", "happened", "said"),
    [
        (ASKING, REVIEW, (), "que personne n’a encore demandé. Il revient aux personnes chargées du dossier"),
        (
            ASKING,
            REVIEW,
            (ReviewAsked(review="avis", question="by_whole_jury", funding=None, resubmits=None),),
            "est demandé : c’est sa réponse qui est attendue",
        ),
        (PAID_BY, FUNDING, (), "« grant (nom) », que personne n’a encore demandé"),
        (
            PAID_BY,
            FUNDING,
            (FundingAsked(funding="aide", instrument="grant"),),
            "est demandé : c’est la décision qui est attendue",
        ),
    ],
)
async def test_an_escalation_says_what_is_missing_and_to_whom_it_falls(
    rulebook: Rulebook, needs: dict[str, Any], happened: tuple[Event, ...], said: str
) -> None:
    """It does not say that others did nothing."""
    rules, file = waiting(rulebook, needs), file_of(*BEGUN, *happened)
    role = Role.ELECTED_REPRESENTATIVE
    letter = await Reminding(file, rules, "awaited", "escalation", ELECTED, role).plain()
    text = " ".join(letter.replace("\xa0", " ").replace("\u202f", " ").split())
    assert said in text
    assert "restés sans suite" not in text


@pytest.mark.parametrize(
    ("rulebook", "needs", "line"),
    [
        (
            ASKING,
            REVIEW,
            "OpenReview --review rives-by-whole-jury --cooperation rives --question by_whole_jury",
        ),
        (
            PAID_BY,
            FUNDING,
            "RequestFunding --cooperation rives --funding rives-grant --request.instrument grant",
        ),
    ],
)
async def test_those_in_charge_are_offered_to_ask(
    rulebook: Rulebook, needs: dict[str, Any], line: str
) -> None:
    """With the question or the instrument ready to give; nobody else is."""
    rules, file = waiting(rulebook, needs), file_of(*BEGUN)
    theirs = Reminding(file, rules, "awaited", "due", MANAGER, Role.PROGRAMME_MANAGER)
    assert f"escale do {line}\n" in await theirs.plain()
    role = Role.STEERING_COMMITTEE
    others = Reminding(file, rules, "awaited", "due", STEERING, role, holding=(role,))
    assert "escale do" not in await others.plain()
