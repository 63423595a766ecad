"""``escale bounce`` as a mail server runs it: what it is told, what changes; no address is written anywhere."""

from datetime import UTC, datetime

import asyncpg
import pytest

from access.secret import read_secret
from domain.kernel.ids import ORGANISATION_STREAM
from mail.return_paths import ReturnPaths
from stack.ports import chosen_port
from tests.cli.house import NOUR, House
from tests.mail.notices import notice
from tests.support.waiting import run_apart

ADDRESS = "retour@exemple.fr"
LETTER = f"letter-{'a1' * 16}"
OF_A_LETTER = f"retour+m{'a' * 26}-{'a' * 12}@exemple.fr"
SET = {"ESCALE_BOUNCE_ADDRESS": ADDRESS, "ESCALE_LOCALE": "en"}


async def _sent(dsn: str) -> None:
    """A letter of the organisation that left at the first attempt."""
    connection = await asyncpg.connect(dsn)
    await connection.execute(
        "SELECT mail.enqueue('demo', $1, 'sign-in', $2, $3, 's', 'c', $4)",
        *(LETTER, ORGANISATION_STREAM, NOUR, datetime.now(UTC)),
    )
    await connection.execute("UPDATE mail.outbox SET state = 'sent', attempts = 1 WHERE id = $1", LETTER)
    await connection.close()


async def _state(dsn: str) -> tuple[str, str | None]:
    connection = await asyncpg.connect(dsn)
    row = await connection.fetchrow("SELECT state, reason FROM mail.outbox WHERE id = $1", LETTER)
    await connection.close()
    assert row
    return row["state"], row["reason"]


@pytest.mark.parametrize("given", [b"", b"\0\xff", b"Subject: Absence\n\nJe suis en vacances."])
def test_what_is_no_notice_is_returned(house: House, given: bytes) -> None:
    """Whatever it is, without a trace of our program in it."""
    result = house.run("bounce", stdin=given, **SET)
    assert (result.code, result.out) == (65, "")
    assert "no notice" in result.err


def test_a_notice_of_a_letter_that_left_is_taken_once_and_a_forged_one_changes_nothing(house: House) -> None:
    """Both are done with for the mail server; a letter is named by its id, its recipient nowhere."""
    dsn = house.database.service_dsn
    run_apart(_sent(dsn))
    paths = ReturnPaths("", ADDRESS, read_secret(house.settings().secret_path).key("return-path"))
    true = paths.of("demo", LETTER, 1)
    for to, said, state in (
        (ADDRESS, "nothing changes", ("sent", None)),
        (paths.of("demo", LETTER, 2), "nothing changes", ("sent", None)),
        (true, f"{LETTER} (demo), 5.2.2: It did not arrive", ("failed", "5.2.2")),
        (true, "known already", ("failed", "5.2.2")),
    ):
        result = house.run("bounce", stdin=notice("exchange", to), **SET)
        assert (result.code, result.out) == (0, "")
        assert said in result.err
        assert "@" not in result.err
        assert run_apart(_state(dsn)) == state


@pytest.mark.parametrize(
    "wrong",
    [
        {"ESCALE_DATABASE_URL": f"postgresql://escale_service:x@127.0.0.1:{chosen_port(0)}/escale"},
        {"ESCALE_SECRET_FILE": __file__ + "/secret"},
        {"ESCALE_DATABASE_URL": ""},
    ],
)
def test_where_something_is_wrong_with_us_the_mail_server_keeps_the_notice(
    house: House, wrong: dict[str, str]
) -> None:
    """The store, the secret or the stack is away; it says so in words."""
    result = house.run("bounce", stdin=notice("postfix", OF_A_LETTER), **SET, **wrong)
    assert result.code == 75
    assert "Traceback" not in result.err
    assert "@" not in result.err
