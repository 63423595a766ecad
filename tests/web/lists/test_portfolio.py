"""The cooperations as a table and as a board: the address is the question, and one is shown only what one may read."""

import re
from collections.abc import Sequence
from urllib.parse import quote

import httpx
import pytest

from tests.cli.house import CAMILLE, CHARLIE, NOUR
from tests.web.house import SiteHouse

DOSSIERS = "/o/demo/dossiers"


def files(shown: str) -> Sequence[str]:
    """The files of a table, in its order."""
    return re.findall(r'<th scope="row"><a href="/o/demo/dossiers/(\w+)\?', shown)


async def asked(client: httpx.AsyncClient, question: str) -> str:
    """The page of a question."""
    answer = await client.get(f"{DOSSIERS}?{question}")
    assert answer.status_code == 200, answer.text
    return answer.text


async def test_a_table_says_where_each_file_stands(site_house: SiteHouse) -> None:
    """Phase by the name of its own programme, soonest deadline, last contact as it is known, who follows it."""
    async with site_house.client_as(NOUR) as client:
        shown = await asked(client, "")
    assert files(shown) == ["citees", "noailles"]
    for said in (
        "2 Diagnostic partagé",
        "décembre 2023",
        "Nour Modèle, Sacha Fictif",
        "31 déc. 2024",
        "2 dossiers",
    ):
        assert said in shown
    assert '<th scope="col" aria-sort="ascending">' in shown
    assert "Données à jour à 8 h 00." in shown


@pytest.mark.parametrize(
    ("question", "there"),
    [
        ("q=NOAI", ["noailles"]),
        ("q=sant%C3%A9", ["citees"]),
        ("q=marseille+sacha", ["citees", "noailles"]),
        ("q=13", []),
        ("phase=diagnosis&etat=ouverts", ["noailles"]),
        ("programme=demarche-territoriale&echeance=retard&contact=P1Y", ["noailles"]),
        ("contact=P6M&avant_le=2024-01-01", ["noailles"]),
        ("etat=en-sommeil", []),
        ("tri=-nom", ["noailles", "citees"]),
        ("tri=echeance", ["noailles", "citees"]),
        ("tri=contact&avant=2026-12-31~citees", ["noailles"]),
        ("apres=citees+marseille~citees", ["noailles"]),
    ],
)
async def test_the_address_asks(site_house: SiteHouse, question: str, there: Sequence[str]) -> None:
    """By words, filters, order and place, all together."""
    async with site_house.client_as(NOUR) as client:
        assert files(await asked(client, question)) == there


async def test_filters_are_named_and_can_be_taken_off_one_by_one(site_house: SiteHouse) -> None:
    """Where nothing is left, too."""
    async with site_house.client_as(NOUR) as client:
        shown = await asked(client, "q=zzz&etat=active&region=paca-corse&tri=contact")
    assert "Aucun dossier avec ces 3 filtres." in shown
    assert "Retirer le filtre «\u00a0État\u00a0: en cours\u00a0»" in shown
    assert f'href="{DOSSIERS}?q=zzz&amp;region=paca-corse&amp;tri=contact"' in shown
    assert f'href="{DOSSIERS}?tri=contact"' in shown


@pytest.mark.parametrize(
    "question",
    ["couleur=rouge", "tri=couleur", "col=couleur", "etat=mort", "avant_le=31/12", "contact=PX", "phase=5"],
)
async def test_what_the_list_does_not_know_is_left_out_with_a_notice(
    site_house: SiteHouse, question: str
) -> None:
    """A view that was kept long ago still opens."""
    async with site_house.client_as(NOUR) as client:
        shown = await asked(client, f"{question}&etape=&q=%00&apres=nowhere")
    assert "qui n’est pas appliqué" in shown
    assert files(shown) == ["citees", "noailles"]


async def test_nothing_tells_of_files_that_one_may_not_read(site_house: SiteHouse) -> None:
    """Neither lists, counts, choices, board, search nor a place in the list that was made up."""
    async with site_house.client_as(CAMILLE) as client:
        for question in (
            "",
            "vue=phases",
            "q=noailles",
            "region=paca-corse",
            "apres=a~noailles",
            "avant=z~noailles",
        ):
            shown = await asked(client, question)
            told = shown.replace("«\u00a0noailles\u00a0»", "").replace('value="noailles"', "")
            told = re.sub(r'(href|value)="[^"]*"', "", told)
            assert "oailles" not in told, question
            assert "Nour" not in told, question
            assert files(shown) == []


