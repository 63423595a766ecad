"""A sender as a process of its own, to be killed: ``python -m tests.mail.sender_process DSN PORT``."""

import asyncio
import signal
import sys

from eventstore.pool import open_pool
from eventstore.postgres import PostgresLedger
from mail.courier import Courier, MailServer
from mail.outbox import Outbox
from mail.sender import Sender
from mail.settlements import Settlements
from stack.ports import LOOPBACK
from tests.mail.making import IMPATIENT, SENDER, Ledgerward


async def send(dsn: str, port: int) -> None:
    """Send until told to stop; says first that it is ready."""
    pool = await open_pool(dsn)
    outbox, ledgerward, stop = Outbox(pool), Ledgerward(), asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    sender = Sender(
        outbox,
        Courier(lambda _: SENDER, MailServer(LOOPBACK, port), None, IMPATIENT),
        Settlements(outbox, PostgresLedger(pool)),
        withheld=ledgerward.withheld,
        report=ledgerward.report,
        pause=0.02,
    )
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    await sender.run(stop)
    pool.terminate()


if __name__ == "__main__":
    asyncio.run(send(sys.argv[1], int(sys.argv[2])))
