"""The scenarios by name: a life as it should be, a file that everybody forgets, and what comes between."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Literal

from application.rehearsal.cast import IN_CHARGE, PAIR, SUCCESSORS, grant_id
from application.rehearsal.nominal import length
from application.rehearsal.scenario import Act, RoleHeld, Scenario, Script, at_office_hour
from application.rehearsal.scenario_files import command_of
from domain.kernel.calendar import plus
from domain.kernel.moments import write_instant
from domain.rulebook import Names, Rulebook

_SLEEP, _VACANCY = "P1Y", "P2M"
"""How long the pause lasts; how long nobody is in charge."""


def builtin(name: str, rulebook: Rulebook, beginning: datetime, region: str) -> Script:
    """The scenario of that name for a rulebook. Raises KeyError."""
    title, acts = _ACTS[name]
    middle = _middle_of_second_phase(rulebook, beginning, region)
    like: Literal["nominal", "forgotten"] = "forgotten" if name == "forgotten" else "nominal"
    return Script(Scenario(scenario=name, name=title, like=like), tuple(acts(rulebook, middle, region)))


def _nothing(_rulebook: Rulebook, _at: datetime, _region: str) -> Iterator[Act]:
    yield from ()


def _pause(_rulebook: Rulebook, at: datetime, _region: str) -> Iterator[Act]:
    yield _act(at, "PauseCooperation", reason="Les moyens manquent.")
    yield _act(plus(at, _SLEEP, exact=True).at, "ResumeCooperation", reason="Les moyens sont là.")


def _back(rulebook: Rulebook, at: datetime, _region: str) -> Iterator[Act]:
    if rulebook.phase_after(rulebook.first_phase):
        yield _act(at, "GoBack", to=rulebook.first_phase, reason="Le besoin est à revoir.")


def _handover(_rulebook: Rulebook, at: datetime, region: str) -> Iterator[Act]:
    for alias, role in zip(PAIR, IN_CHARGE, strict=True):
        grant = grant_id(alias, RoleHeld(role=role, region=region))
        yield _act(at, "RevokeRole", grant=grant, reason="Départ.")
    then = plus(at, _VACANCY, exact=True).at
    for alias, role in zip(SUCCESSORS, IN_CHARGE, strict=True):
        yield _act(then, "GrantRole", person=alias, role=role, region=region)
    yield _act(then, "HandOverManagers", managers=SUCCESSORS, reason="Reprise du dossier.")


_Acts = Callable[[Rulebook, datetime, str], Iterator[Act]]
_ACTS: Mapping[str, tuple[Names, _Acts]] = {
    "nominal": (Names(fr="Tout se fait à temps", en="All is done in time"), _nothing),
    "forgotten": (Names(fr="Le dossier oublié", en="The file forgotten"), _nothing),
    "pause": (Names(fr="Une pause d’un an", en="A pause of a year"), _pause),
    "back": (Names(fr="Un retour en arrière", en="Going back once"), _back),
    "handover": (Names(fr="Les responsables partent", en="Those in charge leave"), _handover),
}
NAMES = tuple(_ACTS)
"""The scenarios that there are by name."""
TITLES: Mapping[str, Names] = {name: title for name, (title, _) in _ACTS.items()}
"""What they are called."""


def _middle_of_second_phase(rulebook: Rulebook, beginning: datetime, region: str) -> datetime:
    first = rulebook.first_phase
    begins = length(first, rulebook, beginning, region)
    second = rulebook.phase_after(first)
    if second is None:
        middle = beginning + (begins - beginning) / 2
    else:
        middle = begins + (length(second, rulebook, begins, region) - begins) / 2
    calendar = rulebook.calendar_of(region)
    return at_office_hour(calendar.next_working_day(calendar.day_of(middle)), begins)


def _act(at: datetime, kind: str, **fields: object) -> Act:
    name = f"{kind}/{fields.get('grant') or fields.get('person') or ''}"
    return Act(write_instant(at), command_of(name.strip("/"), {"type": kind, **fields}))
