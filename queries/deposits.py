"""What people outside may hand in for a file, by a link, and what came: for those who may record it alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.files.file import KeptFile
from domain.fundings.settling import reports_owed
from domain.fundings.state import Funding
from domain.kernel.values import Role
from domain.people.roles import holders
from language import Text
from queries.dossiers import opened
from queries.offers import offer_of
from queries.visit import Visit
from wording.naming import Naming
from wording.pages.deposits import COMPLETION, report_of, signature_of

_HANDING_IN = (Role.ACCOMPANYING_ORGANISATION, Role.FACILITATOR, Role.ELECTED_REPRESENTATIVE)
"""Who is beside those who hand something in, or are themselves."""
LASTS = timedelta(days=60)
"""How long a link is good."""


class Link(Protocol):
    """What a link is for, as ``access.deposits`` keeps it."""

    @property
    def file(self) -> str:
        """The key of the file."""

    @property
    def kind(self) -> str:
        """What is handed in."""

    @property
    def part(self) -> str:
        """Which of its kind."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that may be handed in, what it is called, and the command that takes it in, with its fields."""

    kind: str
    part: str
    name: Text
    command: str
    fields: Mapping[str, str]


async def wanted_for(visit: Visit, key: str) -> tuple[KeptFile, Sequence[Wanted]]:
    """What a file waits for that its beneficiary or its group may hand in, and that the person may record.

    Raises Failure for a file that is not theirs to read.
    """
    file = await opened(visit, key)
    found = [one for one in _wanted(visit, file) if await _may_record(visit, file, one)]
    return file, found


async def meant(visit: Visit, link: Link) -> Wanted | None:
    """What a link is for, as long as the file waits for it; None once it does not. Asks for nobody's rights."""
    file = await visit.looked_up(link.file)
    every = _wanted(visit, file) if file else ()
    return next((one for one in every if (one.kind, one.part) == (link.kind, link.part)), None)


async def may_take(visit: Visit, link: Link) -> Wanted | None:
    """What a link is for, if the person may record what comes by it; None for others, and once it is recorded."""
    file = await visit.looked_up(link.file)
    if file is None or not visit.may_read(file):
        return None
    one = await meant(visit, link)
    return one if one and await _may_record(visit, file, one) else None


async def near(visit: Visit, file: KeptFile) -> Mapping[str, str]:
    """Who may be sent a link without their address being typed: by their ids, what they are called, in that order."""
    ids = {one for role in _HANDING_IN for one in holders(visit.people, role, file.region, visit.now)}
    names = await visit.names(ids)
    return dict(sorted(names.items(), key=lambda one: one[1].casefold()))


def lasts_until(now: datetime) -> datetime:
    """When a link made now ends."""
    return now + LASTS


async def _may_record(visit: Visit, file: KeptFile, wanted: Wanted) -> bool:
    settled = {name: value for name, value in wanted.fields.items() if name not in ("funding", "cooperation")}
    offer = await offer_of(visit, file.key, wanted.command, settled)
    return offer is not None and offer.state == "possible"


def _wanted(visit: Visit, file: KeptFile) -> Iterator[Wanted]:
    naming = Naming(visit.rulebook(file.rulebook), file=file)
    if not isinstance(file, Funding):
        if file.completion_pending:
            yield Wanted("completion", "", COMPLETION, "ReceiveCompletion", {"cooperation": file.key})
        return
    for report in _reports(visit, file):
        name = report_of(Text(*naming.key("report", report)))
        yield Wanted("report", report, name, "SubmitReport", {"funding": file.id, "report": report})
    agreement = file.agreement
    for party in agreement.parties if agreement else ():
        if agreement and party.party not in agreement.signed:
            fields = {"funding": file.id, "party": party.party}
            yield Wanted("signature", party.party, signature_of(party.name), "SignAgreement", fields)


def _reports(visit: Visit, funding: Funding) -> Iterator[str]:
    """The reports that have not come, or were sent back."""
    rulebook = visit.rulebook(funding.rulebook)
    instrument = rulebook.instrument(funding.instrument) if rulebook else None
    for report in reports_owed(funding, instrument) if instrument else ():
        known = funding.reports.get(report)
        if known is None or known.stage in ("owed", "returned"):
            yield report
