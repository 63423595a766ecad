"""Headers decode to exactly what was meant, read by a decoder that knows nothing of how they were written."""

import re
from base64 import b64decode
from email.headerregistry import Address
from quopri import decodestring

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mail.addresses import mailbox, one_line, recipient_of
from mail.encoded_words import LONGEST_LINE, mailbox_header, text_header

FRENCH = "Échéance – l’étude d’opportunité, à Noailles : « où ? »"
ARABIC = "مذكرة تفاهم بين الشركاء"
CYRILLIC = "Напоминание о сроке подачи отчёта"
EMOJI = "👩‍🌾🏳️‍🌈🇫🇷 ✅"
LONG = "anticonstitutionnellement" * 8

SCRIPTS = st.one_of(
    *(
        st.text(st.sampled_from(sorted(set(sample + ' =?_"\\,;<>@()'))), min_size=1, max_size=200)
        for sample in (FRENCH, ARABIC, CYRILLIC, EMOJI, LONG)
    ),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=200),
)

_ENCODED = re.compile(r"=\?utf-8\?([bq])\?([!-<>@-~=]*)\?=")


def _unfolded(header: str) -> str:
    """One line again (RFC 5322, 2.2.3)."""
    assert not re.search(r"\r(?!\n)|(?<!\r)\n|\r\n(?! )", header)
    return header.replace("\r\n", "")


def _decoded(value: str) -> str:
    """RFC 2047, 6.2: encoded words are decoded each by itself; blanks between two of them are no text."""
    found = []
    for token in re.split(r"((?:=\?[^ ]*\?=)(?: +=\?[^ ]*\?=)*)", value):
        if not token.startswith("=?"):
            found.append(token)
            continue
        for word in token.split():
            match = _ENCODED.fullmatch(word)
            assert match, word
            assert len(word) <= 75
            kind, text = match.groups()
            payload = (
                b64decode(text, validate=True) if kind == "b" else decodestring(text.replace("_", "=20"))
            )
            found.append(payload.decode("utf-8", "strict"))
    return "".join(found)


def _phrase(value: str) -> str:
    """A display name: atoms, a quoted string, or encoded words."""
    if value.startswith('"'):
        assert value.endswith('"')
        return value[1:-1]
    return _decoded(value)


def _fits(header: str) -> None:
    assert header.isascii()
    assert all(len(line) <= LONGEST_LINE for line in header.split("\r\n"))


@given(SCRIPTS)
@example("a")
@example(FRENCH * 3)
@example(EMOJI * 10)
@example(LONG)
@example("a" * 67)
@example("a" * 68)
@example("=?utf-8?q?espion?=")
@example("é =?utf-8?q?espion?= é")
@example("ici et  là " + "é" * 60)
def test_a_subject_decodes_to_what_was_meant(text: str) -> None:
    """To the last blank."""
    subject = one_line(text)
    header = text_header("Subject", subject)
    _fits(header)
    assert _decoded(_unfolded(header).removeprefix("Subject: ")) == subject


@given(SCRIPTS)
@example("Martin, Zoé")
@example("Martin, Zoe")
@example('Zoe "Zo" Martin')
@example("Zoé " * 50)
@example("Zoe " * 50)
def test_a_display_name_decodes_to_what_was_meant(text: str) -> None:
    """Whatever it is made of, it names one mailbox."""
    to = mailbox(text, "zoe@exemple.fr")
    assert to is not None
    assert to.display_name == one_line(text)
    header = mailbox_header("To", to)
    _fits(header)
    value = _unfolded(header).removeprefix("To: ")
    called, _, address = value.rpartition(" ")
    assert address.strip("<>") == "zoe@exemple.fr"
    assert _phrase(called) == to.display_name
    assert recipient_of(f"{header}\r\n\r\n".encode()) == "zoe@exemple.fr"


@pytest.mark.parametrize("text", ["Rappel", "Reminder - due on 2 September"])
def test_plain_text_stays_readable(text: str) -> None:
    """Nothing is encoded that need not be."""
    assert text_header("Subject", text) == f"Subject: {text}"
    assert mailbox_header("To", Address(text, addr_spec="a@b.fr")) == f"To: {text} <a@b.fr>"
