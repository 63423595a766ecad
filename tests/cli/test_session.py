"""A store out of reach, told for what it is."""

from pathlib import Path

import pytest

from cli.terminal import session
from queries.refused import Failure


@pytest.mark.parametrize(("full", "code"), [(False, "store-unreachable"), (True, "disk-full")])
async def test_the_embedded_database_may_have_stopped_for_want_of_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, *, full: bool
) -> None:
    """Then that is what is said, for there is something to do about it."""
    monkeypatch.setenv("ESCALE_HOME", str(tmp_path))
    monkeypatch.delenv("ESCALE_DATABASE_URL", raising=False)
    monkeypatch.setattr(session, "is_full", lambda _: full)
    with pytest.raises(Failure) as told:
        async with session.opened():
            pass
    assert told.value.code == code
