"""What fits the fields of commands about a cooperation."""

from collections.abc import Iterator, Mapping

from domain.cooperations.commands.calls import ResubmitApplication, SelectApplication
from domain.cooperations.commands.file import (
    ChangeStakeholder,
    HandOverManagers,
    OpenCooperation,
    RecordCommitment,
    RecordContribution,
    RetireStakeholder,
    SignCharter,
)
from domain.cooperations.commands.lifecycle import AdvancePhase, ExtendDeadline, GoBack, MigrateCooperation
from domain.cooperations.commands.record import (
    CloseExperiment,
    CorrectEntry,
    DeclareGateItem,
    DeliverDeliverable,
    JudgeCriterion,
    RecordContact,
    RecordEvaluation,
    RecordSolution,
    WaiveGateItem,
)
from domain.cooperations.deadlines import deadlines
from domain.cooperations.evolve.corrections import FACTS
from domain.cooperations.funnel import stage_after
from domain.cooperations.gate import missing
from domain.cooperations.state import Cooperation
from domain.files.charge import MANAGER_ROLES
from domain.kernel.command import Command
from domain.kernel.moments import write_instant
from domain.people.identity import one_id_each
from domain.people.roles import roles_of
from domain.rulebook import TERMS, CriteriaRule, DeclaredRule, GateItem, Rulebook
from queries.choosing.circumstances import Circumstances, Fitting
from queries.choosing.regions import regions_to_choose


def _file(asked: Circumstances) -> Iterator[tuple[Cooperation, Rulebook]]:
    """The cooperation and its rules, once it has begun; nothing otherwise."""
    if isinstance(asked.file, Cooperation) and asked.file.begun and asked.rulebook:
        yield asked.file, asked.rulebook


def _gate(asked: Circumstances) -> Iterator[GateItem]:
    for file, rulebook in _file(asked):
        phase = rulebook.phases.get(file.current.phase)
        yield from phase.gate if phase else ()


def present_stakeholders(asked: Circumstances) -> Iterator[str]:
    """Those who are in the collective now."""
    for file, _ in _file(asked):
        yield from (key for key, one in file.stakeholders.items() if not one.retired)


def _who_may_leave(asked: Circumstances) -> Iterator[str]:
    """Who carries the money passes that on first."""
    for file, _ in _file(asked):
        members = file.stakeholders.items()
        yield from (key for key, one in members if not (one.retired or one.carries_the_money))


def _other_party(asked: Circumstances) -> Iterator[str]:
    return (one for one in present_stakeholders(asked) if one != asked.known.get("party"))


def _ever_stakeholders(asked: Circumstances) -> Iterator[str]:
    yield from present_stakeholders(asked)
    for file, _ in _file(asked):
        yield from (key for key, one in file.stakeholders.items() if one.retired)


def _fit_to_manage(asked: Circumstances) -> Iterator[str]:
    """Whoever may be in charge in the region, programme managers first: one of them at least has to be."""
    region = asked.file.region if asked.file else asked.known.get("region")
    organisation = asked.setting.organisation
    roles = {
        one: roles_of(organisation, one, region, asked.setting.now)
        for one in one_id_each(organisation, organisation.people)
    }
    able = [one for one, held in roles.items() if held & MANAGER_ROLES]
    return iter(sorted(able, key=lambda one: "programme-manager" not in roles[one]))


def _deliverables(asked: Circumstances) -> Iterator[str]:
    """Of the present phase, those first that have not come in this pass of it."""
    for file, rulebook in _file(asked):
        known = file.by_type.get("DeliverableDelivered", ())
        come = {one.key for one in known if one.number > file.current.entry}
        found = rulebook.deliverables(file.current.phase)
        yield from sorted(found, key=lambda one: one in come)


def _declared(asked: Circumstances) -> Iterator[str]:
    return (one.item for one in _gate(asked) if isinstance(one.needs, DeclaredRule))


def _judged(asked: Circumstances) -> Iterator[str]:
    return (one.item for one in _gate(asked) if isinstance(one.needs, CriteriaRule))


def _criteria(asked: Circumstances) -> Iterator[str]:
    item = asked.known.get("item")
    for one in _gate(asked):
        if isinstance(one.needs, CriteriaRule) and item in (None, one.item):
            yield from one.needs.of


def _missing(asked: Circumstances) -> Iterator[str]:
    for file, rulebook in _file(asked):
        yield from missing(file, rulebook, asked.setting.now)


def _entries(asked: Circumstances) -> Iterator[int]:
    for file, _ in _file(asked):
        yield from (one.number for one in reversed(list(file.entries.values())) if not one.void)


def _facts(asked: Circumstances) -> Iterator[int]:
    for file, _ in _file(asked):
        yield from (one for one in _entries(asked) if file.entries[one].type in FACTS)


def _problems(asked: Circumstances) -> Iterator[int]:
    for file, _ in _file(asked):
        yield from (one for one in _entries(asked) if file.entries[one].type == "ProblemRecorded")


def _running(asked: Circumstances) -> Iterator[str]:
    for file, _ in _file(asked):
        yield from (key for key, one in file.experiments.items() if one.closed is None)


