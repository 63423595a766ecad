"""What people are told about reviews: what is asked of them, by when, what to do first, and nothing private."""

from datetime import date
from pathlib import Path

import pytest

from domain.kernel.values import Language, Role
from domain.reviews.state import Review
from tests.domain.kit import On, state_of
from tests.domain.reviewing import (
    ASKING,
    JURY,
    STREAM,
    A,
    B,
    asked,
    declared,
    delegated,
    given,
    revised,
    voted,
)
from tests.domain.sample_people import ADMINISTRATOR, ELECTED, MANAGER
from tests.mail.beside import Reminding, parsed

GOLDEN = Path(__file__).parent / "golden"


def review(panel: str = "whole_jury", *events: On) -> Review:
    """The tests' review after these events."""
    state = state_of(STREAM, *asked(panel, *events))
    assert isinstance(state, Review)
    return state


def to_member(file: Review, deadline: str = "opinions", rung: str = "invitation", who: str = A) -> Reminding:
    """A reminder to a member of the jury."""
    return Reminding(file, ASKING, deadline, rung, who, Role.JURY)


CHANGED = review("whole_jury", declared(A), given(A), revised())
ENTRUSTED = review("whole_jury", delegated(B, ELECTED, date(2026, 12, 31)))
TIED = review("presided", *voted("favourable", "favourable", "unfavourable", "unfavourable"))
SAMPLES = {
    "invitation.fr": to_member(review()),
    "invitation.en": Reminding(
        review("deciding"), ASKING, "opinions", "invitation", A, Role.JURY, Language.ENGLISH
    ),
    "revised.fr": to_member(CHANGED, "confirmation", "revised"),
    "handed-up.fr": Reminding(TIED, ASKING, "conclusion", "handed_up", ELECTED, Role.ELECTED_REPRESENTATIVE),
    "conclusion.en": Reminding(
        TIED, ASKING, "conclusion", "due", ELECTED, Role.ELECTED_REPRESENTATIVE, Language.ENGLISH
    ),
    "opinion-escalation.fr": Reminding(
        review("silent_jury"), ASKING, "opinions", "escalation", MANAGER, Role.PROGRAMME_MANAGER
    ),
}


@pytest.mark.parametrize("name", SAMPLES)
async def test_a_reminder_about_a_review_reads_as_agreed(name: str) -> None:
    """An invitation to an advisory and to a decisive panel, a revised dossier, a tie for the chair, an escalation."""
    assert await SAMPLES[name].plain() == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


async def test_an_invitation_says_that_interests_come_first() -> None:
    """In both parts of the message; once they are declared, nothing is said of it any more."""
    invitation = parsed(await SAMPLES["invitation.fr"].message())
    for kind in ("plain", "html"):
        body = invitation.get_body((kind,))
        assert body is not None
        said = " ".join(str(body.get_content()).split())
        assert "Déclarez d’abord vos intérêts" in said
        assert "escale do DeclareInterests --review avis" in said
    later = await to_member(review("whole_jury", declared(A)), rung="due").plain()
    assert "DeclareInterests" not in later
    assert "escale do GiveOpinion --review avis --dossier 1" in later


async def test_who_is_told_of_a_new_dossier_confirms_or_changes() -> None:
    """The commands name the version."""
    said = await SAMPLES["revised.fr"].plain()
    assert "escale do ConfirmOpinion --review avis --dossier 2" in said
    assert "escale do GiveOpinion --review avis --dossier 2" in said


async def test_a_delegate_is_told_so_and_in_whose_name_is_not_written() -> None:
    """A delegate declares interests for themselves, and passes the vote on to nobody."""
    said = await Reminding(ENTRUSTED, ASKING, "opinions", "due", ELECTED, Role.JURY).plain()
    assert "vous a confié sa voix" in said
    assert "escale do DeclareInterests" in said
    assert "DelegateOpinion" not in said


async def test_who_owes_nothing_is_not_asked_for_an_opinion() -> None:
    """Whoever follows the review is told how to help: another member, or more time."""
    said = await SAMPLES["opinion-escalation.fr"].plain()
    assert "GiveOpinion" not in said
    assert "escale do ReplaceMember --review avis" in said
    assert "escale do ExtendReview --review avis" in said
    fallback = Reminding(review(), ASKING, "opinions", "invitation", MANAGER, Role.ADMINISTRATOR)
    assert "votre avis est demandé" not in (await fallback.message()).subject


async def test_messages_of_one_review_stand_in_the_thread_of_its_cooperation() -> None:
    """Whatever its own key is."""
    first = await SAMPLES["invitation.fr"].message()
    second = await SAMPLES["revised.fr"].message()
    assert first.file == second.file == "review:avis"
    assert {str(parsed(one)["References"]) for one in (first, second)} == {"<rives.fondation@exemple.fr>"}
    assert first.id != second.id


async def test_no_other_person_is_named() -> None:
    """Members are ids in the ledger, and not even those are in a message."""
    for sample in SAMPLES.values():
        content = (await sample.message()).content.decode("ascii")
        assert not any(one in content for one in (*JURY, MANAGER, ELECTED))


async def test_others_hear_of_the_chairs_delay_and_how_to_help() -> None:
    """No member is replaced for it."""
    said = await Reminding(TIED, ASKING, "conclusion", "escalation", MANAGER, Role.PROGRAMME_MANAGER).plain()
    assert "escale do ExtendReview --review avis" in said
    assert "ReplaceMember" not in said
    assert "ConcludeReview" not in said


async def test_an_administrator_told_in_the_chairs_place_is_offered_what_is_open_to_them() -> None:
    """They do not chair it, and cannot conclude: they find somebody who can."""
    said = await Reminding(TIED, ASKING, "conclusion", "handed_up", ADMINISTRATOR, Role.ADMINISTRATOR).plain()
    assert "présidez" not in said
    assert "il vous revient" not in said
    assert "ConcludeReview" not in said
    assert "ExtendReview" not in said
    assert "plus personne d’autre ne peut agir" in " ".join(said.split())
    assert "escale do GrantRole --role elected-representative" in said


async def test_an_administrator_told_in_a_members_place_may_name_somebody_else() -> None:
    """Replacing a member is open to administrators; more time is not theirs to give."""
    said = await Reminding(
        review(), ASKING, "opinions", "escalation", ADMINISTRATOR, Role.ADMINISTRATOR
    ).plain()
    assert "ReplaceMember" in said
    assert "ExtendReview" not in said
    assert "HandOverManagers" in said
