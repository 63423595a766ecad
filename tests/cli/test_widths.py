"""Every list at several widths, in both languages: what is whole at 300 columns is whole at 40."""

import re
from collections.abc import Iterator

import pytest

from cli.main import answer
from language import speaking
from tests.cli.beside_story import ROBIN, SWANN, money_house
from tests.cli.house import ADMINISTRATOR, House

__all__ = ["money_house"]

LONG = "cooperation-" + "-".join(["tres-longue"] * 4)
WIDTHS = (40, 61, 80, 120)
LISTS = (
    ("envelopes",),
    ("envelopes", "acte/acte_grant/2027"),
    ("payments",),
    ("portfolio",),
    ("tasks",),
    ("tasks", "--everybody"),
    ("agenda", "--within", "P9Y"),
    ("mail",),
    ("people",),
    ("fundings",),
    ("fundings", "filature-2027"),
    ("reviews",),
    ("history", "filature"),
    ("history", LONG),
    ("show", "filature"),
    ("show", LONG),
    ("programme", "list"),
    ("programme", "show", "acte"),
    ("commands",),
)
_WHOLE = re.compile(
    r"[^\s│─]*[0-9][^\s│─]*(?:[\u202f\u00a0 ](?:[0-9]{3}(?![0-9])[^\s]*|€))*|p-[0-9a-f]{12}|" + LONG
)


@pytest.fixture(scope="module")
def long_house(money_house: House) -> House:
    """With a cooperation whose key, name and notes are as long as they may be."""
    opened = {
        "type": "OpenCooperation",
        "command_id": "long/open",
        "cooperation": LONG,
        "name": "Un nom qui ne finit pas " * 8,
        "territory": {"name": "Territoire d’essai " * 10, "insee_codes": ["59350", "2A004", "01004"]},
        "region": "hauts-de-france",
        "object": "Objet " * 30,
        "cooperation_type": "non-modelled",
        "economic_model": "hybrid",
        "origin": "authority-asks",
        "programme": "acte",
        "managers": [SWANN],
    }
    met = {"type": "RecordContact", "command_id": "long/met", "cooperation": LONG, "kind": "visit"}
    note = "Promis : 30 000 € le 2027-03-01,\nà rendre pour 39 236,60 € le 2028-12-31.\n\u202eTroisième ligne"
    done = money_house.do(opened, {**met, "note": note}, person=SWANN)
    assert [one["outcome"] for one in done.answers] == ["recorded", "recorded"], done.out
    money_house.fold()
    return money_house


@pytest.fixture(params=["fr", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """The language of the reader."""
    with speaking(request.param):
        yield request.param


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_every_figure_date_and_key_stays_whole(
    words: tuple[str, ...],
    long_house: House,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Drawn at each width with the same figures, dates and keys as where there is room for everything."""
    for name, value in long_house.environment().items():
        monkeypatch.setenv(name, value)
    person = ROBIN if words[0] in ("envelopes", "payments", "tasks") else SWANN
    monkeypatch.setenv("ESCALE_AS", ADMINISTRATOR if words[0] == "mail" else person)

    def drawn(width: int) -> str:
        monkeypatch.setenv("COLUMNS", str(width))
        assert answer(list(words)) == 0
        return capsys.readouterr().out

    everything = drawn(300)
    assert "\u202e" not in everything
    for width in WIDTHS:
        narrow = drawn(width)
        for figure in _WHOLE.findall(everything):
            assert narrow.count(figure) >= everything.count(figure), (figure, width, narrow)
