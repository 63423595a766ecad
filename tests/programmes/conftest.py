"""Programmes run where lives do: on the database, the mail catcher and the Temporal of a test."""

from tests.life.conftest import settings

__all__ = ["settings"]
