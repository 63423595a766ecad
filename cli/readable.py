"""Which of many files a person may read."""

from collections.abc import Iterable

from cli.visit import Visit


async def readable(visit: Visit, names: Iterable[str]) -> frozenset[str]:
    """Those of the named files that the person may read.

    Files of one region with the same managers are read by the same people, so one of each is folded and judged.
    """
    lines = await visit.service.read_models.portfolio(visit.organisation)
    alike = {line.file: f"{line.region} {line.managers}" for line in lines}
    verdicts: dict[str, bool] = {}
    found = set()
    for name in set(names):
        key = alike.get(name, name)
        if key not in verdicts:
            file = await visit.service.files.file(visit.organisation, name)
            verdicts[key] = file is not None and visit.may_read(file)
        if verdicts[key]:
            found.add(name)
    return frozenset(found)
