"""The addresses of what people outside hand in by a link."""

import links
from links.paths import of, segment


def of_file(organisation: str, key: str) -> str:
    """What may be handed in for a file, by which links, and what came."""
    return links.section(organisation, key, "depots")


def take(organisation: str, deposit: str) -> str:
    """Where what came by a link is taken in, or the link is closed."""
    return f"{of(organisation)}/depots/{segment(deposit)}"


def by_link(token: str) -> str:
    """Where somebody outside hands it in."""
    return f"/d/{segment(token)}"
