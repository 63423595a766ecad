"""Experiments on the territory: how long they may last, how many may begin in a year, how they end."""

from datetime import timedelta

from domain.cooperations.commands.record import CloseExperiment, StartExperiment
from domain.cooperations.events.record import ExperimentClosed, ExperimentStarted
from domain.cooperations.state import Cooperation
from domain.files.setting import Decision, Setting, effective_at
from domain.kernel.calendar import due_after
from domain.kernel.moments import day_of, earliest, latest
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Phase
from domain.rulebook import Rulebook


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
    zone, terms = rulebook.zone_of(file.region), rulebook.experiments
    first, last = earliest(at, zone), latest(at, zone)
    least = day_of(first, zone) + timedelta(days=1)
    if terms.shortest:
        least = max(least, due_after(first, terms.shortest, zone).day)
    most = due_after(last, terms.longest, zone).day if terms.longest else None
    if command.until >= least and (most is None or command.until <= most):
        return None
    return refuse("experiment_term", until=command.until, least=least, most=most or "…")


def _too_many(file: Cooperation, rulebook: Rulebook, at: str) -> Refusal | None:
    """Experiments of one calendar year, by when they began."""
    zone, most = rulebook.zone_of(file.region), rulebook.experiments.a_year
    started = file.by_type.get("ExperimentStarted", ())
    year = day_of(earliest(at, zone), zone).year
    begun = [one.key for one in started if day_of(earliest(one.at, zone), zone).year == year]
    if most is None or len(begun) < most:
        return None
    return refuse("experiments_of_the_year", year=year, most=most, known=begun)


def close_experiment(command: CloseExperiment, file: Cooperation, setting: Setting) -> Decision:
    """Close an experiment that runs, not before it began."""
    running = tuple(key for key, one in file.experiments.items() if one.closed is None)
    if command.experiment not in running:
        return refuse("unknown_experiment", experiment=command.experiment, known=running)
    began = file.entries[file.experiments[command.experiment].started].at
    at, zone = effective_at(command, setting), setting.zone_of(file.region)
    if latest(at, zone) < earliest(began, zone):
        return refuse("before_experiment", experiment=command.experiment, at=at, began=began)
    return (
        ExperimentClosed(experiment=command.experiment, outcome=command.outcome, finding=command.finding),
    )
