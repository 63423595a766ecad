"""Which commands concern a file, and which of them can never apply to it: there are no calls, no grid, no acts."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from domain.acts.commands import HoldBackAct, ReleaseAct
from domain.acts.prescribed import acts_prescribed
from domain.bank.commands import AccountCommand
from domain.cooperations.commands.acts import ImportCooperation
from domain.cooperations.commands.base import FileCommand
from domain.cooperations.commands.calls import (
    DeclineApplication,
    ResubmitApplication,
    SelectApplication,
)
from domain.cooperations.commands.file import OpenCooperation
from domain.cooperations.commands.record import DeclareGateItem, JudgeCriterion, RecordEvaluation
from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.fundings.commands.base import FundingCommand
from domain.fundings.commands.requests import ConfirmCoFunding, RecordCitizenContribution, RequestFunding
from domain.fundings.state import Funding
from domain.kernel.command import Command
from domain.kernel.ids import ORGANISATION_STREAM, account_stream, naming
from domain.organisation.commands import FoundOrganisation, OrganisationCommand, PublishRulebook
from domain.registry.commands import COMMAND_TYPES
from domain.reminders.commands import SettleDelivery
from domain.reviews.commands import OpenReview, ReviewCommand
from domain.reviews.state import Review
from domain.rulebook import CriteriaRule, DeclaredRule, Rulebook
from queries.offering.fillings import UNKNOWN

_ACCOUNT = account_stream("")
_OF_ANY_FILE: tuple[type[Command], ...] = (HoldBackAct, ReleaseAct, SettleDelivery)
_BEGINNING: tuple[type[Command], ...] = (
    *(OpenCooperation, ImportCooperation, OpenReview, RequestFunding),
    *(FoundOrganisation, PublishRulebook),
)
"""What makes something, or is given from a file: no button of a page that shows what is there."""


def commands_about(key: str, file: KeptFile | None) -> tuple[type[Command], ...]:
    """The commands that people give about a file, about bank details, or about the organisation itself."""
    given = [one for one in COMMAND_TYPES.values() if one.by_the_service != "only"]
    match file:
        case Cooperation():
            return (*_of(FileCommand, given), OpenReview, RequestFunding, *_OF_ANY_FILE)
        case Review():
            return (*_of(ReviewCommand, given), SettleDelivery)
        case Funding():
            return (*_of(FundingCommand, given), OpenReview, *_OF_ANY_FILE)
    if key.startswith(_ACCOUNT):
        return _of(AccountCommand, given)
    return _of(OrganisationCommand, given) if key == ORGANISATION_STREAM else ()


def _of(family: Any, given: Iterable[type[Command]]) -> tuple[type[Command], ...]:
    """The commands of a family about something that is there already."""
    return tuple(one for one in given if issubclass(one, family) and one not in _BEGINNING)


def naming_fields(command: type[Command], key: str, file: KeptFile | None) -> Mapping[str, Any]:
    """The fields that say what a command is about; what it would begin has a name that nothing has."""
    if command is OpenReview and isinstance(file, Funding):
        return {"review": UNKNOWN, "cooperation": file.cooperation, "funding": file.id}
    if command in (OpenReview, RequestFunding) and file:
        return {("review" if command is OpenReview else "funding"): UNKNOWN, "cooperation": file.id}
    if file:
        return naming(file.key)
    return {"account": key.removeprefix(_ACCOUNT)} if key.startswith(_ACCOUNT) else {}


def can_apply(command: type[Command], file: KeptFile, rulebook: Rulebook) -> bool:
    """Whether the programme has what the command is about, and what happened so far leaves room for it."""
    return not any(absent is command for absent in _absent(file, rulebook))


def _absent(file: KeptFile, rulebook: Rulebook) -> Iterator[type[Command]]:
    if not acts_prescribed(file, rulebook):
        yield from (HoldBackAct, ReleaseAct)
    if not any(one.delivery in ("unknown", "failed") for one in file.messages.values()):
        yield SettleDelivery
    if not rulebook.reviews:
        yield OpenReview
    match file:
        case Cooperation():
            yield from _absent_from_cooperation(file, rulebook)
        case Funding():
            instrument = rulebook.instrument(file.instrument)
            if instrument is None or instrument.matching is None:
                yield RecordCitizenContribution
            if not file.request.co_funding:
                yield ConfirmCoFunding


def _absent_from_cooperation(file: Cooperation, rulebook: Rulebook) -> Iterator[type[Command]]:
    if file.application is None:
        yield from (SelectApplication, DeclineApplication, ResubmitApplication)
    if rulebook.evaluation is None:
        yield RecordEvaluation
    if not rulebook.instruments:
        yield RequestFunding
    rules = [item.needs for phase in rulebook.phases.values() for item in phase.gate]
    if not any(isinstance(one, DeclaredRule) for one in rules):
        yield DeclareGateItem
    if not any(isinstance(one, CriteriaRule) for one in rules):
        yield JudgeCriterion
