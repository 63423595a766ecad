"""Every refusal is shown at a field of a form, or is known to concern none."""

from domain.registry.commands import COMMAND_TYPES
from queries.command_form import command_classes, fields_of
from wording.refused_fields import FIELDS, OF_NO_FIELD, field_of_refusal
from wording.sentences import SENTENCES


def test_every_code_says_which_field_it_is_about_or_that_it_is_about_none() -> None:
    """None is missing, none is in both tables, none is left over."""
    assert FIELDS.keys() | OF_NO_FIELD == SENTENCES.keys()
    assert not FIELDS.keys() & OF_NO_FIELD


def test_fields_named_there_are_fields_of_commands() -> None:
    """So that no refusal points at a field that no form has."""
    there = {one.name for command in command_classes().values() for one in fields_of(command)}
    there |= {name for command in COMMAND_TYPES.values() for name in command.model_fields}
    assert {one for named in FIELDS.values() for one in named} <= there


def test_the_first_field_that_the_form_has_is_meant() -> None:
    """The same code is about another field in another form."""
    assert field_of_refusal("plan_unbalanced", ("request.plan", "note")) == "request.plan"
    assert field_of_refusal("plan_unbalanced", ("plan", "reason")) == "plan"
    assert field_of_refusal("plan_unbalanced", ("reason",)) is None
    assert field_of_refusal("file_closed", ("reason",)) is None
