"""What waits about bank details: that a second person confirms or rejects them."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from domain.bank.access import KEEP_BANK_DETAILS
from domain.bank.state import Account
from domain.kernel.ids import account_stream
from domain.kernel.moments import earliest
from domain.tasks.answers import answers_task
from domain.tasks.task import TaskLine


def tasks_of_account(account: Account, zone: ZoneInfo) -> Iterator[TaskLine]:
    """Proposed bank details wait for whoever keeps them anywhere, but not for who proposed them.

    ``zone`` is the organisation's.
    """
    if account.pending is None:
        return
    pending = account.versions[account.pending]
    line = TaskLine(
        file=account_stream(account.id),
        kind="bank-details",
        subject=str(pending.number),
        since=earliest(pending.at, zone),
        zone=zone.key,
        region=None,
        roles=KEEP_BANK_DETAILS,
        except_for=(pending.proposed_by,),
    )
    yield line.model_copy(update={"offers": tuple(one.offered for one in answers_task(line, None))})
