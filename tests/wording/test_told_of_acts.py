"""What a history says of acts of the service: which, because of what, why not; held back and released, with reasons."""

from collections.abc import Iterator
from datetime import date

import pytest

from application.rehearsal.scenario import FILE
from application.rehearsal.world import World
from domain.kernel.ids import cooperation_stream
from language import speaking
from tests.support.acting import acting_rules, lived
from tests.wording.plain import plain
from wording.history import said
from wording.news_of_acts import of_act
from wording.told_of_acts import entry_called

DECLARED = "{at: P7D, type: DeclareGateItem, item: contacts}"
HELD = "{at: P8D, type: HoldBackAct, act: go_on, until: 2027-01-29, reason: La mairie hésite.}"
RELEASED = "{at: P9D, type: ReleaseAct, act: go_on, reason: Elle veut.}"
NO_JURY = (
    "{alias: ada, roles: [{role: administrator}]}",
    "{alias: manager, roles: [{role: programme-manager, region: occitanie}]}",
    "{alias: companion, roles: [{role: accompanying-organisation, region: occitanie}]}",
)


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    """Told in French."""
    with speaking("fr"):
        yield


def told(world: World, *kinds: str) -> list[str]:
    """The details of the cooperation's entries of some kinds, with ordinary spaces."""
    own = [one for one in world.told if one.stream == cooperation_stream(FILE)]
    details = {one.entry: one.event.model_dump(mode="json", exclude={"type"}) for one in own}
    known = {"contacts": "Contacts qualifiés"}
    entries = {one.entry: entry_called(one.event.type, details[one.entry], known) for one in own}
    return [
        plain(said(details[one.entry], {}, world.rulebook, one.event.type, entries=entries))
        for one in own
        if one.event.type in kinds
    ]


def test_an_act_says_what_was_done_and_what_made_it_due() -> None:
    """By its name, what it does, and the entries that brought it about."""
    world = lived(acting_rules(), [DECLARED], date(2027, 1, 12))
    assert told(world, "ActPerformed") == [
        "Avis du jury (demander un avis), parce que : Contacts qualifiés (entrée 3)"
    ]
    assert told(world, "ActAnnounced") == ["Passage au diagnostic"]


def test_a_refused_act_is_told_as_the_sentence_of_the_refusal() -> None:
    """With its remedy, in which keys have names."""
    [refused] = told(lived(acting_rules(), [DECLARED], date(2027, 1, 12), NO_JURY), "ActRefused")
    assert refused.startswith("Avis du jury : Personne ne peut siéger à l’instance Jury national")
    assert refused.endswith("(GrantRole).")


def test_what_people_hold_back_and_release_is_told_with_their_reasons() -> None:
    """Until when, where they say so."""
    world = lived(acting_rules(), [DECLARED, HELD, RELEASED], date(2027, 1, 14))
    assert told(world, "ActHeldBack", "ActReleased") == [
        "Passage au diagnostic, jusqu’au 29 janvier 2027 inclus, « La mairie hésite. »",
        "Passage au diagnostic, « Elle veut. »",
    ]


def test_the_demonstration_tells_acts_in_a_line() -> None:
    """As the service's own doing; what it could not, as something to be done by hand."""
    world = lived(acting_rules(), [DECLARED], date(2027, 1, 12), NO_JURY)
    lines = [line for one in world.told if (line := of_act(one.event, world.rulebook))]
    assert [plain(one)[:40] for one in lines] == [
        "⚙ À faire à la main : Avis du jury. Pers",
        "⚙ Annoncé : se fera de soi-même : Passag",
    ]
