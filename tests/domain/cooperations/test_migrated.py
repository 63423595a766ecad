"""A file that has moved to other rules: its deadlines go on, nobody is told twice, its past stays as it was."""

from typing import Any

from domain.cooperations.events.file import RulebookChanged
from domain.cooperations.events.lifecycle import PhaseEntered
from domain.cooperations.events.record import EntryCorrected
from domain.cooperations.evolve.file import fold
from domain.cooperations.state import Cooperation
from domain.decide.decide import decide
from domain.files.entries import GateItemHeld
from domain.files.setting import Setting
from domain.kernel.refusal import Refusal
from domain.kernel.values import Phase
from domain.registry.commands import AnyCommand
from domain.reminders.due import due_rungs
from domain.rulebook import Rulebook
from tests.domain.asking import days_said, due_day, paris
from tests.domain.kit import On, do, file_of, history
from tests.domain.rules import RULES, rulebook
from tests.domain.sample_people import PEOPLE
from tests.domain.tables.importing import CONTACT, LESSON, OPENING, bringing
from tests.domain.tables.migrating import ONWARD, SECOND
from tests.domain.vocabulary import IN_DIAGNOSIS, IN_EXPERIMENTATION, WHY, quick_win, reminded

EASY = {
    "item": "quick_wins",
    "name": {"fr": "Victoire", "en": "Win"},
    "needs": {"rule": "quick-wins", "at_least": 1},
}
DUE = "2026-10-05"
"""When the portrait is due: nine months after 5 January 2026."""


def with_portrait(within: str, **rungs: str) -> Rulebook:
    """A second version in which the portrait is due otherwise, with these rungs, some by another name."""
    written: Any = RULES.written()
    deadlines = [
        {**rule, "within": within} if rule["deadline"] == "portrait_due" else rule
        for rule in written["deadlines"]
    ]
    ladder = [{"rung": rung, "offset": offset, "to": "managers"} for rung, offset in rungs.items()]
    ladders = {**written["ladders"], "full": ladder} if rungs else written["ladders"]
    return rulebook(version=2, deadlines=deadlines, ladders=ladders)


def migrated(file: Cooperation, target: Rulebook, now: str) -> Cooperation:
    """The file after it was moved."""
    found = _decided(do("MigrateCooperation", to=target.id), file, target, now)
    return fold(file, history(*found, first=file.entry + 1)) or file


def _decided(command: AnyCommand, file: Cooperation | None, target: Rulebook, now: str) -> tuple[On, ...]:
    setting = Setting(PEOPLE, RULES, paris(now), targets={target.id: target})
    found = decide(command, file, setting)
    assert not isinstance(found, Refusal), found
    return tuple(On(one.effective_at, one.event) for one in found)


def said_from(file: Cooperation, rules: Rulebook, day: str) -> list[tuple[str, str]]:
    """What goes out about the portrait under these rules, looking on the first of each month and on its days."""
    days = [paris(f"2026-{month:02}-{one:02}") for month in range(1, 13) for one in (1, 2, 5, 7, 19)]
    told = days_said(file, [one for one in days if one >= paris(day)], rules)
    return [(rung, at) for at, occurrence, rung, _ in told if occurrence == "portrait_due/p2"]


def test_a_date_that_moves_keeps_its_occurrence() -> None:
    """Nine months become twelve: the same deadline is due later, in the same pass."""
    file, later = file_of(*IN_DIAGNOSIS), with_portrait("P12M")
    assert due_day(file, "portrait_due") == ("portrait_due/p2", DUE)
    assert due_day(migrated(file, later, "2026-06-01"), "portrait_due", later) == (
        "portrait_due/p2",
        "2027-01-05",
    )


def test_what_was_said_under_the_old_rules_is_not_said_again() -> None:
    """The rung that went out counts under the new rules; those after it follow, once."""
    file, second = file_of(*IN_DIAGNOSIS, reminded("portrait_due/p2", "before")), with_portrait("P9M")
    moved = migrated(file, second, "2026-09-08")
    assert said_from(file, RULES, "2026-09-08") == said_from(moved, second, "2026-09-08")
    assert [rung for rung, _ in said_from(moved, second, "2026-09-08")] == ["due", "late", "escalation"]


