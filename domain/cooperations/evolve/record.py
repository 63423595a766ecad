"""How experiments and judgements change with their events."""

from collections.abc import Mapping
from dataclasses import replace

from domain.cooperations.events.record import CriterionJudged, ExperimentClosed, ExperimentStarted
from domain.cooperations.state import Cooperation, Experiment, Judgement


def change_experiments(
    file: Cooperation, event: ExperimentStarted | ExperimentClosed, entry: int
) -> Mapping[str, Experiment]:
    """The experiments after one began or ended."""
    if isinstance(event, ExperimentStarted):
        begun = Experiment(event.experiment, event.title, event.until, file.current.number, entry)
        return {**file.experiments, begun.id: begun}
    return {
        **file.experiments,
        event.experiment: replace(file.experiments[event.experiment], closed=entry),
    }


def judge(file: Cooperation, event: CriterionJudged, entry: int) -> Mapping[tuple[int, str, str], Judgement]:
    """The judgements with one more; the last of a criterion in a pass holds."""
    where = (file.current.number, event.item, event.criterion)
    return {**file.judgements, where: Judgement(event.met, entry, file.judgements.get(where))}


def _dropped(judgement: Judgement | None, entry: int) -> Judgement | None:
    if judgement is None or judgement.entry == entry:
        return judgement.replaces if judgement else None
    return replace(judgement, replaces=_dropped(judgement.replaces, entry))


def without_judgement(
    file: Cooperation, where: tuple[int, str, str], entry: int
) -> Mapping[tuple[int, str, str], Judgement]:
    """The judgements as if one had never been: what it replaced holds again."""
    kept = _dropped(file.judgements[where], entry)
    rest = {key: one for key, one in file.judgements.items() if key != where}
    return {**rest, where: kept} if kept else rest
