"""The addresses of pages, for letters, lists, feeds and pages alike: paths from the root of the site.

A file is named by its key, as read models name it: ``noailles``, ``review:avis``, ``funding:menuiserie``,
``account:w123456789``, ``envelope:tec/grant/2026``. Whatever is not a letter or a digit is percent-encoded as UTF-8
(RFC 3986). An address grants nothing: whoever follows it is asked who they are, and what they may read.
"""

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

from links.paths import asking as _asking
from links.paths import of as _of
from links.paths import segment as _segment

_PAGES = {
    "review": "avis",
    "funding": "financements",
    "envelope": "enveloppes",
    "account": "comptes",
    "payment-file": "paiements/fichiers",
}
"""The collection that the page of a file is in, by the kind in its key; a cooperation's key has none."""
_COOPERATIONS = "dossiers"
_WITHOUT_HISTORY = ("envelope", "account", "payment-file")
"""The kinds whose page tells all that there is to tell."""
_SECTIONS = {"gate-item": "passage", "deadline": "echeances", "escalation": "echeances"}
"""Where on the pages of a cooperation the tasks of some kinds are seen to; the others are on its first page."""
_IN_DOUBT = ("delivery-unknown", "delivery-failed")


def absolute(base: str, path: str) -> str:
    """The same address with where the site is reached: ``https://escale.example.org``, with or without a path."""
    return base.rstrip("/") + path


def home() -> str:
    """Where everybody begins: led on to their organisation, or to the door."""
    return "/"


def help_page() -> str:
    """Help, for everybody."""
    return "/aide"


def accessibility() -> str:
    """The accessibility statement."""
    return "/accessibilite"


def sign_in(back_to: str | None = None) -> str:
    """The door. ``back_to``: the path that whoever comes in wanted to see, sealed."""
    return _coming_back("/connexion", back_to)


def sign_in_by_link(back_to: str | None = None) -> str:
    """Where a link to sign in by is asked for."""
    return _coming_back("/connexion/lien", back_to)


def forgotten_password() -> str:
    """Where a link to choose another password is asked for."""
    return "/connexion/oubli"


def provider(back_to: str | None = None) -> str:
    """The way to the organisation's own sign-in."""
    return _coming_back("/connexion/oidc", back_to)


def provider_returns() -> str:
    """Where that sends people back to."""
    return "/connexion/oidc/retour"


def proof(back_to: str) -> str:
    """Where a password is given once more before something weighty; ``back_to`` is sealed."""
    return _coming_back("/connexion/verification", back_to)


def sign_out() -> str:
    """Where a session is ended, by the button of a page."""
    return "/deconnexion"


def door(token: str) -> str:
    """The door of a link that was mailed."""
    return f"/l/{_segment(token)}"


def first_run() -> str:
    """Where the first organisation is founded."""
    return "/premiers-pas"


def me(part: str = "") -> str:
    """One's own language, sessions, password and calendars; a part of that page."""
    return f"/moi#{part}" if part else "/moi"


def calendar(token: str) -> str:
    """A calendar to subscribe to, by what its address ends in."""
    return f"/cal/{_segment(token)}.ics"


def tasks(organisation: str) -> str:
    """What waits for whoever looks: the first page of an organisation."""
    return f"{_of(organisation)}/"


def file(organisation: str, key: str) -> str:
    """The page of a file."""
    kind, named, rest = key.partition(":")
    if not named:
        return f"{_of(organisation)}/{_COOPERATIONS}/{_segment(key)}"
    path = "/".join(_segment(one) for one in (rest.split("/") if kind == "envelope" else (rest,)))
    return f"{_of(organisation)}/{_PAGES.get(kind, _COOPERATIONS)}/{path}"


def task(organisation: str, kind: str, key: str, subject: str) -> str:
    """Where a task is seen to: the page of its file, the part of it that tells of such tasks, or the form itself."""
    if kind in _IN_DOUBT:
        return message(organisation, subject)
    if kind == "twins":
        return people(organisation)
    if kind == "webhook-stopped":
        return f"{_of(organisation)}/organisation/webhooks/{_segment(subject)}"
    if kind == "bank-details":
        return form(
            organisation, "ConfirmBankDetails", {"account": key.partition(":")[2], "version": subject}
        )
    page = file(organisation, key)
    section = _SECTIONS.get(kind) if ":" not in key else None
    return f"{page}/{section}" if section else page


def section(organisation: str, key: str, name: str, **asked: str | int | list[str]) -> str:
    """A part of the pages of a file (``passage``, ``historique``; its first page without a name), and what is asked."""
    return _asking(f"{file(organisation, key)}/{name}".rstrip("/"), asked)


def entry(organisation: str, key: str, number: int) -> str:
    """An entry of a file in its history; what happened in a review, its own page tells, and so it does of money."""
    if key.startswith("review:"):
        return f"{file(organisation, key)}#e{number}"
    if key.partition(":")[0] in _WITHOUT_HISTORY:
        return file(organisation, key)
    return f"{section(organisation, key, 'historique', entree=number)}#e{number}"


def explained(organisation: str, cooperation: str, number: int, of: str = "", **asked: str) -> str:
    """Why an entry of a cooperation's history is there; ``of``: the file beside it whose entry it is."""
    return section(organisation, cooperation, f"historique/{number}", de=of, **asked)


def file_within(organisation: str, key: str, asked: str) -> str:
    """The page of a file that stands in a list: with what the list was asked, so that one finds back to it."""
    return f"{file(organisation, key)}?{urlencode({'liste': asked}, quote_via=quote)}"


