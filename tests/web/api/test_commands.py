"""Commands by the API: once under an id, on what was seen, within scopes, and as if what one may not read were not."""

from typing import Any

import httpx
import pytest

from tests.cli.house import ADMINISTRATOR
from tests.support.imported import person_of
from tests.web.api.tokens import program_of
from tests.web.house import SiteHouse

NOUR = person_of("nour")
CONTACT = {"type": "RecordContact", "cooperation": "noailles", "kind": "visit"}


async def given(program: httpx.AsyncClient, key: str, sent: dict[str, Any], **headers: str) -> httpx.Response:
    """A command under an id."""
    told = {"idempotency-key": key} | {name.replace("_", "-"): one for name, one in headers.items()}
    return await program.post("commands", json=sent, headers=told)


async def test_the_same_id_does_it_once(site_house: SiteHouse) -> None:
    """201, then 200 with the same answer; it says where the file is; something else under the id is refused."""
    async with program_of(site_house, NOUR) as program:
        first = await given(program, "once/1", CONTACT)
        again = await given(program, '"once/1"', CONTACT)
        other = await given(program, "once/1", CONTACT | {"kind": "phone"})
        outcome = await program.get("outcomes/once/1")
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.headers["location"] == "/api/v1/o/demo/cooperations/noailles"
    assert first.json()["events"] == ["ContactRecorded"]
    assert again.json() == outcome.json() == first.json() | {"repeated": True}
    assert (other.status_code, other.json()["code"]) == (409, "id_reused")


async def test_what_others_decided_since_is_told_first(site_house: SiteHouse) -> None:
    """The tag of what one saw goes along as ``If-Match``; 412 names what came after."""
    file = await site_house.site.service.files.cooperation("demo", "noailles")
    assert file is not None
    fact = next(number for number, one in file.entries.items() if one.type == "ContactRecorded")
    colleague = next(one for one in file.managers if one != NOUR)
    corrected = {"type": "CorrectEntry", "cooperation": "noailles", "entry": fact, "happened_at": "2020"}
    async with program_of(site_house, NOUR) as program, program_of(site_house, colleague) as other:
        seen = (await program.get("cooperations/noailles")).headers["etag"]
        first = await given(other, "seen/1", corrected | {"reason": "Vérifié"}, if_match=seen)
        second = await given(program, "seen/2", CONTACT, if_match=seen)
        wrong = await given(program, "seen/3", CONTACT, if_match="demain")
    assert first.status_code == 201, first.text
    assert (second.status_code, second.json()["code"]) == (412, "changed_since")
    assert second.json()["params"]["entries"]
    assert wrong.json()["problems"][0]["pointer"] == "If-Match"


async def test_every_mistake_is_told_with_its_place(site_house: SiteHouse) -> None:
    """By JSON pointers, and without the value; ``actor`` and ``command_id`` may be repeated, not changed."""
    async with program_of(site_house, NOUR) as program:
        wrong = await given(program, "wrong/1", {"type": "RecordContact", "kind": "secret", "note": 4})
        actor = await given(program, "wrong/2", CONTACT | {"actor": ADMINISTRATOR})
        key = await given(program, "wrong/3", CONTACT | {"command_id": "other"})
        none = await program.post("commands", json=CONTACT)
        broken = await program.post("commands", content=b'{"a": ', headers={"idempotency-key": "wrong/4"})
    assert wrong.status_code == 422
    assert {one["pointer"] for one in wrong.json()["problems"]} == {"/cooperation", "/kind", "/note"}
    assert "secret" not in wrong.text
    assert [one.status_code for one in (actor, key, none, broken)] == [422] * 4
    assert key.json()["problems"][0]["pointer"] == "/command_id"
    assert none.json()["problems"][0]["pointer"] == "idempotency-key"


async def test_a_command_asks_for_its_scopes(site_house: SiteHouse) -> None:
    """Of its family, and for money where money moves; what asks for the password is done in the page."""
    grant = {"type": "GrantRole", "person": NOUR, "role": "auditor"}
    open_envelope = {"type": "OpenEnvelope", "programme": "acte", "instrument": "acte_grant", "year": 2027}
    async with program_of(site_house, NOUR, ("read", "act:reviews")) as program:
        assert (await given(program, "scope/1", CONTACT)).json()["code"] == "out-of-scope"
        assert (await program.get("outcomes/scope/1")).status_code == 404, "nothing was given"
    async with program_of(site_house, ADMINISTRATOR, ("act:organisation",)) as program:
        assert (await given(program, "scope/2", grant)).json()["code"] == "asks-for-password"
        assert (await given(program, "scope/3", open_envelope | {"cents": 1})).status_code in {403, 422}


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (CONTACT, 403),
        ({"type": "PauseCooperation", "cooperation": "rien", "reason": "Essai"}, 404),
        ({"type": "ResumeCooperation", "cooperation": "citees", "reason": "Essai"}, 409),
    ],
)
async def test_refusals_are_told_by_their_kind(
    site_house: SiteHouse, sent: dict[str, Any], status: int
) -> None:
    """Not theirs, not there, not now: with the sentence and the remedy of the rules."""
    person = ADMINISTRATOR if status == 403 else NOUR
    async with program_of(site_house, person) as program:
        answer = await given(program, f"refused/{status}", sent)
    assert answer.status_code == status
    assert answer.json()["remedy"]
    assert answer.json()["type"].endswith(f"/problemes/{answer.json()['code']}")


async def test_a_file_that_is_not_theirs_is_as_if_there_were_none(site_house: SiteHouse) -> None:
    """Word for word, but for the name that was sent; nothing is written down of either."""
    async with program_of(site_house, person_of("camille")) as program:
        told = []
        for number, name in enumerate(("noailles", "nulle-part")):
            answer = await given(program, f"apart/{number}", CONTACT | {"cooperation": name})
            assert (await program.get(f"outcomes/apart/{number}")).status_code == 404
            told.append(answer.text.replace(name, "…").replace(f"apart/{number}", "…"))
        assert answer.status_code == 404
    assert told[0] == told[1]


async def test_a_batch_answers_each_in_order(site_house: SiteHouse) -> None:
    """Recorded, repeated, refused, unreadable: each with the status that it would have had alone."""
    commands = [
        CONTACT | {"command_id": "batch/1"},
        CONTACT | {"command_id": "batch/1"},
        CONTACT | {"command_id": "batch/2", "cooperation": "rien"},
        CONTACT,
        "secret",
    ]
    async with program_of(site_house, NOUR) as program:
        answer = await program.post("commands/batch", json={"commands": commands})
        too_many = await program.post("commands/batch", json={"commands": [CONTACT] * 501})
        none = await program.post("commands/batch", json=[])
    assert answer.status_code == 200
    assert [one["status"] for one in answer.json()["answers"]] == [201, 200, 404, 422, 422]
    assert answer.json()["answers"][0]["answer"]["position"]
    assert "secret" not in answer.text
    assert [too_many.status_code, none.status_code] == [422, 422]


async def test_what_is_too_large_is_not_read(site_house: SiteHouse) -> None:
    """413 as soon as it is more than an import may be."""
    async with program_of(site_house, NOUR) as program:
        answer = await program.post(
            "commands", content=b" " * 10_000_001, headers={"idempotency-key": "large"}
        )
    assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")
