"""What people do to meet a gate item, whatever its rule: commands in their written form, in order."""

from collections.abc import Iterator
from datetime import date

from application.rehearsal.todo import Deed
from application.rehearsal.world import World
from domain.cooperations.funnel import stage_after
from domain.cooperations.state import Cooperation
from domain.files.charge import MANAGER_ROLES
from domain.kernel.calendar import due_after
from domain.kernel.values import Sector
from domain.people.roles import holders
from domain.rulebook import (
    CharterRule,
    ContributionsRule,
    CriteriaRule,
    DeclaredRule,
    DeliverableRule,
    EvaluationRule,
    ExperimentsRule,
    GateItem,
    InhabitantsRule,
    LessonsRule,
    ManagersRule,
    OccasionsRule,
    QuickWinsRule,
    Rulebook,
    SelectedRule,
    StakeholdersRule,
)

AS_JUDGED = 3
"""What each maturity item gets in an evaluation, of 4."""
_LEAST_SIGNATORIES = 2
_SIGNATORIES = StakeholdersRule(rule="stakeholders", at_least=_LEAST_SIGNATORIES)
_EXPERIMENT = "P6M"
"""How long an experiment lasts where the programme sets no shortest term."""


def meet(item: GateItem, world: World, file: Cooperation) -> Iterator[Deed]:
    """What meets the item now; nothing where only others, other files, or what comes later can meet it."""
    match item.needs:
        case DeliverableRule():
            yield {"type": "DeliverDeliverable", "deliverable": item.item}
        case DeclaredRule():
            yield {"type": "DeclareGateItem", "item": item.item}
        case CriteriaRule(of=criteria, at_least=least):
            for criterion in list(criteria)[:least]:
                yield {"type": "JudgeCriterion", "item": item.item, "criterion": criterion, "met": True}
        case CharterRule() as rule:
            yield from _charter(rule, world, file)
        case StakeholdersRule() as rule:
            yield from _stakeholders(rule, world, file)
        case ManagersRule(at_least=least) if len(file.managers) < least:
            yield {
                "type": "HandOverManagers",
                "managers": _more_managers(world, file, least),
                "reason": "Renfort",
            }
        case InhabitantsRule() as rule:
            number = rule.at_least or rule.at_most
            territory = file.territory.model_copy(update={"inhabitants": number})
            yield {"type": "EditSheet", "territory": territory.model_dump(exclude_none=True)}
        case QuickWinsRule(at_least=least):
            yield from ({"type": "RecordQuickWin", "title": f"Victoire {one + 1}"} for one in range(least))
        case LessonsRule(at_least=least):
            yield from ({"type": "RecordLesson", "title": f"Enseignement {one + 1}"} for one in range(least))
        case OccasionsRule(occasion=occasion):
            yield {"type": "RecordContact", "kind": "meeting", "occasion": occasion}
        case ContributionsRule() as rule:
            yield from _contributions(rule, file)
        case ExperimentsRule():
            yield from close_experiments(file)
        case EvaluationRule():
            yield from evaluate(world)
        case SelectedRule():
            yield from select_on(world, file)


def evaluate(world: World) -> Iterator[Deed]:
    """An evaluation on the programme's grid, if it has one."""
    if grid := world.rulebook.evaluation:
        yield {"type": "RecordEvaluation", "grid": dict.fromkeys(grid.items, AS_JUDGED)}


def select_on(world: World, file: Cooperation) -> Iterator[Deed]:
    """The application taken to its next stage."""
    if file.application and (stage := stage_after(file.application, world.rulebook)):
        yield {"type": "SelectApplication", "stage": stage.stage}


def start_experiment(world: World, file: Cooperation) -> Iterator[Deed]:
    """An experiment that lasts as long as the programme asks for."""
    number = len(file.experiments) + 1
    zone = world.rulebook.calendar_of(file.region).tz
    lasts = world.rulebook.experiments.shortest or _EXPERIMENT
    until = due_after(world.now, lasts, zone).day
    if longest := world.rulebook.experiments.longest:
        until = min(until, due_after(world.now, longest, zone).day)
    yield {
        "type": "StartExperiment",
        "experiment": f"essai-{number}",
        "title": f"Essai {number}",
        "until": until,
    }


