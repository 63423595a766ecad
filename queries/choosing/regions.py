"""The regions that there are to choose from: those that are known, and as long as none was named, those of France."""

from collections.abc import Iterable, Sequence

from domain.people.regions import has_vocabulary, regions_known
from domain.people.state import Organisation
from domain.rulebook import Rulebook
from wording.regions import FRENCH_REGIONS


def regions_to_choose(organisation: Organisation, rulebooks: Iterable[Rulebook]) -> Sequence[str]:
    """By slug, in order; ``rulebooks``: those that ship and those that were published."""
    known = {*regions_known(organisation), *(region for one in rulebooks for region in one.regions)}
    return sorted(known if has_vocabulary(organisation) else known | FRENCH_REGIONS.keys())
