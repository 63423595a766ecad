"""Founding, people, roles, handing over all of somebody's files."""

from datetime import date

from domain.cooperations.events.file import ManagersChanged
from domain.kernel.ids import person_id
from domain.kernel.ledger import LedgerKind
from domain.kernel.prose import Prose
from domain.kernel.values import Language, Role
from domain.people.events import (
    FilesHandedOver,
    OrganisationFounded,
    PersonRegistered,
    RoleGranted,
    RoleRevoked,
)
from domain.registry.commands import AnyCommand
from tests.domain.kit import Row, do, file_of, other
from tests.domain.sample_people import (
    ADMINISTRATOR,
    AUDITOR,
    ELECTED,
    FOUNDED,
    MANAGER,
    NOBODY,
    SECOND_MANAGER,
    STRANGER,
    granted,
)
from tests.domain.vocabulary import BEGUN, HANDED_OVER, WHY, opened

FOUNDING = {
    "name": "Fondation",
    "kind": "simulation",
    "administrator_name": "Ada",
    "administrator_email": "ada@example.org",
}
FOUNDER = person_id("c/FoundOrganisation")
_GRANT = f"grant/{ADMINISTRATOR}/administrator"
TODAY = date(2026, 11, 23)

PEOPLE_AND_ROLES = (
    Row(
        "an organisation begins with its first administrator",
        (),
        do("FoundOrganisation", **FOUNDING),
        (
            OrganisationFounded(name="Fondation", kind=LedgerKind.SIMULATION, zone=None),
            PersonRegistered(
                person=FOUNDER,
                name=Prose(text="Ada"),
                email=Prose(text="ada@example.org"),
                language=Language.FRENCH,
            ),
            RoleGranted(
                grant="c/FoundOrganisation",
                person=FOUNDER,
                role=Role.ADMINISTRATOR,
                region=None,
                since=TODAY,
                until=None,
            ),
        ),
        people=(),
    ),
    Row("an organisation is founded once", (), do("FoundOrganisation", **FOUNDING), "already_founded"),
    Row(
        "the first administrator has an address",
        (),
        do("FoundOrganisation", **FOUNDING | {"administrator_email": "ada"}),
        "not_an_address",
        people=(),
    ),
    Row(
        "before the founding nothing is recorded",
        (),
        do("RegisterPerson", name="Ada", email="ada@example.org"),
        "not_founded",
        people=(),
    ),
    Row(
        "a person is known by an id that derives from the command",
        (),
        do("RegisterPerson", name="Lou", email="lou@example.org", language="en"),
        (
            PersonRegistered(
                person=person_id("c/RegisterPerson"),
                name=Prose(text="Lou"),
                email=Prose(text="lou@example.org"),
                language=Language.ENGLISH,
            ),
        ),
    ),
    *(
        Row(f"{email} is no address", (), do("RegisterPerson", name="Lou", email=email), "not_an_address")
        for email in ("lou", "lou @example.org", "<lou@example.org>", "a@b@example.org", "lou.@example.org")
    ),
    Row(
        "nobody is registered in the future",
        (),
        do("RegisterPerson", name="Lou", email="lou@example.org", effective_at="2027"),
        "in_future",
    ),
    Row(
        "a role is granted from today",
        (),
        do("GrantRole", person=NOBODY, role="jury", region="occitanie"),
        (
            RoleGranted(
                grant="c/GrantRole",
                person=NOBODY,
                role=Role.JURY,
                region="occitanie",
                since=TODAY,
                until=None,
            ),
        ),
    ),
    Row(
        "a role may be granted for a period and everywhere",
        (),
        do("GrantRole", person=NOBODY, role="board", since="2027-01-01", until="2029-12-31"),
        (
            RoleGranted(
                grant="c/GrantRole",
                person=NOBODY,
                role=Role.BOARD,
                region=None,
                since=date(2027, 1, 1),
                until=date(2029, 12, 31),
            ),
        ),
    ),
    Row(
        "a stranger is granted nothing",
        (),
        do("GrantRole", person=STRANGER, role="jury"),
        "unknown_person",
        naming={"person": STRANGER},
    ),
    Row(
        "a role does not end before it begins",
        (),
        do("GrantRole", person=NOBODY, role="jury", until="2026-11-22"),
        "term_reversed",
    ),
    Row(
        "a role that is held is not granted again",
        (),
        do("GrantRole", person=MANAGER, role="programme-manager", region="occitanie"),
        "already_granted",
        naming={"role": "programme-manager"},
    ),
    Row(
        "a role is revoked with a reason",
        (),
        do("RevokeRole", grant=f"grant/{MANAGER}/programme-manager"),
        (RoleRevoked(grant=f"grant/{MANAGER}/programme-manager", reason=WHY),),
    ),
    Row("a grant that nobody gave is not revoked", (), do("RevokeRole", grant="c/none"), "unknown_grant"),
    Row(
        "a role is revoked once",
        (),
        do("RevokeRole", grant=f"grant/{MANAGER}/programme-manager"),
        "unknown_grant",
        people=(*FOUNDED, RoleRevoked(grant=f"grant/{MANAGER}/programme-manager", reason=WHY)),
    ),
    Row(
        "the last administrator stays",
        (),
        do("RevokeRole", grant=_GRANT),
        "last_administrator",
    ),
    Row(
        "one of two administrators may go",
        (),
        do("RevokeRole", grant=_GRANT),
        (RoleRevoked(grant=_GRANT, reason=WHY),),
        people=(*FOUNDED, granted(NOBODY, Role.ADMINISTRATOR, None)),
    ),
    Row(
        "the last administrator may lose a role for one region, which administers nothing",
        (),
        do("RevokeRole", grant="grant/regional"),
        (RoleRevoked(grant="grant/regional", reason=WHY),),
        people=(
            *FOUNDED,
            granted(ADMINISTRATOR, Role.ADMINISTRATOR).model_copy(update={"grant": "grant/regional"}),
        ),
    ),
)

