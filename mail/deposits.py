"""Letters that bring a link by which something is handed in: its secret stands in what is sent alone.

In the outbox the letter leads to an address that opens nothing, made of the link's id.
"""

import links.deposits
from mail.invitations import rewritten
from mail.messages import Queued

_PREFIX = "deposit-"


def message_of(deposit: str) -> str:
    """The id of the letter that brings a link, by the link's."""
    return f"{_PREFIX}{deposit}"


def deposit_of(message: str) -> str:
    """The link that a letter brings."""
    return message.removeprefix(_PREFIX)


def bringing(message: Queued, token: str) -> bytes:
    """The letter as it is to be sent, with a token of its link."""
    closed = links.deposits.by_link(deposit_of(message.id))
    return rewritten(message.content, lambda _, text: text.replace(closed, links.deposits.by_link(token)))
