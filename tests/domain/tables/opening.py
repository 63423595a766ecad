"""Opening a file, its sheet, those in charge of it."""

from domain.cooperations.events.file import ManagersChanged, SheetEdited
from domain.kernel.values import EconomicModel, Origin, Phase, Role, Territory
from tests.domain.kit import Row, do
from tests.domain.rules import BARE
from tests.domain.sample_people import AUDITOR, ELECTED, IN_ROLE, MANAGER, SECOND_MANAGER
from tests.domain.vocabulary import BEGUN, HANDED_OVER, SHEET, WHY, entered, opened

ROWS = (
    Row(
        "a cooperation opens in the first phase of its programme, under its rulebook",
        (),
        do("OpenCooperation", **SHEET),
        BEGUN,
    ),
    Row(
        "a relay names the earlier programme",
        (),
        do("OpenCooperation", **SHEET | {"origin": "programme-relay", "relayed_from": "Mine d’idées"}),
        (
            opened(origin=Origin.PROGRAMME_RELAY, relayed_from="Mine d’idées"),
            entered(Phase.EXPLORATION, 1, "opened"),
        ),
    ),
    Row("a cooperation opens once", BEGUN, do("OpenCooperation", **SHEET), "already_open"),
    Row(
        "a closed cooperation is not opened again but reopened",
        (*BEGUN, HANDED_OVER),
        do("OpenCooperation", **SHEET),
        "already_open",
    ),
    Row(
        "a programme without a rulebook opens nothing",
        (),
        do("OpenCooperation", **SHEET | {"programme": "nulle-part"}),
        "unknown_programme",
        naming={"programme": "nulle-part"},
        rulebook=None,
    ),
    Row(
        "a relay without its programme is refused",
        (),
        do("OpenCooperation", **SHEET | {"origin": "programme-relay"}),
        "relay_and_origin_differ",
    ),
    Row(
        "only a relay names an earlier programme",
        (),
        do("OpenCooperation", **SHEET | {"relayed_from": "Mine d’idées"}),
        "relay_and_origin_differ",
    ),
    Row(
        "those in charge hold a fitting role in the region",
        (),
        do("OpenCooperation", **SHEET | {"managers": [MANAGER, AUDITOR]}),
        "unfit_managers",
        naming={"people": AUDITOR, "region": "occitanie"},
    ),
    Row(
        "a role held for another region does not fit",
        (),
        do("OpenCooperation", **SHEET | {"region": "grand-est"}),
        "unfit_managers",
        naming={"people": f"{MANAGER}, {ELECTED}"},
    ),
    Row(
        "a programme manager is among those in charge",
        (),
        do("OpenCooperation", **SHEET | {"managers": [ELECTED]}),
        "no_programme_manager",
    ),
    Row(
        "a pair is two people",
        (),
        do("OpenCooperation", **SHEET | {"managers": [MANAGER, MANAGER]}),
        "manager_twice",
    ),
    Row(
        "nothing opens in the future",
        (),
        do("OpenCooperation", effective_at="2026-11-24", **SHEET),
        "in_future",
        naming={"at": "2026-11-24", "now": "2026-11-23T10:00+01:00"},
    ),
    Row(
        "an act on a file that was never opened is refused",
        (),
        do("RecordLesson", title="Rien"),
        "unknown_cooperation",
        naming={"cooperation": "rives"},
    ),
    Row(
        "a file whose rulebook is gone takes no act",
        BEGUN,
        do("RecordLesson", title="Rien"),
        "unknown_programme",
        naming={"programme": "essai@1"},
        rulebook=None,
    ),
    Row(
        "an edit keeps only what changes",
        BEGUN,
        do("EditSheet", name="Rives en commun", economic_model="market", territory={"name": "Le port"}),
        (SheetEdited(economic_model=EconomicModel.MARKET, territory=Territory(name="Le port")),),
    ),
    Row("an edit without a field changes nothing", BEGUN, do("EditSheet"), "changes_nothing"),
    Row(
        "an edit that repeats the sheet changes nothing",
        BEGUN,
        do("EditSheet", object="Une menuiserie du réemploi"),
        "changes_nothing",
    ),
    Row(
        "others may be put in charge",
        BEGUN,
        do("HandOverManagers", managers=[SECOND_MANAGER, ELECTED]),
        (ManagersChanged(managers=(SECOND_MANAGER, ELECTED), reason=WHY),),
    ),
    Row(
        "the order of the pair says who is reminded first",
        BEGUN,
        do("HandOverManagers", managers=[ELECTED, MANAGER]),
        (ManagersChanged(managers=(ELECTED, MANAGER), reason=WHY),),
    ),
    Row(
        "the same people in charge are no handing over",
        BEGUN,
        do("HandOverManagers", managers=[MANAGER, ELECTED]),
        "changes_nothing",
    ),
    Row(
        "those who take over are fit for the region too",
        BEGUN,
        do("HandOverManagers", managers=[MANAGER, AUDITOR]),
        "unfit_managers",
        naming={
            "roles": f"{Role.ACCOMPANYING_ORGANISATION}, {Role.ELECTED_REPRESENTATIVE}, {Role.FACILITATOR}, "
            f"{Role.PROGRAMME_MANAGER}"
        },
    ),
    Row(
        "a facilitator of the collective may be named beside a manager",
        BEGUN,
        do("HandOverManagers", managers=[MANAGER, IN_ROLE[Role.FACILITATOR]]),
        (ManagersChanged(managers=(MANAGER, IN_ROLE[Role.FACILITATOR]), reason=WHY),),
    ),
    Row(
        "a file in a programme without gates opens all the same",
        (),
        do("OpenCooperation", **SHEET | {"programme": "nu"}),
        (opened(rulebook="nu@1"), entered(Phase.EXPLORATION, 1, "opened")),
        rulebook=BARE,
    ),
)
