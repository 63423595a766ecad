"""The shape of the table of sentences."""

from collections.abc import Mapping

Bilingual = tuple[str, str]
"""French, English."""

Sentences = Mapping[str, tuple[Bilingual, Bilingual]]
"""Per code: the sentence and the remedy. Names in braces are the refusal's parameters."""
