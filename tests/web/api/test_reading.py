"""Reading by the API: the objects of the command line, in parts, asked again by their tags, within scopes."""

from urllib.parse import urlsplit

import pytest

from access.tokens import new_text
from tests.cli.house import ADMINISTRATOR, House
from tests.support.imported import person_of
from tests.web.api.tokens import program_of
from tests.web.house import SiteHouse

NOUR = person_of("nour")


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("cooperations", ("portfolio",)),
        ("tasks", ("tasks",)),
        ("agenda?within=P2Y&limit=200", ("agenda", "--within", "P2Y")),
        ("people", ("people",)),
        ("payments", ("payments",)),
        ("rulebooks", ("programme", "list")),
        ("cooperations/noailles", ("show", "noailles")),
        ("cooperations/noailles?as_of=2023-12-31", ("show", "noailles", "--as-of", "2023-12-31")),
    ],
)
async def test_programs_read_what_the_command_line_writes(
    site_house: SiteHouse, house: House, path: str, line: tuple[str, ...]
) -> None:
    """The same objects, for the same person; lists add where they go on."""
    async with program_of(site_house, ADMINISTRATOR) as program:
        answer = (await program.get(path)).json()
    answer.pop("next", None)
    shown = house.run(*line, "--as", ADMINISTRATOR, "--json")
    assert shown.code == 0, shown.err
    assert answer == shown.json


async def test_a_list_goes_on_where_it_left_off(site_house: SiteHouse) -> None:
    """Part after part, by ``Link`` or by ``next``, every row comes once; and they are counted where that is asked."""
    async with program_of(site_house, ADMINISTRATOR) as program:
        whole = (await program.get("agenda?within=P9Y&limit=200&count=true")).json()
        found, way = [], "agenda?within=P9Y&limit=2&count=true"
        while way:
            answer = await program.get(way)
            found += answer.json()["rows"]
            assert answer.json()["total"] == whole["total"] == len(whole["rows"])
            link = answer.headers.get("link", "")
            way = (
                f"{program.base_url.scheme}://{program.base_url.host}{link[1 : link.index('>')]}"
                if link
                else ""
            )
            assert bool(way) == bool(answer.json()["next"])
    assert found == whole["rows"]


async def test_a_cursor_is_good_for_its_own_list(site_house: SiteHouse) -> None:
    """Not for another list, not for the same asked in another way, and not made up."""
    async with program_of(site_house, ADMINISTRATOR) as program:
        cursor = (await program.get("agenda?within=P9Y&limit=1")).json()["next"]
        for way in ("tasks?", "agenda?within=P8Y&", "cooperations?"):
            answer = await program.get(f"{way}cursor={cursor}")
            assert answer.status_code == 422
            assert answer.json()["problems"][0]["pointer"] == "cursor"
        assert (await program.get("agenda?cursor=WyJhIl0")).status_code == 422


async def test_what_one_has_is_not_sent_again(site_house: SiteHouse) -> None:
    """304 by its tag, which begins with the last entry of a file; another one after the next command."""
    async with program_of(site_house, NOUR) as program:
        answer = await program.get("cooperations/noailles")
        tag = answer.headers["etag"]
        entry = int(tag[2 : tag.index(".")])
        again = await program.get("cooperations/noailles", headers={"if-none-match": f'"other", W/{tag}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        sent = {"type": "RecordContact", "cooperation": "noailles", "kind": "visit"}
        await program.post("commands", json=sent, headers={"idempotency-key": "tag/1"})
        then = await program.get("cooperations/noailles", headers={"if-none-match": tag})
        assert then.status_code == 200
        assert then.headers["etag"].startswith(f'"e{entry + 1}.')


async def test_nobody_reads_without_a_token(site_house: SiteHouse) -> None:
    """None, a mistyped one, one of nobody, a cookie instead, another organisation's address."""
    async with site_house.client_as(ADMINISTRATOR) as browser:
        for sent in ({}, {"authorization": "Bearer x"}, {"authorization": f"Bearer {new_text()}"}):
            answer = await browser.get("/api/v1/o/demo/people", headers=sent)
            assert answer.status_code == 401
            assert answer.headers["www-authenticate"] == "Bearer"
    async with program_of(site_house, ADMINISTRATOR) as program:
        path = urlsplit(str(program.base_url)).path.replace("demo", "ailleurs")
        assert (await program.get(f"http://127.0.0.1{path}people")).status_code == 404


async def test_a_token_does_what_it_was_made_for(site_house: SiteHouse) -> None:
    """Reading takes the scope of reading; what is lacking is named."""
    async with program_of(site_house, ADMINISTRATOR, ("money",)) as program:
        answer = await program.get("people")
    assert answer.status_code == 403
    assert 'scope="read"' in answer.headers["www-authenticate"]
    assert "read" in answer.json()["remedy"]


async def test_a_token_ends_with_the_last_role(site_house: SiteHouse, house: House) -> None:
    """The first request after it ends the token for good: another role does not bring it back."""
    grant = next(
        one["roles"][0]["grant"]
        for one in house.run("people", "--as", ADMINISTRATOR, "--json").json["people"]
        if one["person"] == person_of("dominique")
    )
    async with program_of(site_house, person_of("dominique")) as program:
        assert (await program.get("people")).status_code == 200
        revoked = house.run("do", "RevokeRole", f"--grant={grant}", "--reason=Essai", "--as", ADMINISTRATOR)
        assert revoked.code == 0, revoked.err
        assert (await program.get("people")).status_code == 401
        assert await site_house.site.access.tokens.of_person("demo", person_of("dominique")) == []


async def test_what_is_too_fast_waits(site_house: SiteHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted by token: another one goes on."""
    monkeypatch.setattr("web.api.caller.MOST", 2)
    async with program_of(site_house, ADMINISTRATOR) as one, program_of(site_house, ADMINISTRATOR) as other:
        answers = [await one.get("people") for _ in range(3)]
        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert answers[-1].headers["retry-after"]
        assert (await other.get("people")).status_code == 200


async def test_problems_are_told_in_the_language_that_is_asked_for(site_house: SiteHouse) -> None:
    """French, else English; never what was sent."""
    async with program_of(site_house, ADMINISTRATOR) as program:
        french = await program.get("agenda?within=secret")
        english = await program.get("agenda?limit=secret", headers={"accept-language": "en-GB"})
        nowhere = await program.get("nulle-part")
    assert french.headers["content-type"] == "application/problem+json"
    assert english.json()["problems"] == [{"pointer": "limit", "message": "a whole number"}]
    assert "secret" not in english.text
    assert (nowhere.status_code, nowhere.headers["content-type"]) == (404, "application/problem+json")


async def test_a_store_that_is_away_is_told(site_house: SiteHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    """503, and when to come back."""

    async def away(*_: object) -> None:
        raise TimeoutError

    async with program_of(site_house, ADMINISTRATOR) as program:
        monkeypatch.setattr(site_house.site.access.tokens, "find", away)
        answer = await program.get("people")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
