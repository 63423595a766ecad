"""Receivers inside that whoever runs the service has named: by https, known by their certificate, and no others."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.support.certificates import Authority, authority
from tests.webhooks.receiver import receiving
from webhooks.destination import NotADestination, destination_of
from webhooks.posting import Answer, Posting

PUBLIC = "93.184.215.14"


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """The authority of the closed network."""
    return authority(tmp_path_factory.mktemp("known"))


def posting(url: str, ca_file: Path | str = "", *, named: bool = True) -> Posting:
    """A way on which that receiver is named, or another one."""
    receiver = urlsplit(url).netloc if named else "autre.example.org:443"
    return Posting(named={receiver}, ca_file=str(ca_file), seconds=5)


async def posted(by: Posting, url: str) -> Answer:
    """What comes of sending there, for a real organisation."""
    return await by.post(url, {"webhook-id": "evt_1"}, "{}", simulation=False)


async def test_one_that_is_named_and_shows_its_certificate_is_told(known: Authority) -> None:
    """The name goes along for TLS and Host; the body arrives."""
    async with receiving(tls=known.tls_for("localhost")) as receiver:
        assert await posted(posting(receiver.url, known.ca_file), receiver.url) == Answer(status=204)
    [heard] = receiver.heard
    assert (heard.id, heard.headers["host"]) == ("evt_1", urlsplit(receiver.url).netloc)


async def test_the_address_that_was_checked_is_the_one_that_is_connected_to(known: Authority) -> None:
    """Nobody is asked again what the name stands for: this one stands for nothing elsewhere."""

    async def look_up(_host: str, _port: int) -> Sequence[str]:
        return ("127.0.0.1",)

    async with receiving(tls=known.tls_for("hooks.example.org")) as receiver:
        url = receiver.url.replace("localhost", "hooks.example.org")
        by = Posting(named={urlsplit(url).netloc}, ca_file=str(known.ca_file), look_up=look_up)
        assert await posted(by, url) == Answer(status=204)
    assert len(receiver.heard) == 1


async def test_one_that_is_not_named_hears_nothing(known: Authority) -> None:
    """Neither at another port of a name that is, nor by http."""
    async with receiving(tls=known.tls_for("localhost")) as receiver, receiving() as plain:
        by = posting(receiver.url, known.ca_file, named=False)
        assert await posted(by, receiver.url) == Answer(problem="private")
        assert await posted(posting(receiver.url), "https://localhost:1/") == Answer(problem="private")
        assert await posted(posting(plain.url), plain.url) == Answer(problem="not-https")
    assert receiver.heard == plain.heard == []


@pytest.mark.parametrize("name", ["localhost", "autre.example.org"])
async def test_whose_certificate_is_not_good_hears_nothing(
    known: Authority, tmp_path: Path, name: str
) -> None:
    """By an authority that nobody named, or for another name: not a byte of the message leaves."""
    signs = authority(tmp_path) if name == "localhost" else known
    async with receiving(tls=signs.tls_for(name)) as receiver:
        for ca_file in (known.ca_file, ""):
            assert await posted(posting(receiver.url, ca_file), receiver.url) == Answer(problem="certificate")
    assert receiver.heard == []


async def test_the_authority_of_the_network_vouches_for_nobody_else(known: Authority) -> None:
    """Whoever is told for another reason, as on this machine, shows a certificate that all know."""
    async with receiving(tls=known.tls_for("localhost")) as receiver:
        by = Posting(loopback=True, ca_file=str(known.ca_file))
        assert await by.post(receiver.url, {}, "{}", simulation=True) == Answer(problem="certificate")
    assert receiver.heard == []


async def test_a_redirect_leads_nowhere(known: Authority) -> None:
    """It counts as its answer, and nobody is asked where it points."""
    async with receiving(tls=known.tls_for("localhost")) as receiver:
        receiver.answers = lambda _: 307
        assert await posted(posting(receiver.url, known.ca_file), receiver.url) == Answer(status=307)
    assert len(receiver.heard) == 1


@pytest.mark.parametrize(
    ("addresses", "good"),
    [
        (("10.0.0.5",), True),
        (("10.0.0.5", "fd00::5"), True),
        (("127.0.0.1",), True),
        ((PUBLIC,), True),
        (("169.254.169.254",), False),
        (("fe80::1%eth0",), False),
        (("10.0.0.5", PUBLIC), False),
        (("10.0.0.5", "169.254.169.254"), False),
        (("0.0.0.0",), False),  # noqa: S104 - an address that is refused
        (("224.0.0.1",), False),
    ],
)
async def test_what_a_name_that_was_named_may_stand_for(addresses: Sequence[str], good: bool) -> None:  # noqa: FBT001
    """All inside, or all public; what tells machines in clouds who they are is never asked."""

    async def look_up(_host: str, _port: int) -> Sequence[str]:
        return addresses

    url, named = "https://hooks.intern.example.org/x", {"hooks.intern.example.org:443"}
    if good:
        found = await destination_of(url, named=named, look_up=look_up)
        assert (found.address, found.named) == (addresses[0], addresses[0] != PUBLIC)
        return
    with pytest.raises(NotADestination, match="private"):
        await destination_of(url, named=named, look_up=look_up)


async def test_a_name_that_points_inside_later_is_not_followed() -> None:
    """It is looked up each time: whoever was added as public hears nothing inside afterwards (DNS rebinding)."""
    said = iter(((PUBLIC,), ("127.0.0.1",)))

    async def look_up(_host: str, _port: int) -> Sequence[str]:
        return next(said)

    async with receiving() as inside:
        url = f"https://hooks.example.org:{urlsplit(inside.url).port}/"
        by = Posting(look_up=look_up)
        assert (await by.check(url, simulation=False)).address == PUBLIC
        assert await posted(by, url) == Answer(problem="private")
    assert inside.heard == []
