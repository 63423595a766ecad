"""Every page of an organisation, with parameters that name what may be read and what may not, and what is due."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from domain.kernel.values import Role
from tests.support.imported import person_of
from tests.web.rights.readers import FILES, FUNDINGS, REVIEWS, Reader

BASE = "/o/{organisation}"
NOWHERE = "nulle-part"
DIGEST = "0" * 64
READ_BANK_DETAILS = (Role.ADMINISTRATOR, Role.BOARD, Role.FINANCE_OFFICER, Role.AUDITOR)
READ_PAYMENTS = (
    *(Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER, Role.ELECTED_REPRESENTATIVE, Role.BOARD),
    *(Role.ACCOMPANYING_ORGANISATION, Role.FACILITATOR, Role.FINANCE_OFFICER, Role.AUDITOR),
)
AUDIT = (Role.ADMINISTRATOR, Role.AUDITOR, Role.BOARD)
ON_RULES = (Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER, Role.AUDITOR)
"""Who works on rulebooks."""
ENVELOPE = "acte/acte_grant/2027"
"""The one of the story."""


@dataclass(frozen=True)
class Cell:
    """An address that somebody asks for, and whether it is there for them."""

    path: str
    there: bool
    nowhere: str = ""
    """The same address of what does not exist, whose answer is due where this one is not there."""
    reserved: bool = False
    """Whether it is there, and says that it is for those who hold a role, or another one."""
    leads_on: bool = False
    """Whether it is there, and leads to another page."""

    @property
    def status(self) -> int:
        """What it answers."""
        return 409 if self.reserved else 303 if self.leads_on else 200 if self.there else 404


Cells = Callable[[Reader], Iterator[Cell]]


def _always(path: str) -> Cells:
    return lambda _reader: iter((Cell(path, there=True),))


def _of_cooperations(rest: str, *, sheets: bool = False) -> Cells:
    def cells(reader: Reader) -> Iterator[Cell]:
        nowhere = f"{BASE}/dossiers/{NOWHERE}{rest}"
        for key in FILES:
            level = reader.level(key)
            there = level == "full" or (sheets and level == "sheet")
            yield Cell(f"{BASE}/dossiers/{key}{rest}", there, nowhere)

    return cells


def _of_no_item(_reader: Reader) -> Iterator[Cell]:
    """No gate has an item of that name; whose criteria may be read is told with those that there are."""
    for key in FILES:
        nowhere = f"{BASE}/dossiers/{NOWHERE}/passage/{NOWHERE}"
        yield Cell(f"{BASE}/dossiers/{key}/passage/{NOWHERE}", there=False, nowhere=nowhere)


def _of_no_decision(_reader: Reader) -> Iterator[Cell]:
    """No letter is about an entry that decided nothing; whose letters they are is told with those that there are."""
    for key in FUNDINGS:
        nowhere = f"{BASE}/financements/{NOWHERE}/lettres/1"
        yield Cell(f"{BASE}/financements/{key}/lettres/1", there=False, nowhere=nowhere)


def _of_fundings(rest: str) -> Cells:
    def cells(reader: Reader) -> Iterator[Cell]:
        for key, cooperation in FUNDINGS.items():
            there = reader.level(cooperation) == "full"
            yield Cell(f"{BASE}/financements/{key}{rest}", there, f"{BASE}/financements/{NOWHERE}{rest}")

    return cells


def _of_reviews(rest: str, *, empty: bool = False) -> Cells:
    """``empty``: there is nothing at that address for anybody yet."""

    def cells(reader: Reader) -> Iterator[Cell]:
        for key, cooperation in REVIEWS.items():
            there = not empty and (reader.level(cooperation) == "full" or reader.sits_on(key))
            yield Cell(f"{BASE}/avis/{key}{rest}", there, f"{BASE}/avis/{NOWHERE}{rest}")

    return cells


def _forms(reader: Reader) -> Iterator[Cell]:
    for key in FILES:
        path = f"{BASE}/faire/RecordContact?cooperation="
        yield Cell(path + key, reader.level(key) == "full", path + NOWHERE)


def _documents(_reader: Reader) -> Iterator[Cell]:
    for key in FILES:
        yield Cell(
            f"{BASE}/pieces/{DIGEST}?dossier={key}",
            there=False,
            nowhere=f"{BASE}/pieces/{DIGEST}?dossier={NOWHERE}",
        )


def _for_roles(path: str) -> Cells:
    return lambda reader: iter((Cell(path, there=True, reserved=reader.role is None),))


def _for_those(path: str, *roles: Role) -> Cells:
    return lambda reader: iter((Cell(path, there=True, reserved=reader.role not in roles),))


def _hidden_but_for(path: str, *roles: Role) -> Cells:
    """There for some roles, for whichever region; for all others as what does not exist."""
    nowhere = f"{BASE}/dossiers/{NOWHERE}"
    return lambda reader: iter((Cell(path, reader.role in roles, nowhere),))


SHEETS = ("dossiers", "avis", "financements", "agenda", "taches", "courrier")
"""Lists that everybody takes away as far as they read them."""
LISTS = (
    f"{BASE}/",
    f"{BASE}/dossiers",
    f"{BASE}/dossiers?vue=phases",
    f"{BASE}/agenda",
    f"{BASE}/avis",
    f"{BASE}/financements",
    f"{BASE}/courrier",
    f"{BASE}/impression?" + "&".join(f"file={one}" for one in FILES),
    f"{BASE}/impression?all=tri=nom",
    *(f"{BASE}/telechargements/{name}?format=csv" for name in SHEETS),
    *(
        f"{BASE}/recherche?q={word}"
        for word in ("noailles", "epicerie", "marseille", "filature", "halle", "inventé")
    ),
)
"""Pages that hold rows of many files: they never name one of which somebody may read nothing."""


def _lists(*paths: str) -> Cells:
    return lambda _reader: (Cell(one, there=True) for one in LISTS if one.partition("?")[0] in paths)


def _importing(reader: Reader) -> Iterator[Cell]:
    reserved = reader.role not in (Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER, Role.FINANCE_OFFICER)
    yield Cell(f"{BASE}/importer", there=True, reserved=reserved)


def _templates(reader: Reader) -> Iterator[Cell]:
    reserved = reader.role not in (Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER, Role.FINANCE_OFFICER)
    yield Cell(f"{BASE}/importer/modele/contacts", there=True, reserved=reserved)


def _sheets(reader: Reader) -> Iterator[Cell]:
    of_organisation = ("enveloppes", "personnes")
    for name in (*SHEETS, *of_organisation):
        reserved = name in of_organisation and reader.role is None
        yield Cell(f"{BASE}/telechargements/{name}?format=csv", there=True, reserved=reserved)
    nothing = f"{BASE}/telechargements/{NOWHERE}"
    yield Cell(nothing, there=False, nowhere=nothing)
    yield Cell(f"{BASE}/telechargements/lots?lot={NOWHERE}", there=False, nowhere=nothing)
    yield Cell(f"{BASE}/telechargements/annonces?annonce={NOWHERE}", there=False, nowhere=nothing)
    for name in ("refus", "connexions", "lectures"):
        yield Cell(f"{BASE}/telechargements/{name}?format=csv", there=True, reserved=reader.role not in AUDIT)
    for name, roles in (("paiements", READ_PAYMENTS), ("comptes", READ_BANK_DETAILS)):
        yield Cell(f"{BASE}/telechargements/{name}?format=csv", reader.role in roles, nothing)


PAGES: Mapping[str, Cells] = {
    f"{BASE}/": _lists(f"{BASE}/"),
    f"{BASE}/dossiers": _lists(f"{BASE}/dossiers"),
    f"{BASE}/agenda": _lists(f"{BASE}/agenda"),
    f"{BASE}/avis": _lists(f"{BASE}/avis"),
    f"{BASE}/financements": _lists(f"{BASE}/financements"),
    f"{BASE}/programmes": _for_roles(f"{BASE}/programmes"),
    f"{BASE}/programmes/{{rulebook}}": _for_roles(f"{BASE}/programmes/demarche-territoriale@4"),
    f"{BASE}/programmes/comparer": _for_roles(
        f"{BASE}/programmes/comparer?de=demarche-territoriale@3&a=demarche-territoriale@4"
    ),
    f"{BASE}/programmes/{{rulebook}}/repetition": _for_roles(
        f"{BASE}/programmes/demarche-territoriale@4/repetition"
    ),
    f"{BASE}/programmes/{{rulebook}}/migration": _for_those(
        f"{BASE}/programmes/demarche-territoriale@4/migration", *ON_RULES
    ),
    f"{BASE}/programmes/et-si": _for_those(f"{BASE}/programmes/et-si", *ON_RULES),
    f"{BASE}/programmes/et-si/{{question}}": lambda reader: (
        Cell(
            f"{BASE}/programmes/et-si/{NOWHERE}",
            there=reader.role not in ON_RULES,
            nowhere=f"{BASE}/programmes/et-si/rien" if reader.role in ON_RULES else "",
            reserved=reader.role not in ON_RULES,
        )
        for _ in range(1)
    ),
    f"{BASE}/programmes/verifier": _for_those(f"{BASE}/programmes/verifier", *ON_RULES),
    f"{BASE}/impression": _lists(f"{BASE}/impression"),
    f"{BASE}/courrier": _lists(f"{BASE}/courrier"),
    f"{BASE}/courrier/{{message}}": lambda _reader: iter(
        (Cell(f"{BASE}/courrier/{NOWHERE}", there=False, nowhere=f"{BASE}/courrier/rien"),)
    ),
    f"{BASE}/personnes": _for_roles(f"{BASE}/personnes"),
    f"{BASE}/formation": lambda _reader: iter(
        (Cell(f"{BASE}/formation", there=False, nowhere=f"{BASE}/lots/rien"),)
    ),
    f"{BASE}/personnes/passation": _for_those(f"{BASE}/personnes/passation", Role.ADMINISTRATOR),
    f"{BASE}/personnes/passation/{{job}}": lambda _reader: iter(
        (Cell(f"{BASE}/personnes/passation/{NOWHERE}", there=False, nowhere=f"{BASE}/lots/rien"),)
    ),
    f"{BASE}/personnes/{{person}}": _for_roles(f"{BASE}/personnes/{person_of('nour')}"),
    f"{BASE}/organisation": _for_those(
        f"{BASE}/organisation", Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER, Role.AUDITOR
    ),
    **{
        f"{BASE}/audit{part}": _for_those(f"{BASE}/audit{part}", *AUDIT)
        for part in ("", "/refus", "/connexions", "/lectures")
    },
    f"{BASE}/enveloppes": _for_roles(f"{BASE}/enveloppes"),
    f"{BASE}/enveloppes/{{key:path}}": _for_roles(f"{BASE}/enveloppes/{ENVELOPE}"),
    f"{BASE}/organisation/webhooks": _for_those(f"{BASE}/organisation/webhooks", Role.ADMINISTRATOR),
    f"{BASE}/organisation/webhooks/{{named}}": lambda _reader: iter(
        (
            Cell(
                f"{BASE}/organisation/webhooks/{NOWHERE}",
                there=False,
                nowhere=f"{BASE}/organisation/webhooks/rien",
            ),
        )
    ),
    f"{BASE}/organisation/jetons": _for_those(f"{BASE}/organisation/jetons", Role.ADMINISTRATOR),
    f"{BASE}/paiements": _hidden_but_for(f"{BASE}/paiements", *READ_PAYMENTS),
    f"{BASE}/paiements/fichiers/{{name}}": _hidden_but_for(f"{BASE}/paiements/fichiers/{NOWHERE}"),
    f"{BASE}/paiements/releve": _hidden_but_for(f"{BASE}/paiements/releve", Role.FINANCE_OFFICER),
    f"{BASE}/paiements/lot/{{job}}": _hidden_but_for(f"{BASE}/paiements/lot/{NOWHERE}"),
    f"{BASE}/paiements/releve/{{job}}": _hidden_but_for(f"{BASE}/paiements/releve/{NOWHERE}"),
    f"{BASE}/comptes": _hidden_but_for(f"{BASE}/comptes", *READ_BANK_DETAILS),
    f"{BASE}/comptes/{{account}}": _hidden_but_for(f"{BASE}/comptes/w800000001", *READ_BANK_DETAILS),
    f"{BASE}/lots": _always(f"{BASE}/lots?file=noailles"),
    f"{BASE}/lots/{{job}}": lambda _reader: iter(
        (Cell(f"{BASE}/lots/{NOWHERE}", there=False, nowhere=f"{BASE}/lots/rien"),)
    ),
    f"{BASE}/telechargements/{{name}}": _sheets,
    f"{BASE}/importer": _importing,
    f"{BASE}/importer/modele/{{kind}}": _templates,
    f"{BASE}/importer/{{job}}": lambda _reader: iter(
        (Cell(f"{BASE}/importer/{NOWHERE}", there=False, nowhere=f"{BASE}/importer/rien"),)
    ),
    f"{BASE}/importer/{{job}}/resultat": lambda _reader: iter(
        (Cell(f"{BASE}/importer/{NOWHERE}/resultat", there=False, nowhere=f"{BASE}/importer/rien/resultat"),)
    ),
    f"{BASE}/recherche": _lists(f"{BASE}/recherche"),
    f"{BASE}/horloge": _always(f"{BASE}/horloge"),
    f"{BASE}/dossiers/{{key}}": _of_cooperations("", sheets=True),
    f"{BASE}/dossiers/{{key}}/historique": _of_cooperations("/historique"),
    f"{BASE}/dossiers/{{key}}/historique/{{entry}}": _of_cooperations("/historique/1"),
    f"{BASE}/dossiers/{{key}}/changements": _of_cooperations("/changements"),
    f"{BASE}/dossiers/{{key}}/journal": _of_cooperations("/journal"),
    f"{BASE}/dossiers/{{key}}/depots": _of_cooperations("/depots"),
    f"{BASE}/dossiers/{{key}}/passage": _of_cooperations("/passage"),
    f"{BASE}/dossiers/{{key}}/passage/{{item}}": _of_no_item,
    f"{BASE}/dossiers/{{key}}/actes": _of_cooperations("/actes"),
    f"{BASE}/dossiers/{{key}}/carnet": _of_cooperations("/carnet"),
    f"{BASE}/dossiers/{{key}}/collectif": _of_cooperations("/collectif"),
    f"{BASE}/dossiers/{{key}}/document": _of_cooperations("/document"),
    f"{BASE}/dossiers/{{key}}/echeances": _of_cooperations("/echeances"),
    f"{BASE}/financements/{{key}}": _of_fundings(""),
    f"{BASE}/financements/{{key}}/historique": _of_fundings("/historique"),
    f"{BASE}/financements/{{key}}/lettres/{{entry}}": _of_no_decision,
    f"{BASE}/financements/{{key}}/depots": _of_fundings("/depots"),
    f"{BASE}/financements/{{key}}/actes": _of_fundings("/actes"),
    f"{BASE}/avis/{{review}}": _of_reviews(""),
    f"{BASE}/avis/{{review}}/pv": _of_reviews("/pv", empty=True),
    f"{BASE}/avis/{{review}}/mon-avis": _of_reviews("/mon-avis", empty=True),
    f"{BASE}/avis/{{review}}/pieces/{{digest}}": _of_reviews(f"/pieces/{DIGEST}", empty=True),
    f"{BASE}/pieces/{{digest}}": _documents,
    f"{BASE}/faire/{{command}}": _forms,
    f"{BASE}/faire/PublishRulebook": lambda _reader: iter(
        (Cell(f"{BASE}/faire/PublishRulebook", there=True, leads_on=True),)
    ),
    f"{BASE}/faire/ImportCooperation": _always(f"{BASE}/faire/ImportCooperation"),
    f"{BASE}/suites/{{command_id:path}}": _always(f"{BASE}/suites/beside/1"),
}
"""Every page below an organisation, by its route. A page that is added is added here, with who sees it."""


def cells_of(reader: Reader) -> Iterator[Cell]:
    """All of them for somebody."""
    for cells in PAGES.values():
        yield from cells(reader)
