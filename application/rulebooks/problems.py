"""What keeps a file from being a rulebook: one problem for each mistake, at the path where it lies."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pydantic_core import ErrorDetails

from application.rulebooks.safe_yaml import Path
from application.rulebooks.schema import field_of, schema_at
from domain.rulebook import Finding
from language import Text
from wording.accepted import A_LIST
from wording.problems import one_of, wanted_in_yaml

_QUOTED = re.compile(r"'([^']*)'")
_BOOLEANS = {"yes": "true", "oui": "true", "on": "true", "no": "false", "non": "false", "off": "false"}
_LONGEST = 60
_KINDS = {"array": "tuple_type", "object": "dict_type", "integer": "int_type", "string": "string_type"}


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake, what was expected in words, what may have been meant; at the key or at the value.

    ``lost`` is the part that cannot be read because of it.
    """

    finding: Finding
    lost: Path
    expected: Text | None = None
    suggestion: str | None = None
    at_key: bool = False


def problems_of(tree: Any, errors: Sequence[ErrorDetails]) -> list[Problem]:
    """The mistakes that pydantic found in ``tree``; what it says of each branch of a union is one."""
    located = [(path_of(tree, error["loc"]), error) for error in errors]
    return [
        _problem(tree, path, [error for _, error in group])
        for (path, _), group in groupby(located, key=lambda one: (one[0], _lacking(one[1])))
    ]


def path_of(tree: Any, loc: tuple[str | int, ...]) -> Path:
    """Where an error lies in the file: without the names of branches, up to what is there."""
    path: Path = ()
    value, tag = tree, None
    for step in loc:
        if tag is not None and step == tag:
            tag = None  # the branch of a rule, named after the rule itself
        elif _leads_on(value, step):
            value = value[step]
            path, tag = (*path, step), _tag(value, step)
    return path


def shown(value: Any) -> str:
    """A value of the file, short and printable."""
    if isinstance(value, bool):
        return str(value).lower()
    text = "".join(one if one.isprintable() else "·" for one in str(value))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _tag(value: Any, field: str | int) -> Any:
    """What names the branch that a part is read as: an item's rule, what an act does, after what it is due."""
    if not isinstance(value, dict):
        return None
    return value.get("after") if field == "when" else value.get("rule", value.get("does"))


def _leads_on(value: Any, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and step < len(value)


def _lacking(error: ErrorDetails) -> str | int | None:
    return error["loc"][-1] if error["type"] == "missing" else None


def _problem(tree: Any, path: Path, errors: list[ErrorDetails]) -> Problem:
    error = errors[0]
    match error["type"]:
        case "contradiction":
            return Problem(Finding(path, error["ctx"]["fr"], error["ctx"]["en"]), path)
        case "missing":
            return _missing(tree, path, error["loc"][-1])
        case "extra_forbidden":
            return _unknown(tree, path, error["input"])
        case "union_tag_invalid":
            field = _discriminator(tree, path)
            return Problem(_refused((*path, field), error["input"][field], tuple(_listed(error))), path)
        case "union_tag_not_found":
            return Problem(_lacks(path, _discriminator(tree, path)), path, one_of(_branches(tree, path)))
        case "dict_type" if branches := _branches(tree, path):
            field = _discriminator(tree, path)
            known = tuple(f"{{{field}: {one}}}" for one in branches)
            return Problem(_refused(path, error["input"], known), path)
    known = tuple(dict.fromkeys(value for one in errors for value in _listed(one)))
    return Problem(
        _refused(path, error["input"], known),
        path,
        expected=one_of(known) or wanted_in_yaml(error),
        suggestion=_meant(error),
        at_key=error["loc"][-1] == "[key]",
    )


def _unknown(tree: Any, path: Path, value: Any) -> Problem:
    name = shown(path[-1])
    if value is None and " " in name:
        fr = f"{name} : la virgule coupe le texte, mettez-le entre guillemets"
        return Problem(
            Finding(path, fr, f"{name}: the comma cuts the text, put it in quotes"), path, at_key=True
        )
    known = tuple(schema_at(tree, path[:-1]).get("properties", ()))
    finding = Finding(path, f"champ inconnu : {name}", f"unknown field: {name}", given=name, known=known)
    return Problem(finding, path, at_key=True)


def _lacks(path: Path, name: str) -> Finding:
    return Finding(path, f"il manque {name}", f"{name} is missing")


def _missing(tree: Any, path: Path, name: str | int) -> Problem:
    if isinstance(name, int):
        return Problem(Finding(path, "il manque une valeur", "a value is missing"), path)
    field = field_of(schema_at(tree, path), name)
    known = tuple(field.get("enum", ()))
    types = field.get("type", "")
    kind = _KINDS.get(types, "") if isinstance(types, str) else "percentage_expected"
    error = ErrorDetails(type=kind, loc=(), msg="", input=None)
    return Problem(_lacks(path, name), path, one_of(known) or (wanted_in_yaml(error) if kind else None))


def _branches(tree: Any, path: Path) -> tuple[str, ...]:
    return tuple(schema_at(tree, path).get("discriminator", {}).get("mapping", ()))


def _discriminator(tree: Any, path: Path) -> str:
    """The field that says what kind of rule, act or moment a part is."""
    return str(schema_at(tree, path)["discriminator"]["propertyName"])


def _listed(error: ErrorDetails) -> list[str]:
    known = error.get("ctx", {})
    return _QUOTED.findall(str(known.get("expected") or known.get("expected_tags") or ""))


def _refused(path: Path, given: Any, known: tuple[str, ...]) -> Finding:
    match given:
        case None:
            return Finding(path, "la valeur manque", "the value is missing", known=known)
        case dict() | list() if not given:
            return Finding(path, "c’est vide", "it is empty", known=known)
        case dict() | list():
            fr, en = ("des champs", "fields") if isinstance(given, dict) else A_LIST
            return Finding(path, f"valeur refusée : {fr}", f"value refused: {en}", known=known)
    text = shown(given)
    return Finding(path, f"valeur refusée : {text}", f"value refused: {text}", given=text, known=known)


def _meant(error: ErrorDetails) -> str | None:
    """What stands for it in the right form, where its form is the mistake."""
    given = error["input"]
    if error["type"] == "bool_type":
        return _BOOLEANS.get(str(given).lower())
    if error["type"] != "string_pattern_mismatch" or not isinstance(given, str):
        return None
    ascii_only = unicodedata.normalize("NFKD", given).encode("ascii", "ignore").decode()
    for joint in ("_", "-"):
        candidate = re.sub(r"[^a-z0-9]+", joint, ascii_only.lower()).strip(joint)
        if candidate and re.fullmatch(error["ctx"]["pattern"], candidate):
            return candidate
    return None
