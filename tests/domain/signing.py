"""The agreement of the tests' funding, and an amendment on its way."""

from datetime import date
from typing import Any

from domain.fundings.events.requests import (
    AgreementPrepared,
    AgreementSigned,
    AmendmentGranted,
    AmendmentProposed,
)
from domain.fundings.request import Party
from domain.fundings.schedule import amended_schedule
from domain.kernel.event import Event
from domain.kernel.values import Role
from domain.rulebook.base import defined
from tests.domain.granting import FUNDS, GRANTED
from tests.domain.kit import On, on
from tests.domain.paying import funding_of
from tests.domain.sample_people import MANAGER
from tests.domain.vocabulary import WHY

PARTIES = (Party(party="region", name="Région"), Party(party="amae", name="AMAE"))
CITY = Party(party="ville", name="Ville")


def laid_down(**changes: Any) -> AgreementPrepared:
    """An agreement of two for 2026."""
    said: dict[str, Any] = {
        "parties": PARTIES,
        "since": date(2026, 1, 1),
        "until": date(2026, 12, 31),
        "contributions": (),
        "clauses": (),
        "document": None,
    }
    return AgreementPrepared(**{**said, **changes})


def signing(given: tuple[Event | On, ...] = GRANTED) -> tuple[Event | On, ...]:
    """Entries 4 to 6: laid down on 3 February, signed by the one and the other."""
    return (
        *given,
        on("2026-02-03", laid_down()),
        on("2026-02-10", AgreementSigned(party="region", complete=False)),
        on("2026-02-12", AgreementSigned(party="amae", complete=True)),
    )


LAID_DOWN = signing()[:4]
SIGNED = signing()


def proposal(given: tuple[Event | On, ...] = GRANTED, **changes: Any) -> AmendmentProposed:
    """An amendment that gives another amount, term, parties or plan."""
    funding = funding_of(*given)
    amount = changes.get("amount_cents")
    after = funding.amount_cents if amount is None else amount
    rule = defined(FUNDS.instrument(funding.instrument))
    said: dict[str, Any] = {"amount_cents": None, "until": None, "parties": None, "plan": None}
    return AmendmentProposed(
        amendment="avenant-1",
        schedule=amended_schedule(funding, rule, after),
        budget_cents=after - funding.amount_cents,
        reason=WHY,
        **{**said, **changes},
    )


def proposing(
    given: tuple[Event | On, ...] = GRANTED, actor: str = MANAGER, **changes: Any
) -> tuple[Event | On, ...]:
    """It was proposed on 1 June."""
    return (*given, on("2026-06-01", proposal(given, **changes), actor))


def amended(given: tuple[Event | On, ...], amount: int | None = None, **more: Any) -> AmendmentGranted:
    """It was granted by the board, or by the commission where that is for it."""
    funding = funding_of(*given)
    after = funding.amount_cents if amount is None else amount
    rule = defined(FUNDS.instrument(funding.instrument))
    said: dict[str, Any] = {
        "body": Role.BOARD,
        "review": None,
        "schedule": amended_schedule(funding, rule, after),
        "allocations": (),
        "released": (),
        "holds": not funding.in_force,
        "reasons": None,
    }
    return AmendmentGranted(amendment="avenant-1", **{**said, **more})
