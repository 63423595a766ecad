"""What the lifecycle will do next, as those who read the file are told."""

from datetime import date

from application.commands.import_files import person_of
from application.rehearsal.world import World
from queries.acts import ActAhead, acts_ahead_of
from tests.support.acting import JURY, MANAGER, acting_rules, lived, view_of, visit_of
from tests.wording.plain import plain

DECLARED = "{at: P7D, type: DeclareGateItem, item: contacts}"


async def ahead(world: World, person: str = MANAGER) -> list[ActAhead]:
    """What somebody is shown now."""
    return list(await acts_ahead_of(visit_of(world, person), view_of(world)))


def said(acts: list[ActAhead]) -> list[str]:
    """In French, with ordinary spaces."""
    return [plain(one.said.fr) for one in acts]


async def test_it_says_what_it_waits_for() -> None:
    """By the names of the rulebook."""
    world = lived(acting_rules(), [], date(2027, 1, 6))
    assert said(await ahead(world)) == [
        "Le service demandera « Avis sur le territoire » à « Jury national » dès que « contacts » sera acquis.",
        "Le service fera passer à la phase « Diagnostic » une fois acquis tous les points de passage.",
    ]


async def test_what_is_announced_says_its_day_and_how_to_hold_it_back() -> None:
    """To who may; others read the day alone."""
    world = lived(acting_rules(), [DECLARED], date(2027, 1, 12))
    [going_on] = await ahead(world)
    assert said([going_on])[0] == (
        "Le mardi 19 janvier 2027, le service fera passer à la phase « Diagnostic », sauf si quelqu’un le retient"
        " d’ici là."
    )
    assert going_on.answer
    assert (going_on.answer.name, going_on.answer.fields["act"]) == ("HoldBackAct", "go_on")
    [seen] = await ahead(world, JURY)
    assert seen.answer is None


async def test_what_is_held_back_says_by_whom_until_when_and_why() -> None:
    """And how to let it be done."""
    held = "{at: P8D, type: HoldBackAct, act: go_on, until: 2027-02-28, reason: La mairie hésite.}"
    world = lived(acting_rules(), [DECLARED, held], date(2027, 1, 20))
    [going_on] = await ahead(world)
    assert said([going_on])[0] == (
        "Retenu jusqu’au dimanche 28 février 2027 inclus, par Maud Blin (« La mairie hésite. »). Sans cela, le service"
        " fera passer à la phase « Diagnostic »."
    )
    assert going_on.answer
    assert going_on.answer.name == "ReleaseAct"


async def test_an_act_held_back_for_a_time_is_done_after_it() -> None:
    """Once, on the next working day: 28 February is a Sunday."""
    held = "{at: P8D, type: HoldBackAct, act: go_on, until: 2027-02-28, reason: La mairie hésite.}"
    world = lived(acting_rules(), [DECLARED, held], date(2027, 3, 2))
    [entered] = [one for one in world.told if one.event.type == "PhaseEntered" and one.actor == "escale"]
    assert entered.recorded_at
    assert entered.recorded_at.date() == date(2027, 3, 1)


async def test_what_the_rules_refused_says_why_and_how_to_do_it_by_hand() -> None:
    """With the remedy of the refusal; whoever may not do it reads to whom it falls."""
    nobody = ["{alias: ada, roles: [{role: administrator}]}"]
    nobody += ["{alias: manager, roles: [{role: programme-manager, region: occitanie}]}"]
    nobody += ["{alias: companion, roles: [{role: accompanying-organisation, region: occitanie}]}"]
    world = lived(acting_rules(), [DECLARED], date(2027, 1, 12), nobody)
    asking = (await ahead(world))[0]
    assert said([asking])[0].startswith("N’a pas pu se faire : ")
    assert asking.answer
    assert asking.answer.name == "OpenReview"
    assert asking.answer.fields["question"] == "choice"
    seen = (await ahead(world, person_of("ada")))[0]
    assert seen.answer is None
    assert seen.invites is None
    assert "Cela revient à : chargé·e de mission" in said([seen])[0]


async def test_a_file_asleep_says_that_its_acts_sleep() -> None:
    """Whatever would be due."""
    world = lived(
        acting_rules(), [DECLARED, "{at: P8D, type: PauseCooperation, reason: Pause.}"], date(2027, 1, 20)
    )
    assert [one.standing.state for one in await ahead(world)] == ["asleep"]
    assert said(await ahead(world))[0].startswith("En sommeil avec le dossier.")
