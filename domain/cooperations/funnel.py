"""The funnel of a call: which stage an application enters next, and who takes it there."""

from domain.cooperations.state import Application
from domain.rulebook import FunnelStage, Rulebook


def stage_after(application: Application, rulebook: Rulebook) -> FunnelStage | None:
    """The next stage, the last one straight away on the fast track; None once the last is reached."""
    if rulebook.calls is None or not rulebook.calls.funnel:
        return None
    funnel = rulebook.calls.funnel
    stages = [one.stage for one in funnel]
    if application.stage == stages[-1]:
        return None
    call = rulebook.call(application.call)
    if call and call.fast_track:
        return funnel[-1]
    return funnel[stages.index(application.stage) + 1 if application.stage in stages else 0]
