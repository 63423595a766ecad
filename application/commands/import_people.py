"""Whom an alias of import files means: the person it registered, or who had that address already (ADR 0026).

The ledger keeps the refusal of the registration, and with it whom it named: the alias means that person in every
later file too. The ids that an import gives tell no alias to whoever has not the organisation's secret (ADR 70);
what was imported before that is found under the alias itself, and goes on under it.
"""

import hmac
import json
from typing import Protocol

from application.commands.answer import Answer
from application.commands.import_files import Item, person_command, person_of
from domain.kernel.ids import person_id
from domain.kernel.ledger import Ledger, Outcome

ADDRESS_KNOWN = "address_known"


class ImportSecrets(Protocol):
    """Where the secrets lie under which aliases are concealed."""

    async def import_secret(self, organisation: str) -> bytes:
        """An organisation's, drawn when it is first asked for. Raises LedgerUnavailable."""


def concealed(secret: bytes, alias: str) -> str:
    """What stands for an alias in ids: HMAC-SHA256 under the organisation's import secret, in hexadecimal."""
    return hmac.digest(secret, alias.encode(), "sha256").hex()


class Aliases:
    """Looks up aliases in an organisation's ledger, each once it is settled. Raises LedgerUnavailable."""

    def __init__(self, ledger: Ledger, secrets: ImportSecrets, organisation: str) -> None:
        self._ledger = ledger
        self._secrets = secrets
        self._organisation = organisation
        self._secret: bytes | None = None
        self._meant: dict[str, str] = {}

    async def in_place(self, item: Item) -> Item:
        """The item under an id that tells no alias, with the people whom its aliases mean."""
        people = {person_of(one): await self.person(one) for one in item.aliases}
        if item.whose and await self._outcome(item.command["command_id"]) is None:
            item = item.under(await self._concealed(item.whose))
        return item.about(people)

    async def person(self, alias: str) -> str:
        """The id of the person whom an alias means, or will mean once it is registered."""
        if alias in self._meant:
            return self._meant[alias]
        command = person_command(alias)
        outcome = await self._outcome(command)
        if outcome is None:
            command = person_command(await self._concealed(alias))
            outcome = await self._outcome(command)
        if outcome is None:
            return person_id(command)
        self._meant[alias] = _known_before(outcome) or person_id(command)
        return self._meant[alias]

    async def _outcome(self, command: str) -> Outcome | None:
        return await self._ledger.outcome(self._organisation, command)

    async def _concealed(self, alias: str) -> str:
        if self._secret is None:
            self._secret = await self._secrets.import_secret(self._organisation)
        return concealed(self._secret, alias)


def known_already(item: Item, answer: Answer) -> bool:
    """Whether somebody was refused only because they are known, under the id of an earlier registration."""
    return item.kind == "person" and answer.refusal is not None and answer.refusal.code == ADDRESS_KNOWN


def _known_before(outcome: Outcome) -> str | None:
    """Who had the address already for which a registration was refused."""
    refusal = json.loads(outcome.refusal) if outcome.refusal else {}
    person: str | None = refusal["params"]["person"] if refusal.get("code") == ADDRESS_KNOWN else None
    return person
