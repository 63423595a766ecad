"""Files for the bank: issuing them, and writing them with the bank details that only finance officers may see."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from application.commands.answer import Answer
from application.commands.parsing import read_command
from application.payment_files.order import PaymentOrder
from cli.giving.answers import record
from cli.terminal.drawing import note_simulation
from cli.terminal.exit_codes import ExitCode, code_of_outcome
from cli.terminal.output import tell, write_json
from cli.terminal.private_files import folder_of, write_private
from cli.terminal.session import visiting
from exports.payment_order_pain import pain_001
from exports.payment_order_xlsx import workbook_of
from language import Text, say, t
from queries.payment_order import must_pay, revealed
from queries.payments import payable
from queries.refused import Failure, FailureKind, invalid
from queries.visit import Visit, reached, simulated
from wording.amounts import euros
from wording.punctuation import quoted

LARGEST_FILE = 1_000
"""Payments of one file; what remains goes into the next."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for, as it was typed: no payment named means all that are ordered."""

    name: str
    date: str
    payments: tuple[str, ...]
    out: Path
    command_id: str


async def issue(wanted: Wanted, person: str, organisation: str, *, as_json: bool) -> ExitCode:
    """Put ordered payments into a file, then write it. Raises Failure."""
    folder = folder_of(wanted.out)
    named = [_payment(one) for text in wanted.payments for one in text.split(",") if one]
    async with visiting(organisation, person) as visit:
        must_pay(visit, ())
        chosen = named or await _ordered(visit)
        answer = await _send(visit, wanted, chosen[:LARGEST_FILE])
        if answer.refusal:
            if as_json:
                write_json(simulated(visit) | {"answer": answer.model_dump(mode="json")})
            else:
                refusal = answer.refusal
                tell(f"{say(refusal.message)} {say(refusal.remedy)}")
            return code_of_outcome(answer.outcome)
        async with reached():
            order = await revealed(visit, wanted.name)
        try:
            _write(visit, order, folder, {"answer": answer.model_dump(mode="json")}, as_json=as_json)
        except Failure as failure:
            raise _issued_not_written(wanted.name, answer, failure) from None
    if remaining := len(chosen[LARGEST_FILE:]):
        tell(
            t(
                f"{remaining} paiements attendent un autre fichier.",
                f"{remaining} payments wait for another file.",
            )
        )
    return ExitCode.RECORDED


def _issued_not_written(name: str, answer: Answer, failure: Failure) -> Failure:
    """The payments are in a file of the ledger, and the file for the bank is not there."""
    again = f"escale payments export {name}"
    return Failure(
        FailureKind.OUTPUT_LOST,
        failure.code,
        Text(
            f"L’ordre {name} est émis (position {answer.position}). {failure.text.fr}",
            f"The order {name} is issued (position {answer.position}). {failure.text.en}",
        ),
        Text(
            f"Faites de la place, puis `{again}` l’écrit de nouveau.",
            f"Make room; `{again}` then writes it again.",
        ),
        answer.command_id,
    )


async def export_again(name: str, out: Path, person: str, organisation: str, *, as_json: bool) -> None:
    """Write an issued file again. Raises Failure."""
    folder = folder_of(out)
    async with visiting(organisation, person) as visit, reached():
        order = await revealed(visit, name)
        _write(visit, order, folder, {}, as_json=as_json)


async def _ordered(visit: Visit) -> list[dict[str, Any]]:
    """The payments that wait for a file and that the person may send to the bank. Raises Failure if there are none."""
    found = await payable(visit)
    if not found:
        raise Failure(
            FailureKind.REFUSED,
            "nothing-to-pay",
            Text(
                "Aucun paiement n’attend d’être remis à la banque.",
                "No payment waits to be sent to the bank.",
            ),
            Text(
                "`escale do OrderPayment` ordonne une tranche validée.",
                "`escale do OrderPayment` orders an approved tranche.",
            ),
        )
    return [{"funding": one.funding, "payment": one.payment} for one in found]


def _payment(text: str) -> dict[str, Any]:
    funding, _, number = text.strip().partition("/")
    if not number.isascii() or not number.isdigit():
        raise invalid(
            "bad-payment",
            Text(f"{quoted(text).fr} n’est pas un paiement", f"{quoted(text).en} is no payment"),
            Text("Écrivez FINANCEMENT/NUMÉRO (escale payments).", "Write FUNDING/NUMBER (escale payments)."),
        )
    return {"funding": funding, "payment": int(number)}


async def _send(visit: Visit, wanted: Wanted, payments: Sequence[dict[str, Any]]) -> Answer:
    form = {
        "type": "IssuePaymentFile",
        "command_id": wanted.command_id or str(uuid4()),
        "payment_file": wanted.name,
        "payments": payments,
        "execute_on": wanted.date,
    }
    command = read_command(json.dumps(form), visit.person)
    return command if isinstance(command, Answer) else await record(visit, command)


def _write(visit: Visit, order: PaymentOrder, folder: Path, told: dict[str, Any], *, as_json: bool) -> None:
    paths = [folder / f"{order.name}.xml", folder / f"{order.name}.xlsx"]
    for path, content in zip(paths, (pain_001(order), workbook_of(order)), strict=True):
        write_private(path, content)
    shown = {
        "payment_file": order.name,
        "payments": len(order.transfers),
        "cents": order.cents,
        "files": [str(path) for path in paths],
    }
    if as_json:
        write_json(simulated(visit) | shown | told)
        return
    note_simulation(visit)
    tell(
        t(
            f"paiements : {len(order.transfers)}, {euros(order.cents)} → {paths[0]}, {paths[1]}",
            f"payments: {len(order.transfers)}, {euros(order.cents)} → {paths[0]}, {paths[1]}",
        )
    )
