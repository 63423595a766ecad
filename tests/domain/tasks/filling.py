"""The commands that answer tasks, filled in as somebody might: what is known already, and a plausible rest."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from pydantic import ValidationError

from domain.decide.access import may
from domain.decide.decide import decide
from domain.files.setting import Setting
from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.refusal import Refusal
from domain.people.state import Organisation
from domain.registry.commands import AnyCommand
from domain.tasks.prefilled import Prefilled
from tests.domain import granting, paying
from tests.domain.kit import NOW, do
from tests.domain.sample_people import ELECTED, MANAGER
from tests.domain.tasks.scene import Scene

_SAID = "Parce que."
_WHY_NOT = {"points": ["no_residents"], "reasons": _SAID, "would_change": _SAID}
_LATER = {"until": "2028-12-31"}
_PARTIES = [{"party": "les-rives", "name": "Les Rives"}, {"party": "region", "name": "Région"}]
_REQUEST = paying.request(plan=(granting.RUNNING.model_copy(update={"cents": 2_000_000}),)).model_dump(
    mode="json"
)

RESTS: Mapping[str, tuple[Mapping[str, Any], ...]] = {
    "AddStakeholder": (
        {"stakeholder": "nouveau", "name": "Nouveau", "sector": "association", "role": "Animation"},
    ),
    "AwaitFile": ({"awaited": "ailleurs"},),
    "CloseExperiment": ({"outcome": "changed", "finding": _SAID},),
    "ConcludeReview": ({"outcome": "favourable", "reasons": _SAID},),
    "ConfirmPayment": ({"reference": "VIR-1", "executed_on": "2026-03-06"},),
    "DecideAmendment": ({"decision": "refused", **_WHY_NOT}, {}),
    "DecideFunding": ({"decision": "refused", **_WHY_NOT}, {}, _WHY_NOT),
    "DeclareInterests": ({"conflict": False},),
    "DraftCharter": ({"document": "sha256:" + "0" * 64},),
    "EditSheet": ({"object": "Autre chose"},),
    "ExtendDeadline": (_LATER,),
    "ExtendFundingDeadline": (_LATER,),
    "ExtendReview": (_LATER,),
    "GiveOpinion": ({"opinion": "favourable"},),
    "GoBack": ({"to": "exploration"},),
    "HandOverManagers": ({"managers": [MANAGER, ELECTED]},),
    "JudgeCriterion": ({"criterion": "rural", "met": True},),
    "PrepareAgreement": ({"parties": _PARTIES, "since": "2026-02-01", "until": "2026-12-31"},),
    "RecordContact": ({"kind": "visit"},),
    "RecordContribution": ({"stakeholder": "amae", "kind": "in-kind", "what": "Un atelier", "hours": 4},),
    "RecordEvaluation": ({"grid": {"story": {"level": 2}, "pleasure": {"level": 2}}},),
    "RecordLesson": ({"title": "Une leçon"},),
    "RecordQuickWin": ({"title": "Une victoire"},),
    "RecordRefund": ({"cents": 50_000, "reference": "REM-1"},),
    "ProposeAmendment": ({"amendment": "plus", "until": "2027-12-31", "reason": _SAID},),
    "RequestFunding": ({"request": _REQUEST},),
    "ResubmitFunding": ({"request": _REQUEST, "answers": {"no_place": _SAID}},),
    "SelectApplication": ({"stage": "shortlisted"},),
    "SettleAbandonment": ({"settlement": "refused"},),
    "SettleDelivery": ({"decision": "drop"},),
    "SignCharter": ({"signatories": ["amae", "egraine"], "until": "2028-12-31"},),
    "StartExperiment": ({"experiment": "navette", "title": "Une navette", "until": "2027-06-30"},),
}
"""What a giver adds to each command; nothing where it is not named."""
_OF_ANYBODY = {"ReplaceMember": "substitute", "GrantRole": "person"}
"""The field in which it may be anybody."""


def filled(answer: Prefilled, people: Organisation) -> Iterator[AnyCommand]:
    """The command as somebody might give it, in one way or another."""
    known: dict[str, Any] = {}
    for path, value in answer.fields.items():
        first, _, part = path.partition(".")
        known[first] = {**known.get(first, {}), part: value} if part else value
    rests: Iterable[Mapping[str, Any]] = RESTS.get(answer.name, ({},))
    if field := _OF_ANYBODY.get(answer.name):
        rests = [{field: one} for one in people.people]
    for rest in rests:
        given = {**rest, **known}
        for name, value in known.items():
            if isinstance(value, dict):
                given[name] = {**rest.get(name, {}), **value}
        with suppress(ValidationError):  # one of several ways that does not go with what is known
            yield do(answer.name, **given)


def accepted(commands: Iterable[AnyCommand], person: str, scene: Scene, people: Organisation) -> bool:
    """Whether the real rules, of access and of the matter, let somebody give one of these commands."""
    setting = Setting(people, scene.rulebook, NOW, beside=scene.states)
    return any(_accepted(one.model_copy(update={"actor": person}), setting) for one in commands)


def _accepted(command: AnyCommand, setting: Setting) -> bool:
    of_all = command.stream == ORGANISATION_STREAM
    subject = setting.organisation if of_all else setting.beside.get(command.stream)
    decision = may(command, subject, setting) or decide(command, subject, setting)
    return not isinstance(decision, Refusal)
