"""A file written out as Markdown: by a template, for those who follow it or for the public."""

import pytest

from tests.cli.house import CAMILLE, NOUR, House

PRIVATE = "Les porteurs de projet doivent revenir vers la fondation."
"""Part of a private note of Noailles, which lies in the vault."""
WHO_FOLLOWS = "Nour"


def test_the_whole_file_is_written_in_sections(house: House) -> None:
    """Private notes and names are there for those who may read the file."""
    text = house.run("document", "noailles", "--as", NOUR).out
    assert text.startswith("# ")
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings[:3] == ["## Fiche", "## Territoire", "## Parties prenantes"]
    assert PRIVATE in text


def test_a_template_says_which_sections_and_in_which_order(house: House) -> None:
    """The three of the portrait, in the reader's language."""
    text = house.run("document", "noailles", "sensitive_portrait", "--as", NOUR, LANG="en_GB.UTF-8").out
    headings = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    assert headings == ["Territory", "Stakeholders", "Problems met and solutions tried"]


def test_the_public_reads_only_what_the_rulebook_publishes(house: House) -> None:
    """No private text, nobody's name, no section beside the published ones."""
    council = {
        "type": "OpenCooperation",
        "command_id": "open/conseil",
        "cooperation": "conseil",
        "name": "Un conseil",
        "territory": {"name": "Une métropole"},
        "region": "paca-corse",
        "object": "Décider ensemble",
        "cooperation_type": "non-modelled",
        "economic_model": "hybrid",
        "origin": "authority-asks",
        "programme": "conseil-ess-strasbourg",
        "managers": [NOUR],
    }
    met = {"type": "RecordContact", "command_id": "met", "cooperation": "conseil", "kind": "meeting"}
    lived = house.do(council, {**met, "occasion": "session", "note": PRIVATE}, person=NOUR)
    assert [one["outcome"] for one in lived.answers] == ["recorded", "recorded"], lived.out
    house.fold()
    followed = house.run("document", "conseil", "--as", NOUR).out
    public = house.run("document", "conseil", "--public", "--as", NOUR, LANG="en_GB.UTF-8").out
    headings = [line.removeprefix("## ") for line in public.splitlines() if line.startswith("## ")]
    assert headings == ["Course", "Meetings"]
    for kept_back in (PRIVATE, WHO_FOLLOWS):
        assert kept_back in followed
        assert kept_back not in public


def test_nothing_is_public_before_the_phase_that_the_rulebook_names(house: House) -> None:
    """Noailles is still being diagnosed."""
    result = house.run("document", "noailles", "--public", "--as", NOUR)
    assert (result.code, result.out) == (2, "")
    assert "nothing-public" in result.err


@pytest.mark.parametrize(
    ("words", "person", "code"),
    [(("noailles", "poème"), NOUR, "unknown-template"), (("noailles",), CAMILLE, "not-readable")],
)
def test_what_cannot_be_written_is_refused_with_what_could(
    house: House, words: tuple[str, ...], person: str, code: str
) -> None:
    """An unknown template names the known ones; a file of another region might as well not exist."""
    result = house.run("document", *words, "--as", person)
    assert result.out == ""
    assert code in result.err
