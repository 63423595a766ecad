"""Asking a running server whatever its description allows, and what it does not: for a while, as somebody."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis.checks import CHECKS
from schemathesis.core.failures import FailureGroup

from queries.founding import administrator_of
from tests.cli.house import House
from tests.support.imported import person_of
from tests.support.waiting import run_apart
from tests.web.api.served import served, token_for
from tests.web.house import ORGANISATION
from web.api.app import described

PEOPLE = (administrator_of(ORGANISATION), person_of("camille"))
"""Who may do much, an administrator; who may read none of the files, a manager of another region."""
_KEYS = ("noailles", "citees", "nulle-part")
_HELD_TO = [
    one
    for one in CHECKS.get_all()
    if one.__name__
    in {
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_headers_conformance",
        "response_schema_conformance",
    }
]


@dataclass
class Report:
    """What was asked, and what was wrong with answers."""

    asked: int = 0
    failures: list[str] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)


def fuzz(house: House, person: str, examples: int, begun: int = 0) -> Report:
    """So many requests of each operation, valid and invalid, with the token of a person; the first failure of each.

    ``begun``: which requests are drawn; the same number draws the same.
    """
    report = Report()
    token = run_apart(token_for(house, person))
    with served(house) as address:
        schema = schemathesis.openapi.from_dict(described())
        every: Iterable[Any] = schema.get_all_operations()
        for found in every:
            operation = found.ok()
            headers = {"Authorization": f"Bearer {token}"}
            for mode in schemathesis.GenerationMode:
                _ask(operation, mode, (examples, begun), address, headers, report)
    return report


def _ask(
    operation: Any,
    mode: Any,
    drawn: tuple[int, int],
    address: str,
    headers: dict[str, str],
    report: Report,
) -> None:
    examples, begun = drawn
    quick = settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    @seed(begun + len(operation.path))
    @quick
    @given(case=operation.as_strategy(generation_mode=mode), key=st.sampled_from(_KEYS), known=st.booleans())
    def ask(case: Any, key: str, known: bool) -> None:  # noqa: FBT001 - drawn
        case.path_parameters["organisation"] = ORGANISATION
        if known and "key" in case.path_parameters:
            case.path_parameters["key"] = key
        report.asked += 1
        answer = case.call(base_url=address, headers=headers)
        report.statuses[answer.status_code] += 1
        case.validate_response(answer, checks=_HELD_TO)

    try:
        ask()
    except (FailureGroup, AssertionError) as failure:
        report.failures.append(f"{operation.label}: {failure}")
