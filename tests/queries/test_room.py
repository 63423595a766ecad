"""The review room: each person at their step, and nothing of the next one."""

from typing import Any

import pytest

from queries.refused import Failure
from queries.room import Room, room_of
from tests.application.house import FOUNDER, House, command
from tests.queries.before_panels import ANDREA, CHARLIE, NOUR, REVIEW, SWANN, revised_house
from tests.queries.documents import MemoryAttachments
from tests.queries.house import look_into
from tests.support.waiting import run_apart

Scene = tuple[House, MemoryAttachments, str]


@pytest.fixture
def scene() -> Scene:
    """The dossier has a second version, with a document; Charlie gave an opinion on the first."""
    return run_apart(revised_house())


async def _room(scene: Scene, person: str, *, by_link: bool = False) -> Room:
    visit, _ = await look_into(scene[0], person, scene[1])
    return await room_of(visit, REVIEW, by_link=by_link)


async def _does(scene: Scene, person: str, kind: str, **fields: Any) -> None:
    await scene[0].recorded(command(kind, f"{kind}/{person}", person, review=REVIEW, **fields))


async def test_interests_come_first_on_names_alone(scene: Scene) -> None:
    """Territory and collective are named; nothing of the dossier is in the values."""
    room = await _room(scene, ANDREA)
    shown = (room.dossier, room.opinion, room.standing, room.outcome)
    assert (room.step, shown) == ("interests", (None,) * 4)
    assert room.interests
    assert room.interests.territory.name == "Quartier Noailles, Marseille"
    assert room.interests.stakeholders == ("Fondation de France",)
    assert room.private.texts == {}


async def test_who_has_declared_reads_the_dossier(scene: Scene) -> None:
    """With what changed since the version before, for one who has given no opinion."""
    await _does(scene, ANDREA, "DeclareInterests", conflict=False)
    room = await _room(scene, ANDREA)
    assert (room.step, room.interests, room.opinion, room.standing) == ("opinion", None, None, None)
    assert room.dossier
    assert room.dossier.version.number == 2
    assert room.dossier.changes
    assert room.dossier.changes.since.number == 1
    [document] = room.dossier.changes.added
    assert document.about
    assert document.about.name == "portrait.pdf"
    assert room.private.of(room.dossier.version.note) == "Un collectif d’habitants s’est formé (inventé)."


async def test_an_opinion_on_an_earlier_version_does_not_count_until_it_is_confirmed(scene: Scene) -> None:
    """What changed since that very version; then nothing has changed."""
    room = await _room(scene, CHARLIE)
    assert room.opinion
    assert not room.opinion.counts
    assert room.seat
    assert room.seat.due_on
    await _does(scene, CHARLIE, "ConfirmOpinion", dossier=2)
    room = await _room(scene, CHARLIE)
    assert room.opinion
    assert room.opinion.counts
    assert room.seat
    assert room.seat.due_on is None
    assert room.dossier
    assert room.dossier.changes is None


async def test_members_do_not_see_what_others_think(scene: Scene) -> None:
    """Their own opinion alone, with its texts."""
    await _does(scene, ANDREA, "DeclareInterests", conflict=False)
    await _does(scene, ANDREA, "GiveOpinion", opinion="favourable", dossier=2)
    room = await _room(scene, CHARLIE)
    assert room.opinion
    assert room.opinion.told.counted.member == CHARLIE
    assert room.standing is None


@pytest.mark.parametrize("by_link", [False, True])
async def test_who_declares_a_conflict_is_shown_no_more_than_that(scene: Scene, *, by_link: bool) -> None:
    """Neither names nor outcome, by whatever door."""
    await _does(scene, CHARLIE, "DeclareInterests", conflict=True, reason="Ma sœur y travaille.")
    room = await _room(scene, CHARLIE, by_link=by_link)
    shown = (room.interests, room.dossier, room.seat, room.opinion, room.outcome, room.standing)
    assert (room.step, shown) == ("recused", (None,) * 6)
    assert room.closed
    assert "conflit" in room.closed.fr


