"""Where nothing is sent: inside, elsewhere than by https, to a name of which one address is inside."""

from collections.abc import Sequence

import pytest

from webhooks.destination import LookUp, NotADestination, destination_of

PUBLIC = "93.184.215.14"


def resolver(*addresses: str) -> LookUp:
    """Every name stands for these addresses."""

    async def look_up(_host: str, _port: int) -> Sequence[str]:
        return addresses

    return look_up


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.5", "172.16.9.9", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",  # noqa: S104
        "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1",
        "::ffff:10.0.0.5", "::ffff:93.184.215.14", "2002:0a00:0005::", "2001:db8::1",
    ],
)  # fmt: skip
async def test_nothing_is_sent_to_an_address_inside(address: str) -> None:
    """However it is written; nor where only one of several is inside."""
    for addresses in ((address,), (PUBLIC, address), (address, PUBLIC)):
        with pytest.raises(NotADestination) as refused:
            await destination_of("https://hooks.example.org/x", look_up=resolver(*addresses))
        assert refused.value.problem == "private"


async def test_the_address_that_was_checked_is_the_one_that_is_connected_to() -> None:
    """The name stays for TLS and the Host header."""
    found = await destination_of("https://hooks.example.org:8443/a?b=c", look_up=resolver(PUBLIC))
    assert (found.address, found.host, found.port, found.target) == (
        PUBLIC,
        "hooks.example.org",
        8443,
        "/a?b=c",
    )


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("http://hooks.example.org/", "not-https"),
        ("ftp://hooks.example.org/", "not-https"),
        ("https://", "no-host"),
        ("https://user:secret@hooks.example.org/", "no-host"),
        ("https://hooks.example.org:99999/", "no-host"),
        ("https://hooks.example.org/\n", "no-host"),
        ("https://hooks.example.org/" + "a" * 2000, "no-host"),
    ],
)
async def test_what_is_no_address_of_a_receiver_is_said(url: str, problem: str) -> None:
    """Each with its reason."""
    with pytest.raises(NotADestination) as refused:
        await destination_of(url, look_up=resolver(PUBLIC))
    assert refused.value.problem == problem


async def test_this_machine_is_a_destination_only_where_it_is_allowed() -> None:
    """By http, and nothing else inside with it."""
    found = await destination_of("http://127.0.0.1:9000/", loopback=True)
    assert (found.address, found.port) == ("127.0.0.1", 9000)
    with pytest.raises(NotADestination):
        await destination_of("http://127.0.0.1:9000/")
    for addresses in (("10.0.0.5",), ("127.0.0.1", PUBLIC), (PUBLIC,)):
        with pytest.raises(NotADestination):
            await destination_of("http://hooks.example.org/", loopback=True, look_up=resolver(*addresses))


async def test_a_name_that_nobody_knows_is_none() -> None:
    """Nor one that stands for no address."""

    async def nothing(_host: str, _port: int) -> Sequence[str]:
        raise OSError

    for look_up in (nothing, resolver()):
        with pytest.raises(NotADestination) as refused:
            await destination_of("https://nobody.example.org/", look_up=look_up)
        assert refused.value.problem == "unknown-host"
