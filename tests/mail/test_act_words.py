"""What people are told of what the service does by itself: announced, asked for, left to them."""

from datetime import date, datetime
from pathlib import Path

import pytest

from application.rehearsal.world import World
from domain.kernel.moments import PARIS
from domain.kernel.values import Language, Role
from tests.domain.fundings.test_before_its_body import PUT, putting
from tests.domain.paying import BOARD, funding_of, request, requested
from tests.domain.sample_people import ELECTED
from tests.domain.vocabulary import reminded
from tests.mail.beside import Reminding
from tests.support.acting import MANAGER, acting_rules, lived, view_of

GOLDEN = Path(__file__).parent / "golden"
DECLARED = "{at: P7D, type: DeclareGateItem, item: contacts}"
NO_JURY = (
    "{alias: ada, roles: [{role: administrator}]}",
    "{alias: manager, roles: [{role: programme-manager, region: occitanie}]}",
    "{alias: companion, roles: [{role: accompanying-organisation, region: occitanie}]}",
)


def announced() -> World:
    """The phase is to be left on 19 January."""
    return lived(acting_rules(), [DECLARED], date(2027, 1, 12))


def asked() -> World:
    """An evaluation was asked for four months after the second phase was entered."""
    return lived(acting_rules(), [DECLARED], date(2027, 5, 20))


def refused() -> World:
    """Nobody sits on the jury."""
    return lived(acting_rules(), [DECLARED], date(2027, 1, 12), NO_JURY)


LETTERS = {"announced": (announced, "go_on"), "asked": (asked, "evaluate"), "refused": (refused, "ask_jury")}


async def letter(name: str, language: Language, rung: str = "") -> str:
    """The letter with which such a deadline begins, to a programme manager."""
    life, act = LETTERS[name]
    view = view_of(life())
    reminding = Reminding(
        view.file,
        view.rulebook,
        act,
        rung or name,
        MANAGER,
        Role.PROGRAMME_MANAGER,
        language,
        view.recorded_at,
    )
    return await reminding.plain()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", LETTERS)
async def test_what_the_service_does_by_itself_reads_as_agreed(name: str, language: Language) -> None:
    """The samples."""
    said = await letter(name, language)
    assert said == (GOLDEN / f"act-{name}.{language}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", list(Language))
async def test_those_who_decide_are_told_that_a_request_lies_before_them(language: Language) -> None:
    """The sample."""
    funding = funding_of(requested(request()), PUT)
    said = await Reminding(
        funding,
        putting(),
        "decision",
        "put",
        BOARD,
        Role.BOARD,
        language,
        datetime(2026, 1, 6, 9, 0, tzinfo=PARIS),
    ).plain()
    assert said == (GOLDEN / f"act-put.{language}.txt").read_text(encoding="utf-8")


async def test_a_reminder_of_what_was_asked_for_says_its_day_and_the_command_that_brings_it() -> None:
    """As any deadline; it may be given more time."""
    text = await letter("asked", Language.FRENCH, "due")
    assert "échéance" in text.splitlines()[0]
    assert "escale do RecordEvaluation" in text
    assert "escale do ExtendDeadline" in text


async def test_a_reminder_of_what_is_to_be_done_by_hand_says_why_again() -> None:
    """With the command that does it; nobody can give it more time."""
    text = await letter("refused", Language.FRENCH, "escalation")
    assert "n’a pas pu le faire" in " ".join(text.split())
    assert "escale do OpenReview --review choice-" in text
    assert "Extend" not in text


@pytest.mark.parametrize(("told", "stayed"), [(ELECTED, False), (MANAGER, True)])
async def test_who_was_told_before_is_not_told_that_others_did_nothing(told: str, *, stayed: bool) -> None:
    """Who decides was told as the request came before them: the ladder's word to their role is no escalation."""
    put = reminded("decision/e2", "put").model_copy(update={"recipient": told})
    said = await Reminding(
        funding_of(requested(request()), PUT, put),
        putting(),
        "decision",
        "escalation",
        ELECTED,
        Role.ELECTED_REPRESENTATIVE,
        Language.FRENCH,
        datetime(2026, 6, 8, 9, 0, tzinfo=PARIS),
    ).plain()
    assert ("restés sans suite" in " ".join(said.split())) == stayed
