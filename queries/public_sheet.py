"""The public sheet of a cooperation, for those who read no more of it: members of panels."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_jsonable_python

from application.document import Document
from domain.cooperations.state import Cooperation
from domain.fundings.state import Funding
from projections.reviews import ReviewLine
from queries.as_of import Then
from queries.cooperation import CooperationInFull, cooperation_in_full
from queries.document import written
from queries.related_files import related_files
from queries.visit import Visit


@dataclass(frozen=True, slots=True)
class PublicSheet:
    """Where a cooperation stands, what of it is public, and what was asked of panels on which the person sits."""

    file: str
    region: str
    document: Document
    """Written for the public; with no section while nothing is public."""
    reviews: Sequence[ReviewLine]

    def as_json(self) -> dict[str, Any]:
        """Where it stands, the entries that are public by subject, and the reviews."""
        sheet, sections = self.document.sheet, self.document.sections
        shown = {one.subject for one in sections}
        return {
            "file": self.file,
            "public": True,
            "name": sheet.name,
            "territory": to_jsonable_python(sheet.territory)
            if "territory" in shown
            else sheet.territory.name,
            "region": self.region,
            "programme": sheet.rulebook.partition("@")[0],
            "phase": sheet.phase,
            "status": sheet.status,
            "object": sheet.object if "sheet" in shown else None,
            "subjects": {one.subject: [to_jsonable_python(told) for told in one.entries] for one in sections},
            "grants": [_grant(one) for one in self.document.grants],
            "reviews": [one.model_dump(mode="json") for one in self.reviews],
        }


async def cooperation_or_sheet(visit: Visit, name: str, then: Then) -> CooperationInFull | PublicSheet:
    """A cooperation as of a date; to those who read no more of it, its public sheet. Raises Failure."""
    in_full = then or visit.may_read(await visit.seen(name))
    return await (cooperation_in_full(visit, name, then) if in_full else public_sheet(visit, name))


async def public_sheet(visit: Visit, name: str) -> PublicSheet:
    """The public sheet of a cooperation, and the reviews in which the person has a seat. Raises Failure.

    From then on, what is shown happened where the cooperation lives.
    """
    file = await visit.seen(name)
    document = await written(visit, file, "", None, public=True)
    return PublicSheet(file.id, file.region, document, await _reviews(visit, file))


def _grant(funding: Funding) -> dict[str, Any]:
    """What the law makes public of a subsidy: to whom, how much, how much of it is paid."""
    payee = funding.request.beneficiary
    return {
        "funding": funding.id,
        "beneficiary": payee.name,
        "identifier": payee.identifier,
        "granted_cents": funding.amount_cents,
        "paid_cents": funding.paid_cents,
        "granted_at": funding.granted.at if funding.granted else None,
    }


async def _reviews(visit: Visit, file: Cooperation) -> Sequence[ReviewLine]:
    related = await related_files(visit, file, None, None)
    return [one for one in related.reviews if visit.may_read(related.states[one.file])]
