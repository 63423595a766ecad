"""The regions of an organisation: free words until one is named; from then on a typing error is refused."""

from datetime import date

from domain.kernel.values import Role
from domain.people.events import RegionNamed, RoleGranted
from domain.registry.commands import AnyCommand
from tests.domain import rules
from tests.domain.kit import Row, do
from tests.domain.sample_people import ADMINISTRATOR, FOUNDED, NOBODY
from tests.domain.vocabulary import BEGUN, SHEET

PACA = RegionNamed(region="paca-corse", fr="PACA et Corse", en="PACA and Corsica")
NAMED = (*FOUNDED, PACA)
TODAY = date(2026, 11, 23)


def given_for(region: str | None) -> tuple[RoleGranted, ...]:
    """Somebody is an auditor there."""
    return (
        RoleGranted(
            grant="c/GrantRole", person=NOBODY, role=Role.AUDITOR, region=region, since=TODAY, until=None
        ),
    )


def gives(region: str | None) -> AnyCommand:
    """The role is given there."""
    where = {"region": region} if region else {}
    return do("GrantRole", actor=ADMINISTRATOR, person=NOBODY, role="auditor", **where)


ROWS = (
    Row(
        "a region is named in both languages",
        (),
        do("NameRegion", actor=ADMINISTRATOR, region="paca-corse", name_fr=PACA.fr, name_en=PACA.en),
        (PACA,),
    ),
    Row(
        "one that is called alike in both is named once",
        (),
        do("NameRegion", actor=ADMINISTRATOR, region="grand-est", name_fr="Grand Est"),
        (RegionNamed(region="grand-est", fr="Grand Est", en="Grand Est"),),
    ),
    Row(
        "naming it as it is called already changes nothing",
        (),
        do("NameRegion", actor=ADMINISTRATOR, region="paca-corse", name_fr=PACA.fr, name_en=PACA.en),
        "changes_nothing",
        people=NAMED,
    ),
    Row("where no region was named, any word is one", (), gives("ocitanie"), given_for("ocitanie")),
    Row(
        "once one is, a role is given for no other word",
        (),
        gives("ocitanie"),
        "unknown_region",
        people=NAMED,
        naming={"region": "ocitanie", "known": "occitanie, paca-corse"},
    ),
    Row("for one that was named it is", (), gives("paca-corse"), given_for("paca-corse"), people=NAMED),
    Row(
        "for one that roles were given for before it is",
        (),
        gives("occitanie"),
        given_for("occitanie"),
        people=NAMED,
    ),
    Row("for all regions it is", (), gives(None), given_for(None), people=NAMED),
    Row(
        "nor is a file opened in another word",
        (),
        do("OpenCooperation", **SHEET | {"region": "ocitanie"}),
        "unknown_region",
        people=NAMED,
    ),
    Row("a file is opened where roles are held", (), do("OpenCooperation", **SHEET), BEGUN, people=NAMED),
    Row(
        "a region that the rulebook names is one",
        (),
        do("OpenCooperation", **SHEET | {"region": "la-reunion"}),
        "unfit_managers",
        people=NAMED,
        rulebook=rules.RULES.model_copy(update={"regions": {"la-reunion": rules.RULES.calendar}}),
    ),
)
"""The rules."""
