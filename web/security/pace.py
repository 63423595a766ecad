"""How fast somebody who is signed in may ask: counted in this process, by the minute, which no reader ever notices.

Whoever sits at the machine and looks around in a simulation is not counted.
"""

import time
from collections import Counter

from access.session import Session

_MOST = {"pages": 300, "forms": 60}
_BY_LINK = 60
"""Of everything, for whom a link let in."""
_MINUTE = 60


class Pace:
    """Counts requests of the present minute, by person."""

    def __init__(self) -> None:
        self._minute = 0
        self._asked: Counter[tuple[str, str]] = Counter()

    def allows(self, session: Session, method: str) -> bool:
        """Count one more request; whether it is within what is allowed."""
        if session.kind == "demonstration":
            return True
        minute = int(time.monotonic() // _MINUTE)
        if minute != self._minute:
            self._minute = minute
            self._asked.clear()
        kind = "pages" if method in ("GET", "HEAD") else "forms"
        most = min(_MOST[kind], _BY_LINK) if session.kind == "link" else _MOST[kind]
        who = (kind, session.account or f"{session.organisation}/{session.person}")
        self._asked[who] += 1
        return self._asked[who] <= most
