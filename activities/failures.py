"""How activities fail: what passes by itself is told apart from a fault, and nothing private is told."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from temporalio.exceptions import ApplicationError

from domain.kernel.ledger import LedgerUnavailable, UnknownOrganisation

log = structlog.get_logger()

UNKNOWN_ORGANISATION = "UnknownOrganisation"


@contextmanager
def failures_told_apart() -> Iterator[None]:
    """What passes by itself is retried; anything else is a fault to be seen and mended.

    Only the kind of an error and its place in our code are told: its text may quote what is private.
    """
    try:
        yield
    except LedgerUnavailable:
        raise ApplicationError("the ledger is out of reach", type="LedgerUnavailable") from None
    except UnknownOrganisation:
        raise ApplicationError("no such ledger", type=UNKNOWN_ORGANISATION, non_retryable=True) from None
    except Exception as error:  # noqa: BLE001 - whatever it is, the workflow must hear of it
        [*_, frame] = traceback.extract_tb(error.__traceback__)
        log.error(  # noqa: TRY400 - an exception's text and variables may quote what is private
            "activity failed", error=type(error).__name__, where=traceback.format_tb(error.__traceback__)
        )
        raise ApplicationError(
            f"in {frame.name}, line {frame.lineno}", type=type(error).__name__, non_retryable=True
        ) from None
