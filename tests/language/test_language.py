"""Each front sets its own language; what runs at the same time in another one is not mixed up with it."""

import asyncio
import threading
from types import SimpleNamespace

import pytest

from language import Locale, Text, locale, named, preferred_locale, say, speaking, t

GREETING = Text("Bonjour", "Hello")


async def test_two_tasks_at_once_speak_two_languages() -> None:
    """As two requests of a web front do: neither hears the other, nor does who started them."""
    both_speak = asyncio.Barrier(2)

    async def request(chosen: Locale) -> list[str]:
        with speaking(chosen):
            said = [say(GREETING)]
            await both_speak.wait()
            said.append(say(GREETING))
            said.append(await asyncio.create_task(_greeting()))
            said.append(await asyncio.to_thread(say, GREETING))
            await both_speak.wait()
            return [*said, t("Au revoir", "Goodbye")]

    before = locale()
    french, english = await asyncio.gather(request("fr"), request("en"))
    assert french == ["Bonjour"] * 4 + ["Au revoir"]
    assert english == ["Hello"] * 4 + ["Goodbye"]
    assert locale() == before


async def _greeting() -> str:
    return say(GREETING)


def test_the_language_before_is_spoken_again_afterwards() -> None:
    """Also when what was done failed."""
    with speaking("en"):
        with pytest.raises(ValueError, match="x"), speaking("fr"):
            raise ValueError("x")
        assert say(GREETING) == "Hello"


def test_a_thread_of_its_own_speaks_as_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """It begins with an empty context."""
    monkeypatch.setenv("ESCALE_LOCALE", "fr")
    heard: list[str] = []
    with speaking("en"):
        thread = threading.Thread(target=lambda: heard.append(locale()))
        thread.start()
        thread.join()
    assert heard == ["fr"]


@pytest.mark.parametrize(
    ("environment", "preferred"),
    [
        ({}, "fr"),
        ({"LANG": "C.UTF-8"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "fr_FR.UTF-8", "LANG": "en_GB.UTF-8"}, "fr"),
        ({"ESCALE_LOCALE": "en", "LC_ALL": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_where_no_front_has_chosen_the_environment_does(
    environment: dict[str, str], preferred: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """French first; the nearest variable that is set decides."""
    for name in ("ESCALE_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert preferred_locale() == preferred


@pytest.mark.parametrize(("chosen", "said"), [("fr", "Avis"), ("en", "Opinion")])
def test_pairs_texts_and_models_are_said_alike(chosen: Locale, said: str) -> None:
    """A pair begins with the French form; what has ``fr`` and ``en`` is said by them."""
    with speaking(chosen):
        for one in (("Avis", "Opinion"), Text("Avis", "Opinion"), SimpleNamespace(fr="Avis", en="Opinion")):
            assert say(one) == named(one) == said
        assert named(None) == named(("", "")) == "–"