_ALONE = other("seule", opened(managers=(MANAGER,)), *BEGUN[1:])
_PAIR = file_of(*BEGUN)
_CLOSED = other("close", *BEGUN, HANDED_OVER)


def _hand_over(to: str) -> AnyCommand:
    return do("HandOverAllFiles", from_person=MANAGER, to_person=to)


def _given(to: str, *files: str) -> FilesHandedOver:
    return FilesHandedOver(from_person=MANAGER, to_person=to, files=files, reason=WHY)


HANDING_OVER = (
    Row(
        "all open files of a manager go to another, each telling it",
        (),
        _hand_over(SECOND_MANAGER),
        (
            _given(SECOND_MANAGER, "rives", "seule"),
            ManagersChanged(managers=(SECOND_MANAGER, ELECTED), reason=WHY),
            ManagersChanged(managers=(SECOND_MANAGER,), reason=WHY),
        ),
        others=(_PAIR, _ALONE, _CLOSED),
    ),
    Row(
        "who takes over from their own partner stands once",
        (),
        do("HandOverAllFiles", from_person=ELECTED, to_person=MANAGER),
        (
            FilesHandedOver(from_person=ELECTED, to_person=MANAGER, files=("rives",), reason=WHY),
            ManagersChanged(managers=(MANAGER,), reason=WHY),
        ),
        others=(_PAIR, _ALONE),
    ),
    Row(
        "who has no open file hands over none",
        (),
        _hand_over(SECOND_MANAGER),
        "no_files",
        {"person": MANAGER},
        others=(_CLOSED,),
    ),
    Row("nobody hands over to themselves", (), _hand_over(MANAGER), "changes_nothing", others=(_PAIR,)),
    Row(
        "all files or none: one that the other cannot take stops all",
        (),
        _hand_over(AUDITOR),
        "unfit_managers",
        naming={"people": AUDITOR},
        others=(_PAIR, _ALONE),
    ),
    Row(
        "a file keeps a programme manager",
        (),
        _hand_over(ELECTED),
        "no_programme_manager",
        others=(_ALONE,),
    ),
)

ROWS = (*PEOPLE_AND_ROLES, *HANDING_OVER)
