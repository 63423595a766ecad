"""What is wrong with a field, and what would be accepted, in French and English.

Pydantic tells in English only; these are our words for the mistakes that commands and rulebooks can hold. A
command's value is never repeated: it may be private.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Any

from pydantic_core import ErrorDetails

from language import Text
from wording.accepted import A_LIST, FIELDS_WITH_VALUES, WHOLE_NUMBER
from wording.commands import COMMANDS
from wording.patterns import FORMS

_WORDS: Mapping[str, tuple[str, str]] = {
    "extra_forbidden": ("ce champ n’existe pas, retirez-le", "no such field, remove it"),
    "missing": ("ce champ est requis", "this field is required"),
    "enum": ("l’un de {expected}", "one of {expected}"),
    "literal_error": ("l’un de {expected}", "one of {expected}"),
    "union_tag_invalid": ("l’un de {expected_tags}", "one of {expected_tags}"),
    "union_tag_not_found": ("« type » nomme la commande", "“type” names the command"),
    "string_type": ("un texte", "a text"),
    "string_too_long": ("{max_length} caractères au plus", "at most {max_length} characters"),
    "bool_type": ("true ou false", "true or false"),
    "bool_parsing": ("true ou false", "true or false"),
    "int_type": WHOLE_NUMBER,
    "int_parsing": WHOLE_NUMBER,
    "greater_than_equal": ("{ge} au moins", "at least {ge}"),
    "less_than_equal": ("{le} au plus", "at most {le}"),
    "too_short": ("{min_length} au moins dans la liste", "at least {min_length} in the list"),
    "too_long": ("{max_length} éléments au plus", "at most {max_length} items"),
    "tuple_type": A_LIST,
    "dict_type": ("un objet", "an object"),
    "model_type": ("un objet", "an object"),
    "date_type": ("un jour : 2026-11-22", "a day: 2026-11-22"),
    "date_parsing": ("un jour qui existe : 2026-11-22", "a day that exists: 2026-11-22"),
    "date_from_datetime_parsing": ("un jour qui existe : 2026-11-22", "a day that exists: 2026-11-22"),
    "date_from_datetime_inexact": ("un jour, sans heure : 2026-11-22", "a day, without a time: 2026-11-22"),
    "json_invalid": ("un JSON valide, en UTF-8", "valid JSON, in UTF-8"),
    "moment_expected": (
        "une date qui existe : 2026, 2026-11, 2026-11-22 ou 2026-11-22T09:30:00+01:00",
        "a date that exists: 2026, 2026-11, 2026-11-22 or 2026-11-22T09:30:00+01:00",
    ),
    "duration_expected": ("une durée ISO 8601 : P6M, P14D", "an ISO 8601 duration: P6M, P14D"),
    "duration_too_long": ("cent ans au plus : P100Y", "at most a hundred years: P100Y"),
    "percentage_expected": (
        "un pourcentage de 0 à 100 : 50 ou 12.5",
        "a percentage from 0 to 100: 50 or 12.5",
    ),
    "decimal_max_places": ("deux décimales au plus", "two decimals at most"),
    "one_file_expected": (
        "un seul de cooperation, review et funding",
        "one of cooperation, review and funding, and no more",
    ),
    "zone_expected": (
        "un fuseau horaire : Europe/Paris, Indian/Reunion",
        "a time zone: Europe/Paris, Indian/Reunion",
    ),
    "payee_expected": (
        (
            "un SIRET (14 chiffres), un numéro RNA (W751234567), ou le numéro d’un autre registre : tribunal, "
            "volume et folio ; RIDET ; TAHITI ; pays et numéro"
        ),
        (
            "a SIRET (14 digits), an RNA number (W751234567), or the number of another register: court, volume and "
            "folio; RIDET; TAHITI; country and number"
        ),
    ),
    "text_expected": ("un texte", "a text"),
    "text_empty": ("un texte qui n’est pas vide", "a text that is not empty"),
    "text_too_long": ("{longest} caractères au plus", "at most {longest} characters"),
    "text_forbidden": (
        "un texte imprimable, sans le caractère {code}",
        "printable text, without the character {code}",
    ),
}

_IN_YAML: Mapping[str, tuple[str, str]] = {
    "string_type": (
        "un texte ; entre guillemets si c’est un nombre ou true",
        "a text; in quotes if it is a number or true",
    ),
    "bool_type": ("écrivez true ou false", "write true or false"),
    "dict_type": FIELDS_WITH_VALUES,
    "model_type": FIELDS_WITH_VALUES,
}
"""Where people write YAML, some words are theirs."""

_WHOLE_CENTS = (
    "un nombre entier de centimes : 1500000 pour 15 000 €",
    "a whole number of cents: 1500000 for €15,000",
)

_LISTED = 24
_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
_COMMAND = ("l’une des commandes (escale commands)", "one of the commands (escale commands)")
_OTHER = ("une valeur du type attendu (escale commands)", "a value of the expected type (escale commands)")


def place_of(problem: ErrorDetails) -> str:
    """Where the mistake is, as a path of fields; the names of commands are left out."""
    return ".".join(str(part) for part in problem["loc"] if not str(part)[:1].isupper()) or "type"


def pointer_of(problem: ErrorDetails) -> str:
    """Where the mistake is, as a JSON pointer (RFC 6901), names of commands left out.

    A name that was sent ends it where it is none that a field or a key could have: it may be private.
    """
    places = [part for part in problem["loc"] if str(part) not in COMMANDS]
    known = takewhile(lambda part: isinstance(part, int) or _NAME.fullmatch(part), places)
    return "".join(f"/{part}" for part in known)


def innermost(problems: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """Those that are not said of a whole because of a mistake in a part of it: its parts say it."""
    places = [one["loc"] for one in problems]
    return [
        one
        for one in problems
        if not any(
            len(place) > len(one["loc"]) and place[: len(one["loc"])] == one["loc"] for place in places
        )
    ]


def wanted(problem: ErrorDetails) -> tuple[str, str]:
    """What would be accepted there: French, English."""
    known: Mapping[str, Any] = problem.get("ctx", {})
    french, english = FORMS.get(known.get("pattern", "")) or _words_of(problem)
    known_fr = {
        key: value.replace(" or ", " ou ") if isinstance(value, str) else value
        for key, value in known.items()
    }
    return french.format_map(known_fr), english.format_map(known)


def _words_of(problem: ErrorDetails) -> tuple[str, str]:
    if problem["type"] == "int_type" and _is_amount(problem):
        return _WHOLE_CENTS
    if problem["type"] == "union_tag_invalid" and problem["ctx"]["expected_tags"].count(",") > _LISTED:
        return _COMMAND
    return _WORDS.get(problem["type"], _OTHER)


def _is_amount(problem: ErrorDetails) -> bool:
    return bool(problem["loc"]) and str(problem["loc"][-1]).endswith("cents")


def wanted_in_yaml(problem: ErrorDetails) -> Text:
    """What would be accepted there, for somebody who writes a file by hand."""
    french, english = _IN_YAML.get(problem["type"]) or wanted(problem)
    return Text(french, english)


def one_of(known: tuple[str, ...]) -> Text | None:
    """The values that would be accepted, where there are any."""
    if not known:
        return None
    listed = ", ".join(known[:_LISTED]) + (", …" if len(known) > _LISTED else "")
    return Text(f"l’un de {listed}", f"one of {listed}") if known[1:] else Text(listed, listed)
