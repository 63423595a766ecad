"""Recognising a command that comes again: a digest of what the client sent, before defaults.

A command that holds private text is digested under a random key that the vault keeps and that dies with the
text: without it the digest could be tried against guesses (EDPB guidelines 01/2025). Others need no key.
"""

import hmac
import secrets
from hashlib import sha256

import rfc8785

from domain.cooperations.commands.acts import ImportCooperation
from domain.kernel.canonical import canonical
from domain.kernel.command import Command
from domain.kernel.ledger import Known
from domain.kernel.prose import holds_prose
from domain.organisation.commands import PublishRulebook

_PLAIN, _KEYED = b"\x00", b"\x01"
"""The first byte says which kind a digest is."""


def draw_digest_key(command: Command) -> bytes | None:
    """A new random key if the command holds private text."""
    return secrets.token_bytes(32) if _is_private(command) else None


def digest(command: Command, key: bytes | None) -> bytes:
    """HMAC-SHA256 under ``key``, or SHA-256, of the command as canonical JSON (RFC 8785)."""
    fields = command.model_dump(mode="json", exclude_unset=True)
    sent = rfc8785.dumps(fields) if isinstance(command, PublishRulebook) else canonical(fields)
    return _PLAIN + sha256(sent).digest() if key is None else _KEYED + hmac.digest(key, sent, "sha256")


def repeats(command: Command, known: Known) -> bool:
    """Whether the command is the one that is known under its id; once the key is erased nobody can tell."""
    erased = known.digest.startswith(_KEYED) and known.digest_key is None
    return erased or digest(command, known.digest_key) == known.digest


def _is_private(command: Command) -> bool:
    if isinstance(command, ImportCooperation):
        return any(_is_private(act) for act in command.acts)
    return any(holds_prose(getattr(command, field)) for field in type(command).model_fields)
