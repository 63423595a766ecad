"""Amounts and what identifies money: integer euro cents, envelopes, accounts, references."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from domain.kernel.pasted import close
from domain.kernel.prose import clean_text
from domain.kernel.values import Key

Cents = Annotated[int, Field(ge=0, le=100_000_000_000)]
"""An amount in integer euro cents: 1500000 is 15 000 €."""


Euros = Annotated[int, Field(ge=1, le=100_000_000_000)]
"""An amount in integer euro cents that is not nothing."""


EnvelopeId = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z][a-z0-9_]{0,59}(/fast-track)?/([0-9]{4}|total)$",
        max_length=140,
    ),
]
"""Programme, instrument, its accelerated circuit if it is that one's, and year: ``acte/acte_grant/2026``."""


AccountId = Annotated[
    str,
    StringConstraints(
        pattern=(
            r"^([0-9]{14}|w[0-9][0-9a-z][0-9]{7}|ridet-[0-9]{10}|tahiti-[0-9a-z][0-9]{5}([0-9]{3})?"
            r"|registre-[a-z]+(-[a-z]+)*-[0-9a-z]{1,7}-[0-9]{1,5}|[a-z]{2}-[0-9a-z]{3,32}|paying)$"
        ),
        max_length=120,
    ),
]
"""Whose account it is: the key that ``domain.bank.identifiers`` makes of a number, or ``paying`` for the
organisation's own. A SIRET stands for itself, an RNA number in small letters."""


BankReference = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,34}$")]
"""What the bank calls a payment; at most 35 characters, as in ISO 20022. Letters count as capitals."""


_SHORTEST_NUMBER, _LONGEST_NUMBER = 5, 120


def _number(text: str) -> str:
    """A number as people write it, blanks of any kind as spaces; far too short to be one, it is none."""
    found = clean_text(" ".join(text.split()), _LONGEST_NUMBER, lines=False)
    if len(close(found)) < _SHORTEST_NUMBER:
        raise PydanticCustomError("payee_expected", "a SIRET, an RNA number, or that of another register")
    return found


PayeeId = Annotated[str, Field(max_length=_LONGEST_NUMBER), AfterValidator(_number)]
"""A number of a register (``domain.bank.identifiers``) as people write it; whether it is one is for the rules."""


DocumentDigest = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]
"""A document kept elsewhere, by the SHA-256 of its bytes."""


Points = Annotated[tuple[Key, ...], Field(max_length=20)]
"""Reasons of a refusal or deferral as keys, so that a re-submission can answer each of them."""
