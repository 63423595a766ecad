"""The pages of the audit."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from language import Text, locale, t
from wording.quantities import long_day, short_day

TITLE = Text("Audit", "Audit")
VERIFICATION = Text("L’histoire est-elle intacte\u202f?", "Is the history untouched?")
NEVER = Text("Elle n’a pas encore été vérifiée d’ici.", "It was not verified from here yet.")
HOLDS = Text("Tout tient.", "Everything holds.")
FAILS = Text("Quelque chose ne tient pas\u00a0:", "Something does not hold:")
VERIFY_NOW = Text("Vérifier maintenant", "Verify now")
STOP = Text("Arrêter", "Stop")
LOOK_AGAIN = Text("Regarder où elle en est", "See how far it has come")
UNDER_WAY = Text("Une vérification est en cours.", "A verification is under way.")
PROGRESS = Text("Avancement de la vérification", "Progress of the verification")
STOPPED = Text("La dernière vérification a été arrêtée.", "The last verification was stopped.")
INTERRUPTED = Text(
    "La dernière vérification a été interrompue\u00a0: demandez-en une autre.",
    "The last verification was interrupted: ask for another one.",
)
POSITION = Text("Position", "Position")
HASH = Text("Empreinte", "Hash")
WHEN = Text("Quand", "When")
ASKED_BY = Text("Demandée par", "Asked for by")
WITHOUT_US = Text("Vérifier sans nous", "Verify without us")
WITHOUT_US_TELL = Text(
    "Notez ailleurs la position et l’empreinte ci-dessus\u00a0: plus tard, l’entrée de cette position devra porter la"
    " même empreinte, sinon l’histoire a été réécrite. Chaque entrée est chaînée à la précédente par SHA-256\u202f; le"
    " format, octet par octet, est décrit dans docs/ledger-format.md, et quelques lignes de n’importe quel langage"
    " suffisent à refaire le calcul sur un export du registre. Au terminal\u00a0: escale verify --against, suivi de la"
    " position, de deux-points et de l’empreinte.",
    "Note the position and hash above elsewhere: later, the entry at that position must carry the same hash, or the"
    " history was rewritten. Each entry is chained to the one before by SHA-256; the format is described byte by byte"
    " in docs/ledger-format.md, and a few lines of any language are enough to do the sum again on an export of the"
    " ledger. At the terminal: escale verify --against, followed by the position, a colon and the hash.",
)
MORE = Text("Ce qui s’est passé autour", "What happened around it")
REFUSED = Text("Commandes refusées", "Refused commands")
REFUSED_WHAT = Text("qui a voulu quoi, et la phrase reçue", "who wanted what, and the sentence they got")
SIGN_INS = Text("Connexions", "Sign-ins")
SIGN_INS_WHAT = Text("qui est entré, ou a essayé", "who came in, or tried to")
READINGS = Text("Lectures", "Readings")
READINGS_WHAT = Text(
    "qui a lu des pièces, des coordonnées bancaires, des adresses",
    "who read documents, bank details, addresses",
)
LISTS = Text("Les listes", "The lists")
LEDGER = Text("Registre", "Ledger")
LIST = Text("Liste", "List")
STATE = Text("État", "State")
CURRENT = Text("à jour", "up to date")
SETBACKS = Text("Retours en arrière du registre", "Setbacks of the ledger")
NO_SETBACK = Text("Aucun.", "None.")
BACK = Text("Audit", "Audit")
WHO = Text("Qui", "Who")
ABOUT = Text("À propos de", "About")
TRIED = Text("A voulu", "Wanted")
WHY = Text("Pourquoi", "Why")
TO_DO = Text("Que faire", "What to do")
ID = Text("Identifiant", "Id")
HOW = Text("Comment", "How")
RESULT = Text("Résultat", "Result")
WHAT = Text("Quoi", "What")
NONE = Text("Rien à montrer.", "Nothing to show.")
FOLLOWING = Text("Plus anciennes", "Earlier ones")
EVERYBODY = Text("toutes les personnes", "everybody")
NOT_YOURS = Text("un dossier que vous ne pouvez pas lire", "a file that you may not read")
THE_ORGANISATION = Text("l’organisation", "the organisation")
KEPT = Text("Gardées un an.", "Kept for a year.")
WAYS: Mapping[str, Text] = {
    "password": Text("mot de passe", "password"),
    "sign-in": Text("lien de connexion", "sign-in link"),
    "access": Text("lien d’accès", "access link"),
    "reset": Text("lien pour changer de mot de passe", "reset link"),
    "invitation": Text("invitation", "invitation"),
    "provider": Text("connexion de l’organisation", "the organisation’s own sign-in"),
    "identity": Text("connexion de l’organisation, confirmée", "the organisation’s own sign-in, confirmed"),
    "first-run": Text("fondation", "founding"),
    "proof": Text("mot de passe redemandé", "password asked again"),
}
RESULTS: Mapping[str, Text] = {
    "in": Text("entrée", "came in"),
    "wrong": Text("mot de passe faux", "wrong password"),
    "too-often": Text("trop d’essais", "too many tries"),
    "asked": Text("lien demandé", "link asked for"),
    "unknown": Text("sans compte", "no account"),
    "out": Text("sortie", "left"),
}
KINDS: Mapping[str, Text] = {
    "document": Text("pièce d’un dossier", "document of a file"),
    "bank-details": Text("coordonnées bancaires", "bank details"),
    "payment-file-xml": Text("fichier pour la banque, XML", "file for the bank, XML"),
    "payment-file-xlsx": Text("fichier pour la banque, classeur", "file for the bank, workbook"),
    "personal-data": Text("données personnelles", "personal data"),
}
MODELS: Mapping[str, Text] = {
    "agenda": Text("agenda", "agenda"),
    "calendar": Text("calendriers", "calendars"),
    "conflicts": Text("conflits d’intérêts", "conflicts of interest"),
    "envelopes": Text("enveloppes", "envelopes"),
    "fundings": Text("financements", "fundings"),
    "people": Text("personnes", "people"),
    "portfolio": Text("dossiers", "files"),
    "reviews": Text("avis", "reviews"),
    "tasks": Text("ce qui attend", "what waits"),
    "timeline": Text("historique", "history"),
}


def model(name: str) -> Text:
    """What a read model is called; by its own name where it has no other."""
    return MODELS.get(name, Text(name, name))


def standing(behind: int, stopped_at: int | None) -> str:
    """How far a list is behind the ledger."""
    if stopped_at is not None:
        return t(f"arrêtée à la position {stopped_at}", f"stopped at position {stopped_at}")
    if not behind:
        return t(CURRENT.fr, CURRENT.en)
    return t(f"en retard de {behind}", f"{behind} behind")


def ends_at(position: int) -> str:
    """Where the ledger ends."""
    return t(f"Le registre va jusqu’à la position {position}.", f"The ledger goes up to position {position}.")


def far(done: int, total: int) -> str:
    """How far a verification has come."""
    return t(f"{done} entrées sur {total}", f"{done} entries of {total}")


def setback(at: datetime, zone: ZoneInfo, known: int, found: int) -> str:
    """A ledger that was seen to go back."""
    day = long_day(at.astimezone(zone).date(), locale())
    return t(
        f"Le {day}, la position {known} était connue et le registre finissait à la position {found}.",
        f"On {day}, position {known} was known and the ledger ended at position {found}.",
    )


def moment(at: datetime, zone: ZoneInfo) -> str:
    """A day and an hour, for tables."""
    here = at.astimezone(zone)
    day: date = here.date()
    return t(
        f"{short_day(day, locale())}, {here:%-H} h {here:%M}", f"{short_day(day, locale())}, {here:%H:%M}"
    )