def portfolio(organisation: str, asked: Iterable[tuple[str, str]] = ()) -> str:
    """The cooperations, as a table or a board: those that are asked for."""
    said = urlencode(list(asked), quote_via=quote)
    return f"{_of(organisation)}/{_COOPERATIONS}" + (f"?{said}" if said else "")


def portfolio_again(organisation: str, asked: str) -> str:
    """The cooperations as they were asked for, as an address carries it."""
    return portfolio(organisation) + (f"?{asked}" if asked else "")


def views(organisation: str) -> str:
    """Where a list is kept as a view, and where one is thrown away: by forms."""
    return f"{_of(organisation)}/vues"


def bulk(organisation: str, **asked: str | list[str]) -> str:
    """One act for several files, and which of both is meant."""
    known = {name: value for name, value in asked.items() if value}
    page = f"{_of(organisation)}/lots"
    return page + (f"?{urlencode(known, doseq=True, quote_via=quote)}" if known else "")


def printing(organisation: str, **asked: str | list[str]) -> str:
    """Several cooperations on paper: which, and what is said of them."""
    return _asking(f"{_of(organisation)}/impression", asked)


def job(organisation: str, key: str) -> str:
    """How far an act for several files has come."""
    return f"{bulk(organisation)}/{_segment(key)}"


def download(organisation: str, name: str, asked: str = "", suffix: str = "xlsx") -> str:
    """A list by its name as a sheet to keep; ``asked``: what its page was asked, as addresses carry it."""
    question = "&".join(one for one in (f"format={suffix}", asked) if one)
    return f"{_of(organisation)}/telechargements/{_segment(name)}?{question}"


def search(organisation: str) -> str:
    """Where files are found by words."""
    return f"{_of(organisation)}/recherche"


def agenda(organisation: str, **asked: str | list[str]) -> str:
    """What falls due."""
    return _asking(f"{_of(organisation)}/agenda", asked)


def reviews(organisation: str, **asked: str | list[str]) -> str:
    """What panels are asked."""
    return _asking(f"{_of(organisation)}/avis", asked)


def fundings(organisation: str, **asked: str | list[str]) -> str:
    """What money was asked for."""
    return _asking(f"{_of(organisation)}/financements", asked)


def programmes(organisation: str, name: str = "", **asked: str) -> str:
    """The programmes of an organisation, or what is done with all (``comparer``, ``verifier``, ``et-si``)."""
    return _asking(f"{_of(organisation)}/programmes/{name}".rstrip("/"), asked)


def programme(organisation: str, rulebook: str, name: str = "", **asked: str) -> str:
    """A version of a programme, by the id of its rulebook: ``tec@1``; what is done with it (``repetition``)."""
    return programmes(organisation, f"{quote(rulebook, safe='@')}/{name}".rstrip("/"), **asked)


def envelopes(organisation: str, **asked: str | list[str]) -> str:
    """The envelopes of an organisation."""
    return _asking(f"{_of(organisation)}/enveloppes", asked)


def form(organisation: str, command: str, fields: Mapping[str, str | int] | None = None) -> str:
    """The form of a command by its name, with the fields that are known already."""
    known = urlencode({name: str(value) for name, value in (fields or {}).items()}, quote_via=quote)
    path = f"{_of(organisation)}/faire/{_segment(command)}"
    return f"{path}?{known}" if known else path


def draft(organisation: str, command: str, command_id: str) -> str:
    """The form of a command as somebody left it."""
    return form(organisation, command, {"brouillon": command_id})


def outcome(organisation: str, command_id: str) -> str:
    """What became of a form that was sent."""
    return f"{_of(organisation)}/suites/{_segment(command_id)}"


def people(organisation: str) -> str:
    """The people of an organisation and their roles."""
    return f"{_of(organisation)}/personnes"


def in_room(organisation: str, review: str, command: str) -> str:
    """Where a form in the room of a review, by its key, is sent to."""
    return f"{file(organisation, review)}/faire/{_segment(command)}"


def minutes(organisation: str, review: str) -> str:
    """The minutes of a review, by its key."""
    return f"{file(organisation, review)}/pv"


def opinion(organisation: str, review: str) -> str:
    """A copy of the reader's own opinion, of a review by its key."""
    return f"{file(organisation, review)}/mon-avis"


def document(organisation: str, key: str, digest: str) -> str:
    """A document that was handed in for a file: of a review, by its key, from its dossier."""
    named = _segment(digest.removeprefix("sha256:"))
    if key.startswith("review:"):
        return f"{file(organisation, key)}/pieces/{named}"
    return f"{_of(organisation)}/pieces/{named}?{urlencode({'dossier': key}, quote_via=quote)}"


def payments(organisation: str, part: str = "", **asked: str | list[str]) -> str:
    """Payments of one step (``onglet``), or a part of their pages: ``releve`` reads what the bank says of them."""
    return _asking(f"{_of(organisation)}/paiements{part and '/' + part}", asked)


def messages(organisation: str, **asked: str | list[str]) -> str:
    """The letters that were written, about one file (``dossier``) or all."""
    return _asking(f"{_of(organisation)}/courrier", asked)


def message(organisation: str, key: str) -> str:
    """A letter and what became of it."""
    return f"{messages(organisation)}/{_segment(key)}"


def _coming_back(path: str, sealed: str | None) -> str:
    return f"{path}?{urlencode({'retour': sealed}, quote_via=quote)}" if sealed else path
