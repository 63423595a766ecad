"""What letters say that tell once: each outcome in a sentence, and what its reader can do next."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from domain.cooperations.events.calls import ApplicationDeclined, ApplicationSelected
from domain.cooperations.events.lifecycle import AbandonmentSettled
from domain.files.events import SilenceCounted
from domain.files.file import KeptFile
from domain.fundings.events.payments import PaymentConfirmed, PaymentFailed
from domain.fundings.events.requests import AmendmentRefused, FundingDeclined
from domain.kernel.ids import SERVICE
from domain.kernel.values import Language, Role, Settlement
from domain.people.state import Organisation
from domain.reminders.names import OUTCOMES
from domain.reminders.outcomes import tellings
from domain.reviews.events import ReviewCancelled, ReviewDeferred
from domain.rulebook import Rulebook
from tests.domain.granting import concluded
from tests.domain.kit import On, file_of, on
from tests.domain.paying import BOARD, FINANCE, IN_FILE, PAID_BY, awarded, funding_of, request, requested
from tests.domain.reviewing import ASKING, asked, review_of
from tests.domain.rules import CALLING, RULES
from tests.domain.sample_people import ELECTED, MANAGER
from tests.domain.tables.reviews import PROPOSED
from tests.domain.vocabulary import ABANDONMENT_ASKED, BEGUN, WHY, applied, declared, member
from tests.mail.beside import Reminding

GOLDEN = Path(__file__).parent / "golden"
PAYING = on("2026-03-06", PaymentConfirmed(payment=1, reference="V", executed_on=date(2026, 3, 5)), FINANCE)
BACK = on("2026-03-06", PaymentFailed(payment=1, outcome="returned", reason=WHY), FINANCE)
COMPLETE = file_of(*BEGUN, declared("go"), member("a"), on("2026-02-02", member("b")))


def declining(decision: str) -> On:
    """The board did not grant it."""
    because = {"reasons": WHY, "would_change": WHY}
    return on(
        "2026-02-02",
        FundingDeclined.model_validate(
            {"decision": decision, "body": "board", "dossier": 1, "review": None, "points": (), **because}
        ),
        BOARD,
    )


def silent(counts_as: str, key: str) -> On:
    """Silence counted."""
    event = {"occurrence": f"{key}/e1", "deadline": key, "counts_as": counts_as, "item": None}
    return on("2026-02-02", SilenceCounted.model_validate(event), SERVICE)


_REFUSED = AmendmentRefused(
    amendment="plus", body="board", review=None, points=(), reasons=WHY, would_change=WHY
)
SCENES: dict[str, tuple[KeptFile, Rulebook, str, str]] = {
    "gate-complete": (
        COMPLETE,
        RULES,
        "tout ce que demande le passage est réuni depuis le lundi 2 février 2026",
        "do AdvancePhase --cooperation rives --to diagnosis",
    ),
    "review-concluded": (
        review_of(*asked(), on("2026-11-20", concluded("unfavourable"), ELECTED)),
        ASKING,
        "a rendu son avis le vendredi 20 novembre 2026 : défavorable.",
        "reviews avis",
    ),
    "review-deferred": (
        review_of(
            *asked(), on("2026-11-20", ReviewDeferred(points=(), reasons=WHY, would_change=WHY), ELECTED)
        ),
        ASKING,
        "a différé sa réponse le vendredi 20 novembre 2026",
        "reviews avis",
    ),
    "review-cancelled": (
        review_of(*asked(), on("2026-11-20", ReviewCancelled(cause="decided", reason=None), ELECTED)),
        ASKING,
        "n’attend plus de réponse depuis le vendredi 20 novembre 2026 : ",
        "reviews avis",
    ),
    "funding-granted": (
        funding_of(*awarded(request(cents=4_800_000))),
        PAID_BY,
        "48 000,00 € ont été accordés le lundi 2 février 2026",
        "do PrepareAgreement --funding menuiserie",
    ),
    "funding-refused": (
        funding_of(requested(request()), declining("refused")),
        PAID_BY,
        "la demande a été refusée le lundi 2 février 2026",
        "do ResubmitFunding --funding menuiserie",
    ),
    "funding-deferred": (
        funding_of(requested(request()), declining("deferred")),
        PAID_BY,
        "la décision a été différée",
        "do ResubmitFunding --funding menuiserie",
    ),
    "amendment-granted": (
        funding_of(*awarded(), on("2026-06-01", PROPOSED), on("2026-06-02", _REFUSED, BOARD)),
        PAID_BY,
        "l’avenant a été refusé le mardi 2 juin 2026",
        "fundings menuiserie",
    ),
    "tranche-paid": (
        funding_of(*IN_FILE, PAYING),
        PAID_BY,
        "le paiement de 10 000,00 € a été enregistré le vendredi 6 mars 2026",
        "fundings menuiserie",
    ),
    "payment-failed": (
        funding_of(*IN_FILE, BACK),
        PAID_BY,
        "le paiement de 10 000,00 € n’a pas abouti le vendredi 6 mars 2026 ; il est à ordonner de nouveau",
        "fundings menuiserie",
    ),
    "application-selected": (
        file_of(*applied(), on("2026-02-02", ApplicationSelected(stage="shortlisted", note=None), ELECTED)),
        CALLING,
        "La candidature a été retenue le lundi 2 février 2026 : « shortlisted (nom) ».",
        "show rives",
    ),
    "application-declined": (
        file_of(
            *applied(),
            on("2026-02-02", ApplicationDeclined(points=("place",), reasons=WHY, would_change=WHY), ELECTED),
        ),
        CALLING,
        "La candidature a été refusée",
        "do ResubmitApplication --cooperation rives",
    ),
    "abandonment-granted": (
        file_of(
            *BEGUN,
            on("2026-02-01", ABANDONMENT_ASKED),
            on("2026-02-02", AbandonmentSettled(settlement=Settlement.GRANTED, reason=WHY), ELECTED),
        ),
        RULES,
        "L’abandon a été accordé le lundi 2 février 2026",
        "show rives",
    ),
    "abandonment-refused": (
        file_of(
            *BEGUN,
            on("2026-02-01", ABANDONMENT_ASKED),
            on("2026-02-02", AbandonmentSettled(settlement=Settlement.REFUSED, reason=WHY), ELECTED),
        ),
        RULES,
        "L’abandon a été refusé",
        "show rives",
    ),
    "silence-counted": (
        funding_of(requested(request()), silent("refused", "decision")),
        PAID_BY,
        "le silence a compté le lundi 2 février 2026 : refus.",
        "fundings menuiserie",
    ),
}
"""By what is told: the file, its rules, a sentence of the letter, and what its reader can do next."""
SCENES["amendment-refused"] = SCENES.pop("amendment-granted")


def letter(
    kind: str, language: Language = Language.FRENCH, holding: tuple[Role, ...] = tuple(Role)
) -> Reminding:
    """The letter to the manager, who asked."""
    file, rulebook, *_ = SCENES[kind]
    occurrence = tellings(file, rulebook, Organisation())[-1].occurrence
    assert occurrence.startswith(kind)
    role = Role.PROGRAMME_MANAGER
    reminding = Reminding(file, rulebook, occurrence, "told", MANAGER, role, language)
    return replace(reminding, holding=holding)


@pytest.mark.parametrize("kind", SCENES)
async def test_each_outcome_is_a_sentence_with_what_to_do_next(kind: str) -> None:
    """No id, no key; the page of the file, and the command that goes on from there."""
    *_, sentence, command = SCENES[kind]
    text = (await letter(kind).plain()).replace("\xa0", " ").replace("\u202f", " ")
    assert sentence in " ".join(text.split())
    assert f"escale {command}\n" in text
    assert "échéance" not in text
    assert OUTCOMES[kind].fr.lower() in text.splitlines()[0].lower()


def test_every_outcome_is_tried() -> None:
    """But for the amendment granted, whose sentence is its refusal's with another word."""
    assert SCENES.keys() == OUTCOMES.keys() - {"amendment-granted"}


async def test_nobody_is_offered_what_is_not_theirs() -> None:
    """Whoever has asked and is no manager any more reads the outcome alone: the request is not theirs to read."""
    said = await letter("funding-refused", holding=(Role.JURY,)).plain()
    assert "ResubmitFunding" not in said
    assert "escale fundings" not in said


@pytest.mark.parametrize(
    ("kind", "language"), [("gate-complete", Language.FRENCH), ("funding-granted", Language.ENGLISH)]
)
async def test_a_letter_reads_as_agreed(kind: str, language: Language) -> None:
    """The samples."""
    name = f"{kind}.{language}.txt"
    assert await letter(kind, language).plain() == (GOLDEN / name).read_text(encoding="utf-8")
