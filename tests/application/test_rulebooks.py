"""Rules are data: read once, validated whole, refused with the place of the mistake."""

from pathlib import Path

import pytest
import yaml

import programmes
from application.rulebooks import RulebookInvalid, YamlRulebooks
from domain.values import Phase

PUBLISHED = Path(programmes.__file__).parent
TEC = (PUBLISHED / "tec.yaml").read_text(encoding="utf-8")


def published(folder: Path, **texts: str) -> YamlRulebooks:
    """The rulebooks of a folder that holds these."""
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return YamlRulebooks(folder)


def test_every_published_rulebook_is_valid() -> None:
    """TEC among them, with its four phases."""
    rulebooks = YamlRulebooks(PUBLISHED)
    assert {"tec", "macif-territorial-cooperations", "demarche-territoriale"} <= set(rulebooks.programmes())
    tec = rulebooks.get("tec@1")
    assert (tec.first_phase, tuple(tec.phases)) == (Phase.EXPLORATION, tuple(Phase))
    assert rulebooks.current("tec") == tec
    assert rulebooks.current("nulle-part") is None
    with pytest.raises(KeyError):
        rulebooks.get("tec@99")


def test_new_files_open_under_the_last_version_and_old_ones_keep_theirs(tmp_path: Path) -> None:
    """Whatever the names of the files."""
    later = TEC.replace("version: 1", "version: 2", 1)
    rulebooks = published(tmp_path, b=TEC, a=later)
    current = rulebooks.current("tec")
    assert current is not None
    assert (current.id, rulebooks.get("tec@1").version) == ("tec@2", 1)


MISTAKES = [
    ("no YAML", "programme: [", "broken.yaml"),
    ("a field that does not exist", TEC + "\nincantation: oui\n", "incantation"),
    ("a duration that is none", TEC.replace("within: P12M", "within: one year", 1), "ISO 8601 duration"),
    (
        "a ladder that is not there",
        TEC.replace("ladder: recurrent", "ladder: missing", 1),
        "no ladder missing",
    ),
    ("a gate item that is not there", TEC.replace("until: go", "until: gone", 1), "no gate item gone"),
    ("a rung twice", TEC.replace("rung: late", "rung: due", 1), "a rung twice"),
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
    with pytest.raises(RulebookInvalid, match="at least one"):
        published(tmp_path, broken=yaml.safe_dump(tree))
