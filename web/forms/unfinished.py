"""Jobs that stopped before their last item: what each is about, and where one goes on with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import links
import links.organisation
import links.sheets
from domain.fundings.commands.payments import ConfirmPayment
from language import Text
from queries.bulk import BULK_COMMANDS
from queries.tranches_in_bulk import COMMANDS as OF_TRANCHES
from web.forms.bulk import HAND_OVER
from web.sheets.recording import OF_SHEETS
from wording.commands import COMMANDS
from wording.pages import handing_over as handing_over_words
from wording.pages import importing as importing_words
from workspace.begun import BegunJob


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A job by its name, with the page that has the button to go on."""

    name: Text
    address: str
    job: BegunJob


def unfinished(organisation: str, jobs: Iterable[BegunJob]) -> Sequence[Unfinished]:
    """Where one goes on with each."""
    found = ((_place(organisation, one), one) for one in jobs)
    return [Unfinished(*place, one) for place, one in found if place]


def _place(organisation: str, job: BegunJob) -> tuple[Text, str] | None:
    if job.command == HAND_OVER:
        return handing_over_words.TITLE, links.organisation.hand_over(organisation, job.key)
    if job.command.startswith(OF_SHEETS):
        return importing_words.TITLE, links.sheets.sheet(organisation, job.key)
    if job.command == ConfirmPayment.__name__:
        return COMMANDS[job.command], links.payments(organisation, f"releve/{job.key}")
    if job.command in OF_TRANCHES:
        return COMMANDS[job.command], links.payments(organisation, f"lot/{job.key}")
    if job.command in BULK_COMMANDS:
        return COMMANDS[job.command], links.job(organisation, job.key)
    return None
