"""What a text must look like, by the pattern that it must match, in French and English."""

from collections.abc import Mapping
from typing import Any, get_args

from domain.commands.reminders import MessageId
from domain.money import AccountId, BankReference, DocumentDigest, EnvelopeId, PayeeId
from domain.rulebook.deadlines import DayOfYear
from domain.values import Actor, CommandId, Key, PersonId, RulebookId, Slug


def _pattern(constrained: Any) -> str:
    """The pattern of a text that has one."""
    return str(get_args(constrained)[1].pattern)


FORMS: Mapping[str, tuple[str, str]] = {
    _pattern(Key): (
        "une clé en minuscules, chiffres et _ : action_plan",
        "a key of lower-case letters, digits and _: action_plan",
    ),
    _pattern(Slug): (
        "un nom court en minuscules, chiffres et - : paca-corse",
        "a short name of lower-case letters, digits and -: paca-corse",
    ),
    _pattern(DayOfYear): (
        "un jour de l’année, le mois d’abord : 11-01",
        "a day of the year, month first: 11-01",
    ),
    _pattern(PersonId): (
        "l’identifiant d’une personne (escale people) : p-0123456789ab",
        "a person’s id (escale people): p-0123456789ab",
    ),
    _pattern(CommandId): (
        "un identifiant de 300 caractères au plus : lettres, chiffres, . _ : / -",
        "an id of at most 300 characters: letters, digits, . _ : / -",
    ),
    _pattern(Actor): ("l’identifiant d’une personne (escale people)", "a person’s id (escale people)"),
    _pattern(RulebookId): (
        "un règlement, programme@version : mon-programme@1",
        "a rulebook, programme@version: my-programme@1",
    ),
    _pattern(EnvelopeId): (
        "une enveloppe, programme/dispositif/année : mon-programme/aide/2026",
        "an envelope, programme/instrument/year: my-programme/aid/2026",
    ),
    _pattern(AccountId): (
        "un SIRET (14 chiffres), un numéro RNA en minuscules (w751234567), ou paying",
        "a SIRET (14 digits), an RNA number in small letters (w751234567), or paying",
    ),
    _pattern(BankReference): (
        "une référence de 35 caractères au plus : lettres, chiffres, . _ / -",
        "a reference of at most 35 characters: letters, digits, . _ / -",
    ),
    _pattern(PayeeId): (
        "un SIRET (14 chiffres) ou un numéro RNA (W751234567)",
        "a SIRET (14 digits) or an RNA number (W751234567)",
    ),
    _pattern(DocumentDigest): (
        "l’empreinte d’un document : sha256: et 64 chiffres hexadécimaux",
        "a document’s digest: sha256: and 64 hexadecimal digits",
    ),
    _pattern(MessageId): (
        "l’identifiant d’un message (escale mail), de 32 caractères",
        "a message’s id (escale mail), of 32 characters",
    ),
}
