"""Every command that people give has a form: a widget and words for every field, in both languages."""

import pytest

from domain.kernel.command import Command
from domain.registry.commands import COMMAND_TYPES
from queries.forms.course import FROM_FILES, commands_with_forms
from queries.forms.shape import leaves, shapes_of
from wording.commands import COMMANDS
from wording.form_fields import hint_of, page_label

BY_THE_SERVICE = {
    "AnnounceAct",
    "CountSilence",
    "IssueReminder",
    "PerformAct",
    "RecordOutage",
    "ReportDelivery",
}
"""What the service records: no form asks for it."""

_NO_WORDS_OF_PAGES = (
    "JSON",
    "centime",
    "cents",
    "escale ",
    "--",
    "sha256",
    "nom court",
    "short name",
    "identifiant",
)


def test_every_command_has_a_form_or_is_the_services() -> None:
    """Nobody else's hand is in what the service records."""
    assert set(COMMAND_TYPES) - set(commands_with_forms()) == BY_THE_SERVICE


@pytest.mark.parametrize("command", commands_with_forms().values(), ids=str)
def test_every_field_has_a_widget_and_words(command: type[Command]) -> None:
    """Words that fit a page: no JSON, no cents, no command line, no key."""
    if command.__name__ in FROM_FILES:
        return
    assert all(COMMANDS[command.__name__])
    for one in leaves(shapes_of(command)):
        for words in (page_label(one.command, one.name), hint_of(one.command, one.name)):
            for text in words or ():
                assert text.strip()
                assert not any(never in text for never in _NO_WORDS_OF_PAGES), (one.name, text)


@pytest.mark.parametrize("command", commands_with_forms().values(), ids=str)
def test_every_field_of_the_model_stands_in_the_form(command: type[Command]) -> None:
    """None is left out but who acts, what it is called and the command itself."""
    if command.__name__ in FROM_FILES:
        return
    asked = {one.name for one in shapes_of(command)}
    assert asked == set(command.model_fields) - {"type", "command_id", "actor", "seen"}
