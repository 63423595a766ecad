"""Why an entry is there and what it set off: across files, two levels deep, each entry once, nothing that is closed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from cli.cooperations.explaining_drawing import draw
from domain.kernel.ids import SERVICE
from domain.kernel.values import Role
from domain.relations.relation import Relation
from language import speaking
from queries.as_of import Then
from queries.dossiers import NOT_YET
from queries.explaining import Explanation, Step, by_item, then_of, why
from queries.history import entries_of, looked_up
from queries.refused import Failure
from queries.visit import Visit
from tests.application.house import House, command
from tests.queries.house import look_into, story_house, who_is_also
from tests.support.imported import person_of
from tests.support.waiting import run_apart
from tests.wording.plain import plain

SWANN, ROBIN, NOUR = person_of("swann"), person_of("robin"), person_of("nour")
CHARLIE, ANDREA = person_of("charlie"), person_of("andrea")
GRANT, CONCLUSION = "funding:filature-2027#3", "review:noailles-avis#6"
LATER: tuple[tuple[str, dict[str, Any]], ...] = (
    ("AdvancePhase", {"actor": SWANN, "cooperation": "filature", "to": "diagnosis"}),
    ("DeclareInterests", {"actor": ANDREA, "review": "noailles-avis", "conflict": False}),
    (
        "GiveOpinion",
        {"actor": ANDREA, "review": "noailles-avis", "opinion": "favourable", "dossier": 1},
    ),
    ("ConcludeReview", {"actor": NOUR, "review": "noailles-avis"}),
)
"""A phase is entered and a panel answers, after the story."""


async def _explained_house() -> House:
    house = await story_house()
    house.clock.time = datetime(2027, 3, 2, 9, 0, tzinfo=UTC)
    for number, (kind, fields) in enumerate(LATER):
        await house.recorded(command(kind, f"later/{number}", **fields))
    return house


@pytest.fixture(scope="module")
def lived() -> House:
    """The house of the story, a day later: questions change nothing of it."""
    return run_apart(_explained_house())


async def ask(house: House, person: str, name: str, entry: str, *, then: bool = False) -> Explanation:
    """What somebody is told of an entry."""
    visit, _ = await look_into(house, person)
    return await (then_of if then else why)(visit, name, entry, Then())


def tied(steps: "Iterator[Step] | list[Step]") -> list[tuple[Relation, str, str]]:
    """How the first entries hang together with the one that was asked about."""
    return [(one.relation, one.entry.file, one.entry.type) for one in steps]


async def test_a_phase_is_explained_by_its_gate(lived: House) -> None:
    """Each item with what shows it, as far as the funding behind the answer; under rules with a digest."""
    found = await ask(lived, SWANN, "filature", "11")
    gate, others = by_item(found.facts, found.steps)
    shown = {item.item: [one.entry.type for one in steps] for item, steps in gate}
    assert shown["grant"] == ["FundingAnswered"]
    assert set(shown["collective"]) == {"StakeholderAdded"}
    assert not others
    [answer] = [one for one in found.steps if one.entry.type == "FundingAnswered"]
    assert (Relation.CAUSED_BY, "funding:filature-2027", "FundingGranted") in tied(list(answer.steps))
    assert found.as_json()["rulebook"]["digest"].startswith("sha256:")


async def test_a_grant_is_explained_by_what_was_asked_and_found(lived: House) -> None:
    """And it says whose decision it was, and as what they took it."""
    found = await ask(lived, SWANN, "filature", GRANT)
    assert tied(list(found.steps)) == [
        (Relation.ANSWERS, "funding:filature-2027", "FundingRequested"),
        (Relation.RESTS_ON, "funding:filature-2027", "EligibilityAssessed"),
    ]
    assert all(one.holds for one in found.steps[1].facts.findings)
    assert found.steps[1].facts.findings
    assert found.decided
    assert found.decided.actor == ROBIN
    assert found.decided.entitled.could == (Role.BOARD,)
    assert found.decided.entitled.held[0] is Role.BOARD


async def test_a_grant_sets_off_reservations_and_payments(lived: House) -> None:
    """In other streams too."""
    found = await ask(lived, SWANN, "filature", GRANT, then=True)
    assert (Relation.RESERVES, "envelope:acte/acte_grant/2027", "FundsReserved") in tied(list(found.steps))
    assert (Relation.CAUSED_BY, "filature", "FundingAnswered") in tied(list(found.steps))
    assert found.decided is None


async def test_a_conclusion_tells_counts(lived: House) -> None:
    """And the opinions that counted, to those who may read them."""
    found = await ask(lived, NOUR, "noailles", CONCLUSION)
    assert found.facts.counts
    assert (found.facts.counts.favourable, found.facts.counts.unfavourable) == (1, 1)
    assert "OpinionGiven" in {one.entry.type for one in found.steps}


@pytest.mark.parametrize("way", [why, then_of])
async def test_every_entry_is_told_once_and_two_levels_deep(lived: House, way: object) -> None:
    """However the entries hang together: there is no going in circles."""
    visit, _ = await look_into(lived, SWANN)
    found = await looked_up(visit, "filature")
    entries, _ = await entries_of(visit, found.file, Then())
    for one in entries:
        told = await (why if way is why else then_of)(visit, "filature", f"{one.file}#{one.entry}", Then())
        places = list(_places(list(told.steps), 1))
        assert max((depth for *_, depth in places), default=0) <= 2
        below = [(file, entry) for file, entry, _ in places]
        assert len(below) == len({*below} - {(one.file, one.entry)})


def _places(steps: list[Step], depth: int) -> Iterator[tuple[str, int, int]]:
    for one in steps:
        yield one.entry.file, one.entry.entry, depth
        yield from _places(list(one.steps), depth + 1)


async def test_a_closed_dossier_explains_nothing(told: House) -> None:
    """The entry is there, as in the history; neither what it says nor what it hangs on."""
    visit, _ = await look_into(told, ANDREA)
    board: Visit = who_is_also(visit, Role.BOARD, None)
    for way in (why, then_of):
        found = await way(board, "noailles", "review:noailles-avis#3", Then())
        assert found.closed == NOT_YET
        assert (found.entry.details, found.steps, found.decided) == ({}, [], None)


async def test_who_reads_a_review_alone_is_told_of_it_alone(told: House) -> None:
    """A member of the panel who may not read the cooperation."""
    found = await ask(told, CHARLIE, "review:noailles-avis", "3")
    assert {one.entry.file for one in found.steps} == {"review:noailles-avis"}
    with pytest.raises(Failure, match="no-such-entry"):
        await ask(told, CHARLIE, "review:noailles-avis", "noailles#1")


@pytest.mark.parametrize("typed", ["0", "99", "x", "#", "funding:halle-2027#1", "-1"])
async def test_what_is_no_entry_is_said_to_be_none(told: House, typed: str) -> None:
    """Which numbers there are, and how entries of what is told beside are named."""
    with pytest.raises(Failure) as failed:
        await ask(told, SWANN, "filature", typed)
    assert failed.value.code == "no-such-entry"
    assert "funding:filature-2027#1" in failed.value.remedy.fr
    if typed == "99":
        assert plain(failed.value.text.fr) == "Aucune entrée « 99 » : elles vont de 1 à 10."


async def test_who_works_elsewhere_is_told_nothing(told: House) -> None:
    """Word for word as of what is not there."""
    with pytest.raises(Failure, match="not-readable"):
        await ask(told, SWANN, "noailles", "1")


async def test_the_command_line_draws_a_tree_of_sentences(
    lived: House, capsys: pytest.CaptureFixture[str]
) -> None:
    """Items, evidence further in, whose decision it was, the rules by their name and version."""
    with speaking("fr"):
        draw(await ask(lived, SWANN, "filature", "11"))
        told = plain(capsys.readouterr().out)
    assert "[11] Entrée en phase : " in told
    assert "Cela revenait à : chargé·e de mission" in told
    assert "\nSubvention décidée : rempli\n  [10] Suite d’une demande de financement" in told
    assert "Déclenché par : [funding:filature-2027#3] Financement accordé" in told
    assert "sha256" not in told


async def test_the_service_decides_as_the_rulebook_says(lived: House) -> None:
    """No role is made up for it."""
    found = await ask(lived, NOUR, "noailles", CONCLUSION)
    assert found.decided
    assert found.decided.actor != SERVICE
    assert Role.PROGRAMME_MANAGER in found.decided.entitled.could
