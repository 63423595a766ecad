"""Rules are data: read once, validated whole, refused with the place of the mistake."""

from pathlib import Path

import pytest
import yaml

import programmes
from application.rulebooks.parsing import RulebookInvalid
from application.rulebooks.shelf import YamlRulebooks
from domain.kernel.values import Phase
from domain.people.state import Organisation

SHIPPED = Path(programmes.__file__).parent
TEC = (SHIPPED / "earlier" / "tec@1.yaml").read_text(encoding="utf-8")
NOTHING_OWN = Organisation()


def published(folder: Path, **texts: str) -> YamlRulebooks:
    """The rulebooks of a folder that holds these."""
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return YamlRulebooks(folder)


def test_every_published_rulebook_is_valid() -> None:
    """TEC among them, with its four phases."""
    rulebooks = YamlRulebooks(SHIPPED)
    assert {"tec", "demarche-territoriale"} <= set(rulebooks.programmes(NOTHING_OWN))
    tec = rulebooks.current(NOTHING_OWN, "tec")
    assert tec is not None
    assert (tec.first_phase, tuple(tec.phases)) == (Phase.EXPLORATION, tuple(Phase))
    assert rulebooks.get(NOTHING_OWN, tec.id) == tec
    assert rulebooks.current(NOTHING_OWN, "nulle-part") is None
    with pytest.raises(KeyError):
        rulebooks.get(NOTHING_OWN, "tec@99")


def test_earlier_versions_ship_for_the_files_that_still_run_under_them() -> None:
    """They lie in a folder of their own, beside the versions in force."""
    first = YamlRulebooks(SHIPPED).get(NOTHING_OWN, "tec@1")
    assert (first.programme, first.version) == ("tec", 1)


def test_new_files_open_under_the_last_version_and_old_ones_keep_theirs(tmp_path: Path) -> None:
    """Whatever the names of the files."""
    later = TEC.replace("version: 1", "version: 2", 1)
    rulebooks = published(tmp_path, b=TEC, a=later)
    current = rulebooks.current(NOTHING_OWN, "tec")
    assert current is not None
    assert (current.id, rulebooks.get(NOTHING_OWN, "tec@1").version) == ("tec@2", 1)


def test_what_an_organisation_published_comes_before_what_ships(tmp_path: Path) -> None:
    """For that organisation and no other; a shipped version that is higher still comes into force."""
    rulebooks = published(tmp_path, a=TEC, b=TEC.replace("version: 1", "version: 3", 1))
    first = rulebooks.get(NOTHING_OWN, "tec@1")
    own = first.model_copy(update={"source": "Ours"})
    second = first.model_copy(update={"version": 2})
    organisation = Organisation(rulebooks={own.id: own, second.id: second})
    assert rulebooks.get(organisation, "tec@1").source == "Ours"
    assert rulebooks.get(NOTHING_OWN, "tec@1").source == first.source
    assert [one.id for one in rulebooks.versions(organisation)] == ["tec@1", "tec@2", "tec@3"]
    assert rulebooks.current(organisation, "tec") == rulebooks.get(NOTHING_OWN, "tec@3")
    with pytest.raises(KeyError):
        rulebooks.get(NOTHING_OWN, "tec@2")


def test_a_version_has_one_content(tmp_path: Path) -> None:
    """The same file twice does no harm; two that differ leave open which rules hold."""
    assert published(tmp_path, a=TEC, b=TEC).programmes(NOTHING_OWN) == ["tec"]
    with pytest.raises(RulebookInvalid, match="tec@1 is there twice"):
        published(tmp_path, c=TEC.replace("within: P12M", "within: P13M", 1))


def test_rulebooks_may_be_read_when_they_are_named(tmp_path: Path) -> None:
    """One mistake then keeps nobody from the others; a version in force is found without reading what came before."""
    (tmp_path / "good.yaml").write_text(TEC.replace("version: 1", "version: 2", 1), encoding="utf-8")
    (tmp_path / "broken.yaml").write_text(TEC + "\nincantation: oui\n", encoding="utf-8")
    rulebooks = YamlRulebooks(tmp_path, when_named=True)
    current = rulebooks.current(NOTHING_OWN, "tec")
    assert current is not None
    assert (current.id, rulebooks.programmes(NOTHING_OWN)) == ("tec@2", ["tec"])
    with pytest.raises(RulebookInvalid, match=r"broken\.yaml.*incantation"):
        rulebooks.get(NOTHING_OWN, "tec@1")
    with pytest.raises(RulebookInvalid, match=r"broken\.yaml.*incantation"):
        rulebooks.versions(NOTHING_OWN)


def test_two_that_differ_are_found_when_their_id_is_named(tmp_path: Path) -> None:
    """Each time: neither of them is taken."""
    (tmp_path / "a.yaml").write_text(TEC, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(TEC.replace("within: P12M", "within: P13M", 1), encoding="utf-8")
    rulebooks = YamlRulebooks(tmp_path, when_named=True)
    for _ in range(2):
        with pytest.raises(RulebookInvalid, match="tec@1 is there twice"):
            rulebooks.get(NOTHING_OWN, "tec@1")


def test_an_id_is_found_however_it_is_written(tmp_path: Path) -> None:
    """In quotes, or with a comment beside it."""
    (tmp_path / "a.yaml").write_text(
        TEC.replace("programme: tec", 'programme: "tec"  # TEC', 1), encoding="utf-8"
    )
    assert YamlRulebooks(tmp_path, when_named=True).get(NOTHING_OWN, "tec@1").programme == "tec"


MISTAKES = [
    ("no YAML", "programme: [", "broken.yaml"),
    ("a field that does not exist", TEC + "\nincantation: oui\n", "incantation"),
    ("a duration that is none", TEC.replace("within: P12M", "within: one year", 1), "ISO 8601 duration"),
    (
        "a ladder that is not there",
        TEC.replace("ladder: recurrent", "ladder: missing", 1),
        "no ladder: missing",
    ),
    ("a gate item that is not there", TEC.replace("until: go", "until: gone", 1), "no gate item: gone"),
    ("a rung twice", TEC.replace("rung: late", "rung: due", 1), "due is there already"),
    ("a role that is none", TEC.replace("to: board", "to: king", 1), "king"),
    ("a phase that is none", TEC.replace("phases: [exploration]", "phases: [dream]", 1), "dream"),
    ("nothing", "", "broken.yaml"),
]


@pytest.mark.parametrize(("rule", "text", "named"), MISTAKES, ids=[case[0] for case in MISTAKES])
def test_a_mistake_is_named_with_its_file(tmp_path: Path, rule: str, text: str, named: str) -> None:
    """Nobody opens a cooperation under half a rulebook."""
    assert text != TEC
    with pytest.raises(RulebookInvalid, match=r"broken\.yaml") as mistake:
        published(tmp_path, broken=text)
    assert named in str(mistake.value)


@pytest.mark.parametrize("part", ["phases", "ladders"])
def test_a_rulebook_has_phases_and_rungs(tmp_path: Path, part: str) -> None:
    """Without phases nothing begins; a ladder without rungs reminds nobody."""
    tree = yaml.safe_load(TEC)
    tree[part] = {} if part == "phases" else {**tree[part], "settling": []}
    with pytest.raises(RulebookInvalid, match="at least"):
        published(tmp_path, broken=yaml.safe_dump(tree))
