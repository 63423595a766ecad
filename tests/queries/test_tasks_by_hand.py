"""A task to do by hand what the service could not says why it could not, as the ledger has it."""

from collections import Counter
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

from domain.files.events import ReminderIssued
from domain.tasks.any_file import tasks_of
from domain.tasks.task import Task
from language import speaking
from projections.checkpoints import Freshness
from projections.pages import Page
from queries.services import Services
from queries.tasks import list_tasks
from tests.support.acting import MANAGER, acting_rules, lived, view_of, visit_of
from tests.wording.plain import plain
from wording.tasks import task_said

NO_JURY = (
    "{alias: ada, roles: [{role: administrator}]}",
    "{alias: manager, roles: [{role: programme-manager, region: occitanie}]}",
    "{alias: companion, roles: [{role: accompanying-organisation, region: occitanie}]}",
)


async def test_it_says_why_and_with_which_command() -> None:
    """In the words of the refusal, with its remedy."""
    declared = "{at: P7D, type: DeclareGateItem, item: contacts}"
    world = lived(acting_rules(), [declared], date(2027, 1, 12), NO_JURY)
    rows = [Task(**dict(line), overdue=False, waits_for=(MANAGER,)) for line in tasks_of(view_of(world))]

    async def tasks(*_asked: Any) -> Page[Task, Any]:
        return Page(tuple(rows), None)

    async def wait_for(*_asked: Any) -> Freshness:
        return Freshness(reached=True, position=1, as_of=None, behind=0)

    async def head(_organisation: str) -> Any:
        return SimpleNamespace(position=1)

    visit = visit_of(world, MANAGER)
    there = {
        "ledger": SimpleNamespace(head=head),
        "read_models": SimpleNamespace(tasks=tasks, wait_for=wait_for),
    }
    service = SimpleNamespace(**vars(visit.service), **there)
    found = await list_tasks(replace(visit, service=cast("Services", service)))
    [by_hand] = [one for one in found.rows if one.kind == "by-hand"]
    with speaking("fr"):
        said = plain(task_said(by_hand, found.names))
    assert said.startswith(
        "à faire à la main : Avis du jury. Personne ne peut siéger à l’instance Jury national"
    )
    assert [one.command for one in by_hand.offers] == ["OpenReview"]
    assert not any(one.kind == "review-to-ask" for one in rows)


def test_a_panel_on_which_nobody_can_sit_is_for_administrators_to_see_to() -> None:
    """Nobody else gives the role that it lacks."""
    declared = "{at: P7D, type: DeclareGateItem, item: contacts}"
    world = lived(acting_rules(), [declared], date(2027, 1, 12), NO_JURY)
    [giving] = [one for one in tasks_of(view_of(world)) if one.kind == "role-to-give"]
    assert giving.roles == ("administrator",)
    assert [(one.command, one.fields) for one in giving.offers] == [
        ("GrantRole", {"role": "jury", "region": "occitanie"})
    ]
    with speaking("fr"):
        said = plain(task_said(Task(**dict(giving), overdue=False, waits_for=()), {}))
    assert said == "personne ne peut siéger, donner le rôle : Jury national"


def test_what_the_service_could_not_do_is_told_once() -> None:
    """Those in charge hear of it as it happens; the ladder does not tell them again on that very day."""
    declared = "{at: P7D, type: DeclareGateItem, item: contacts}"
    world = lived(acting_rules(), [declared], date(2027, 1, 12), NO_JURY)
    told = Counter(
        one.event.recipient
        for one in world.told
        if isinstance(one.event, ReminderIssued) and one.event.occurrence.startswith("ask_jury/")
    )
    assert told
    assert set(told.values()) == {1}


def test_what_is_only_announced_is_no_task() -> None:
    """It is a letter: nobody has to do anything."""
    declared = "{at: P7D, type: DeclareGateItem, item: contacts}"
    world = lived(acting_rules(), [declared], date(2027, 1, 12))
    assert not any("announced" in line.subject for line in tasks_of(view_of(world)))
