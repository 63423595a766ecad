"""``programme publish``: bringing a version of a rulebook into force, after every check."""

import json
from pathlib import Path
from uuid import uuid4

from application.commands.answer import Answer
from application.commands.parsing import read_command
from application.rulebooks.parsing import RulebookInvalid, check_rulebook, read_rulebook
from cli.giving.answers import record
from cli.programmes.check import findings_json, write_findings
from cli.programmes.diff import changes_json, draw_changes, identity
from cli.terminal.content import rulebook_content
from cli.terminal.drawing import headed, note_simulation
from cli.terminal.exit_codes import ExitCode, code_of_outcome
from cli.terminal.output import console, tell, write_json
from cli.terminal.session import visiting
from domain.rulebook import Rulebook
from language import say, t
from queries.visit import Visit, simulated
from wording.rulebook.difference import differences


async def publish(
    path: Path, reason: str, command_id: str, person: str, organisation: str, *, as_json: bool
) -> ExitCode:
    """Check a rulebook, show what it replaces, and publish it; with a mistake in it nothing is sent."""
    content = rulebook_content(path)
    found = check_rulebook(content)
    try:
        rulebook = read_rulebook(content)
    except RulebookInvalid:
        if as_json:
            write_json({"outcome": "invalid", "findings": findings_json(found)})
        else:
            write_findings(path, found)
            tell(t("Rien n’est publié.", "Nothing is published."))
        return ExitCode.REFUSED
    async with visiting(organisation, person) as visit:
        in_force = visit.service.rulebooks.current(visit.people, rulebook.programme)
        changes = differences(in_force, rulebook) if in_force else ()
        if not as_json:
            note_simulation(visit)
            write_findings(path, found)
            if in_force:
                console().print(headed(t(f"Remplace {in_force.id}", f"Replaces {in_force.id}")))
                draw_changes(changes)
        answer = await _send(visit, rulebook, reason, command_id or str(uuid4()))
    if as_json:
        replaces = identity(in_force) if in_force else None
        told = {"findings": findings_json(found), "replaces": replaces, "changes": changes_json(changes)}
        write_json(simulated(visit) | identity(rulebook) | told | {"answer": answer.model_dump(mode="json")})
    else:
        tell(_said(rulebook, answer))
    return code_of_outcome(answer.outcome)


async def _send(visit: Visit, rulebook: Rulebook, reason: str, command_id: str) -> Answer:
    form = {"type": "PublishRulebook", "command_id": command_id, "rulebook": rulebook.written()}
    command = read_command(json.dumps(form | ({"reason": reason} if reason else {})), visit.person)
    return command if isinstance(command, Answer) else await record(visit, command)


def _said(rulebook: Rulebook, answer: Answer) -> str:
    if answer.refusal:
        return f"{say(answer.refusal.message)} {say(answer.refusal.remedy)}"
    return t(
        f"{rulebook.id} est publié ({rulebook.digest}). Les dossiers ouverts gardent leur version ;"
        " `escale programme migrate` les fait passer.",
        f"{rulebook.id} is published ({rulebook.digest}). Open files keep their version;"
        " `escale programme migrate` moves them.",
    )
