"""The acts that a rulebook prescribes for a file, whether they are to be done or were."""

from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.fundings.state import Funding
from domain.rulebook import Rulebook
from domain.rulebook.course import AnyAct


def acts_prescribed(file: KeptFile, rulebook: Rulebook) -> tuple[AnyAct, ...]:
    """Those of a cooperation's whole life, or of a funding's instrument; none for a review."""
    match file:
        case Cooperation():
            return tuple(act for phase in rulebook.phases.values() for act in phase.course)
        case Funding():
            instrument = rulebook.instrument(file.instrument)
            return tuple(instrument.course) if instrument else ()
    return ()


def act_of(key: str, file: KeptFile, rulebook: Rulebook) -> AnyAct | None:
    """The act of that key."""
    return next((one for one in acts_prescribed(file, rulebook) if one.act == key), None)
