"""By which entries a gate item is shown to be met: one answer for each rule that a rulebook may state."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal, assert_never
from zoneinfo import ZoneInfo

from domain.cooperations.state import Cooperation
from domain.files.entries import FileEntry
from domain.kernel.calendar import day_after, plus
from domain.kernel.moments import day_of, earliest, latest
from domain.rulebook import (
    CharterRule,
    ContributionsRule,
    CriteriaRule,
    DeclaredRule,
    DeliverableRule,
    EvaluationRule,
    ExperimentsRule,
    FilesRule,
    FundingRule,
    GateItem,
    InhabitantsRule,
    ItemsRule,
    LessonsRule,
    ManagersRule,
    OccasionsRule,
    QuickWinsRule,
    ReviewRule,
    Rulebook,
    SelectedRule,
    StakeholdersRule,
)

Evidence = tuple[int, ...] | None
"""The entries that show an item met; None if it is not."""


def evidence(file: Cooperation, item: GateItem, rulebook: Rulebook, now: datetime) -> Evidence:
    """The entries that show the item met. ``now`` ages evaluations and occasions."""
    match item.needs:
        case DeliverableRule():
            return in_pass(file, "DeliverableDelivered", item.item)[-1:] or None
        case DeclaredRule():
            return _declared(file, item)
        case CriteriaRule() as rule:
            return _criteria(file, item.item, rule)
        case ItemsRule() as rule:
            return _items(file, rule, rulebook, now)
        case CharterRule() as rule:
            return _charter(file, rule, rulebook)
        case StakeholdersRule() as rule:
            return _stakeholders(file, rule)
        case ManagersRule(at_least=least):
            return (
                last_entry(file, "CooperationOpened", "ManagersChanged")
                if len(file.managers) >= least
                else None
            )
        case InhabitantsRule() as rule:
            number = file.territory.inhabitants
            known = number is not None and rule.hold(number)
            return last_entry(file, "CooperationOpened", "SheetEdited") if known else None
        case QuickWinsRule(at_least=least):
            return enough(in_pass(file, "QuickWinRecorded"), least)
        case LessonsRule(at_least=least):
            return enough(in_pass(file, "LessonRecorded"), least)
        case OccasionsRule() as rule:
            return _occasions(file, rule, rulebook, now)
        case ContributionsRule() as rule:
            return _contributions(file, rule)
        case ExperimentsRule() as rule:
            return _experiments(file, rule)
        case EvaluationRule(not_older_than=age):
            last = last_of(file, "EvaluationRecorded", rulebook.zone_of(file.region))
            return (last.number,) if last and is_young(last, age, file, rulebook, now) else None
        case FilesRule() as rule:
            return _files(file, rule)
        case SelectedRule(stage=stage):
            return _selected(file, stage, rulebook)
        case ReviewRule() as rule:
            return _review(file, rule) or _declared(file, item)
        case FundingRule(instrument=instrument):
            granted = (one.granted for one in file.fundings.values() if one.instrument == instrument)
            return tuple(one for one in granted if one)[-1:] or _declared(file, item)
    assert_never(item.needs)


def held_by(
    file: Cooperation, item: GateItem, rulebook: Rulebook, now: datetime
) -> tuple[Literal["met", "waived", "missing"], tuple[int, ...]]:
    """Whether an item holds, and by which entries: as its rule asks, by silence, or waived."""
    met = evidence(file, item, rulebook, now)
    if met is not None:
        return "met", met
    if silent := in_pass(file, "SilenceCounted", item.item):
        return "met", silent[-1:]
    if waived := in_pass(file, "GateItemWaived", item.item):
        return "waived", waived[-1:]
    return "missing", ()


def last_of(file: Cooperation, kind: str, zone: ZoneInfo) -> FileEntry | None:
    """The entry of a type that happened last, whatever the order in which they were recorded."""
    return max(file.by_type.get(kind, ()), key=lambda one: (latest(one.at, zone), one.number), default=None)


def is_young(entry: FileEntry, age: str, file: Cooperation, rulebook: Rulebook, now: datetime) -> bool:
    """Whether what happened is no older than ``age`` (an ISO 8601 duration)."""
    zone = rulebook.zone_of(file.region)
    return plus(latest(entry.at, zone).astimezone(zone), age, exact=False).at >= now


def enough(entries: tuple[int, ...], least: int) -> Evidence:
    """The entries, if there are as many as that."""
    return entries if len(entries) >= least else None


def in_pass(file: Cooperation, kind: str, key: str | None = None) -> tuple[int, ...]:
    """The entries of a type (and key) in the present pass."""
    number = file.current.number
    return tuple(
        one.number
        for one in file.by_type.get(kind, ())
        if one.pass_number == number and (key is None or one.key == key)
    )


def last_entry(file: Cooperation, *kinds: str) -> tuple[int, ...]:
    """The last entry of any of these types."""
    return (max(one.number for kind in kinds for one in file.by_type.get(kind, ())),)


def _criteria(file: Cooperation, item: str, rule: CriteriaRule) -> Evidence:
    judged = (file.judgements.get((file.current.number, item, criterion)) for criterion in rule.of)
    return enough(tuple(one.entry for one in judged if one and one.met), rule.at_least)


def _items(file: Cooperation, rule: ItemsRule, rulebook: Rulebook, now: datetime) -> Evidence:
    phase = rulebook.phases[file.current.phase]
    standing = [held_by(file, one, rulebook, now) for one in phase.gate if one.item in rule.of]
    holding = [entries for held, entries in standing if held != "missing"]
    found = tuple(sorted({one for entries in holding for one in entries}))
    return found if len(holding) >= rule.at_least else None


def _charter(file: Cooperation, rule: CharterRule, rulebook: Rulebook) -> Evidence:
    charter = file.charter
    if charter is None or charter.signed is None:
        return None
    sectors = {one.sector for key, one in file.stakeholders.items() if key in charter.signatories}
    within = rule.term is None or _ends_within(charter.until, file, charter.signed, rule.term, rulebook)
    return (charter.signed,) if within and sectors.issuperset(rule.signed_by) else None


def _ends_within(until: date | None, file: Cooperation, signed: int, term: str, rulebook: Rulebook) -> bool:
    """Whether a charter has an end, no later than ``term`` after its signing (to the day)."""
    if until is None:
        return False
    zone = rulebook.zone_of(file.region)
    return until <= day_after(day_of(latest(file.entries[signed].at, zone), zone), term)


def _stakeholders(file: Cooperation, rule: StakeholdersRule) -> Evidence:
    present = [one for one in file.stakeholders.values() if not one.retired]
    sectors = {one.sector for one in present}
    holds = (
        rule.hold(len(present))
        and len(sectors) >= rule.sectors
        and (not rule.residents or "residents" in sectors)
    )
    return tuple(one.entry for one in present) if holds else None


def _occasions(file: Cooperation, rule: OccasionsRule, rulebook: Rulebook, now: datetime) -> Evidence:
    zone = rulebook.zone_of(file.region)
    if rule.within is None:
        held = in_pass(file, "ContactRecorded", rule.occasion)
    else:
        held = tuple(
            one.number
            for one in file.by_type.get("ContactRecorded", ())
            if one.key == rule.occasion
            and earliest(one.at, zone) <= now
            and is_young(one, rule.within, file, rulebook, now)
        )
    return held if held and rule.hold(len(held)) else None


def _contributions(file: Cooperation, rule: ContributionsRule) -> Evidence:
    brought = file.by_type.get("ContributionRecorded", ())
    kinds = {one.key for one in brought}
    return enough(_numbers(brought), rule.at_least) if kinds.issuperset(rule.kinds) else None


def _experiments(file: Cooperation, rule: ExperimentsRule) -> Evidence:
    here = [one for one in file.experiments.values() if one.pass_number == file.current.number]
    closed = tuple(one.closed for one in here if one.closed)
    return closed if closed and len(closed) == len(here) and rule.hold(len(closed)) else None


def _files(file: Cooperation, rule: FilesRule) -> Evidence:
    reached = tuple(
        one.entry
        for one in file.awaited.values()
        if one.completed
        or (rule.reached != "completed" and one.phase and one.phase.number >= rule.reached.number)
    )
    return enough(reached, rule.at_least)


def _declared(file: Cooperation, item: GateItem) -> Evidence:
    return in_pass(file, "GateItemDeclared", item.item)[-1:] or None


def _review(file: Cooperation, rule: ReviewRule) -> Evidence:
    """The last answer in this pass to the question: one of the outcomes asked for; any opinion, where none is."""
    wanted = rule.outcomes or ("favourable", "favourable-with-conditions", "unfavourable")
    ended = [
        (one.answered, one.outcome)
        for one in file.reviews.values()
        if one.question == rule.review and one.pass_number == file.pass_number and one.answered
    ]
    entry, outcome = max(ended, default=(None, None))
    return (entry,) if entry and outcome in wanted else None


def _selected(file: Cooperation, stage: str, rulebook: Rulebook) -> Evidence:
    application = file.application
    if application is None or application.declined or rulebook.calls is None:
        return None
    stages = [one.stage for one in rulebook.calls.funnel]
    reached = application.stage in stages and stages.index(application.stage) >= stages.index(stage)
    return (application.selected,) if reached and application.selected else None


def _numbers(entries: Iterable[FileEntry]) -> tuple[int, ...]:
    return tuple(one.number for one in entries)
