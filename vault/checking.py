"""Checking a private value against the digest that its event keeps."""

import hmac

from domain.codec import digest


class VaultTampered(Exception):
    """A value in the vault is not the one that was recorded."""


def checked(secret_id: str, key: bytes, value: str, recorded: str | None) -> str:
    """``value``, if its digest is the one recorded. Raises VaultTampered otherwise."""
    if recorded is None or not hmac.compare_digest(digest(key, value), recorded):
        raise VaultTampered(f"the vault's value {secret_id} is not the one that was recorded")
    return value
