"""Hashes: the parameters, the same work for nobody, no more at once than may be."""

import asyncio

import pytest

from access.passwords import Passwords, TooManyAtOnce


async def test_a_password_is_kept_as_argon2id_and_checked() -> None:
    """19 MiB, two passes, one lane; nothing holds where nothing is known."""
    passwords = Passwords()
    known = await passwords.hash("une phrase assez longue")
    assert known.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert await passwords.check(known, "une phrase assez longue")
    assert not await passwords.check(known, "une phrase assez longuf")
    assert not await passwords.check(None, "une phrase assez longue")
    assert not await passwords.check("no hash at all", "x")
    assert not passwords.outdated(known)
    assert passwords.outdated("$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$6vM4Q1uJ1ZL4yG1x0pZ4mA")


async def test_where_nobody_is_known_as_much_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address that nobody has takes a hash too, so that the time of an answer tells nothing."""
    passwords = Passwords()
    hashed: list[str] = []
    holds = passwords._holds

    def watched(known: str, word: str) -> bool:
        hashed.append(known)
        return holds(known, word)

    monkeypatch.setattr(passwords, "_holds", watched)
    await passwords.check(None, "x")
    assert [one.split("$")[3] for one in hashed] == ["m=19456,t=2,p=1"]


async def test_the_many_are_asked_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only so many are in line; nobody's memory is used up by those who press and press."""
    passwords = Passwords(at_once=1)
    running, most = 0, 0
    released = asyncio.Event()

    async def work(_hash: object) -> bool:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await released.wait()
        running -= 1
        return True

    monkeypatch.setattr("access.passwords.asyncio.to_thread", work)
    line = [asyncio.create_task(passwords.check(None, "x")) for _ in range(30)]
    await asyncio.sleep(0)
    released.set()
    results = await asyncio.gather(*line, return_exceptions=True)
    assert most == 1
    assert sum(isinstance(one, TooManyAtOnce) for one in results) == 10
