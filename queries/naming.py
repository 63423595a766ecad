"""What is known to the person of a visit when something of a file is put into words."""

from collections.abc import Mapping

from domain.files.file import KeptFile
from queries.visit import Visit
from wording.naming import Naming


def naming_of(visit: Visit, file: KeptFile | None, names: Mapping[str, str]) -> Naming:
    """By the names of people, of the organisation's regions and of the rules of a file, where one is spoken of."""
    if file is None:
        return Naming(people=names, zone=visit.zone, regions=visit.people.regions)
    rulebook, zone = visit.rulebook(file.rulebook), visit.zone_of(file)
    return Naming(rulebook, names, file, zone, visit.zone, visit.people.regions)
