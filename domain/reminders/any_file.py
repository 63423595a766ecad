"""The deadlines of a file of any kind, for those who do not mind which."""

from domain.cooperations import deadlines as cooperations
from domain.cooperations.state import Cooperation
from domain.deadlines.deadline import Deadline
from domain.deadlines.rules import OwnRule, TimeRule
from domain.files.file import KeptFile
from domain.fundings import deadlines as fundings
from domain.fundings.state import Funding
from domain.reviews import deadlines as reviews
from domain.reviews.state import Review
from domain.rulebook import Rulebook


def deadlines(file: KeptFile, rulebook: Rulebook) -> tuple[Deadline, ...]:
    """The open deadlines, soonest first; none once the file is closed."""
    match file:
        case Cooperation():
            return cooperations.deadlines(file, rulebook)
        case Review():
            return reviews.deadlines(file, rulebook)
        case Funding():
            return fundings.deadlines(file, rulebook)
    return ()


def dates(file: KeptFile, rulebook: Rulebook) -> tuple[Deadline, ...]:
    """The same without the rungs of their ladders: for who asks after each event of a life."""
    match file:
        case Cooperation():
            return cooperations.dates(file, rulebook)
        case Review():
            return reviews.dates(file, rulebook)
        case Funding():
            return fundings.dates(file, rulebook)
    return ()


def speaking(file: KeptFile, rulebook: Rulebook) -> tuple[Deadline, ...]:
    """The deadlines that may remind.

    Those of a review or a funding are silent with its cooperation, unless the rulebook exempts them from pauses.
    """
    if isinstance(file, Cooperation):
        return cooperations.speaking(file, rulebook)
    if file.asleep and not file.paused:
        return ()
    found = deadlines(file, rulebook)
    return tuple(one for one in found if _exempt(one.rule)) if file.paused else found


def _exempt(rule: TimeRule) -> bool:
    """Whether the rulebook says that no pause touches it; what stands in the calendar is silent, and unmoved."""
    return rule.pause_rule == "ignore" and not (isinstance(rule, OwnRule) and rule.fixed)
