"""One's own language, sessions and password, and what is kept about oneself."""

from datetime import datetime

from domain.kernel.moments import PARIS
from language import Text, locale, t
from wording.quantities import short_day

TITLE = Text("Vous", "You")
LANGUAGE = Text("Langue", "Language")
LANGUAGE_HINT = Text("Des pages, dès la prochaine.", "Of the pages, from the next one on.")
FRENCH = Text("français", "French")
ENGLISH = Text("anglais", "English")
CHANGE_LANGUAGE = Text("Changer de langue", "Change language")

SESSIONS = Text("Vos connexions", "Where you are signed in")
SESSIONS_EXPLAINED = Text(
    "Mettez fin à celles que vous ne reconnaissez pas, puis changez de mot de passe.",
    "End those that you do not recognise, then change your password.",
)
BROWSER = Text("Navigateur", "Browser")
SIGNED_IN = Text("Connexion", "Signed in")
LAST_USED = Text("Dernière page", "Last page")
THIS_ONE = Text("celle-ci", "this one")
END = Text("Mettre fin", "End")
END_OTHERS = Text("Mettre fin à toutes les autres", "End all the others")
ENDED = Text("C’est fait : cette connexion n’ouvre plus rien.", "Done: it opens nothing any more.")
UNKNOWN_BROWSER = Text("navigateur inconnu", "unknown browser")

PASSWORD = Text("Mot de passe", "Password")
PASSWORD_EXPLAINED = Text(
    "En changer met fin à toutes vos autres connexions.", "Changing it ends all your other sessions."
)
NO_PASSWORD = Text(
    "Vous n’avez pas de mot de passe : vous entrez par un lien ou par votre organisation.",
    "You have no password: you come in by a link or with your organisation.",
)
CURRENT = Text("Mot de passe actuel", "Present password")
WRONG = Text("Ce n’est pas votre mot de passe actuel.", "This is not your present password.")
CHANGE_PASSWORD = Text("Changer le mot de passe", "Change the password")
CHANGED = Text(
    "Votre mot de passe est changé. Vos autres connexions sont finies.",
    "Your password is changed. Your other sessions have ended.",
)

KEPT = Text("Ce qui est gardé sur vous", "What is kept about you")
KEPT_EXPLAINED = Text(
    "Votre nom et votre adresse, au coffre de chaque organisation, qui peut les effacer ; ce que vous y "
    "avez fait, sous un "
    "numéro, dans son registre ; vos connexions et essais de connexion, un an ; l’empreinte de votre mot "
    "de passe.",
    "Your name and address, in the vault of each organisation, which can erase them; what you did there, "
    "under a number, in "
    "its ledger; your sign-ins and attempts, for a year; the fingerprint of your password.",
)
ORGANISATIONS = Text("Organisations qui vous connaissent", "Organisations that know you")


def at(instant: datetime) -> str:
    """When a page was seen, by the clocks of Paris: an account is of no organisation that has a zone."""
    local = instant.astimezone(PARIS)
    day = short_day(local.date(), locale())
    return t(f"{day} à {local.hour} h {local.minute:02}", f"{day} at {local.hour}:{local.minute:02}")
