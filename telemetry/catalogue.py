"""Every metric of ours: its name as Prometheus shows it, what it says, its labels."""

from dataclasses import dataclass

ORGANISATION, TYPE, OUTCOME = "organisation", "type", "outcome"


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric; ``labels`` never name a person or a file."""

    name: str
    says: str
    labels: tuple[str, ...] = (ORGANISATION,)


COMMANDS = Metric(
    "escale_commands",
    "Commands answered by this process: recorded, refused, invalid, repeated, unavailable or failed",
    (ORGANISATION, TYPE, OUTCOME),
)
SERVICE_ACTS = Metric(
    "escale_service_acts",
    "Commands that the service gave by itself; refused also where it was recorded that it could not act",
    (ORGANISATION, TYPE, OUTCOME),
)
REMINDERS = Metric(
    "escale_reminders", "Reminders issued to one person: on_time or late", (ORGANISATION, OUTCOME)
)
WAKES = Metric("escale_wakes", "Workflows woken, or not: woken or failed", (ORGANISATION, OUTCOME))
WAKE_TIME = Metric(
    "escale_wake_time", "From a wake until the workflow has caught up", (ORGANISATION, OUTCOME)
)
TROUBLES = Metric(
    "escale_workflow_troubles",
    "Workflows that said that they cannot go on by themselves, by trouble",
    (ORGANISATION, TYPE),
)
IN_TROUBLE = Metric(
    "escale_workflows_in_trouble",
    "Workflows that do not go on by themselves; shown by the worker that works for the organisation",
)
COUNTERS = (COMMANDS, SERVICE_ACTS, REMINDERS, WAKES, TROUBLES)

POSITION = Metric("escale_ledger_position", "Where the ledger ends: how many events were recorded")
FOLLOWER_LAG = Metric("escale_follower_lag_positions", "Positions that the follower has not dealt with")
FOLLOWER_SILENT = Metric("escale_follower_silent_seconds", "For how long no follower said that it is alive")
OWED_WAKES = Metric("escale_owed_wakes", "Files whose workflow could not be woken yet")
READ_MODEL_LAG = Metric(
    "escale_read_model_lag_positions", "Positions that the read model furthest behind lacks"
)
READ_MODELS_STOPPED = Metric("escale_read_models_stopped", "Read models that met an event they cannot fold")
OVERDUE = Metric("escale_overdue_deadlines", "Open deadlines that have passed, by the organisation's clock")
MESSAGES = Metric(
    "escale_messages", "Messages that have not left: queued, unknown or failed", (ORGANISATION, OUTCOME)
)
SIGN_OF_LIFE_AGE = Metric(
    "escale_sign_of_life_age_seconds",
    "How old the service's last sign of life is, in the organisation's time",
)
READ_AT = Metric("escale_standing_read_at_seconds", "When the gauges were read, in seconds since 1970", ())
GAUGES = (
    POSITION,
    FOLLOWER_LAG,
    FOLLOWER_SILENT,
    OWED_WAKES,
    READ_MODEL_LAG,
    READ_MODELS_STOPPED,
    OVERDUE,
    MESSAGES,
    SIGN_OF_LIFE_AGE,
    READ_AT,
)


def shown() -> frozenset[str]:
    """The names of all our metrics on the endpoint, with those that a histogram is made of."""
    counters = {f"{one.name}_total" for one in COUNTERS}
    histogram = {f"{WAKE_TIME.name}_seconds_{part}" for part in ("bucket", "sum", "count")}
    return frozenset(counters | histogram | {one.name for one in (*GAUGES, IN_TROUBLE)})
