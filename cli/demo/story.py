"""The demonstration's examples and its story: what people do on which day, as commands."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from application.rulebooks.safe_yaml import read_yaml
from domain.kernel.moments import PARIS
from language import Text
from queries.refused import Failure, FailureKind
from queries.typed import morning_of

EXAMPLES = Path(__file__).parents[2] / "examples"
IMPORTS = ("people", "bafapatabor", "citees", "noailles", "tec-territory", "filature", "halle")
"""The files to import, people first."""

_ABOUT = ("id", "on", "by", "tell")
"""What a line of the story says besides its command."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that somebody does on the morning of a day."""

    at: datetime
    tell: Text | None
    by: str
    """The alias of whoever does it."""
    command: Mapping[str, Any]
    """What is asked, yet without its actor; its id is fixed, so that telling the story again changes nothing."""

    def given_by(self, person: str) -> str:
        """The command in its JSON form, as somebody gives it."""
        return json.dumps({**self.command, "actor": person})


def import_files() -> tuple[Path, ...]:
    """The example files. Raises Failure where they are not installed."""
    files = tuple(EXAMPLES / f"{name}.yaml" for name in IMPORTS)
    if missing := [file for file in files if not file.exists()]:
        raise Failure(
            FailureKind.REFUSED,
            "examples-missing",
            Text(f"{missing[0]} manque", f"{missing[0]} is missing"),
            Text(
                "Lancez la démonstration depuis les sources : make demo.",
                "Run it from the sources: make demo.",
            ),
        )
    return files


def read_story() -> tuple[Act, ...]:
    """The acts in the order of their days."""
    lines = read_yaml((EXAMPLES / "story.yaml").read_bytes()).value["story"]
    return tuple(sorted((_act(line) for line in lines), key=lambda act: act.at))


def _act(line: dict[str, Any]) -> Act:
    fields = {key: value for key, value in line.items() if key not in _ABOUT}
    fields |= {"command_id": f"story/{line['id']}"}
    tell = Text(**line["tell"]) if "tell" in line else None
    return Act(morning_of(line["on"], PARIS), tell, line["by"], fields)
