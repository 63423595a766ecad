"""Numbers that identify who is paid: SIRET (INSEE, checked by its keys) and RNA (associations, W and nine signs)."""

import re

from stdnum.fr import siret

_RNA = re.compile(r"W[0-9][0-9A-Z][0-9]{7}")
"""As in the open-data schema for subsidies (SCDL): ``W`` and nine digits, a letter among them overseas (``W9C…``)."""


def identifier(text: str) -> str | None:
    """The number without spaces, letters as capitals; None if it is neither a SIRET nor an RNA number."""
    written = "".join(text.split()).upper()
    if _RNA.fullmatch(written):
        return written
    return siret.compact(written) if siret.is_valid(written) else None
