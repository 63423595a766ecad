"""The people of an organisation and the roles that they hold, as a page."""

from datetime import date

from language import Text, locale, t
from wording.quantities import short_day

TITLE = Text("Personnes", "People")
PERSON = Text("Personne", "Person")
ROLES = Text("Rôles", "Roles")
ADDRESS = Text("Adresse", "Address")
ACTS = Text("Actes", "Acts")
NO_ROLE = Text("aucun rôle en ce moment", "no role at present")
EVERYWHERE = Text("toutes les régions", "all regions")
HAND_OVER = Text("Passer la main", "Hand over")
CHANGE = Text("Changer", "Change")
GRANT = Text("Donner un rôle", "Give a role")
REVOKE = Text("Retirer", "Take back")
ERASED = Text("effacée", "erased")
NO_MAIL = Text("aucun courrier n’y arrive", "no mail arrives there")
TWINS = Text("Enregistrées deux fois", "Registered twice")
TWINS_TELL = Text(
    "Les deux ont la même adresse et comptent pour une seule personne. Si ce sont deux personnes, donnez à l’une son"
    " adresse\u202f; si c’est la même, retirez ses rôles à l’un des deux enregistrements.",
    "Both have one address and count as one person. If they are two people, give one of them an address of their own;"
    " if they are the same, take the roles of one of both back.",
)


def days(since: date, until: date | None) -> str:
    """From which day on a role is held, and to which."""
    begun = short_day(since, locale())
    if until is None:
        return t(f"depuis le {begun}", f"since {begun}")
    ends = short_day(until, locale())
    return t(f"du {begun} au {ends}", f"from {begun} to {ends}")


def same_as(name: str) -> str:
    """Somebody who is registered under another id too."""
    return t(f"la même personne que {name}", f"the same person as {name}")


def both(first: str, second: str) -> str:
    """Two who are one, or not."""
    return t(f"{first} et {second}", f"{first} and {second}")
