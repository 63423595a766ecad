"""Numbers that identify who is paid, as the registers write them, and the key of the bank details of each.

- SIRET: 14 digits with the keys of INSEE; not one of zeros or of one repeated digit, which the keys let through.
- RNA: ``W`` and nine signs (as in the open-data schema for subsidies, SCDL), a letter among them overseas.
- Register of associations of a court of Alsace or Moselle, where local law keeps them out of the RNA: place, volume,
  folio (local civil code, articles 55 to 79).
- RIDET: Nouvelle-Calédonie, seven digits and three of the establishment (ISEE).
- TAHITI: Polynésie française, a sign and five digits, and three of the establishment (ISPF).
- Elsewhere: the country by its ISO code, and the number that it gives.
"""

import re
import unicodedata
from typing import Any, NamedTuple

from stdnum import iban
from stdnum.fr import siret

from domain.kernel.countries import COUNTRIES, FRENCH_CODES
from domain.kernel.pasted import close, spaced

_SIRET, _SIREN = 14, 9
_RNA = re.compile(r"W[0-9][0-9A-Z][0-9]{7}")
_RIDET = re.compile(r"(?:N°|NO)?RIDET(?:N°|NO)?:?([0-9]{6,7})([0-9]{3})")
_TAHITI = re.compile(r"(?:N°|NO)?TAHITI(?:N°|NO)?:?([0-9A-Z][0-9]{5})([0-9]{3})?")
_REGISTER = re.compile(
    r"(?:registre (?:des associations )?)?(?:(?:du |de )?(?:tribunal (?:judiciaire |de proximité |d’instance )?))?"
    r"(?:(?:de |d’))?(?P<place>[^\W\d_][^\W\d_ ’-]*(?:[ ’-][^\W\d_]+)*?)[ ,;:-]*"
    r"\bvol(?:ume|\.)? ?(?:n° ?)?0*(?P<volume>[1-9][0-9]{0,3}|[IVXLC]{1,7})[ ,;/-]*"
    r"\bfol(?:io|\.)? ?(?:n° ?)?0*(?P<folio>[1-9][0-9]{0,4})",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"([A-Z]{2})(?:[ :/-]+|(?=[0-9]))([0-9A-Z](?:[0-9A-Z ./-]{1,30})[0-9A-Z])")
_FEWEST_DIGITS = 3


class Identifier(NamedTuple):
    """A number as its register writes it, and the key of its bank details: ``account:<account>``."""

    text: str
    account: str


def identifier(text: str) -> Identifier | None:
    """What a text identifies; None if it is none of these numbers."""
    written = close(text)
    if _RNA.fullmatch(written) and written.strip("W0"):
        return Identifier(written, written.lower())
    if is_siret(written):
        return Identifier(written, written)
    return _overseas(written) or _register(spaced(text)) or _elsewhere(spaced(text).upper(), written)


def account_named(value: Any) -> Any:
    """The account of whoever a text identifies, as people paste numbers; any other value as it is."""
    found = identifier(value) if isinstance(value, str) else None
    return found.account if found else value


def register_number(account: str) -> str:
    """The number that an account is named by, as people read it; ``paying`` and what is none of ours as they are."""
    kind, _, rest = account.partition("-")
    if kind == "registre":
        place, volume, folio = rest.rsplit("-", 2)
        return f"{place.title()}, volume {volume.upper()}, folio {folio}"
    found = identifier(account)
    return found.text if found else account


def is_siret(number: str) -> bool:
    """Whether 14 digits are a SIRET that can exist: its keys hold, neither company nor establishment is none."""
    if len(number) != _SIRET or not siret.is_valid(number):
        return False
    company, establishment = number[:_SIREN], number[_SIREN:]
    return len(set(company)) > 1 and establishment != "00000"


def _overseas(written: str) -> Identifier | None:
    if found := _RIDET.fullmatch(written):
        company, establishment = found[1].zfill(7), found[2]
        if not int(company):
            return None
        return Identifier(f"RIDET {company}.{establishment}", f"ridet-{company}{establishment}")
    if found := _TAHITI.fullmatch(written):
        company, establishment = found[1], found[2]
        more = f"-{establishment}" if establishment else ""
        return Identifier(f"TAHITI {company}{more}", f"tahiti-{company}{establishment or ''}".lower())
    return None


def _register(text: str) -> Identifier | None:
    found = _REGISTER.fullmatch(text.replace("'", "’"))
    if found is None:
        return None
    volume, folio = found["volume"].upper(), found["folio"]
    place = found["place"]
    plain = unicodedata.normalize("NFKD", place).encode("ascii", "ignore").decode().lower()
    key = "-".join(re.findall(r"[a-z]+", plain))
    title = place[:1].upper() + place[1:]
    return Identifier(f"{title}, volume {volume}, folio {folio}", f"registre-{key}-{volume.lower()}-{folio}")


def _elsewhere(text: str, written: str) -> Identifier | None:
    """A country and its number; never an IBAN, which begins with a country too."""
    found = _ELSEWHERE.fullmatch(text)
    if (
        found is None
        or found[1] not in COUNTRIES - FRENCH_CODES
        or iban.is_valid(written, check_country=False)
    ):
        return None
    number = re.sub(r"[^0-9A-Z]", "", found[2])
    if sum(one.isdigit() for one in number) < _FEWEST_DIGITS or set(number) == {"0"}:
        return None
    return Identifier(f"{found[1]} {number}", f"{found[1]}-{number}".lower())
