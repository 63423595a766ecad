"""What a text must look like, by the pattern that it must match, in French and English."""

from collections.abc import Mapping
from typing import Any, get_args

from domain.kernel.money import AccountId, BankReference, DocumentDigest, EnvelopeId
from domain.kernel.values import Actor, CommandId, InseeCode, Key, PersonId, RulebookId, Slug, ZoningCode
from domain.reminders.commands import DeliveryCode, MessageId, Occurrence
from domain.rulebook.deadlines import DayOfYear


def _pattern(constrained: Any) -> str:
    """The pattern of a text that has one."""
    return str(get_args(constrained)[1].pattern)


FORMS: Mapping[str, tuple[str, str]] = {
    _pattern(Key): (
        "une clé en minuscules, chiffres et _ : action_plan",
        "a key of lower-case letters, digits and _: action_plan",
    ),
    _pattern(Slug): (
        "un nom court en minuscules, chiffres et - : paca-corse",
        "a short name of lower-case letters, digits and -: paca-corse",
    ),
    _pattern(DayOfYear): (
        "un jour de l’année, le mois d’abord : 11-01",
        "a day of the year, month first: 11-01",
    ),
    _pattern(PersonId): (
        "l’identifiant d’une personne (escale people) : p-0123456789ab",
        "a person’s id (escale people): p-0123456789ab",
    ),
    _pattern(CommandId): (
        "un identifiant de 300 caractères au plus : lettres, chiffres, . _ : / -",
        "an id of at most 300 characters: letters, digits, . _ : / -",
    ),
    _pattern(Actor): ("l’identifiant d’une personne (escale people)", "a person’s id (escale people)"),
    _pattern(RulebookId): (
        "un règlement, programme@version : mon-programme@1",
        "a rulebook, programme@version: my-programme@1",
    ),
    _pattern(EnvelopeId): (
        "une enveloppe, programme/dispositif/année : mon-programme/aide/2026",
        "an envelope, programme/instrument/year: my-programme/aid/2026",
    ),
    _pattern(AccountId): (
        "le numéro de qui est payé, SIRET (14 chiffres), RNA (W751234567) ou d’un autre registre, ou paying",
        "the number of who is paid, SIRET (14 digits), RNA (W751234567) or of another register, or paying",
    ),
    _pattern(BankReference): (
        "une référence de 35 caractères au plus : lettres, chiffres, . _ / -",
        "a reference of at most 35 characters: letters, digits, . _ / -",
    ),
    _pattern(InseeCode): (
        "le code INSEE d’une commune, 5 signes, le zéro compris : 01004, 2A004",
        "the INSEE code of a municipality, 5 signs with its zero: 01004, 2A004",
    ),
    _pattern(ZoningCode): (
        "le code d’une zone, 20 signes au plus : lettres, chiffres et - : QN03104M",
        "the code of a zone, at most 20 signs: letters, digits and -: QN03104M",
    ),
    _pattern(DocumentDigest): (
        "l’empreinte d’un document : sha256: et 64 chiffres hexadécimaux",
        "a document’s digest: sha256: and 64 hexadecimal digits",
    ),
    _pattern(Occurrence): (
        "une échéance par sa clé et son occurrence (escale agenda --json) : portrait/2",
        "a deadline by its key and occurrence (escale agenda --json): portrait/2",
    ),
    _pattern(DeliveryCode): (
        "le code d’un serveur de courrier, 40 signes au plus : 550 ou 5.1.1",
        "a mail server’s code, at most 40 signs: 550 or 5.1.1",
    ),
    _pattern(MessageId): (
        "l’identifiant d’un message (escale mail), de 32 caractères",
        "a message’s id (escale mail), of 32 characters",
    ),
}
