"""The page on the house describes the house that stands."""

from tests.docs.pages import ROOT, quoted, tables
from tests.docs.rooms import imports_between_rooms, imports_of

_PAGE = (ROOT / "docs" / "architecture.md").read_text()


def test_each_room_imports_the_rooms_that_the_page_says_and_no_other() -> None:
    """The table of imports is what the code does: nothing forbidden is imported, nothing allowed is idle."""
    said = {quoted(room)[0]: set(quoted(allowed)) for room, allowed in tables(_PAGE, "room")}
    assert imports_between_rooms() == said


def _importers(package: str) -> set[str]:
    modules = [one for one in ROOT.rglob("*.py") if not {"tests", "benchmarks", ".venv"} & set(one.parts)]
    return {str(one.relative_to(ROOT)) for one in modules if package in imports_of(one)}


def test_only_rooms_that_keep_rows_speak_to_postgresql() -> None:
    """Rows are read and written in their own rooms and nowhere else."""
    for path in _importers("asyncpg"):
        rooms = ("eventstore/", "vault/", "projections/", "verification/")
        assert path.startswith(rooms) or path in {"mail/outbox.py", "bootstrap.py"}, path


def test_only_rooms_that_live_on_temporal_speak_to_it() -> None:
    """Nothing that records a command needs Temporal."""
    for path in _importers("temporalio"):
        telling = {"cli/recovering.py", "cli/status_lives.py"}
        known = {"bootstrap_temporal.py", "worker.py", "stack/temporal.py", *telling}
        assert path.startswith(("workflows/", "activities/")) or path in known, path


def test_workflow_definitions_know_only_rules_and_activities() -> None:
    """A workflow asks the world through activities alone."""
    for name in ("cooperation", "asking", "run", "wording"):
        ours = imports_of(ROOT / "workflows" / f"{name}.py") & {
            "application",
            "eventstore",
            "mail",
            "bootstrap",
        }
        assert ours == set(), name
