"""Why entries are there, in words: every relation reads in both directions."""

from domain.decide.entitled import Entitled
from domain.kernel.values import Role
from domain.relations.relation import Relation
from domain.reviews.events import VoteCounts
from language import speaking
from tests.wording.plain import plain
from wording.explaining import LED, SET_OFF, could, counts, decided, led, set_off
from wording.naming import Naming

MANAGER = Entitled(
    (Role.PROGRAMME_MANAGER,), in_charge=True, held=(Role.PROGRAMME_MANAGER,), was_in_charge=True
)


def test_every_relation_has_a_phrase_in_each_direction() -> None:
    """None is told as another: who reads a tree tells them apart."""
    for phrases in (LED, SET_OFF):
        assert set(phrases) == set(Relation)
        assert (
            len({one.fr for one in phrases.values()})
            == len({one.en for one in phrases.values()})
            == len(Relation)
        )


def test_a_link_reads_as_a_sentence() -> None:
    """In French with its spaces."""
    with speaking("fr"):
        assert led(Relation.EVIDENCE, "[3] Contact") == "Montré par\u00a0: [3] Contact"
        assert plain(set_off(Relation.CORRECTS, "[9] Correction")) == "Corrigé par : [9] Correction"


def test_votes_are_counted_and_nobody_is_named() -> None:
    """For, against, with conditions, how many of how many."""
    given = {
        "favourable": 3,
        "with_conditions": 1,
        "unfavourable": 1,
        "present": 4,
        "effective": 5,
        "quorum": 3,
    }
    votes = VoteCounts(**{**dict.fromkeys(VoteCounts.model_fields, 0), **given})
    with speaking("fr"):
        assert plain(counts(votes)) == (
            "3 pour, 1 contre, 0 abstention ; dont 1 sous conditions ; 4 avis comptés sur 5, quorum 3"
        )


def test_a_decision_says_as_what_it_was_taken() -> None:
    """By a role that it takes; by the service; and whose it was."""
    with speaking("fr"):
        assert decided(MANAGER, "Camille", None, Naming()) == "Décidé par Camille, chargé·e de mission"
        assert decided(MANAGER, None, None, Naming()).startswith("Fait par le service")
        assert plain(could(MANAGER, Naming(), besides=False)) == (
            "Cela revenait à : chargé·e de mission, qui est en charge du dossier"
        )
        assert (
            could(Entitled((), in_charge=False, held=(), was_in_charge=False), Naming(), besides=False) == ""
        )
