"""The programmes of the organisation that pages are measured on."""

from typing import Any


def rulebook(number: int) -> dict[str, Any]:
    """A programme with a silence that is noticed, a panel that is asked, and money to ask for."""
    name = {"fr": f"Programme {number}", "en": f"Programme {number}"}
    phases = ("exploration", "diagnosis", "experimentation", "capitalisation")
    return {
        "programme": f"programme-{number}",
        "version": 1,
        "name": name,
        "source": "benchmarks",
        "phases": {one: {"name": {"fr": one.title(), "en": one.title()}, "gate": []} for one in phases},
        "deadlines": [
            {
                "deadline": "news", "name": {"fr": "Prendre des nouvelles", "en": "Ask for news"},
                "after": "last-contact", "within": "P6M", "ladder": "usual",
            }
        ],
        "ladders": {"usual": [{"rung": "due", "offset": "PT0S", "to": "managers"}]},
        "panels": [
            {
                "panel": "jury", "name": {"fr": "Jury", "en": "Jury"}, "mode": "advisory",
                "members": [{"role": "jury"}], "within": "P30D", "ladder": "usual",
            }
        ],
        "reviews": [{"review": "choice", "name": {"fr": "Avis", "en": "Opinion"}, "panel": "jury", "about": "gate"}],
        "instruments": [
            {
                "instrument": "grant", "name": {"fr": "Subvention", "en": "Grant"}, "kind": "grant",
                "circuit": [{"by": ["board"]}],
            }
        ],
        "settles_abandonment": ["board"],
        "waives": ["board"],
    }  # fmt: skip
