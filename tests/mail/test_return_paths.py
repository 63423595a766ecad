"""Where letters come back to: what the addresses tell, and that nobody else makes one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail.return_paths import ReturnPaths

LONGEST_LOCAL = 64
"""Octets of a local part (RFC 5321, 4.5.3.1.1)."""
ADDRESS = "retour-des-messages-du1@exemple.fr"
PATHS = ReturnPaths("escale@exemple.fr", ADDRESS, b"k" * 32)
MESSAGE = "0123456789abcdef" * 2


@given(
    st.text("0123456789abcdef", min_size=32, max_size=32),
    st.sampled_from(["", "letter-", "deposit-"]),
    st.integers(1),
)
def test_an_address_tells_its_message_alone(digits: str, begins: str, attempt: int) -> None:
    """Whichever letter it is, in whatever case it comes back, and never longer than servers take."""
    message = begins + digits
    made = PATHS.of("fondation", message, attempt)
    assert len(made.rpartition("@")[0]) <= LONGEST_LOCAL
    for text in (f"<{made}>", made.upper(), f"To: x@y.fr\nDelivered-To: {made}\n"):
        [(found, proof)] = PATHS.messages(text)
        assert found == message
        assert PATHS.proves(proof, "fondation", message, attempt)


@pytest.mark.parametrize(
    ("organisation", "message", "attempt"),
    [("autre", MESSAGE, 1), ("fondation", f"letter-{MESSAGE}", 1), ("fondation", MESSAGE, 2)],
)
def test_a_proof_is_of_one_attempt_at_one_letter_of_one_organisation(
    organisation: str, message: str, attempt: int
) -> None:
    """And of one site: another secret gives another."""
    [(_, proof)] = PATHS.messages(PATHS.of("fondation", MESSAGE, 1))
    assert PATHS.proves(proof, "fondation", MESSAGE, 1)
    assert not PATHS.proves(proof, organisation, message, attempt)
    another = ReturnPaths("escale@exemple.fr", ADDRESS, b"l" * 32)
    assert not another.proves(proof, "fondation", MESSAGE, 1)


def test_without_an_address_of_their_own_letters_come_back_to_their_sender() -> None:
    """And none of them is told by an address; nor is one whose id is none of ours."""
    plain = ReturnPaths("escale@exemple.fr", "", b"k" * 32)
    assert plain.of("fondation", MESSAGE, 1) == "escale@exemple.fr"
    assert list(plain.messages(PATHS.of("fondation", MESSAGE, 1))) == []
    assert {PATHS.of("fondation", one, 1) for one in ("m1", "zz" * 16, "ab" * 15)} == {ADDRESS}


@pytest.mark.parametrize(
    "text",
    [
        "",
        ADDRESS,
        PATHS.of("fondation", MESSAGE, 1).replace("@exemple.fr", "@exemple.fr.ailleurs.org"),
        PATHS.of("fondation", MESSAGE, 1).replace("retour", "x-retour"),
        PATHS.of("fondation", MESSAGE, 1)[: -len("@exemple.fr") - 1] + "@exemple.fr",
    ],
)
def test_what_is_no_address_of_ours_tells_nothing(text: str) -> None:
    """Another domain, another local part, a proof that was cut."""
    assert list(PATHS.messages(text)) == []
