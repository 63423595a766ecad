"""The programmes that let the service act, each lived through: it does what their texts say, and people do not."""

import pytest

from application.rehearsal.act_rows import ActTold
from application.rulebooks.shelf import YamlRulebooks
from domain.files.act_events import ActPerformed
from domain.people.state import Organisation
from domain.rulebook import Rulebook
from programmes import FOLDER
from tests.rehearsal.staging import rehearsed

SHIPPED = YamlRulebooks(FOLDER)
DONE: dict[str, set[str]] = {
    "acte": {"before_the_committee"},
    "conseil-ess-strasbourg": {"ask_to_co_decide"},
    "demarche-territoriale": {"ask_about_the_territory", "ask_about_the_work"},
    "macif-ordinary-support": {"put_to_the_commission", "record_the_decision"},
    "macif-territorial-cooperations": {"studied_once_complete", "ask_for_evaluation"},
    "ptce-emergent": {"ask_the_region"},
    "tec": {"ask_for_a_go", "ask_for_evaluation", "before_the_committee", "ask_for_payment"},
}
"""What is done where people do everything in time; nobody brings a project that fits nowhere to a council."""
SILENT = sorted(set(SHIPPED.programmes(Organisation())) - set(DONE))


def current(programme: str) -> Rulebook:
    """The version of a programme under which files open."""
    found = SHIPPED.current(Organisation(), programme)
    assert found
    return found


@pytest.mark.parametrize("programme", DONE)
def test_the_service_does_what_the_text_of_a_programme_says(programme: str) -> None:
    """Each act once its moment has come; nobody asks by hand for what the service asks, and nothing is refused."""
    rulebook = current(programme)
    shown = rehearsed(rulebook, years=5)
    told = [row.event for row in shown.rows if isinstance(row.event, ActTold)]
    assert {one.act for one in told if isinstance(one, ActPerformed)} == DONE[programme]
    assert "OpenReview" not in {one.command.type for one in shown.given}
    assert not [one for one in shown.absurdities if one.code in ("fault", "refused")]


@pytest.mark.parametrize("programme", SILENT)
def test_where_the_text_is_silent_nothing_is_done(programme: str) -> None:
    """Neither in a phase nor for an instrument."""
    rulebook = current(programme)
    assert not any(phase.course for phase in rulebook.phases.values())
    assert not any(instrument.course for instrument in rulebook.instruments)
