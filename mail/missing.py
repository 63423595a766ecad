"""What a deadline waits for, where nobody can just record it: a panel's opinion or a funding, asked for or not."""

from dataclasses import dataclass
from typing import Literal

from domain.cooperations.state import Cooperation
from domain.deadlines.deadline import Deadline
from domain.rulebook import FundingRule, Names, ReviewRule, Rulebook
from domain.rulebook.base import defined
from domain.tasks.asking_answers import asking_a_panel, asking_for_money
from domain.tasks.prefilled import Prefilled


@dataclass(frozen=True, slots=True)
class Missing:
    """A question and its panel, or an instrument; whether somebody has asked, so that the answer is awaited.

    ``asking``: the command that asks; None where it is asked, or where it takes a request first.
    """

    kind: Literal["review", "funding"]
    what: Names
    panel: Names | None
    asked: bool
    asking: Prefilled | None = None


def missing_for(deadline: Deadline, file: Cooperation, rulebook: Rulebook) -> Missing | None:
    """What the gate item waits for that a deadline is met by; None for items that those in charge meet themselves."""
    item = rulebook.phases[file.current.phase].item(deadline.until) if deadline.until else None
    match item.needs if item else None:
        case ReviewRule(review=key):
            question = defined(rulebook.question(key))
            asked = any(
                one.question == key and one.outcome is None and one.pass_number == file.pass_number
                for one in file.reviews.values()
            )
            asking = None if asked or question.about == "funding" else asking_a_panel(key, file)
            panel = defined(rulebook.panel(question.panel)).name
            return Missing("review", question.name, panel, asked, asking)
        case FundingRule(instrument=key):
            waiting = (one for one in file.fundings.values() if one.instrument == key)
            asked = any(one.stage == "requested" for one in waiting)
            asking = None if asked else asking_for_money(key, file)
            return Missing("funding", defined(rulebook.instrument(key)).name, None, asked, asking)
    return None
