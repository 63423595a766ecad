"""Every rule of decision, as rows."""

from tests.domain.kit import Row
from tests.domain.tables import (
    closing,
    collective,
    corrections,
    delivery,
    importing,
    opening,
    organisation,
    phases,
    record,
    reminders,
    sleep,
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
)
