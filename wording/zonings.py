"""On which zonings a rule of eligibility was judged: what says that they hold, of which day, and judged as of which."""

from collections.abc import Sequence
from datetime import date

from domain.kernel.values import Zoning
from language import Text
from wording.quantities import short_day


def zonings_words(wanted: Sequence[str], known: Sequence[Zoning], day: date) -> Text:
    """Those that the rule looks for, as the sheet has them on the day that was judged; or that it has none of them."""
    found = [one for one in known if one.zoning in wanted]
    asked = ", ".join(wanted)
    if not found:
        return Text(
            f"Jugé au {short_day(day, 'fr')}\u00a0: la fiche ne dit le territoire dans aucun de ces zonages ({asked}).",
            f"Judged as of {short_day(day, 'en')}: the sheet says of none of these zonings ({asked}) that the "
            "territory lies in it.",
        )
    french = ", ".join(f"{one.zoning} ({one.source}, {short_day(one.source_date, 'fr')})" for one in found)
    english = ", ".join(f"{one.zoning} ({one.source}, {short_day(one.source_date, 'en')})" for one in found)
    return Text(
        f"Jugé au {short_day(day, 'fr')}\u00a0: {french}.", f"Judged as of {short_day(day, 'en')}: {english}."
    )
