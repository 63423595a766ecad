"""What programs are answered, whichever front they ask: the objects of ``--json`` and of the API, made in one place."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeVar

from domain.kernel.model import Model
from projections.pages import ACursor
from queries.as_of import Then
from queries.visit import Visit, simulated

if TYPE_CHECKING:  # what is asked loads itself: a list waits for no other
    from queries.cooperation import CooperationInFull
    from queries.lists import Listed
    from queries.messages import Messages
    from queries.payments import PaymentLine
    from queries.people import People
    from queries.programmes import ProgrammeVersion
    from queries.public_sheet import PublicSheet

AModel = TypeVar("AModel", bound=Model)
NOW = Then()


def rows(visit: Visit, found: "Listed[AModel, ACursor]", then: Then = NOW) -> dict[str, Any]:
    """What a list answered; ``then`` says as of which date, as known on which."""
    lines = [one.model_dump(mode="json") for one in found.rows]
    return simulated(visit) | then.as_json() | {"behind": found.behind, "rows": lines}


def messages(visit: Visit, found: "Messages") -> dict[str, Any]:
    """Mail that went out."""
    return simulated(visit) | {"rows": [asdict(one) for one in found.rows]}


def people(visit: Visit, found: "People") -> dict[str, Any]:
    """Who is known, with the roles that they hold."""
    return simulated(visit) | {"people": [one.as_json() for one in found.people]}


def payments(visit: Visit, lines: "Sequence[PaymentLine]", then: Then = NOW) -> dict[str, Any]:
    """Amounts and stages, never an account."""
    return simulated(visit) | then.as_json() | {"payments": [asdict(one) for one in lines]}


def rulebooks(visit: Visit, found: "Sequence[ProgrammeVersion]") -> dict[str, Any]:
    """Every version of every programme."""
    return simulated(visit) | {"rulebooks": [one.as_json() for one in found]}


def whole(visit: Visit, told: Mapping[str, Any], then: Then = NOW) -> dict[str, Any]:
    """One file in full."""
    return simulated(visit) | then.as_json() | dict(told)


def cooperation(visit: Visit, found: "CooperationInFull | PublicSheet", then: Then) -> dict[str, Any]:
    """A cooperation or its public sheet; the dates are always told."""
    dates = {"as_of": then.as_of or None, "known_on": then.known_on or None}
    return simulated(visit) | dates | found.as_json()
