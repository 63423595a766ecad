"""A place to live in, as for whole lives."""

from tests.life.conftest import settings

__all__ = ["settings"]
