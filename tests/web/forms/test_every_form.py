"""Every command that people give has a page with a form, and what the service records has none."""

from domain.registry.commands import COMMAND_TYPES
from queries.forms.course import FROM_FILES, commands_with_forms
from queries.forms.shape import leaves, shapes_of
from tests.cli.house import NOUR
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse
from wording.codes import code_words

ELSEWHERE = {"PublishRulebook": "/o/demo/programmes/verifier"}
"""Forms that stand on a page of another subject; their address leads there."""


async def test_every_command_has_a_page_with_its_form(site_house: SiteHouse) -> None:
    """Opened on a file where it is about one, or asking for what it is about; the service's own are nowhere."""
    async with site_house.client_as(NOUR) as client:
        for name, command in commands_with_forms().items():
            about = {"cooperation": "noailles"} if "cooperation" in command.model_fields else {}
            answer = await client.get(f"/o/demo/faire/{name}", params=about, follow_redirects=True)
            assert answer.status_code == 200, name
            form = form_on(answer.text)
            assert form.action == ELSEWHERE.get(name, f"/o/demo/faire/{name}")
            assert form.buttons, name
            assert ("file" in form.names) == (name in FROM_FILES), name
        for name in COMMAND_TYPES.keys() - commands_with_forms().keys():
            assert (await client.get(f"/o/demo/faire/{name}")).status_code == 404, name


def test_every_code_that_a_form_lists_has_words() -> None:
    """In rows and groups as well: people choose between words."""
    commands = [one for name, one in commands_with_forms().items() if name not in FROM_FILES]
    listed = [(one, code) for command in commands for one in leaves(shapes_of(command)) for code in one.codes]
    assert listed
    assert [(one.command, one.name, code) for one, code in listed if not code_words(code, one.said_of)] == []
