"""The deadlines of a file as a page."""

from collections.abc import Iterator

from language import Text, locale, t
from wording.codes import CODES
from wording.deadlines import SheetDeadline
from wording.moves import MovedDate
from wording.quantities import short_day

NOTHING = Text("Aucune échéance n’est ouverte.", "No deadline is open.")
WHAT = Text("Échéance", "Deadline")
WHEN = Text("Pour le", "Due")
NEXT = Text("Ensuite", "Next")
MOVED = Text("Ce qui l’a déplacée", "What moved it")
ACT = Text("Acte", "Act")
MORE_TIME = Text("Prolonger", "Give more time")
SILENT = Text("personne n’est rappelé en ce moment", "nobody is reminded at present")


def moves(deadline: SheetDeadline) -> Iterator[str]:
    """What moved it, and what shortened its month."""
    moved = list(deadline.moves)
    yield from map(_move, moved)
    if deadline.clipped and not moved:
        yield t(
            f"ce mois n’a pas de {deadline.clipped}, c’est donc son dernier jour",
            f"that month has no day {deadline.clipped}: it is its last day",
        )


def _move(move: MovedDate) -> str:
    since, until = (short_day(one, locale()) for one in (move.from_day, move.to_day))
    cause = CODES["date-moved-by"][move.cause]
    said = t(f"du {since} au {until}, {cause[0]}", f"from {since} to {until}, {cause[1]}")
    if move.rule is None:
        return said
    clock = CODES["clock"][move.rule]
    return said + t(f" (le délai {clock[0]})", f" (the clock {clock[1]})")
