"""A mail catcher for tests, in this process."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from aiosmtpd.controller import Controller

from stack.catcher import Catcher, CaughtMail, caught
from stack.ports import LOOPBACK, chosen_port


@dataclass(frozen=True)
class SmtpCatcher:
    """Where mail goes and what came."""

    host: str
    port: int
    maildir: Path

    @property
    def mails(self) -> list[CaughtMail]:
        """Everything caught so far, the oldest first."""
        return caught(self.maildir)


@contextmanager
def catch_mail(maildir: Path) -> Iterator[SmtpCatcher]:
    """Catch mail in `maildir` until the block ends."""
    controller = Controller(Catcher(maildir), hostname=LOOPBACK, port=chosen_port(0))
    controller.start()
    try:
        yield SmtpCatcher(LOOPBACK, controller.port, maildir)
    finally:
        controller.stop()