def _next_stage(asked: Circumstances) -> Iterator[str]:
    for file, rulebook in _file(asked):
        stage = stage_after(file.application, rulebook) if file.application else None
        yield from (stage.stage,) if stage else ()


def _points(asked: Circumstances) -> Iterator[str]:
    for file, _ in _file(asked):
        yield from file.application.declined if file.application else ()


def _next_phase(asked: Circumstances) -> Iterator[str]:
    for file, rulebook in _file(asked):
        following = rulebook.phase_after(file.current.phase)
        yield from (following.value,) if following else ()


def _earlier_phases(asked: Circumstances) -> Iterator[str]:
    for file, rulebook in _file(asked):
        earlier = [one for one in rulebook.phases if one.number < file.current.phase.number]
        yield from (one.value for one in sorted(earlier, key=lambda one: -one.number))


def _open_deadlines(asked: Circumstances) -> Iterator[str]:
    for file, rulebook in _file(asked):
        opened = deadlines(file, rulebook)
        yield from dict.fromkeys(one.key for one in opened if one.after not in TERMS)


def _other_rulebooks(asked: Circumstances) -> Iterator[str]:
    """Other versions of the programme, the latest first; then programmes that take its files over."""
    for file, _ in _file(asked):
        versions = [one for one in reversed(asked.rulebooks()) if one.id != file.rulebook]
        yield from (one.id for one in versions if one.programme == file.programme)
        relays = [one for one in versions if any(by.programme == file.programme for by in one.relays)]
        yield from (one.id for one in relays if one.programme != file.programme)


def _phases_of_target(asked: Circumstances) -> Iterator[str]:
    """Only where the new rules do not use the present phase is there a choice."""
    target = next((one for one in asked.rulebooks() if one.id == asked.known.get("to")), None)
    for file, _ in _file(asked):
        if target is None:
            return
        relay = next((one for one in target.relays if one.programme == file.programme), None)
        present = file.current.phase
        if (relay.phases.get(present, present) if relay else present) not in target.phases:
            yield from (one.value for one in target.phases)


def _programmes(asked: Circumstances) -> Iterator[str]:
    return iter(dict.fromkeys(one.programme for one in asked.rulebooks()))


def _open_calls(asked: Circumstances) -> Iterator[str]:
    """Of the version in force of the programme that is named."""
    versions = [one for one in asked.rulebooks() if one.programme == asked.known.get("programme")]
    region, at = asked.known.get("region"), write_instant(asked.setting.now)
    for rulebook in versions[-1:]:
        zone = rulebook.zone_of(region) if region else rulebook.calendar.tz
        calls = rulebook.calls.calls if rulebook.calls else ()
        yield from (one.call for one in calls if one.is_open(at, zone))


IN_COOPERATIONS: Mapping[type[Command], Mapping[str, tuple[str, Fitting]]] = {
    OpenCooperation: {
        "region": (
            "region",
            lambda asked: regions_to_choose(asked.setting.organisation, asked.rulebooks()),
        ),
        "programme": ("programme", _programmes),
        "call": ("call", _open_calls),
        "managers": ("person", _fit_to_manage),
    },
    ChangeStakeholder: {"stakeholder": ("own", present_stakeholders)},
    RetireStakeholder: {"stakeholder": ("own", _who_may_leave)},
    RecordCommitment: {"party": ("own", present_stakeholders), "toward": ("own", _other_party)},
    RecordContribution: {"stakeholder": ("own", present_stakeholders)},
    SignCharter: {"signatories": ("own", present_stakeholders)},
    HandOverManagers: {"managers": ("person", _fit_to_manage)},
    RecordContact: {
        "stakeholders": ("own", _ever_stakeholders),
        "occasion": ("occasion", lambda asked: asked.rulebook.occasions if asked.rulebook else ()),
    },
    DeliverDeliverable: {"deliverable": ("deliverable", _deliverables)},
    DeclareGateItem: {"item": ("item", _declared), "evidence": ("entry", _entries)},
    JudgeCriterion: {"item": ("item", _judged), "criterion": ("criterion", _criteria)},
    WaiveGateItem: {"item": ("item", _missing)},
    CloseExperiment: {"experiment": ("own", _running)},
    RecordSolution: {"problem": ("entry", _problems)},
    RecordEvaluation: {
        "grid": (
            "grid",
            lambda asked: (
                asked.rulebook.evaluation.items if asked.rulebook and asked.rulebook.evaluation else ()
            ),
        )
    },
    CorrectEntry: {"entry": ("entry", _facts)},
    SelectApplication: {"stage": ("stage", _next_stage)},
    ResubmitApplication: {"answers": ("point", _points)},
    AdvancePhase: {"to": ("phase", _next_phase)},
    GoBack: {"to": ("phase", _earlier_phases)},
    ExtendDeadline: {"deadline": ("deadline", _open_deadlines)},
    MigrateCooperation: {"to": ("rulebook", _other_rulebooks), "phase": ("phase", _phases_of_target)},
}
"""By command and field: of what kind the values are (``wording.naming``), and which fit."""
