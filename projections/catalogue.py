"""The read models that there are."""

from projections.agenda import AGENDA
from projections.calendar import CALENDAR
from projections.conflicts import CONFLICTS
from projections.envelopes import ENVELOPES
from projections.fundings import FUNDINGS
from projections.model import ReadModel
from projections.people import PEOPLE
from projections.portfolio import PORTFOLIO
from projections.reviews import REVIEWS
from projections.tasks import TASKS
from projections.timeline import TIMELINE

READ_MODELS: tuple[ReadModel, ...] = (
    PORTFOLIO,
    TIMELINE,
    TASKS,
    CONFLICTS,
    AGENDA,
    CALENDAR,
    REVIEWS,
    FUNDINGS,
    ENVELOPES,
    PEOPLE,
)
