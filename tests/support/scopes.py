"""What somebody may read, for tests of lists that are not about that."""

from domain.registry.reading_scope import ReadingScope

EVERYTHING = ReadingScope(everywhere=True, bank_details=True, organisation=True, member=True)
"""Whoever reads all there is."""
