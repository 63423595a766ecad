"""The commands by which a panel is asked, or money, each with a short name that is free for what is asked."""

from collections.abc import Collection

from domain.cooperations.state import Cooperation
from domain.fundings.commands.requests import RequestFunding
from domain.fundings.state import Funding
from domain.reviews.commands import OpenReview
from domain.tasks.prefilled import Prefilled

_LONGEST = 60
"""Characters of a short name."""


def asking_a_panel(question: str, file: Cooperation, funding: str | None = None) -> Prefilled:
    """The question of a gate, about the cooperation, or about a funding of it."""
    about = {"funding": funding} if funding else {}
    name = _free(f"{file.id}-{question}", file.reviews)
    return Prefilled(OpenReview, {"review": name, "cooperation": file.id, "question": question, **about})


def asking_about_money(subject: str, funding: Funding) -> Prefilled:
    """A question about a request; ``subject`` names an amendment after it where it is about that."""
    question, _, amendment = subject.partition("/")
    fields: dict[str, str | int] = {
        "review": _free(f"{funding.id}-{question}", funding.reviews),
        "cooperation": funding.cooperation,
        "question": question,
        "funding": funding.id,
    }
    return Prefilled(OpenReview, fields | ({"amendment": amendment} if amendment else {}))


def asking_for_money(instrument: str, file: Cooperation) -> Prefilled:
    """A request for a funding by an instrument."""
    name = _free(f"{file.id}-{instrument}", file.fundings)
    fields = {"cooperation": file.id, "funding": name, "request.instrument": instrument}
    return Prefilled(RequestFunding, fields)


def _free(wanted: str, taken: Collection[str]) -> str:
    """A short name like that which nothing known here has: with a number after it from the second on."""
    name, number = _short(wanted, ""), 1
    while name in taken:
        number += 1
        name = _short(wanted, f"-{number}")
    return name


def _short(wanted: str, end: str) -> str:
    return wanted.replace("_", "-")[: _LONGEST - len(end)].strip("-") + end
