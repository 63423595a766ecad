"""The regions that an organisation works in, by name: a word with a typing error in it grants nothing."""

from collections.abc import Mapping

from domain.people.state import Organisation
from domain.rulebook import Rulebook


def has_vocabulary(organisation: Organisation) -> bool:
    """Whether the organisation has named a region: until then any word is one, as it always was."""
    return bool(organisation.regions)


def regions_known(organisation: Organisation, rulebook: Rulebook | None = None) -> tuple[str, ...]:
    """Those that it has named, that its rulebooks or ``rulebook`` name, and for which roles were given; in order."""
    published = (region for one in organisation.rulebooks.values() for region in one.regions)
    held = (one.region for one in organisation.grants.values() if one.region)
    named: Mapping[str, object] = rulebook.regions if rulebook else {}
    return tuple(sorted({*organisation.regions, *published, *held, *named}))
