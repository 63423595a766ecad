"""Whom an alias of import files means: the person it registered, or who had that address already (ADR 0026).

The ledger keeps the refusal of the registration, and with it whom it named: the alias means that person in every
later file too.
"""

import json

from application.commands.answer import Answer
from application.commands.import_files import Item, person_command, person_of
from domain.kernel.ledger import Ledger

ADDRESS_KNOWN = "address_known"


class Aliases:
    """Looks up aliases in an organisation's ledger, each once it is settled. Raises LedgerUnavailable."""

    def __init__(self, ledger: Ledger, organisation: str) -> None:
        self._ledger = ledger
        self._organisation = organisation
        self._meant: dict[str, str] = {}

    async def in_place(self, item: Item) -> Item:
        """The item with the people whom its aliases mean."""
        for alias in item.aliases:
            if alias not in self._meant and (meant := await self._registered_as(alias)):
                self._meant[alias] = meant
        return item.about({person_of(one): self._meant[one] for one in item.aliases if one in self._meant})

    async def _registered_as(self, alias: str) -> str | None:
        outcome = await self._ledger.outcome(self._organisation, person_command(alias))
        if outcome is None:
            return None
        refusal = json.loads(outcome.refusal) if outcome.refusal else {}
        known: str | None = refusal["params"]["person"] if refusal.get("code") == ADDRESS_KNOWN else None
        return known or person_of(alias)


def known_already(item: Item, answer: Answer) -> bool:
    """Whether somebody was refused only because they are known, under the id of an earlier registration."""
    return item.kind == "person" and answer.refusal is not None and answer.refusal.code == ADDRESS_KNOWN
