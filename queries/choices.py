"""The choices that a field of a command leaves: what fits now by the file's state and rules, and nothing else.

Forms draw their radios, lists and checkboxes from it, offers take the first that fits; so that what a form shows is
what the rules accept. What is free text, or has fixed values of its own in the model, has no choices here. Which
cooperation to wait for, which payments go to the bank, is searched in lists.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.files.file import KeptFile
from domain.files.setting import Setting, State
from domain.kernel.command import Command
from domain.kernel.ids import account_stream, cooperation_stream, funding_stream, review_stream, stream_of
from domain.reminders.view import FileView
from domain.reviews.impartial import streams_of_request
from domain.rulebook import Rulebook
from queries.choosing.circumstances import Circumstances, Fitting
from queries.choosing.elsewhere import ELSEWHERE
from queries.choosing.in_cooperations import IN_COOPERATIONS
from queries.choosing.in_fundings import IN_FUNDINGS
from queries.choosing.in_reviews import IN_REVIEWS
from queries.visit import Visit

FITTING: Mapping[type[Command], Mapping[str, tuple[str, Fitting]]] = {
    **IN_COOPERATIONS,
    **IN_REVIEWS,
    **IN_FUNDINGS,
    **ELSEWHERE,
}
"""By command and field, parts of fields by their path: of what kind the values are, and which fit."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a field may take; ``kind`` says by which names it is told (``wording.naming.Naming.one``).

    Of these kinds sentences are made elsewhere: *entry* by histories, *message* by lists of mail, *grant* by the
    role, region and person of the grant, *review* and *funding* by what they are about.
    """

    value: str | int
    kind: str


def choices_of(
    visit: Visit,
    view: FileView[KeptFile] | None,
    command: type[Command],
    field: str,
    known: Mapping[str, Any],
    beside: Mapping[str, State] | None = None,
) -> tuple[Choice, ...] | None:
    """What a field may hold, the likeliest first; empty where nothing is left to choose, None where all is free.

    ``view`` is the file that the command is about (of ``OpenReview`` and ``RequestFunding`` the cooperation), None for
    what is about none. A part of a field is named by its path: ``request.instrument``, ``request.plan.expense``. Of a
    field that holds values by key (scores, answers) the choices are the keys, all of which are asked for. ``known``
    holds the fields that are filled in already; ``beside`` what else was read, by stream (``read_beside``): conflicts
    of interest, amendments and accounts are known from there.
    """
    found = FITTING.get(command, {}).get(field)
    if found is None:
        return None
    kind, fitting = found
    return tuple(Choice(value, kind) for value in fitting(circumstances(visit, view, known, beside or {})))


def circumstances(
    visit: Visit, view: FileView[KeptFile] | None, known: Mapping[str, Any], beside: Mapping[str, State]
) -> Circumstances:
    """On what the choices of one command's fields rest."""
    setting = Setting(visit.people, view.rulebook if view else None, visit.now, beside)
    file = view.file if view else None

    def rulebooks() -> Sequence[Rulebook]:
        return visit.service.rulebooks.versions(visit.people)

    return Circumstances(setting, visit.person, file, known, rulebooks)


async def read_beside(visit: Visit, file: KeptFile | None, known: Mapping[str, Any]) -> Mapping[str, State]:
    """The states that choices rest on besides the file: its request and its panels, what is named already.

    Raises LedgerUnavailable.
    """
    states: dict[str, State] = {stream_of(file.key): file} if file else {}
    named = [of(known[field]) for field, of in _NAMING.items() if known.get(field)]
    wanted = [*named, *_fundings(file)]
    while more := [one for one in dict.fromkeys((*wanted, *_requests(states))) if one not in states]:
        states |= await visit.states(more)
    return states


_NAMING: Mapping[str, Callable[[str], str]] = {
    "cooperation": cooperation_stream,
    "funding": funding_stream,
    "resubmits": review_stream,
    "account": account_stream,
}


def _requests(states: Mapping[str, State]) -> Iterator[str]:
    for one in list(states.values()):
        yield from streams_of_request(one, states)


def _fundings(file: KeptFile | None) -> Iterator[str]:
    """Of a cooperation those that are granted: they may have amendments to ask about."""
    yield from map(funding_stream, file.granted_fundings if file else ())