def close_experiments(file: Cooperation) -> Iterator[Deed]:
    """Every experiment that runs, closed with a finding."""
    for key, one in file.experiments.items():
        if one.closed is None:
            yield {"type": "CloseExperiment", "experiment": key, "outcome": "kept", "finding": "Concluant."}


def sign_charter(world: World, file: Cooperation, until: date | None) -> Iterator[Deed]:
    """A charter drafted and signed by all who are there, two at least."""
    yield from _stakeholders(_SIGNATORIES, world, file)
    yield {"type": "DraftCharter"}
    signatories = [key for key, one in (world.file or file).stakeholders.items() if not one.retired]
    if len(signatories) >= _LEAST_SIGNATORIES:
        yield {"type": "SignCharter", "signatories": signatories, **({"until": until} if until else {})}


def _charter(rule: CharterRule, world: World, file: Cooperation) -> Iterator[Deed]:
    present = {one.sector for one in file.stakeholders.values() if not one.retired}
    yield from (
        _stakeholder(file, offset, sector)
        for offset, sector in enumerate(sorted({*rule.signed_by} - present))
    )
    zone = world.rulebook.calendar_of(file.region).tz
    until = due_after(world.now, rule.term, zone).day if rule.term else None
    yield from sign_charter(world, world.file or file, until)


def _stakeholders(rule: StakeholdersRule, world: World, file: Cooperation) -> Iterator[Deed]:
    """Members of sectors that are missing: first of those who will have to sign the charter."""
    present = [one.sector for one in file.stakeholders.values() if not one.retired]
    residents = (Sector.RESIDENTS,) if rule.residents else ()
    wanted = dict.fromkeys((*residents, *_signing(world.rulebook), Sector.RESIDENTS, *Sector))
    missing = [sector for sector in wanted if sector not in present]
    lacking = max(rule.sectors - len(set(present)), (rule.at_least or 0) - len(present), 0)
    if rule.residents and Sector.RESIDENTS not in present:
        lacking = max(lacking, 1)
    sectors = [*missing, *Sector]
    yield from (_stakeholder(file, offset, sectors[offset % len(sectors)]) for offset in range(lacking))


def charter_terms(rulebook: Rulebook) -> Iterator[str]:
    """The longest terms that gates allow charters."""
    return (rule.term for rule in _charter_rules(rulebook) if rule.term)


def _signing(rulebook: Rulebook) -> Iterator[Sector]:
    return (sector for rule in _charter_rules(rulebook) for sector in rule.signed_by)


def _charter_rules(rulebook: Rulebook) -> Iterator[CharterRule]:
    gates = (item for phase in rulebook.phases.values() for item in phase.gate)
    return (item.needs for item in gates if isinstance(item.needs, CharterRule))


def _stakeholder(file: Cooperation, offset: int, sector: str) -> Deed:
    number = len(file.stakeholders) + offset + 1
    return {
        "type": "AddStakeholder",
        "stakeholder": f"membre-{number}",
        "name": f"Membre {number}",
        "sector": sector,
        "role": "Membre du collectif",
    }


def _contributions(rule: ContributionsRule, file: Cooperation) -> Iterator[Deed]:
    if not (present := [key for key, one in file.stakeholders.items() if not one.retired]):
        yield _stakeholder(file, 0, Sector.ASSOCIATION)
        present = [f"membre-{len(file.stakeholders) + 1}"]
    kinds = rule.kinds or ("in-kind",)
    for number in range(max(rule.at_least, len(kinds))):
        kind = kinds[number % len(kinds)]
        much = {"amount_cents": 100_000} if kind == "cash" else {"hours": 10}
        yield {
            "type": "RecordContribution",
            "stakeholder": present[number % len(present)],
            "kind": kind,
            "what": f"Apport {number + 1}",
            **much,
        }


def _more_managers(world: World, file: Cooperation, least: int) -> list[str]:
    fitting = [
        one
        for role in sorted(MANAGER_ROLES)
        for one in holders(world.organisation, role, file.region, world.now)
    ]
    return list(dict.fromkeys((*file.managers, *fitting)))[:least]
