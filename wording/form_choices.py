"""What may be chosen in forms, in words: entries, roles, versions, payments, lines of a grid."""

from datetime import date
from zoneinfo import ZoneInfo

from domain.kernel.values import Role
from domain.rulebook import Names
from language import Text
from wording.amounts import euros_words
from wording.codes import code_words
from wording.distances import moment_in_words
from wording.events import EVENTS
from wording.quantities import short_day
from wording.roles import ROLES

ALL_REGIONS = Text("toutes les régions", "all regions")
ZONES = {
    "Europe/Paris": Text("France métropolitaine", "metropolitan France"),
    "America/Guadeloupe": Text("Guadeloupe", "Guadeloupe"),
    "America/Martinique": Text("Martinique", "Martinique"),
    "America/Cayenne": Text("Guyane", "French Guiana"),
    "Indian/Reunion": Text("La Réunion", "La Réunion"),
    "Indian/Mayotte": Text("Mayotte", "Mayotte"),
    "Pacific/Noumea": Text("Nouvelle-Calédonie", "New Caledonia"),
    "Pacific/Tahiti": Text("Polynésie française", "French Polynesia"),
    "America/Miquelon": Text("Saint-Pierre-et-Miquelon", "Saint-Pierre and Miquelon"),
    "Pacific/Wallis": Text("Wallis-et-Futuna", "Wallis and Futuna"),
}
"""Where an organisation may live, by its time zone."""
NO_ROLE = Text("sans rôle en ce moment", "without a role at present")
_ENTRY = Text("Entrée", "Entry")


def entry_words(kind: str, of: Text | None, at: str, zone: ZoneInfo) -> Text:
    """An entry of a history: what it is, about what, when."""
    what = EVENTS.get(kind, _ENTRY)
    when = Text(moment_in_words(at, zone, "fr"), moment_in_words(at, zone, "en"))
    fr = f"{what.fr}{f' : {of.fr}' if of else ''}, {when.fr}"
    return Text(fr, f"{what.en}{f': {of.en}' if of else ''}, {when.en}")


def version_words(name: Names, version: int) -> Text:
    """A version of a programme's rulebook."""
    return Text(f"{name.fr}, version {version}", f"{name.en}, version {version}")


def version_of_dossier(number: int) -> Text:
    """The version of a dossier that an opinion is about."""
    return Text(f"version {number} du dossier", f"version {number} of the dossier")


def version_of_account(number: int) -> Text:
    """The version of bank details that waits."""
    return Text(f"version {number}, en attente de vérification", f"version {number}, awaiting its check")


def grant_words(who: Text, role: Role, region: Text | None, since: date) -> Text:
    """A role that somebody holds."""
    where = region or ALL_REGIONS
    fr, en = ROLES[role]
    return Text(
        f"{who.fr} : {fr}, {where.fr}, depuis le {short_day(since, 'fr')}",
        f"{who.en}: {en}, {where.en}, since {short_day(since, 'en')}",
    )


def review_words(question: Text, outcome: str | None) -> Text:
    """A review by its question and how it ended."""
    ended = code_words(outcome or "open", "review") or (outcome or "", outcome or "")
    return Text(f"{question.fr}, {ended[0]}", f"{question.en}, {ended[1]}")


def line_words(name: Names, most: int, weight: int) -> Text:
    """A line of a grid: what it is called, up to how many points, how much it weighs."""
    fr, en = f"{name.fr} (de 0 à {most}", f"{name.en} (0 to {most}"
    return (
        Text(f"{fr}, poids {weight})", f"{en}, weight {weight})") if weight > 1 else Text(f"{fr})", f"{en})")
    )


def payment_words(number: int, tranche: Text, cents: int) -> Text:
    """A payment of a funding."""
    much = euros_words(cents)
    return Text(f"paiement {number}, {tranche.fr}, {much.fr}", f"payment {number}, {tranche.en}, {much.en}")


def payment_line_words(beneficiary: str, number: int, cents: int) -> Text:
    """A payment among those of other fundings."""
    much = euros_words(cents)
    return Text(f"{beneficiary}, paiement {number}, {much.fr}", f"{beneficiary}, payment {number}, {much.en}")


def letter_words(occurrence: Text, recipient: Text) -> Text:
    """A letter by what it reminds of and whom it went to."""
    return Text(f"{occurrence.fr}, à {recipient.fr}", f"{occurrence.en}, to {recipient.en}")
