"""What panels are asked, and have said, about a request or an amendment, as far as the funding heard."""

from collections.abc import Collection, Mapping

from domain.fundings.circuit import is_role
from domain.fundings.state import Funding, ReviewOfRequest
from domain.kernel.values import Role
from domain.rulebook import Level, Panel, Review, Rulebook

SAYS: Mapping[str, str] = {
    "favourable": "granted",
    "favourable-with-conditions": "granted",
    "unfavourable": "refused",
    "deferred": "deferred",
}
"""What a panel's answer is as a decision."""


def deciding_roles(level: Level) -> tuple[Role, ...]:
    """The roles of a level whose holders decide by themselves."""
    return tuple(Role(body) for body in level.by if is_role(body))


def deciding_panels(level: Level, rulebook: Rulebook) -> tuple[Panel, ...]:
    """The panels of a level that decide: what they conclude is recorded."""
    panels = (rulebook.panel(body) for body in level.by if not is_role(body))
    return tuple(one for one in panels if one and one.mode == "decisive")


def question_to(panels: Collection[Panel], amendment: str | None, rulebook: Rulebook) -> Review | None:
    """The first question by which one of these panels is asked about a request, or about an amendment."""
    about, keys = "funding" if amendment is None else "amendment", {one.panel for one in panels}
    return next((one for one in rulebook.reviews if one.about == about and one.panel in keys), None)


def asked_now(
    funding: Funding, amendment: str | None, panels: Collection[Panel]
) -> tuple[str, ReviewOfRequest] | None:
    """The open review of one of these panels about it, by its id."""
    found = _about(funding, amendment, panels)
    return next((one for one in found if one[1].outcome is None), None)


def answer_of(
    funding: Funding, amendment: str | None, panels: Collection[Panel], since: int
) -> tuple[str, ReviewOfRequest] | None:
    """The last review in which one of these panels answered after entry ``since``, about the version of then."""
    found = [one for one in _about(funding, amendment, panels) if one[1].outcome in SAYS]
    answered = [(seen.answered, key, seen) for key, seen in found if seen.answered and seen.answered > since]
    _, key, seen = max(answered, default=(0, "", None))
    return (key, seen) if seen else None


def _about(
    funding: Funding, amendment: str | None, panels: Collection[Panel]
) -> tuple[tuple[str, ReviewOfRequest], ...]:
    keys = {one.panel for one in panels}
    return tuple(
        (key, seen)
        for key, seen in funding.reviews.items()
        if seen.amendment == amendment and seen.panel in keys
    )
