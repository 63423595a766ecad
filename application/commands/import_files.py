"""Import files: people by alias with their roles, and cooperations with their dated acts (docs/import.md).

A file becomes ordinary commands in their JSON form. Their ids derive from what the file names (an alias, a
role, a cooperation), so that importing twice records nothing twice, and an alias means the same person in
every file. No alias is given as it is written: ``import_people`` conceals it first (ADR 70).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from application.rulebooks.safe_yaml import Document, Path, UnreadableFile, read_yaml
from domain.kernel.ids import person_id
from language import Text

_ALIAS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PERSON = re.compile(r"p-[0-9a-f]{12}")
_DERIVED = ("command_id", "actor", "cooperation")
_WRITTEN_AS_NUMBERS = ("effective_at", "happened_at", "since", "until", "insee_codes", "code")
"""Text that YAML takes for a number: a year, an INSEE code."""


@dataclass(frozen=True, slots=True)
class Item:
    """One command of an import: what it brings in, its JSON form, where the file says it."""

    kind: str
    """``person``, ``role`` or ``cooperation``."""
    name: str
    """The alias, ``alias: role`` or the cooperation."""
    command: Mapping[str, Any]
    path: Path
    document: Document
    aliases: tuple[str, ...] = ()
    """The people whom the command speaks of by an alias."""
    whose: str = ""
    """The alias of which its id is made; empty for a cooperation."""

    def under(self, name: str) -> "Item":
        """The same with another name in the place of the alias in its id."""
        place, kind, _, *rest = str(self.command["command_id"]).split("/")
        return replace(self, command={**self.command, "command_id": "/".join((place, kind, name, *rest))})

    def about(self, people: Mapping[str, str]) -> "Item":
        """The same with other people in the place of those whose ids derive from aliases."""
        command = {key: _about(key, value, people) for key, value in self.command.items()}
        return replace(self, command=command)

    def place(self, within: Path) -> tuple[int, int]:
        """Line and column of a part of the command, given by its path in the command's JSON form.

        Steps that the file does not have are left out: the name of an act's type, a field that is missing.
        """
        path = self.path
        for step in within:
            path = (*path, step) if (*path, step) in self.document.places else path
        return self.document.place(path)


def person_command(name: str) -> str:
    """The id of the command that registers whom import files call by a name: an alias, or what conceals it."""
    return f"import/person/{name}"


def person_of(alias: str) -> str:
    """Who stands for ``alias`` in commands as they are read, and in rehearsals; a person's id stands for itself.

    In ledgers it is the id of people whom versions before ADR 70 imported, and of nobody else.
    """
    return alias if _PERSON.fullmatch(alias) else person_id(person_command(alias))


def read_import(content: bytes, actor: str) -> tuple[Item, ...]:
    """The commands that the file means, in order: people, their roles, cooperations.

    Raises UnreadableFile; whether each command is valid is for ``read_command`` to say.
    """
    document = read_yaml(content)
    value = document.value
    if not isinstance(value, dict) or not value or set(value) - {"people", "cooperations"}:
        fr = "un fichier d’import contient `people`, `cooperations` ou les deux, et rien d’autre"
        en = "an import file holds `people`, `cooperations` or both, and nothing else"
        raise _wrong(document, (), fr, en)
    return (
        *(
            item
            for path, entry in _entries(document, ("people",))
            for item in _person(document, path, entry, actor)
        ),
        *(
            _cooperation(document, path, entry, actor)
            for path, entry in _entries(document, ("cooperations",))
        ),
    )


def _person(document: Document, path: Path, entry: dict[str, Any], actor: str) -> Iterator[Item]:
    alias = _word(document, path, entry, "alias")
    command_id = person_command(alias)
    fields = {key: value for key, value in entry.items() if key not in {"alias", "roles"}}
    register = {"type": "RegisterPerson", "command_id": command_id, "actor": actor, **fields}
    yield Item("person", alias, register, path, document, whose=alias)
    if "roles" not in entry:
        return
    for role_path, role in _entries(document, (*path, "roles")):
        name = role.get("role")
        grant_id = f"import/role/{alias}/{name}/{role.get('region') or '*'}/{role.get('since') or 'now'}"
        grant = {
            "type": "GrantRole",
            "command_id": grant_id.replace("*", "all"),
            "actor": actor,
            "person": person_id(command_id),
            **as_text(role),
        }
        yield Item("role", f"{alias}: {name}", grant, role_path, document, (alias,), alias)


def _cooperation(document: Document, path: Path, entry: dict[str, Any], actor: str) -> Item:
    cooperation = _word(document, path, entry, "cooperation")
    command_id = f"import/cooperation/{cooperation}"
    acts = [
        _act(document, act_path, act) | {"command_id": f"{command_id}/{number}", "actor": actor}
        for number, (act_path, act) in enumerate(_entries(document, (*path, "acts")), start=1)
    ]
    command = {
        "type": "ImportCooperation",
        "command_id": command_id,
        "actor": actor,
        **entry,
        "acts": [act | {"cooperation": cooperation} for act in acts],
    }
    managers = (one for _, act in _entries(document, (*path, "acts")) for one in _managers(act))
    aliases = tuple(dict.fromkeys(one for one in managers if not _PERSON.fullmatch(one)))
    return Item("cooperation", cooperation, command, path, document, aliases)


def _managers(act: Mapping[str, Any]) -> tuple[str, ...]:
    named = act.get("managers")
    return tuple(one for one in named if isinstance(one, str)) if isinstance(named, list) else ()


def _about(key: str, value: Any, people: Mapping[str, str]) -> Any:
    match key, value:
        case "person", str():
            return people.get(value, value)
        case "managers", list():
            return [people.get(one, one) if isinstance(one, str) else one for one in value]
        case "acts", list():
            return [{name: _about(name, one, people) for name, one in act.items()} for act in value]
    return value


def _act(document: Document, path: Path, act: dict[str, Any]) -> dict[str, Any]:
    for key in _DERIVED:
        if key in act:
            fr, en = (
                f"`{key}` vient du fichier lui-même ; retirez-le",
                f"`{key}` comes from the file; remove it",
            )
            raise _wrong(document, (*path, key), fr, en)
    written: dict[str, Any] = as_text(act)
    managers = written.get("managers")
    if isinstance(managers, list):
        written["managers"] = [person_of(one) if isinstance(one, str) else one for one in managers]
    return written


def as_text(value: Any, key: str = "") -> Any:
    """What a file says, with the text that YAML takes for a number as text again."""
    match value:
        case dict():
            return {name: as_text(inner, name) for name, inner in value.items()}
        case list():
            return [as_text(inner, key) for inner in value]
        case int() if key in _WRITTEN_AS_NUMBERS and not isinstance(value, bool):
            return str(value)
    return value


def _entries(document: Document, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The mappings listed at ``path``; none where the top has no such key."""
    value = document.value
    for step in path:
        value = value.get(step) if isinstance(value, dict) else value[step]
    if value is None and len(path) == 1:
        return
    if not isinstance(value, list):
        raise _wrong(document, path, f"`{path[-1]}` est une liste", f"`{path[-1]}` is a list")
    for index, entry in enumerate(value):
        if not isinstance(entry, dict):
            raise _wrong(
                document, (*path, index), "ici des champs avec leurs valeurs", "fields with values here"
            )
        yield (*path, index), entry


def _word(document: Document, path: Path, entry: dict[str, Any], key: str) -> str:
    word = entry.get(key)
    if isinstance(word, str) and _ALIAS.fullmatch(word):
        return word
    if key not in entry:
        fr = f"`{key}` manque : un nom court, par exemple `noailles`"
        raise _wrong(document, (*path, key), fr, f"`{key}` is missing: a short name, for example `noailles`")
    fr = f"`{key}` : un nom court en minuscules sans accents, chiffres et -, par exemple `{_plainly(word)}`"
    en = f"`{key}`: a short name of plain lower-case letters, digits and -, for example `{_plainly(word)}`"
    raise _wrong(document, (*path, key), fr, en)


def _plainly(word: Any) -> str:
    """What a short name may look like that was meant by a word."""
    plain = unicodedata.normalize("NFKD", str(word)).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "noailles"


def _wrong(document: Document, path: Path, fr: str, en: str) -> UnreadableFile:
    return UnreadableFile(Text(fr, en), *document.place(path))
