"""The addresses of pages about an organisation itself: its settings, its people, its audit, a simulation's clock."""

import links
from links.paths import asking, of, segment


def demonstration(organisation: str) -> str:
    """The door of a simulation, for whoever looks around without an account."""
    return f"/demonstration/{segment(organisation)}"


def clock(organisation: str, since: int | None = None) -> str:
    """The clock of a simulation; with what was recorded after a position of its ledger."""
    return f"{of(organisation)}/horloge" + ("" if since is None else f"?depuis={since}")


def person(organisation: str, key: str) -> str:
    """Somebody, by their id."""
    return f"{links.people(organisation)}/{segment(key)}"


def hand_over(organisation: str, job: str | None = None, **asked: str) -> str:
    """Where all that somebody has is handed over to somebody else (``de``, ``a``), and how far that has come."""
    page = f"{links.people(organisation)}/passation"
    return asking(page, asked) if job is None else f"{page}/{segment(job)}"


def settings(organisation: str) -> str:
    """What is settled for the whole organisation."""
    return f"{of(organisation)}/organisation"


def audit(organisation: str, part: str = "", **asked: str | int | list[str]) -> str:
    """Whether the history can be trusted; ``part``: what was refused (``refus``), sign-ins, readings."""
    return asking(f"{of(organisation)}/audit" + (f"/{part}" if part else ""), asked)


def webhooks(organisation: str, named: str = "") -> str:
    """The other systems that are told what happens; one of them."""
    return f"{settings(organisation)}/webhooks" + (f"/{segment(named)}" if named else "")


def trainings(organisation: str) -> str:
    """Where a simulation to learn by is made, by the button of a page."""
    return f"{of(organisation)}/formations"


def training(organisation: str) -> str:
    """What a simulation to learn by is: as whom one looks at it, its clock, throwing it away."""
    return f"{of(organisation)}/formation"