async def test_who_leads_sees_who_owes_and_the_votes(scene: Scene) -> None:
    """And reads the dossier; there is nothing to give."""
    room = await _room(scene, NOUR)
    assert (room.step, room.leads, room.seat) == ("reading", True, None)
    assert room.standing
    assert room.standing.votes
    assert room.standing.votes.quorum == 1
    assert [one.counts for one in room.standing.members] == [False, False]
    assert not room.has_minutes


async def test_once_it_is_concluded_a_member_is_thanked_and_shown_no_dossier(scene: Scene) -> None:
    """The outcome and their own opinion; who leads reads the minutes."""
    await _does(scene, CHARLIE, "ConfirmOpinion", dossier=2)
    scene[0].wait(days=120)
    await _does(scene, NOUR, "ConcludeReview")
    for by_link in (False, True):
        room = await _room(scene, CHARLIE, by_link=by_link)
        assert (room.step, room.dossier) == ("ended", None)
        assert room.outcome
        assert room.outcome.outcome == "unfavourable"
        assert room.opinion
        assert not room.has_minutes
    assert (await _room(scene, NOUR)).has_minutes


async def test_who_stands_in_for_a_member_acts_in_that_seat(scene: Scene) -> None:
    """And declares interests of their own first."""
    await _does(scene, ANDREA, "DeclareInterests", conflict=False)
    other = await _registered(scene)
    await _does(scene, ANDREA, "DelegateOpinion", to=other, until="2027-04-30", reason="En congé.")
    room = await _room(scene, other)
    assert (room.step, room.seat and (room.seat.member, room.seat.delegate)) == ("interests", (ANDREA, True))
    own = await _room(scene, ANDREA)
    assert own.seat
    assert (own.seat.delegated_to, str(own.seat.delegated_until)) == (other, "2027-04-30")


async def test_who_was_replaced_is_told_so(scene: Scene) -> None:
    """By a link, too."""
    other = await _registered(scene)
    await _does(scene, NOUR, "ReplaceMember", member=CHARLIE, substitute=other, reason="Départ.")
    room = await _room(scene, CHARLIE, by_link=True)
    assert (room.step, room.dossier, room.opinion, room.standing) == ("gone", None, None, None)


@pytest.mark.parametrize(("person", "by_link"), [(SWANN, False), (FOUNDER, True), (NOUR, True)])
async def test_nobody_else_is_told_that_it_is_there(scene: Scene, person: str, *, by_link: bool) -> None:
    """Another region's manager; by a link whoever has no seat there, even who leads it."""
    with pytest.raises(Failure, match="not-readable"):
        await _room(scene, person, by_link=by_link)


async def test_links_let_nobody_in_a_month_after_the_end(scene: Scene) -> None:
    """Whoever signs in reads on."""
    await _does(scene, CHARLIE, "ConfirmOpinion", dossier=2)
    scene[0].wait(days=120)
    await _does(scene, NOUR, "ConcludeReview")
    scene[0].wait(days=29)
    assert (await _room(scene, CHARLIE, by_link=True)).step == "ended"
    scene[0].wait(days=2)
    with pytest.raises(Failure, match="not-readable"):
        await _room(scene, CHARLIE, by_link=True)
    assert (await _room(scene, CHARLIE)).step == "ended"


async def _registered(scene: Scene) -> str:
    """Somebody more of the jury."""
    house = scene[0]
    person = {"name": "Noa Essai", "email": "noa@example.org"}
    await house.recorded(command("RegisterPerson", "person/noa", FOUNDER, **person))
    found = list((await house.files.organisation("ville-de-demain")).people)[-1]
    await house.recorded(command("GrantRole", "role/noa", FOUNDER, person=found, role="jury"))
    return found
