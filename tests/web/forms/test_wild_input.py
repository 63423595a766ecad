"""Whatever is typed into forms: the field is named, what was typed kept, nothing recorded; never a fault."""

import asyncio
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from uuid import uuid4

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from queries.forms.course import FROM_FILES, commands_with_forms
from queries.forms.derived import is_free_key
from queries.forms.shape import Shape, leaves, shapes_of
from queries.forms.widget import Widget
from tests.application.house import FOUNDER, HOUSE, House
from tests.queries.house import story_house
from tests.web.forms.filling import FoundForm, form_on
from tests.web.forms.memory_site import memory_client

SUBJECTS = {
    "cooperation": "noailles",
    "review": "noailles-avis",
    "funding": "filature-2027",
    "envelope": "acte/acte_grant/2027",
    "account": "w800000001",
}
TOO_LONG = "é" * 20_001
WRONG: Mapping[Widget, tuple[str, ...]] = {
    Widget.DAY: ("31/02/2027", "demain", "2027-13-01", "0000", "1/1/1"),
    Widget.EUROS: ("12,345", "-5", "dix mille", "1e5", "30 000,505", "٣", "1,2,3"),
    Widget.NUMBER: ("1,5", "abc", "--1", "١٢", "9" * 30),
    Widget.YES_NO: ("peut-être", "1", "<b>"),
    Widget.ONE_OF: ("Pas Une Clé !", "../../x", "<script>", "=1+1"),
    Widget.SEVERAL: ("Pas Une Clé !", "' OR 1=1"),
    Widget.PROSE: (TOO_LONG, "a\x00b", "\x07"),
    Widget.LINE: (TOO_LONG, "a\x00b", "\x1b[2J"),
    Widget.LINES: ("!!!", "…"),
    Widget.FILE: ("sha256:xyz", "<img>"),
    Widget.FILES: ("sha256:xyz",),
}
"""By widget, what it never takes."""
ODD = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    '=HYPERLINK("http://x")',
    "+cmd|' /C calc'!A0",
    "@SUM(1)",
    "\u202eelbadaer ton",
    "caf\u00e9",
    "cafe\u0301",
    "{{ 7 * 7 }}",
    "🜁" * 20,
    "   ",
    "a\r\nb",
)
"""What texts may well hold: it is escaped, and means nothing."""
CHOSEN = {Widget.ONE_OF, Widget.SEVERAL, Widget.YES_NO, Widget.FILE, Widget.FILES}


class Ready(NamedTuple):
    """A form whose first questions are answered."""

    command: str
    form: FoundForm
    widgets: Mapping[str, Widget]


class Forms(NamedTuple):
    """The forms of a house in memory, and the browser that fills them in."""

    loop: asyncio.AbstractEventLoop
    house: House
    client: httpx.AsyncClient
    ready: tuple[Ready, ...]

    def send(self, action: str, data: Mapping[str, Any]) -> httpx.Response:
        """Press the button."""
        return self.loop.run_until_complete(self.client.post(action, data=data))


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forms]:
    """Every form that the house leaves something to fill in."""
    loop = asyncio.new_event_loop()
    house = loop.run_until_complete(story_house())
    browser = memory_client(house, FOUNDER, tmp_path_factory.mktemp("home"))
    client = loop.run_until_complete(browser.__aenter__())
    ready = loop.run_until_complete(_all_ready(client))
    yield Forms(loop, house, client, ready)
    loop.run_until_complete(browser.__aexit__(None, None, None))
    loop.close()


async def _all_ready(client: httpx.AsyncClient) -> tuple[Ready, ...]:
    found = [await _ready(client, name) for name in commands_with_forms() if name not in FROM_FILES]
    return tuple(one for one in found if one)


