"""People: one address each, and an id that stays whatever else of them changes."""

from domain.kernel.prose import Prose
from domain.people.events import PersonChanged
from tests.domain.kit import Row, do
from tests.domain.sample_people import ELECTED, NOBODY, STRANGER

ROWS = (
    Row(
        "a known address is not registered again, and its person is named",
        (),
        do("RegisterPerson", name="Lou", email="NOBODY@example.org"),
        "address_known",
        naming={"person": NOBODY},
        holder=NOBODY,
    ),
    Row(
        "a person changes as far as is said, under the same id",
        (),
        do("ChangePerson", person=NOBODY, email="lou@exemple.org"),
        (PersonChanged(person=NOBODY, name=None, email=Prose(text="lou@exemple.org"), language=None),),
    ),
    Row(
        "a person may write their own address otherwise",
        (),
        do("ChangePerson", person=NOBODY, email="Lou@Exemple.org"),
        (PersonChanged(person=NOBODY, name=None, email=Prose(text="Lou@Exemple.org"), language=None),),
        holder=NOBODY,
    ),
    Row(
        "another person's address stays theirs",
        (),
        do("ChangePerson", person=NOBODY, email="elected@example.org"),
        "address_known",
        naming={"person": ELECTED},
        holder=ELECTED,
    ),
    *(
        Row(f"why mail does not take it: {code}", (), do("RegisterPerson", name="Lou", email=email), code)
        for email, code in (
            ("loú@example.org", "address_not_ascii"),
            ("l\u200bou@example.org", "address_hidden"),
            (f"{'l' * 65}@example.org", "address_too_long"),
        )
    ),
    Row("a change says something", (), do("ChangePerson", person=NOBODY), "changes_nothing"),
    Row(
        "a stranger is not changed",
        (),
        do("ChangePerson", person=STRANGER, language="en"),
        "unknown_person",
        naming={"person": STRANGER},
    ),
    Row(
        "nobody is given an address that mail cannot use",
        (),
        do("ChangePerson", person=NOBODY, email="lou@example..org"),
        "address_domain",
    ),
)
