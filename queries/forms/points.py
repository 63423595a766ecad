"""The points of a refusal in a form: headings that people write, the usual ones under the keys of the rulebook."""

from collections.abc import Mapping
from typing import Any

from language import Text, text_of
from queries.choosing.points import usual_points
from queries.forms.about import About
from queries.forms.derived import key_of
from wording.form_fields import usual_points_words

POINTS = "points"


def with_usual_points(known: About, hint: Text | None) -> Text | None:
    """The hint of the field, and which points are usual here."""
    found = usual_points(known.command, known.subject, known.rulebook)
    return usual_points_words(hint, [text_of(one) for one in found.values()]) if found else hint


def keys_of_usual_points(known: About, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """What was read, with the rulebook's key for each point that is written as it is called there."""
    if POINTS not in values:
        return values
    found = usual_points(known.command, known.subject, known.rulebook).items()
    keys = {key_of(said): key for key, name in found for said in (name.fr, name.en)}
    return {**values, POINTS: [keys.get(one, one) for one in values[POINTS]]}
