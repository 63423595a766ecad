"""A cooperation in full, for people."""

from collections.abc import Iterator, Mapping

from cli.cooperations import related_drawing
from cli.terminal.acts import draw_acts
from cli.terminal.drawing import headed, write_facts, write_table
from cli.terminal.output import console
from domain.kernel.prose import Prose
from language import say, t
from queries.cooperation import CooperationInFull
from wording import headings
from wording.deadlines import coming, notes
from wording.details import called
from wording.local_hours import when
from wording.sheet_facts import ASPECTS
from wording.sleep import status_said
from wording.tasks import next_said
from wording.values import word


def draw(found: CooperationInFull) -> None:
    """Its sheet, what it lacks to go on, its deadlines, its collective; its reviews and fundings."""
    sheet = found.sheet
    managers = ", ".join(called(one, found.names) for one in sheet.managers)
    phase = say(sheet.phase_name) if sheet.phase_name else word(sheet.phase, "phase")
    console().print(headed(f"{sheet.name} — {sheet.territory.name}"))
    facts = (
        (t("objet", "object"), sheet.object),
        (t("programme", "programme"), sheet.rulebook),
        (say(headings.STATUS), status_said(sheet.status, sheet.pauses[-1].planned if sheet.pauses else None)),
        (t("phase", "phase"), f"{phase} ({t('passage', 'pass')} {sheet.passes[-1].number})"),
        (t("depuis", "since"), when(sheet.passes[-1].entered_at)),
        (say(ASPECTS["managers"]), managers),
        (say(ASPECTS["contact"]), when(sheet.last_contact_at) if sheet.last_contact_at else "–"),
    )
    write_facts([*facts, *_completion(found)])
    _draw_gate_and_deadlines(found)
    _draw_collective(found)
    related_drawing.draw(found.related)


def _completion(found: CooperationInFull) -> Iterator[tuple[str, str]]:
    """What was asked for and has not come."""
    if asked := found.sheet.completion:
        said = t(f"{when(asked.since)} : ", f"{when(asked.since)}: ")
        yield word("completion", "date-moved-by"), said + _text(found, asked.what)


def _draw_gate_and_deadlines(found: CooperationInFull) -> None:
    sheet, now = found.sheet, found.seen_at
    if sheet.gate:
        console().print(headed(say(headings.TO_GO_ON)))
        items = [(word(one.held, "gate-item"), say(one.name), _next(one.item, found)) for one in sheet.gate]
        write_table((), items)
    if sheet.deadlines:
        console().print(headed(say(headings.DEADLINES)))
        rows = [
            (str(one.due_on), say(one.name), coming(one), notes(one, now))
            for one in sheet.deadlines
            if one.ends_at is None or one.ends_at > now
        ]
        write_table((), rows)
    draw_acts(found.acts)


def _next(item: str, found: CooperationInFull) -> str:
    """What an item that misses waits for, where that is not just to be done."""
    following = found.at_gate.get(item)
    if following is None or following.line.kind == "gate-item":
        return ""
    return next_said(following.line, following.due_on)


def _draw_collective(found: CooperationInFull) -> None:
    sheet = found.sheet
    if sheet.stakeholders:
        console().print(headed(say(headings.THE_COLLECTIVE)))
        present = [one for one in sheet.stakeholders if not one.retired]
        write_table((), [(one.name, word(one.sector, "sector"), one.role) for one in present])
    if sheet.commitments:
        console().print(headed(t("Engagements", "Commitments")))
        everybody = t("tous", "all")
        own = {one.id: one.name for one in sheet.stakeholders}
        promises = [
            (
                f"{_member(one.party, own)} → {_member(one.toward, own) or everybody}",
                _text(found, one.expects),
                _text(found, one.brings),
            )
            for one in sheet.commitments
        ]
        heads = (t("qui", "who"), t("attend", "expects"), t("apporte", "brings"))
        write_table(heads, promises)


def _member(stakeholder: str | None, own: Mapping[str, str]) -> str:
    return own.get(stakeholder or "", stakeholder or "")


def _text(found: CooperationInFull, prose: Prose | None) -> str:
    text = found.private.of(prose)
    return say(headings.ERASED) if text is None else text
