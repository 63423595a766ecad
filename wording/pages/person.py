"""Somebody, as a page."""

from datetime import date

from language import Text, locale, t
from wording.quantities import long_day, number_words, short_day

ROLES = Text("Rôles", "Roles")
NO_ROLE = Text("Aucun rôle n’a été donné à cette personne.", "No role was given to this person.")
ENDED = Text("terminé", "over")
FILES = Text("Dossiers suivis", "Files in charge")
NO_FILES = Text("Aucun dossier en cours que vous puissiez lire.", "No open file that you may read.")
ALL_FILES = Text("Tous ses dossiers", "All their files")
OWED = Text("Ce qui l’attend", "What waits for them")
NOTHING_OWED = Text("Rien ne l’attend dans ce que vous pouvez lire.", "Nothing waits in what you may read.")
ACCESS = Text("Accès", "Access")
COLON = Text("\u00a0: ", ": ")
ADDRESS = Text("Adresse", "Address")
ACTS = Text("Actes", "Acts")
HAND_OVER = Text("Passer la main", "Hand over")
HAND_OVER_TELL = Text(
    "Donner ses dossiers et les avis qu’elle doit à une autre personne.",
    "Give their files and the opinions that they owe to somebody else.",
)
BACK = Text("Toutes les personnes", "Everybody")
NO_ACCOUNT = Text(
    "Pas encore de compte\u00a0: il naît à la première connexion.",
    "No account yet: it begins with the first sign-in.",
)
BY_PASSWORD = Text("mot de passe choisi", "a password is chosen")
BY_LINK = Text("aucun mot de passe\u00a0: par lien reçu par courrier", "no password: by a mailed link")


def access(how: str, last: date | None) -> str:
    """How somebody signs in, and when they last did."""
    if last is None:
        return t(
            f"Compte ouvert, {how}\u202f; jamais de connexion.", f"Account open, {how}; never signed in."
        )
    day = long_day(last, locale())
    return t(
        f"Compte ouvert, {how}\u202f; dernière connexion le {day}.",
        f"Account open, {how}; last sign-in on {day}.",
    )


def taken_back(days: str, day: date) -> str:
    """From when a role was held until it was taken back."""
    ended = short_day(day, locale())
    return t(f"{days}, retiré le {ended}", f"{days}, taken back on {ended}")


def number(kind: str, tasks: int) -> str:
    """How many tasks of a kind wait."""
    said = number_words(tasks)
    return t(f"{kind} ({said.fr})", f"{kind} ({said.en})")
