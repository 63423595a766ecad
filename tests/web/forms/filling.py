"""Filling in the form on a page as a browser does: what is there goes along, what is given replaces it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any


@dataclass
class FoundForm:
    """The fields of a page's form with their values, its address, and the ids that are on the page."""

    action: str = ""
    values: dict[str, list[str]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    buttons: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    offered: dict[str, list[str]] = field(default_factory=dict)
    """What may be chosen, by field."""

    def filled(self, do: str = "", **given: Any) -> dict[str, list[str]]:
        """What is sent; names of parts with ``__`` for a dot."""
        said = {name.replace("__", "."): value for name, value in given.items()}
        new = {name: value if isinstance(value, list) else [value] for name, value in said.items()}
        return {**self.values, **new, **({"do": [do]} if do else {})}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = FoundForm()
        self._in_form = False
        self._select = ""
        self._area: tuple[str, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a browser would send."""
        said = {name: value or "" for name, value in attrs}
        if "id" in said:
            self.found.ids.add(said["id"])
        if tag == "a" and said.get("href", "").startswith("#"):
            self.found.links.append(said["href"][1:])
        if tag == "form" and said.get("method") == "post":
            self._in_form, self.found.action = True, said.get("action", "")
        if self._in_form:
            self._field(tag, said)

    def _field(self, tag: str, said: dict[str, str]) -> None:
        name = said.get("name", "")
        if tag == "button" and name == "do":
            self.found.buttons.append(said["value"])
        elif tag == "select":
            self._select = name
            self.found.names.add(name)
        elif tag == "option":
            self._offer(self._select, said["value"])
            if "selected" in said:
                self.found.values.setdefault(self._select, []).append(said["value"])
        elif tag == "textarea":
            self.found.names.add(name)
            self._area = (name, [])
        elif tag == "input" and name:
            self.found.names.add(name)
            kind = said.get("type")
            if kind in ("radio", "checkbox"):
                self._offer(name, said.get("value", ""))
            if kind != "file" and (kind not in ("radio", "checkbox") or "checked" in said):
                self.found.values.setdefault(name, []).append(said.get("value", ""))

    def _offer(self, name: str, value: str) -> None:
        if value:
            self.found.offered.setdefault(name, []).append(value)

    def handle_data(self, data: str) -> None:
        """The text of a text area."""
        if self._area:
            self._area[1].append(data)

    def handle_endtag(self, tag: str) -> None:
        """Where it ends."""
        if tag == "textarea" and self._area:
            name, parts = self._area
            self.found.values.setdefault(name, []).append("".join(parts).removeprefix("\n"))
            self._area = None
        if tag == "form":
            self._in_form = False


def form_on(html: str) -> FoundForm:
    """The form that posts, on a page."""
    reader = _Reader()
    reader.feed(html)
    return reader.found
