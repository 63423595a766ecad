"""Every refusal that the code gives anywhere, found by walking it, and samples of what each kind may be given."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import get_args

from domain.fundings.findings import write_findings
from domain.fundings.request import EligibilityFinding
from domain.kernel.address import Fault
from domain.kernel.values import Role
from wording.codes import CODES
from wording.sentences import SENTENCES

_LEFT_OUT = frozenset({"tests", "docs", "deploy", "build"})
_BY_ATTRIBUTE: Mapping[str, Sequence[str]] = {"fault": get_args(Fault)}
"""Codes that an exception brings, by its attribute."""
_ALL = "*"
"""Stands for the parameters of another refusal, given along."""


@dataclass(frozen=True, slots=True)
class Given:
    """A refusal as some line of the code gives it."""

    code: str
    params: frozenset[str]
    place: str


def refusals_given(root: Path) -> Iterator[Given]:
    """Every call of ``refuse`` in the repository."""
    for path in sorted(root.rglob("*.py")):
        inside = path.relative_to(root)
        if inside.parts[0] in _LEFT_OUT or inside.parts[0].startswith("."):
            continue
        text = path.read_text()
        if "refuse(" not in text:  # parsing takes long
            continue
        tree = ast.parse(text)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "refuse":
                params = frozenset(one.arg or _ALL for one in node.keywords)
                for code in _codes(node.args[0], tree):
                    yield Given(code, params, f"{inside}:{node.lineno}")


def _codes(node: ast.expr, tree: ast.Module) -> Iterator[str]:
    """The codes that an expression may be: a word, one of two, one of a table of the module."""
    match node:
        case ast.Constant(value=str(code)):
            yield code
        case ast.IfExp(body=one, orelse=other):
            yield from _codes(one, tree)
            yield from _codes(other, tree)
        case ast.Subscript(value=ast.Name(id=name)):
            for value in next(_table(one) for one in ast.walk(tree) if _assigns(one, name)):
                yield from _codes(value, tree)
        case ast.Name(id=name):
            yield from _named_by(name, tree)
        case ast.Attribute(attr=attribute) if attribute in _BY_ATTRIBUTE:
            yield from _BY_ATTRIBUTE[attribute]
        case _:
            raise AssertionError(f"which refusal is that? {ast.dump(node)}")


def parameters(said: str) -> dict[str, str]:
    """The parameters of a sentence, or of all sentences of a code, with their kinds."""
    texts = [text for pair in SENTENCES[said] for text in pair] if said in SENTENCES else [said]
    return {
        name: kind or name
        for text in texts
        for _, name, kind, _ in Formatter().parse(text)
        if name is not None
    }


_FINDING = EligibilityFinding(rule="amount", holds=False, figures={"most": "1500000", "amount": "2000000"})

SAMPLES: Mapping[str, Sequence[str]] = {
    **{of: (*codes, ", ".join(codes)) for of, codes in CODES.items()},
    "person": ("p-df0401020304", "p-df0401020304, p-ffffffffffff", "–"),
    "body": (*Role, "panel_of_the_region", "jury, panel_of_the_region", ""),
    "region": ("occitanie", "paca-corse", "*"),
    "moment": ("2026", "2026-11", "2026-11-22", "2026-11-22T08:30:00Z"),
    "period": ("2026-01-01 – 2027-12-31", "2026-01-01 – …", "… – 2027-12-31"),
    "day": ("2026-11-22",),
    "number": ("3", "12, 14", "3+", ""),
    "euros": ("1500000", "0", "-5"),
    "text": ("–", ""),
    "id": ("quai-nord", "menuiserie, quai-nord"),
    "account": ("73282932000074", "w123456789", "paying"),
    "rulebook": ("essai@1",),
    "command": ("AdvancePhase",),
    "programme": ("essai", "another-programme"),
    "occurrence": ("opinions/3", "silent_item/2/e5", "report/final_report/1", "unheard_of/1"),
    "own": ("quai-nord", "signed_letter", "signed_letter, plan_b", ""),
    "subject": ("signed_letter", "first_half, final_report"),
    "envelope": ("essai/start_up_grant/2026", "essai/start_up_grant/fast-track/2026", "essai/aid/total"),
    "point": ("too_thin", "too_thin, unanswered"),
    "event": ("PhaseEntered", "EntryCorrected, PaymentOrdered"),
    "counts-as": ("met", "granted", "silent_item", "abstention"),
    "findings": (write_findings([_FINDING]),),
    **dict.fromkeys(
        (
            "item", "criterion", "deliverable", "deadline", "occasion", "call", "stage", "panel",
            "act", "question", "line", "grid", "maturity", "instrument", "tranche", "report",
        ),
        ("quick_wins", "unheard_of", "quick_wins, unheard_of, lessons", ""),
    ),
}  # fmt: skip
"""By kind: what the code gives, and what outcomes hold."""


def _named_by(name: str, tree: ast.Module) -> Iterator[str]:
    """The codes that a name may stand for: assigned to it, or returned by the function whose answer it takes."""
    for node in ast.walk(tree):
        if _takes(node, name):
            yield from _returned(node, tree)
        elif _assigns(node, name):
            assert isinstance(node, ast.Assign)
            yield from _codes(node.value, tree)


def _takes(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.NamedExpr) and node.target.id == name


def _returned(node: ast.AST, tree: ast.Module) -> Iterator[str]:
    """The codes that the function may return of which a name takes the answer."""
    assert isinstance(node, ast.NamedExpr)
    assert isinstance(node.value, ast.Call)
    assert isinstance(node.value.func, ast.Name)
    called = node.value.func.id
    for one in ast.walk(tree):
        if isinstance(one, ast.FunctionDef) and one.name == called:
            inside = (
                part for line in ast.walk(one) if isinstance(line, ast.Return) for part in ast.walk(line)
            )
            yield from (
                part.value
                for part in inside
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
            )


def _table(node: ast.AST) -> list[ast.expr]:
    assert isinstance(node, ast.Assign | ast.AnnAssign)
    assert isinstance(node.value, ast.Dict)
    return node.value.values


def _assigns(node: ast.AST, name: str) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return isinstance(node, ast.Assign | ast.AnnAssign) and any(
        isinstance(one, ast.Name) and one.id == name for one in targets
    )
