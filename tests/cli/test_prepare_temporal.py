"""`escale prepare-temporal`: any Temporal learns what its lists are to show, and says so where it does not let us."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest
from google.protobuf.duration_pb2 import Duration
from temporalio.api.enums.v1 import IndexedValueType
from temporalio.api.operatorservice.v1 import AddSearchAttributesRequest
from temporalio.api.workflowservice.v1 import RegisterNamespaceRequest
from temporalio.client import Client
from temporalio.service import RPCError

from search_attributes import SEARCH_ATTRIBUTES
from stack.ports import chosen_port
from tests.cli.house import House
from tests.support.waiting import wait_until


async def _made_namespace(address: str, **others: IndexedValueType.ValueType) -> str:
    """A namespace of the test's own, with attributes that somebody else registered."""
    name = f"prepared-{uuid4().hex[:8]}"
    client = await Client.connect(address, namespace=name)
    retention = Duration()
    retention.FromTimedelta(timedelta(days=1))
    request = RegisterNamespaceRequest(namespace=name, workflow_execution_retention_period=retention)
    await client.workflow_service.register_namespace(request)

    async def takes_requests() -> bool:
        request = AddSearchAttributesRequest(namespace=name, search_attributes=others or _ANY)
        try:
            await client.operator_service.add_search_attributes(request)
        except RPCError:
            return False
        return True

    await wait_until(takes_requests, "takes requests")
    return name


_ANY = {"Any": IndexedValueType.INDEXED_VALUE_TYPE_INT}


def test_it_registers_what_is_missing_and_nothing_twice(empty_house: House, temporal_server: str) -> None:
    """By hand or by a job at every start."""
    namespace = asyncio.run(_made_namespace(temporal_server))
    where = {"TEMPORAL_ADDRESS": temporal_server, "TEMPORAL_NAMESPACE": namespace}
    first = empty_house.run("prepare-temporal", "--json", **where)
    assert (first.code, first.json["registered"]) == (0, sorted(SEARCH_ATTRIBUTES))
    second = empty_house.run("prepare-temporal", "--json", **where)
    assert (second.code, second.json["registered"]) == (0, [])


def test_what_somebody_registered_otherwise_is_refused(empty_house: House, temporal_server: str) -> None:
    """With what is wanted, for whoever administers it."""
    other = asyncio.run(
        _made_namespace(temporal_server, EscaleSeen=IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
    )
    where = {"TEMPORAL_ADDRESS": temporal_server, "TEMPORAL_NAMESPACE": other}
    refused = empty_house.run("prepare-temporal", "--json", **where)
    assert (refused.code, refused.json["refusal"]["code"]) == (1, "search-attributes-refused")
    assert "EscaleSeen=Int" in refused.out


@pytest.mark.parametrize("arguments", [(), ("--json",)])
def test_without_temporal_nobody_can_tell(empty_house: House, arguments: tuple[str, ...]) -> None:
    """Exit code 3."""
    result = empty_house.run("prepare-temporal", *arguments, TEMPORAL_ADDRESS=f"127.0.0.1:{chosen_port(0)}")
    assert result.code == 3
