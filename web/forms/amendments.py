"""What an amendment would change, as the check page shows it."""

from typing import Any

from domain.fundings.schedule import tranche_rule
from language import locale, say
from queries.forms.about import About
from queries.forms.money_foreseen import Foreseen
from wording.distances import moment_in_words
from wording.pages import amended as words


def changes_shown(known: About, money: Foreseen) -> dict[str, Any]:
    """Field by field, and tranche by tranche; nothing for an act that amends nothing."""
    funding, rulebook = known.funding, known.rulebook
    instrument = rulebook.instrument(funding.instrument) if funding and rulebook else None
    if not money.after or instrument is None:
        return {"amended_words": words}
    zone = known.naming.zone

    def day(text: str) -> str:
        return moment_in_words(text, zone, locale())

    def tranche(key: str) -> str:
        return say(tranche_rule(instrument, key).name)

    return {
        "amended_words": words,
        "changed": words.changes(money.before, money.after, day),
        "schedule": words.schedule(money.before, money.after["schedule"], tranche),
    }
