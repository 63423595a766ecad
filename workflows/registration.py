"""Having Temporal's lists know the search attributes of files, through Temporal's client."""

from collections.abc import Mapping, Sequence

from temporalio.api.enums.v1 import IndexedValueType
from temporalio.api.operatorservice.v1 import AddSearchAttributesRequest, ListSearchAttributesRequest
from temporalio.client import Client
from temporalio.service import RPCError, RPCStatusCode

from application.lives.lists import ListsUnknown
from search_attributes import SEARCH_ATTRIBUTES


async def missing_search_attributes(client: Client) -> Sequence[str]:
    """Those that the client's namespace does not have, by name.

    Raises ListsUnknown where Temporal does not say, or has one of them with another type.
    """
    return sorted(await _missing(client))


async def register_search_attributes(client: Client) -> Sequence[str]:
    """Register those that are missing; their names. Safe to repeat.

    Raises ListsUnknown as above, and where Temporal lets only others register them.
    """
    missing = await _missing(client)
    if not missing:
        return ()
    request = AddSearchAttributesRequest(namespace=client.namespace, search_attributes=missing)
    try:
        await client.operator_service.add_search_attributes(request)
    except RPCError as error:
        if error.status is not RPCStatusCode.ALREADY_EXISTS:  # somebody else was first
            raise ListsUnknown(error.message) from error
    return sorted(missing)


async def _missing(client: Client) -> Mapping[str, IndexedValueType.ValueType]:
    request = ListSearchAttributesRequest(namespace=client.namespace)
    try:
        known = (await client.operator_service.list_search_attributes(request)).custom_attributes
    except RPCError as error:
        raise ListsUnknown(error.message) from error
    wanted = {
        name: IndexedValueType.Value(f"INDEXED_VALUE_TYPE_{kind.upper()}")
        for name, kind in SEARCH_ATTRIBUTES.items()
    }
    if others := sorted(name for name, kind in wanted.items() if known.get(name, kind) != kind):
        raise ListsUnknown(f"registered with another type: {', '.join(others)}")
    return {name: kind for name, kind in wanted.items() if name not in known}
