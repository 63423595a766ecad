"""The money of a funding, for people: its conditions, its tranches, what was paid, its reports."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cli.terminal.drawing import headed, write_table
from cli.terminal.output import console
from language import Text, say, t
from wording.amounts import euros
from wording.details import PAID_ON
from wording.local_hours import first_day, when
from wording.pages import funding as words
from wording.punctuation import joined
from wording.values import word

Content = Mapping[str, Any]
Name = Callable[[str], str]


def draw_money(content: Content, name: Name) -> None:
    """Conditions, tranches, payments, reports; a part without content is left out."""
    if content["conditions"]:
        console().print(headed(t("Conditions", "Conditions")))
        write_table((), [(one["due"], one["label"], _met(one)) for one in content["conditions"]])
    if content["tranches"]:
        console().print(headed(t("Tranches", "Tranches")))
        write_table((), [_tranche(one, name) for one in content["tranches"]], amounts={1})
    if content["payments"]:
        console().print(headed(t("Paiements", "Payments")))
        rows = [
            (
                str(one["number"]),
                euros(one["cents"]),
                word(one["stage"], "payment"),
                ", ".join(_payment(one, name)),
            )
            for one in content["payments"]
        ]
        write_table((), rows, amounts={1})
    if content["granted_cents"] is not None and content["reports"]:
        console().print(headed(t("Rapports", "Reports")))
        reports = [
            (_called(one["name"]), word(one["stage"], "report-stage"), when(one["at"]) if one["at"] else "–")
            for one in content["reports"]
        ]
        write_table((), reports)


def _called(name: Mapping[str, str]) -> str:
    return say(Text(**name))


def _met(condition: Content) -> str:
    entry = condition["met"]
    return t(f"remplie (entrée {entry})", f"met (entry {entry})") if entry else say(words.TO_MEET)


def _tranche(tranche: Content, name: Name) -> tuple[str, ...]:
    title = _called(tranche["name"]) if tranche["name"] else tranche["tranche"]
    return (
        title,
        euros(tranche["cents"]),
        word(tranche["stage"], "tranche-stage"),
        joined(_steps(tranche, name)) or "–",
    )


def _steps(tranche: Content, name: Name) -> Iterator[str]:
    """What has been done for a tranche, or from when on it may be asked for."""
    if tranche["stage"] == "planned":
        since = tranche["due_since"]
        day = first_day(since) if since else ""
        yield (
            t(f"peut être demandée dès le {day}", f"may be asked for from {day}")
            if since
            else t("attend ses conditions", "waits for its conditions")
        )
    if tranche["requested_by"]:
        yield t("demandée par ", "asked for by ") + name(tranche["requested_by"])
    if tranche["levels"]:
        done = len(tranche["approved_by"])
        approvers = ", ".join(name(one) for one in tranche["approved_by"])
        yield (
            t("validations ", "approvals ")
            + f"{done}/{tranche['levels']}"
            + (f" ({approvers})" if done else "")
        )


def _payment(payment: Content, name: Name) -> Iterator[str]:
    yield t("ordonné par ", "ordered by ") + name(payment["ordered_by"]) + f", {when(payment['ordered_at'])}"
    if payment["payment_file"]:
        yield t("fichier ", "file ") + payment["payment_file"]
    if payment["reference"]:
        yield t("référence ", "reference ") + payment["reference"]
    if payment["executed_on"]:
        yield say(PAID_ON) + payment["executed_on"]
