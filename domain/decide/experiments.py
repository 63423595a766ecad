"""Experiments on the territory: how long they may last, how many may begin in a year, how they end."""

from datetime import timedelta

from domain.calendar import due_after
from domain.commands import CloseExperiment, StartExperiment
from domain.decide.setting import Decision, Setting, effective_at
from domain.events import ExperimentClosed, ExperimentStarted
from domain.moments import day_of, earliest, latest
from domain.refusals import Refusal, refuse
from domain.rulebook import Rulebook
from domain.state import Cooperation
from domain.values import Phase


def start_experiment(
    command: StartExperiment, file: Cooperation, rulebook: Rulebook, setting: Setting
) -> Decision:
    """Begin an experiment in its phase, within the programme's terms."""
    if file.current.phase is not Phase.EXPERIMENTATION:
        return refuse("not_experimenting", phase=file.current.phase, following=Phase.EXPERIMENTATION)
    if command.experiment in file.experiments:
        return refuse("experiment_exists", experiment=command.experiment)
    at = effective_at(command, setting)
    if refusal := _unfit_term(command, file, rulebook, at) or _too_many(file, rulebook, at):
        return refusal
    return (
        ExperimentStarted(
            experiment=command.experiment, title=command.title, until=command.until, note=command.note
        ),
    )


def _unfit_term(command: StartExperiment, file: Cooperation, rulebook: Rulebook, at: str) -> Refusal | None:
    """It ends after it began, within calendar months of its first day, as far as that day is known."""
    zone, terms = rulebook.calendar_of(file.region).tz, rulebook.experiments
    first, last = earliest(at), latest(at)
    least = first.astimezone(zone).date() + timedelta(days=1)
    if terms.shortest:
        least = max(least, due_after(first, terms.shortest, zone).day)
    most = due_after(last, terms.longest, zone).day if terms.longest else None
    if command.until >= least and (most is None or command.until <= most):
        return None
    return refuse("experiment_term", until=command.until, least=least, most=most or "…")


def _too_many(file: Cooperation, rulebook: Rulebook, at: str) -> Refusal | None:
    """Experiments of one calendar year (Paris), by when they began."""
    most, year = rulebook.experiments.a_year, day_of(earliest(at)).year
    begun = [
        one.key for one in file.by_type.get("ExperimentStarted", ()) if day_of(earliest(one.at)).year == year
    ]
    if most is None or len(begun) < most:
        return None
    return refuse("experiments_of_the_year", year=year, most=most, known=begun)


def close_experiment(command: CloseExperiment, file: Cooperation, setting: Setting) -> Decision:
    """Close an experiment that runs, not before it began."""
    running = tuple(key for key, one in file.experiments.items() if one.closed is None)
    if command.experiment not in running:
        return refuse("unknown_experiment", experiment=command.experiment, known=running)
    began = file.entries[file.experiments[command.experiment].started].at
    at = effective_at(command, setting)
    if latest(at) < earliest(began):
        return refuse("before_experiment", experiment=command.experiment, at=at, began=began)
    return (
        ExperimentClosed(experiment=command.experiment, outcome=command.outcome, finding=command.finding),
    )
