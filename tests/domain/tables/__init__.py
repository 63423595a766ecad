"""Every rule of decision, as rows."""

from tests.domain.kit import Row
from tests.domain.tables import (
    awaiting,
    calls,
    closing,
    collective,
    corrections,
    declining,
    delivery,
    experiments,
    importing,
    migrating,
    opening,
    organisation,
    phases,
    publishing,
    record,
    reminders,
    sleep,
    working,
)

ROWS: tuple[Row, ...] = (
    *opening.ROWS,
    *collective.ROWS,
    *record.ROWS,
    *phases.ROWS,
    *sleep.ROWS,
    *closing.ROWS,
    *corrections.ROWS,
    *reminders.ROWS,
    *delivery.ROWS,
    *organisation.ROWS,
    *importing.ROWS,
    *calls.ROWS,
    *declining.ROWS,
    *experiments.ROWS,
    *working.ROWS,
    *awaiting.ROWS,
    *publishing.ROWS,
    *migrating.ROWS,
)
