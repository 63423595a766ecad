"""What somebody may read, for tests of lists that are not about that."""

from domain.registry.reading_scope import EVERYWHERE, ReadingScope

EVERYTHING = ReadingScope(in_full=EVERYWHERE, bank_details=True, organisation=True, member=True)
"""Whoever reads all there is."""
