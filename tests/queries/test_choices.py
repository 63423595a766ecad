"""What fields leave to choose: named as the fields of the commands are, and complete."""

from collections.abc import Iterator

from domain.organisation.commands import NameRegion
from domain.registry.commands import COMMAND_TYPES
from queries.choices import FITTING
from queries.command_form import Field, fields_of

SUBJECTS = {"cooperation", "review", "funding", "account", "envelope", "payment_file"}
"""Which file a command is about is known, or made up with it."""
MADE_UP = {
    "amendment",
    "clauses.clause",
    "conditions.condition",
    "contribution",
    "contributions.party",
    "experiment",
    "parties.party",
    "points",
    "reference",
    "request.co_funding.source",
    "stakeholder",
    "territory.insee_codes",
}
"""What is called so by whoever gives the command, or by others."""
SEARCHED = {"awaited", "to", "payments.funding"}
"""What is found in lists of the whole organisation."""
NAME_LIKE = ("^[a-z0-9]+(-", "^[a-z][a-z0-9_]", "^p-", "^[0-9a-f]{32}", "^([0-9]{2}|2[AB])")


def parts(one: Field) -> Iterator[tuple[str, str]]:
    """A field, and what each object of a list that it holds consists of, with the form that a name takes there."""
    items = one.schema.get("items", {})
    yield one.name, items.get("pattern") or one.schema.get("pattern", "")
    for part, schema in items.get("properties", {}).items():
        yield f"{one.name}.{part}", schema.get("pattern", "")


def test_choices_are_of_fields_that_there_are() -> None:
    """A field that is called otherwise would leave everything to choose."""
    for command, fields in FITTING.items():
        there = {path for one in fields_of(command) for path, _ in parts(one)}
        assert fields.keys() <= there, command


def test_whatever_names_something_known_has_choices() -> None:
    """What is made up, searched in lists or known from the page is said here, and nothing else is typed."""
    for name, command in COMMAND_TYPES.items():
        if command.by_the_service == "only" or name == "PublishRulebook":
            continue
        named = {
            path for one in fields_of(command) for path, form in parts(one) if form.startswith(NAME_LIKE)
        }
        if command is NameRegion:
            named.remove("region")  # its own word, made up with it or used before
        free = named - FITTING.get(command, {}).keys() - SUBJECTS - MADE_UP - SEARCHED
        assert not free, name
