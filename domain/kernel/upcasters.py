"""Old shapes of events, brought to the present one on reading. What was written is never rewritten.

One function per (type, version): it takes the data of that version and gives the data of the next. A golden
sample of every version ever written stays in ``tests/golden``.
"""

from collections.abc import Callable, Mapping
from typing import Any

Upcaster = Callable[[Mapping[str, Any]], Mapping[str, Any]]


def _opened_without_call(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**_without_inhabitants(data), "call": None}


def _without_inhabitants(data: Mapping[str, Any]) -> Mapping[str, Any]:
    territory = data["territory"]
    return {**data, "territory": territory and {**territory, "inhabitants": None}}


def _without_occasion(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**data, "occasion": None}


def _answered_at_once(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"answers": dict.fromkeys(data["answered"], data["answers"])}


def _without_proposal(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**data, "proposal": None}


def _without_zone(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**data, "zone": None}


def _without_planned_end(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**data, "until": None}


UPCASTERS: Mapping[tuple[str, int], Upcaster] = {
    ("CooperationOpened", 1): _opened_without_call,
    ("SheetEdited", 1): _without_inhabitants,
    ("ContactRecorded", 1): _without_occasion,
    ("ApplicationResubmitted", 1): _answered_at_once,
    ("ReviewOpened", 1): _without_proposal,
    ("DossierRevised", 1): _without_proposal,
    ("OrganisationFounded", 1): _without_zone,
    ("CooperationPaused", 1): _without_planned_end,
}
"""From calls, inhabitants and occasions on, what was written before them says that there were none. One text that
answered all reasons of a refusal answers each of them. Before proposals, panels judged what was asked for. Before
zones, organisations did not say where they live; before planned ends, nobody said until when a file sleeps."""


def upcast(
    kind: str,
    version: int,
    data: Mapping[str, Any],
    current: int,
    upcasters: Mapping[tuple[str, int], Upcaster] = UPCASTERS,
) -> Mapping[str, Any]:
    """The data in the present shape. Raises KeyError for a version that no upcaster knows."""
    if version > current:
        raise KeyError(f"{kind} version {version} is newer than this program, which knows {current}")
    for step in range(version, current):
        data = upcasters[kind, step](data)
    return data