def test_a_rung_by_another_name_at_the_same_time_is_not_sent_again() -> None:
    """*before* went out a month before; the new ladder calls that *soon*, and has a rung earlier still."""
    file = file_of(*IN_DIAGNOSIS, reminded("portrait_due/p2", "before"))
    renamed = with_portrait("P9M", early="-P3M", soon="-P1M", last="-P7D", due="P0D")
    moved = migrated(file, renamed, "2026-09-08")
    assert "portrait_due" not in {one.deadline.key for one in due_rungs(moved, renamed, paris("2026-09-08"))}
    assert [rung for rung, _ in said_from(moved, renamed, "2026-09-08")] == ["last", "due"]


def test_a_deadline_that_the_new_rules_bring_forward_is_told() -> None:
    """It is late at once under rules that ask for it in six months: the highest rung goes out, once."""
    file, sooner = file_of(*IN_DIAGNOSIS), with_portrait("P6M")
    moved = migrated(file, sooner, "2026-07-10")
    [due] = [
        one for one in due_rungs(moved, sooner, paris("2026-07-10")) if one.deadline.key == "portrait_due"
    ]
    assert (due.rung.name, due.overtakes) == ("due", ("before",))


def test_a_relay_brings_the_file_with_its_history() -> None:
    """It says where it came from; its entries and passes are all there."""
    file = file_of(*IN_DIAGNOSIS)
    moved = migrated(file, ONWARD, "2026-11-23")
    assert (moved.rulebook, moved.programme, moved.relayed_from) == ("relais@1", "relais", "essai")
    assert moved.entries.items() >= file.entries.items()
    assert moved.passes == file.passes


def test_an_import_may_tell_of_a_file_that_moved() -> None:
    """What happened afterwards is judged by the rules that held then."""
    later = rulebook(
        version=2, phases={"exploration": {"name": {"fr": "Début", "en": "Start"}}}, deadlines=[]
    )
    acts = (
        OPENING,
        CONTACT,
        {"type": "MigrateCooperation", "effective_at": "2025-08", "to": "essai@2", "reason": "Nouveau."},
        {**LESSON, "effective_at": "2025-09"},
        {"type": "CloseCooperation", "effective_at": "2025-10", "outcome": "completed", "reason": "Fini."},
    )
    found = _decided(bringing(*acts), None, later, "2026-11-23")
    assert [one.event.type for one in found][-3:] == [
        "LessonRecorded",
        "CooperationClosed",
        "CooperationImported",
    ]
    setting = Setting(PEOPLE, RULES, paris("2026-11-23"), targets={SECOND.id: SECOND})
    refused = decide(bringing(*acts), None, setting)
    assert isinstance(refused, Refusal)
    assert refused.params["refusal"] == "not_in_last_phase"
    assert refused.params["phase"] == Phase.EXPLORATION


def test_a_correction_judges_each_decision_under_the_rules_it_was_taken_under() -> None:
    """Two quick wins opened the way under the first version; the second, which asks for one, came later."""
    written: Any = RULES.written()
    experimentation = {**written["phases"]["experimentation"], "gate": [EASY]}
    easier = rulebook(version=2, phases={**written["phases"], "experimentation": experimentation})
    decided = PhaseEntered(
        phase=Phase.CAPITALISATION,
        pass_number=4,
        way="advanced",
        gate=(GateItemHeld(item="quick_wins", held="met", entries=(5, 6)),),
    )
    moved = RulebookChanged(rulebook="essai@2", previous="essai@1", way="version", reason=WHY)
    file = file_of(*IN_EXPERIMENTATION, quick_win(), quick_win(), decided, moved)
    assert (file.rulebook_at(7), file.rulebook_at(8), file.rulebook_at(9)) == (
        "essai@1",
        "essai@1",
        "essai@2",
    )
    command = do("CorrectEntry", entry=5, void=True)
    setting = Setting(PEOPLE, easier, paris("2026-11-23"), targets={RULES.id: RULES})
    found = decide(command, file, setting)
    assert not isinstance(found, Refusal)
    assert [one.event.flags for one in found if isinstance(one.event, EntryCorrected)] == [(7,)]
    later = file_of(*IN_EXPERIMENTATION, quick_win(), quick_win(), moved, decided)
    found = decide(command, later, setting)
    assert not isinstance(found, Refusal)
    assert [one.event.flags for one in found if isinstance(one.event, EntryCorrected)] == [()]
