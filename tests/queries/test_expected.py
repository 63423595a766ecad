"""What is expected in a cooperation: of whom, by when, and what follows if nothing happens."""

from domain.kernel.values import Role
from queries.as_of import Then
from queries.cooperation import CooperationInFull, cooperation_in_full
from queries.expected import Expected
from tests.application.house import House
from tests.queries.house import look_into, who_is_also
from tests.support.imported import person_of

NOUR, SWANN, YAEL = person_of("nour"), person_of("swann"), person_of("yael")
ANDREA = person_of("andrea")
"""Of the jury that is asked about Noailles: has not declared interests."""


async def asked(told: House, person: str, file: str, then: Then | None = None) -> CooperationInFull:
    """What somebody is shown of a cooperation."""
    visit, _ = await look_into(told, person)
    return await cooperation_in_full(visit, file, then or Then())


def by_kind(found: CooperationInFull) -> dict[str, Expected]:
    """What is expected, by the kind of its task."""
    return {one.task.kind: one for one in found.expected}


async def test_what_is_late_comes_first_then_by_day_then_what_has_none(told: House) -> None:
    """The file's own with what its funding owes; one's own before what waits for others."""
    found = (await asked(told, SWANN, "filature")).expected
    assert [(one.task.kind, one.task.file, str(one.task.due_on), one.yours) for one in found] == [
        ("deadline", "filature", "2027-02-13", True),
        ("condition", "funding:filature-2027", "2027-04-30", True),
        ("report", "funding:filature-2027", "2028-02-09", True),
        ("gate-complete", "filature", "None", True),
        ("amendment", "funding:filature-2027", "None", False),
    ]
    assert [one.task.overdue for one in found] == [True, False, False, False, False]


async def test_it_names_the_command_that_answers_and_the_next_reminder(told: House) -> None:
    """The condition is met by hand; those in charge are reminded of it a month before."""
    condition = by_kind(await asked(told, SWANN, "filature"))["condition"]
    assert [one.command for one in condition.task.offers] == ["MeetCondition"]
    assert condition.deadline
    assert condition.deadline.next_reminder
    assert (condition.deadline.next_reminder.at.date().isoformat(), condition.deadline.next_reminder.to) == (
        "2027-03-30",
        "managers",
    )


async def test_a_step_is_the_programme_managers(told: House) -> None:
    """Whoever else is in charge sees for whom it waits."""
    step = by_kind(await asked(told, YAEL, "filature"))["gate-complete"]
    assert (step.yours, step.task.waits_for) == (False, (SWANN,))


async def test_what_a_panel_is_asked_is_told_once(told: House) -> None:
    """By the members who owe it, not as something that the gate awaits too."""
    found = by_kind(await asked(told, NOUR, "noailles"))
    assert set(found) == {"deadline", "interests", "gate-item"}
    assert found["interests"].task.waits_for == (ANDREA,)
    visit, _ = await look_into(told, ANDREA)
    hers = await cooperation_in_full(who_is_also(visit, Role.BOARD, None), "noailles", Then())
    assert by_kind(hers)["interests"].yours


async def test_it_is_told_as_of_a_day(told: House) -> None:
    """Before Christmas the request waited for its decision, and nothing was late."""
    found = by_kind(await asked(told, SWANN, "filature", Then(as_of="2026-12-20")))
    assert {"deadline", "decision"} <= set(found)
    assert not any(one.task.overdue for one in found.values())
