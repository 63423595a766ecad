"""Why a letter came back, by the code that a mail server gave (RFC 3463), and what is to be done about it."""

import re
from typing import Literal

from language import Text, say

Why = Literal["unknown", "full", "away", "refused"]
_CODE = re.compile(r"[45]\.[0-9]{1,3}\.[0-9]{1,3}")
_REASONS: tuple[tuple[str, Why], ...] = (
    (r"[45]\.1\..*|5\.4\.4|5\.2\.1", "unknown"),
    (r"[45]\.2\.2|[45]\.3\.1", "full"),
    (r"4\..*|5\.4\..*", "away"),
)
"""The first that fits: no such mailbox or domain, or one that is closed; no room; no server that answered in days."""

_SHORT: dict[Why, Text] = {
    "unknown": Text("revenu\u00a0: adresse inconnue", "came back: unknown address"),
    "full": Text("revenu\u00a0: boîte pleine", "came back: mailbox full"),
    "away": Text("revenu\u00a0: serveur injoignable", "came back: server out of reach"),
    "refused": Text("revenu\u00a0: refusé", "came back: refused"),
}
_SAID: dict[Why, Text] = {
    "unknown": Text(
        "Il est parti, puis revenu\u00a0: son adresse est inconnue là où elle mène.",
        "It was sent, and came back: its address is unknown where it leads.",
    ),
    "full": Text(
        "Il est parti, puis revenu\u00a0: la boîte aux lettres de la personne est pleine.",
        "It was sent, and came back: the person’s mailbox is full.",
    ),
    "away": Text(
        "Il est parti, puis revenu\u00a0: le serveur de courrier de la personne n’a pas répondu pendant des jours.",
        "It was sent, and came back: the person’s mail server has not answered for days.",
    ),
    "refused": Text(
        "Il est parti, puis revenu\u00a0: le serveur de courrier de la personne l’a refusé.",
        "It was sent, and came back: the person’s mail server refused it.",
    ),
}
_REMEDIES: dict[Why, Text] = {
    "unknown": Text(
        "Faites corriger l’adresse de la personne, puis renvoyez-le\u00a0: il ira à la nouvelle.",
        "Have the person’s address corrected, then send it again: it goes to the new one.",
    ),
    "full": Text(
        "Prévenez la personne autrement\u202f; quand elle a fait de la place, renvoyez-le.",
        "Tell the person otherwise; once they have made room, send it again.",
    ),
    "away": Text(
        "Vérifiez l’adresse avec la personne et faites-la corriger au besoin, puis renvoyez-le.",
        "Check the address with the person, have it corrected if need be, then send it again.",
    ),
    "refused": Text(
        "Demandez à la personne une adresse qui accepte ce courrier, faites-la corriger, puis renvoyez-le.",
        "Ask the person for an address that takes such mail, have it corrected, then send it again.",
    ),
}
_LATER_ONES = Text(
    "Il ne repart pas\u00a0: faites corriger l’adresse de la personne, ce qui partira ensuite ira à la nouvelle.",
    "It is not sent again: have the person’s address corrected, what is sent from then on goes to the new one.",
)
_ANOTHER_LINK = Text(
    "Il ne repart pas\u00a0: demandez à la personne une autre adresse, et envoyez-y un autre lien.",
    "It is not sent again: ask the person for another address, and send another link there.",
)


def came_back(reason: str | None) -> str:
    """Why a letter came back, as a sentence; empty for one that did not."""
    why = _why(reason)
    return say(_SAID[why]) if why else ""


def in_short(reason: str | None) -> str:
    """The same, in a list."""
    why = _why(reason)
    return say(_SHORT[why]) if why else ""


def remedy(reason: str | None, purpose: str) -> str:
    """What is to be done about it; only reminders are sent again."""
    why = _why(reason)
    if why is None:
        return ""
    after = {"reminder": _REMEDIES[why], "deposit": _ANOTHER_LINK}
    return say(after.get(purpose, _LATER_ONES))


def _why(reason: str | None) -> Why | None:
    if reason is None or not _CODE.fullmatch(reason):
        return None
    return next((why for pattern, why in _REASONS if re.fullmatch(pattern, reason)), "refused")
