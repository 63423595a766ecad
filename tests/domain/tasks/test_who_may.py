"""What a task says is who may act: the rules that decide who may give its command let those do so, and nobody else."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import get_args

import pytest

from domain.acts.standings import acts_of
from domain.files.setting import Setting
from domain.kernel.event import Event
from domain.kernel.values import Role
from domain.people.now import RolesNow
from domain.people.roles import roles_of
from domain.people.state import Organisation
from domain.registry.commands import AnyCommand
from domain.reviews.decide.acting import acting
from domain.reviews.panel import Capacity
from domain.reviews.state import Review
from domain.tasks.addressees import addressed, stands
from domain.tasks.answers import answers_task
from domain.tasks.prefilled import Prefilled
from domain.tasks.task import Kind, TaskLine
from tests.domain.kit import NOW
from tests.domain.reviewing import ELSEWHERE, JURY
from tests.domain.sample_people import (
    FOUNDED,
    IN_ROLE,
    NOBODY,
    REGION,
    SECOND_MANAGER,
    granted,
    organisation,
    registered,
)
from tests.domain.tasks.filling import accepted, filled
from tests.domain.tasks.scene import Scene
from tests.domain.tasks.scenes import SCENES

PEOPLE = tuple(dict.fromkeys((*IN_ROLE.values(), *JURY, ELSEWHERE, SECOND_MANAGER, NOBODY)))
STANDING_IN = {Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR, Role.ELECTED_REPRESENTATIVE}
"""Who may stand in for those in charge, as who chairs a panel may; what waits for those in charge does not for them."""
NEEDS_OTHERS: frozenset[Kind] = frozenset({"vacant-seat", "review-to-ask", "by-hand"})
OF_A_SEAT: frozenset[Kind] = frozenset({"interests", "opinion", "confirmation"})
TOLD_ONLY: frozenset[Kind] = frozenset({"escalation", "awaited", "stopped"})
ASIDE: frozenset[Kind] = frozenset({"twins", "webhook-stopped", "delivery-failed"})
"""Found otherwise, or as another kind that is here."""


@dataclass(frozen=True)
class Way:
    """A row of what waits, and the commands that answer it, filled in."""

    line: TaskLine
    commands: tuple[AnyCommand, ...]


def anybody(seed: int) -> Organisation:
    """The people of the tests: most hold what they always do, some nothing, some more; here, elsewhere, everywhere."""
    chance = random.Random(seed)  # noqa: S311 - which people a test has is no secret
    grants: list[Event] = []
    for who in PEOPLE:
        own = next((role for role, one in IN_ROLE.items() if one == who), Role.JURY)
        roles = {own} if chance.random() < 0.7 else set()
        roles |= {chance.choice(list(Role)) for _ in range(chance.choice((0, 0, 1, 2)))}
        grants += [
            granted(who, role, chance.choice((REGION, REGION, None, "grand-est"))) for role in sorted(roles)
        ]
    people = organisation(FOUNDED[0], *(registered(who) for who in PEOPLE), *grants)
    twins = dict([chance.sample(PEOPLE, 2)]) if chance.random() < 0.3 else {}
    return replace(people, twins=twins)


def can(way: Way, person: str, scene: Scene, people: Organisation) -> bool:
    """Whether the real rules let somebody answer; an opinion in the very seat that it is about."""
    if not accepted(way.commands, person, scene, people):
        return False
    review = scene.states[scene.stream]
    if way.line.kind not in OF_A_SEAT or not isinstance(review, Review):
        return True
    seat = acting(person, review, Setting(people, scene.rulebook, NOW, beside=scene.states))
    return isinstance(seat, Capacity) and seat.member.person == way.line.subject


def waiting(scene: Scene) -> Iterator[tuple[TaskLine, tuple[Prefilled, ...]]]:
    """What waits now, with the commands that answer it."""
    view = scene.view
    for line in scene.lines():
        answers = answers_task(line, view)
        assert line.offers == tuple(one.offered for one in answers)
        assert answers or line.kind in TOLD_ONLY, line
        if answers and line.since <= NOW and (line.ends_at is None or line.ends_at > NOW):
            yield line, answers


def by_subject(scene: Scene, people: Organisation) -> Mapping[tuple[Kind, str], list[Way]]:
    """What waits, once: a panel with seats of the region and of the whole organisation has a row for each."""
    found: dict[tuple[Kind, str], list[Way]] = {}
    for line, answers in waiting(scene):
        commands = tuple(command for one in answers for command in filled(one, people))
        found.setdefault((line.kind, line.subject), []).append(Way(line, commands))
    return found


ORGANISATIONS = tuple(map(anybody, range(12)))


@pytest.mark.parametrize("name", SCENES)
def test_a_task_waits_for_those_from_whom_a_command_that_answers_it_is_accepted(name: str) -> None:
    """Whoever holds which roles: of those whom it names all who may; nobody who would be refused."""
    scene = SCENES[name]
    for people in ORGANISATIONS:
        roles = RolesNow(people, NOW)
        for task, ways in by_subject(scene, people).items():
            standing = [one for one in ways if stands(one.line, roles)]
            judged = [addressed(one.line, scene.conflicts(), roles) for one in standing]
            waits_for = {one for whom in judged if not whom.stranded for one in whom.waits_for}
            able = {one for way in standing for one in PEOPLE if can(way, one, scene, people)}
            named = {one for way in standing for one in way.line.persons or PEOPLE}
            if task[0] in NEEDS_OTHERS and not able:
                continue  # nobody holds the role of the seat: those whom it waits for see to that first
            assert waits_for == able & named, task
            for one in able - named:
                assert roles_of(people, one, REGION, NOW) & STANDING_IN, (task, "stands in for others")


@pytest.mark.parametrize("name", SCENES)
def test_a_seat_is_either_answered_for_or_vacant(name: str) -> None:
    """Never both, never neither."""
    for people in ORGANISATIONS:
        roles = RolesNow(people, NOW)
        seats: dict[str, list[TaskLine]] = {}
        for line in SCENES[name].lines():
            if line.kind == "vacant-seat" or line.kind in OF_A_SEAT:
                who = line.unless_holds[0] if line.unless_holds else line.persons[0]
                seats.setdefault(who, []).append(line)
        for lines in seats.values():
            assert sum(stands(one, roles) for one in lines) * 2 == len(lines)


@pytest.mark.parametrize("name", [name for name, scene in SCENES.items() if scene.view])
def test_no_file_stands_still_without_somebody_having_something_to_do(name: str) -> None:
    """Now or on a day that is known; or what it waits for is done elsewhere, or by the service."""
    view = SCENES[name].view
    acts = acts_of(view.file, view.rulebook, NOW) if view else ()
    comes = any(one.at is not None for one in acts)
    assert comes or any(line.kind != "escalation" for line in SCENES[name].lines())


def test_every_kind_of_task_is_among_them() -> None:
    """A new kind finds its place here, or says what it only tells."""
    kinds = {line.kind for scene in SCENES.values() for line in scene.lines()}
    assert kinds | ASIDE == set(get_args(Kind))


def test_fields_that_are_known_are_fields_of_the_command() -> None:
    """So that a form, a line to type and a letter can be filled with them."""
    for scene in SCENES.values():
        for line, answers in waiting(scene):
            for one in answers:
                known = {path.partition(".")[0] for path in one.fields}
                assert known <= one.command.model_fields.keys(), line
