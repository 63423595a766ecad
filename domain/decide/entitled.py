"""Whom a decision was up to: asked of the rules of access, as they stood when it was taken."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from domain.cooperations.commands.calls import DeclineApplication, SelectApplication
from domain.cooperations.commands.file import OpenCooperation
from domain.cooperations.commands.lifecycle import (
    AdvancePhase,
    CloseCooperation,
    GoBack,
    MigrateCooperation,
    ReopenCooperation,
    SettleAbandonment,
)
from domain.cooperations.commands.record import WaiveGateItem
from domain.decide.access import may_give
from domain.files.charge import MANAGER_ROLES
from domain.files.file import KeptFile
from domain.files.setting import Setting, State
from domain.fundings.circuit import is_role
from domain.fundings.commands.payments import AcceptReport, ApproveTranche
from domain.fundings.commands.requests import DecideAmendment, DecideFunding, ReclaimFunds
from domain.kernel.command import Command
from domain.kernel.ids import naming
from domain.kernel.prose import Prose
from domain.kernel.values import Body, Language, Role
from domain.people.roles import roles_of
from domain.people.state import Person
from domain.reviews.commands import ConcludeReview, DeferReview

_COMMANDS: Mapping[str, type[Command]] = {
    "AbandonmentSettled": SettleAbandonment,
    "AmendmentGranted": DecideAmendment,
    "AmendmentRefused": DecideAmendment,
    "ApplicationDeclined": DeclineApplication,
    "ApplicationSelected": SelectApplication,
    "CooperationClosed": CloseCooperation,
    "CooperationReopened": ReopenCooperation,
    "FundingDeclined": DecideFunding,
    "FundingGranted": DecideFunding,
    "FundsReclaimed": ReclaimFunds,
    "GateItemWaived": WaiveGateItem,
    "ReportAccepted": AcceptReport,
    "ReviewConcluded": ConcludeReview,
    "ReviewDeferred": DeferReview,
    "RulebookChanged": MigrateCooperation,
    "TrancheApproved": ApproveTranche,
}
_WAYS: Mapping[str, type[Command]] = {
    "opened": OpenCooperation,
    "advanced": AdvancePhase,
    "back": GoBack,
    "reopened": ReopenCooperation,
    "migrated": MigrateCooperation,
}
"""By the way on which a phase was entered."""
_FIELDS = {
    "amendment": "amendment",
    "item": "item",
    "report": "report",
    "rulebook": "to",
    "tranche": "tranche",
}
"""What a decision says that its command said too, as far as access depends on it."""
_NOBODY = Person(id="nobody", name=Prose(), email=Prose(), language=Language.FRENCH)
"""Somebody without any role: what they would be refused names those who hold one."""


@dataclass(frozen=True, slots=True)
class Entitled:
    """Whom a decision was up to."""

    could: tuple[Body, ...]
    """The roles and panels one of which it takes; empty where the rules ask for none."""
    in_charge: bool
    """Whether those in charge of the file could, too."""
    held: tuple[Role, ...]
    """The roles that whoever decided held for the file's region then, those that it takes first."""
    was_in_charge: bool
    """Whether whoever decided was in charge of the file."""


def decided_by(kind: str, said: Mapping[str, Any]) -> type[Command] | None:
    """The command that records a decision of a kind (``PhaseEntered``); None for what is no decision."""
    return _WAYS[said["way"]] if kind == "PhaseEntered" else _COMMANDS.get(kind)


def entitled_to(
    kind: type[Command], said: Mapping[str, Any], actor: str, file: KeptFile, before: State, setting: Setting
) -> Entitled:
    """Whom a decision was up to: ``file`` as it is since, ``before`` as it was; ``setting`` is that of the moment."""
    fields: dict[str, Any] = dict(naming(file.key))
    fields |= {name: said[one] for one, name in _FIELDS.items() if one in said}
    if kind is OpenCooperation:
        fields["region"] = file.region
    if kind is ConcludeReview:
        fields["outcome"] = said["outcome"] if said["by"] in ("chair", "casting-vote") else None
    people = setting.organisation
    there = replace(people, people={**people.people, _NOBODY.id: _NOBODY})
    refused = may_give(kind, fields, _NOBODY.id, before, replace(setting, organisation=there))
    named = refused.params["roles"].split(", ") if refused and refused.code == "not_entitled" else ()
    could = tuple(Role(one) if is_role(one) else one for one in named if one != "–")
    held = roles_of(people, actor, file.region, setting.now)
    managers = before.managers if isinstance(before, KeptFile) else ()
    return Entitled(
        could=could,
        in_charge=getattr(kind, "by_those_in_charge", False),
        held=tuple(sorted(held, key=lambda one: (one not in could, one))),
        was_in_charge=actor in managers and bool(held & MANAGER_ROLES),
    )
