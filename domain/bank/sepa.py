"""Where SEPA credit transfers go, and which countries of banks go with which country of an IBAN.

By the list of the SEPA scheme countries of the European Payments Council (EPC409-09) as of 22 May 2025, when Serbia
joined: IBANs begin with one of these codes; a BIC has that of its country, which differs in some territories.
"""

_LISTED = """
AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK
SM VA
"""
_FRENCH = "FR GF GP MQ RE YT PM BL MF PF NC WF"
_BRITISH = "GB GG JE IM"

SEPA = frozenset(_LISTED.split())
"""By the first two letters of an IBAN."""

_BANKS = {"FR": frozenset(_FRENCH.split()), "GB": frozenset(_BRITISH.split())}
"""Countries in a BIC, where they are others than the IBAN's own: overseas France, of the euro or of the Pacific franc,
and the Crown dependencies."""


def in_sepa(iban: str) -> bool:
    """Whether a valid IBAN may receive a SEPA credit transfer."""
    return iban[:2] in SEPA


def same_country(iban: str, bic: str) -> bool:
    """Whether a valid BIC is of a bank of the country of a valid IBAN."""
    country = iban[:2]
    return bic[4:6] in _BANKS.get(country, frozenset({country}))
