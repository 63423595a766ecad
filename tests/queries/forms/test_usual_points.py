"""The points that the rulebook foresees are named in the form, and kept under their keys however they are written."""

from domain.cooperations.commands.calls import DeclineApplication
from domain.cooperations.commands.file import EditSheet
from domain.fundings.commands.requests import DecideFunding
from domain.reviews.commands import GiveOpinion
from domain.rulebook import Names
from language import Text
from queries.choosing.points import usual_points
from queries.forms.about import About
from queries.forms.points import keys_of_usual_points, with_usual_points
from tests.domain.sample_people import FOUNDED, MANAGER, organisation
from tests.domain.tasks.scenes import SCENES
from tests.queries.scene_visits import visit_to
from wording.naming import Naming

POINTS = {
    "no_residents": Names(fr="Sans habitants", en="No residents"),
    "thin": Names(fr="Trop court", en="Too thin"),
}
SCENE = SCENES["an application"]
RULEBOOK = SCENE.rulebook.model_copy(
    update={
        "calls": SCENE.rulebook.calls.model_copy(update={"points": POINTS}) if SCENE.rulebook.calls else None
    }
)
KNOWN = About(visit_to(SCENE, MANAGER, organisation(*FOUNDED)), DeclineApplication, {}, rulebook=RULEBOOK)


def test_the_hint_names_them() -> None:
    """After what it says of the field anyway."""
    hint = with_usual_points(KNOWN, Text("Un par ligne.", "One a line."))
    assert hint
    assert hint.fr == "Un par ligne. Motifs habituels\u00a0: Sans habitants\u202f; Trop court."
    assert hint.en == "One a line. Usual points: No residents; Too thin."


def test_what_is_written_as_they_are_called_has_their_key() -> None:
    """In either language; what is called otherwise is a point of its own."""
    read = keys_of_usual_points(KNOWN, {"points": ["sans_habitants", "too_thin", "autre_chose"]})
    assert read["points"] == ["no_residents", "thin", "autre_chose"]


def test_where_the_rulebook_foresees_none_nothing_is_said() -> None:
    """Nor for commands that give no points."""
    assert not usual_points(DeclineApplication, None, SCENE.rulebook)
    assert not usual_points(EditSheet, None, RULEBOOK)


def test_panels_and_instruments_have_their_own() -> None:
    """A member and a body are shown those of what they judge."""
    for name, command, part in (
        ("opinions", GiveOpinion, "panels"),
        ("a request", DecideFunding, "instruments"),
    ):
        scene = SCENES[name]
        assert scene.view
        parts = tuple(one.model_copy(update={"points": POINTS}) for one in getattr(scene.rulebook, part))
        rulebook = scene.rulebook.model_copy(update={part: parts})
        assert usual_points(command, scene.view.file, rulebook) == POINTS
        assert Naming(rulebook).one("point", "no_residents") == ("Sans habitants", "No residents")
