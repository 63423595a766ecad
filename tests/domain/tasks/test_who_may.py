"""What a task says is who may act: the rules that decide who may give its command let those do so, and nobody else."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, cast, get_args

import pytest

from domain.decide.access import may
from domain.files.setting import Setting
from domain.kernel.event import Event
from domain.kernel.values import Role
from domain.people.now import RolesNow
from domain.people.roles import roles_of
from domain.people.state import Organisation
from domain.registry.commands import AnyCommand
from domain.reviews.commands import ReviewCommand
from domain.reviews.decide.acting import acting
from domain.reviews.panel import Capacity
from domain.reviews.state import Review
from domain.tasks.addressees import addressed
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
from tests.domain.tasks.scenes import SCENES, Scene

PEOPLE = tuple(dict.fromkeys((*IN_ROLE.values(), *JURY, ELSEWHERE, SECOND_MANAGER, NOBODY)))
LEADING = {Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR}
"""Who may stand in for those in charge; what waits for those in charge does not wait for them, too."""
TOLD_ONLY: frozenset[Kind] = frozenset({"escalation"})
ASIDE: frozenset[Kind] = frozenset({"twins", "delivery-failed"})
"""Found otherwise, or as another kind that is here."""


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


def can(answer: Prefilled, line: TaskLine, person: str, scene: Scene, people: Organisation) -> bool:
    """Whether the real rules let somebody give the command: of access; of the panel, where it is one's own opinion."""
    known: dict[str, Any] = {"outcome": "favourable", **answer.fields, "actor": person, "command_id": "c"}
    fields = {key: value for key, value in known.items() if key in answer.command.model_fields}
    command = cast("AnyCommand", answer.command.model_construct(**fields))
    states = scene.states
    setting = Setting(people, scene.rulebook, NOW, beside=states)
    if may(command, states[scene.stream], setting) is not None:
        return False
    review = states[scene.stream]
    if not (isinstance(command, ReviewCommand) and command.for_oneself and isinstance(review, Review)):
        return True
    seat = acting(person, review, setting)
    declared = isinstance(seat, Capacity) and person in seat.member.declared
    return (
        isinstance(seat, Capacity)
        and seat.member.person == line.subject
        and declared == (line.kind != "interests")
    )


def waiting(scene: Scene) -> Iterator[tuple[TaskLine, Prefilled]]:
    """What waits now, with the command that answers it."""
    view = scene.view
    for line in scene.lines():
        answer = answers_task(line, view)
        assert answer or line.kind in TOLD_ONLY or line.kind in ("gate-item", "deadline"), line
        if answer and line.since <= NOW and (line.ends_at is None or line.ends_at > NOW):
            yield line, answer


def by_subject(scene: Scene) -> Mapping[tuple[Kind, str], list[tuple[TaskLine, Prefilled]]]:
    """What waits, once: a panel with seats of the region and of the whole organisation has a row for each."""
    found: dict[tuple[Kind, str], list[tuple[TaskLine, Prefilled]]] = {}
    for line, answer in waiting(scene):
        found.setdefault((line.kind, line.subject), []).append((line, answer))
    return found


ORGANISATIONS = tuple(map(anybody, range(20)))


@pytest.mark.parametrize("name", SCENES)
def test_a_task_waits_for_those_who_may_give_the_command_that_answers_it(name: str) -> None:
    """Whoever holds which roles: of those whom it names all who may; nobody who may not."""
    scene = SCENES[name]
    found = by_subject(scene)
    assert found
    for people in ORGANISATIONS:
        roles = RolesNow(people, NOW)
        for task, lines in found.items():
            judged = [addressed(line, scene.conflicts(), roles) for line, _ in lines]
            waits_for = {one for whom in judged if not whom.stranded for one in whom.waits_for}
            able = {one for line, answer in lines for one in PEOPLE if can(answer, line, one, scene, people)}
            named = {one for line, _ in lines for one in line.persons or PEOPLE}
            assert waits_for == able & named, task
            for one in able - named:
                assert roles_of(people, one, REGION, NOW) & LEADING, (task, "stands in for those in charge")


def test_every_kind_of_task_is_among_them() -> None:
    """A new kind finds its place here, or says what it only tells."""
    kinds = {line.kind for scene in SCENES.values() for line in scene.lines()}
    assert kinds | ASIDE == set(get_args(Kind))


def test_fields_that_are_known_are_fields_of_the_command() -> None:
    """So that a form, a line to type and a letter can be filled with them."""
    for scene in SCENES.values():
        for line, answer in waiting(scene):
            assert answer.fields.keys() <= answer.command.model_fields.keys(), line