async def test_columns_are_chosen_and_stay_when_the_list_is_sorted(site_house: SiteHouse) -> None:
    """Those alone, beside the name."""
    async with site_house.client_as(NOUR) as client:
        shown = await asked(client, "col=programme&col=phase")
    assert re.findall(r'data-label="(\w+)"', shown)[:2] == ["Programme", "Phase"]
    assert f'href="{DOSSIERS}?tri=phase&amp;col=programme&amp;col=phase"' in shown


async def test_a_board_has_a_column_for_each_phase_and_one_for_what_is_asleep(site_house: SiteHouse) -> None:
    """In the words of a programme where one is asked for."""
    async with site_house.client_as(NOUR) as client:
        shown = await asked(client, "vue=phases")
        of_one = await asked(client, "vue=phases&programme=demarche-territoriale")
    heads = re.findall(r'<h2 id="column-\d">([^<]+?) <', shown)
    assert heads == ["1 Exploration", "2 Diagnostic", "3 Expérimentation", "4 Capitalisation", "En sommeil"]
    assert "2 Diagnostic partagé" in of_one
    assert 'href="/o/demo/dossiers/noailles/passage"' in of_one
    assert "CITEES" not in of_one


async def test_a_list_is_kept_under_a_name_for_oneself_alone(site_house: SiteHouse) -> None:
    """Kept, found again, thrown away; somebody else has none of it."""
    async with site_house.client_as(NOUR) as client:
        page = await asked(client, "etat=active")
        token = re.search(r'name="csrf" value="([^"]+)"', page)
        assert token
        kept = {"csrf": token[1], "question": "etat=active&couleur=rouge", "name": "  Mes <b>dossiers</b> "}
        answer = await client.post("/o/demo/vues", data=kept)
        assert (answer.status_code, answer.headers["location"]) == (303, f"{DOSSIERS}?etat=active")
        named = "Mes &lt;b&gt;dossiers&lt;/b&gt;"
        assert f'href="{DOSSIERS}?etat=active" aria-current="true">{named}' in await asked(
            client, "etat=active"
        )
        async with site_house.client_as(CHARLIE) as other:
            assert named not in await asked(other, "")
        await client.post("/o/demo/vues", data={"csrf": token[1], "drop": "Mes <b>dossiers</b>"})
        assert named not in await asked(client, "")


async def test_what_came_since_the_board_was_marked_as_seen_is_new(site_house: SiteHouse) -> None:
    """Looking at it marks nothing: it is marked by a press."""
    async with site_house.client_as(NOUR) as client:
        page = await asked(client, "vue=phases")
        assert "Marqué comme nouveau" not in page
        token = re.search(r'name="csrf" value="([^"]+)"', page)
        assert token
        seen = {"csrf": token[1], "seen": "phases", "question": "vue=phases"}
        assert (await client.post("/o/demo/vues", data=seen)).status_code == 303
        shown = await asked(client, "vue=phases")
    assert "Marqué comme nouveau depuis le lundi 23 novembre 2026." in shown
    assert ">nouveau</span>" not in shown


async def test_long_and_strange_questions_are_answered(site_house: SiteHouse) -> None:
    """Whatever an address holds, it is a list."""
    async with site_house.client_as(NOUR) as client:
        for typed in (
            "(((",
            "\\",
            "%",
            "é" * 5000,
            "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
        ):
            await asked(client, f"q={quote(typed)}")
        await asked(client, "q=%ff%fe&apres=%ff~%ff&charge=%ed%a0%80")
        await asked(client, "&".join(f"col=x{one}" for one in range(500)))


async def test_a_file_knows_its_neighbours_in_the_list_that_one_comes_from(site_house: SiteHouse) -> None:
    """In its order and under its filters; the way back leads to that very list."""
    async with site_house.client_as(NOUR) as client:
        of_list = (await client.get(f"{DOSSIERS}/noailles?liste=etat%3Dactive%26tri%3D-nom")).text
        alone = (await client.get(f"{DOSSIERS}/noailles?liste=q%3Dmarseille%26phase%3Ddiagnosis")).text
        outside = (await client.get(f"{DOSSIERS}/noailles?liste=phase%3Dexploration")).text
    assert (
        f'rel="next" href="{DOSSIERS}/citees?liste=etat%3Dactive%26tri%3D-nom">CITEES Marseille →' in of_list
    )
    assert 'rel="prev"' not in of_list
    assert f'href="{DOSSIERS}?etat=active&amp;tri=-nom">1 sur 2<' in of_list
    assert "1 sur 1" in alone
    assert 'class="neighbours' not in outside