async def _ready(client: httpx.AsyncClient, name: str) -> Ready | None:
    command = commands_with_forms()[name]
    about = {
        kind: key
        for kind, key in SUBJECTS.items()
        if kind in command.model_fields and command.model_fields[kind].is_required()
    }
    answer = await client.get(f"/o/{HOUSE}/faire/{name}", params=about)
    for _ in range(4):
        form = form_on(answer.text)
        if answer.status_code != 200 or "continue" not in form.buttons:
            break
        chosen = {
            one: form.offered[one][0]
            for one in form.names
            if form.offered.get(one) and one not in form.values
        }
        answer = await client.post(form.action, data=form.filled(do="continue", **chosen))
    if answer.status_code != 200 or "continue" in form.buttons:
        return None
    widgets = {one: _widget(shapes_of(command), one) for one in form.names}
    return Ready(name, form, {one: widget for one, widget in widgets.items() if widget})


def _widget(shapes: tuple[Shape, ...], name: str) -> Widget | None:
    return next((one.widget for one in leaves(shapes) if one.name == _plain(name)), None)


def _plain(name: str) -> str:
    """The name of a field in any row."""
    return "".join(one for one in name if not one.isdigit()) if "[" in name else name


def _id(name: str) -> str:
    return "f-" + name.replace("[", "-").replace("]", "").replace(".", "-")


@settings(max_examples=1_400, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_no_field_takes_is_named_and_kept_and_nothing_is_recorded(
    forms: Forms, data: st.DataObject
) -> None:
    """4xx, each wrong field with a link to it from above, all that was typed still there."""
    ready = data.draw(st.sampled_from([one for one in forms.ready if _fields(one, WRONG)]), label="form")
    names = data.draw(st.lists(st.sampled_from(_fields(ready, WRONG)), min_size=1, max_size=3, unique=True))
    typed = {name: data.draw(st.sampled_from(WRONG[ready.widgets[name]]), label=name) for name in names}
    before = forms.house.book.head.position
    sent = ready.form.filled(do="record", command_id=str(uuid4()), **typed)
    answer = forms.send(ready.form.action, sent)
    assert answer.status_code == 422, (ready.command, typed, answer.status_code, answer.text[:3_000])
    again = form_on(answer.text)
    assert {_id(name) for name in names} <= set(again.links) & again.ids, (ready.command, typed, again.links)
    for name in names:
        if name == "iban":
            assert again.values[name] == [""], "it is never shown again"
        elif ready.widgets[name] not in CHOSEN:
            assert (
                again.values[name][0].strip() == typed[name].replace("\x00", "\ufffd").strip()
                or "\x00" in typed[name]
            )
    assert "<script>alert" not in answer.text
    assert forms.house.book.head.position == before


@settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_odd_texts_are_texts_and_nothing_else(forms: Forms, data: st.DataObject) -> None:
    """HTML, formulas, marks of direction, twins of composition: shown as they are, never run, never a fault."""
    texts = {Widget.LINE: ODD, Widget.PROSE: ODD}
    ready = data.draw(st.sampled_from([one for one in forms.ready if _fields(one, texts)]), label="form")
    typed = {
        name: data.draw(st.one_of(st.sampled_from(ODD), st.text(st.characters(codec="utf-8"), max_size=40)))
        for name in _fields(ready, texts)
    }
    typed["unknown_field"] = "x"
    before = forms.house.book.head.position
    answer = forms.send(ready.form.action, ready.form.filled(do="record", command_id=str(uuid4()), **typed))
    assert answer.status_code == 422, (ready.command, typed, answer.status_code)
    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text
    assert "{{" not in answer.text.replace("{{ 7 * 7 }}", "")
    assert forms.house.book.head.position == before


def _fields(ready: Ready, texts: Mapping[Widget, Any]) -> list[str]:
    return sorted(
        name
        for name, widget in ready.widgets.items()
        if widget in texts
        and not is_free_key(_plain(name))
        and name not in SUBJECTS
        and (name not in ready.form.values or ready.form.values[name] == [""])
    )
