"""The funnels of calls: which stages lie beyond one."""

from domain.rulebook.calls import RECEIVED
from queries.visit import Visit


def stages_from(visit: Visit, stage: str, programme: str | None) -> tuple[str, ...]:
    """A stage and those after it, in any version of a programme, or of all: whoever stands at one has reached it."""
    found = dict.fromkeys((stage,))
    for rulebook in visit.service.rulebooks.versions(visit.people):
        if rulebook.calls and programme in (None, rulebook.programme):
            stages = [RECEIVED, *(one.stage for one in rulebook.calls.funnel)]
            if stage in stages:
                found |= dict.fromkeys(stages[stages.index(stage) :])
    return tuple(found)
