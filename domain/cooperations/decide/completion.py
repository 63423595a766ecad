"""What a pending request for completion holds back, where the programme says so."""

from domain.cooperations.state import Cooperation
from domain.kernel.moments import day_of, earliest
from domain.kernel.refusal import Refusal, refuse
from domain.rulebook import HeldBack, Rulebook


def held_back(what: HeldBack, file: Cooperation, rulebook: Rulebook) -> Refusal | None:
    """Why a phase, a decision about money or a selection waits: what was asked for has not come."""
    if not file.completion_pending or what not in rulebook.completion_holds:
        return None
    since = file.completions[-1].since
    zone = rulebook.zone_of(file.region)
    return refuse("completion_awaited", since=day_of(earliest(since, zone), zone) if "T" in since else since)
