"""The collective of a file as a page: who takes part, what they promise one another, the charter."""

from datetime import date

from language import Text, locale, t
from wording.quantities import short_day
from wording.values import word

MEMBERS = Text("Les parties prenantes", "The stakeholders")
NOBODY = Text("Aucune partie prenante n’est encore inscrite.", "No stakeholder has been recorded yet.")
NAME = Text("Nom", "Name")
SECTOR = Text("Secteur", "Sector")
PART = Text("Ce qu’elle fait", "What they do")
TERM = Text("Mandat", "Term")
CARRIES = Text("porte l’argent", "carries the money")
LEFT = Text("partie", "has left")
COMMITMENTS = Text("Le tableau des engagements", "The table of commitments")
NO_COMMITMENTS = Text("Aucun engagement n’est écrit.", "No commitment has been written down.")
WHO = Text("Qui", "Who")
EXPECTS = Text("Attend", "Expects")
BRINGS = Text("Apporte", "Brings")
EVERYBODY = Text("tous", "all")
CHARTER = Text("La charte", "The charter")
NO_CHARTER = Text("Aucune charte n’est rédigée.", "No charter has been drafted.")
DRAFTED = Text("Un projet est rédigé, il manque la signature.", "A draft is there, the signature is missing.")
OVER_TIME = Text("Au fil du temps", "Over time")


def sector(value: str) -> str:
    """What kind of body."""
    return word(value, "sector")


def term(since: date | None, until: date | None) -> str:
    """From when to when."""
    begin, end = (short_day(one, locale()) if one else "" for one in (since, until))
    if begin and end:
        return t(f"du {begin} au {end}", f"from {begin} to {end}")
    if begin or end:
        return t(f"depuis le {begin}", f"since {begin}") if begin else t(f"jusqu’au {end}", f"until {end}")
    return "–"


def signed(names: str, until: date | None) -> str:
    """By whom it is signed, and until when it holds."""
    said = t(f"Signée par {names}", f"Signed by {names}")
    if until:
        day = short_day(until, locale())
        said += t(f", jusqu’au {day}", f", until {day}")
    return f"{said}."
