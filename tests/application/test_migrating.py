"""What a migration would change is seen beforehand, and is what it then changes."""

import json
from typing import Any

from application.commands.migration_preview import Migrations
from domain.cooperations.commands.lifecycle import MigrateCooperation
from domain.cooperations.migration import Migration
from domain.kernel.refusal import Refusal
from domain.people.state import Organisation
from domain.reminders.any_file import deadlines
from domain.rulebook import Rulebook
from tests.application.house import FOUNDER, HOUSE, MANAGER, RULEBOOKS, SECOND, House, command
from wording.rulebook.wording import Wording

FIRST = RULEBOOKS.get(Organisation(), "tec@1")


def changed() -> Rulebook:
    """TEC otherwise: no go decision, the portrait sooner, the charter no more, an inventory, half the silence."""
    tree: dict[str, Any] = json.loads(json.dumps(FIRST.written()))
    diagnosis = tree["phases"]["diagnosis"]
    diagnosis["gate"] = [item for item in diagnosis["gate"] if item["item"] != "charter"]
    inventory = {"fr": "Inventaire", "en": "Inventory"}
    diagnosis["gate"].append({"item": "inventory", "name": inventory, "needs": {"rule": "deliverable"}})
    exploration = tree["phases"]["exploration"]
    exploration["gate"] = [item for item in exploration["gate"] if item["item"] != "go"]
    gone = {"charter", "go_decision"}
    tree["deadlines"] = [rule for rule in tree["deadlines"] if rule["deadline"] not in gone]
    for rule in tree["deadlines"]:
        rule["within"] = {"portrait": "P6M", "inactivity": "P3M"}.get(rule["deadline"], rule["within"])
    return Rulebook.model_validate_json(json.dumps({**tree, "programme": "essai", "version": 2}))


NEW = changed()
OLD = Rulebook.model_validate_json(json.dumps({**FIRST.written(), "programme": "essai", "version": 1}))


async def in_diagnosis(house: House) -> None:
    """A file under the first version, whose portrait is due on 23 August 2027."""
    publish = {"rulebook": OLD.written()}
    await house.recorded(command("PublishRulebook", "publish/1", FOUNDER, **publish))
    sheet: dict[str, Any] = {
        "name": "Collines",
        "territory": {"name": "Les collines"},
        "region": "occitanie",
        "object": "Un marché",
        "cooperation_type": "non-modelled",
        "economic_model": "hybrid",
        "origin": "residents-call",
        "programme": "essai",
        "managers": [MANAGER],
    }
    await house.recorded(command("OpenCooperation", "open", cooperation="collines", **sheet))
    for item in ("qualified_contacts", "territory_criteria", "opinion", "go"):
        await house.recorded(command("DeclareGateItem", f"declare/{item}", cooperation="collines", item=item))
    await house.recorded(command("AdvancePhase", "advance", cooperation="collines", to="diagnosis"))
    await house.recorded(command("PublishRulebook", "publish/2", FOUNDER, rulebook=NEW.written()))


def moving(**more: Any) -> MigrateCooperation:
    """Moves the file to the second version."""
    fields = {"cooperation": "collines", "to": "essai@2", "reason": "Troisième année", **more}
    made = command("MigrateCooperation", "move", **{"actor": MANAGER, **fields})
    assert isinstance(made, MigrateCooperation)
    return made


async def preview(house: House, asked: MigrateCooperation) -> Migration | Refusal:
    """What it would change."""
    return await Migrations(house.files, RULEBOOKS).preview(HOUSE, asked, house.clock.time)


async def test_a_preview_says_what_the_gate_and_the_dates_become(house: House) -> None:
    """Items that come, go or stand otherwise; dates with the rule; what stays is not told."""
    await in_diagnosis(house)
    seen = await preview(house, moving())
    assert isinstance(seen, Migration)
    assert [(one.item, one.before, one.after) for one in seen.items] == [
        ("inventory", None, "missing"),
        ("charter", "missing", None),
    ]
    assert [(one.deadline, str(one.before), str(one.after)) for one in seen.dates] == [
        ("inactivity", "2027-05-23", "2027-02-23"),
        ("portrait", "2027-08-23", "2027-05-23"),
        ("charter", "2027-11-23", "None"),
    ]
    portrait = seen.dates[1]
    words = Wording(portrait.rulebook).counted_from(portrait.rule)
    assert words == ("6 mois après l’entrée dans la phase", "6 months after entering the phase")


async def test_a_preview_says_which_reminders_come_next(house: House) -> None:
    """Those whose time has passed under the new rules go out at once, the highest of each deadline."""
    await in_diagnosis(house)
    house.wait(days=205)  # 16 June 2027: the portrait has been due for three weeks under the new rules
    seen = await preview(house, moving())
    assert isinstance(seen, Migration)
    now = [(one.deadline, one.rung) for one in seen.reminders if one.at <= house.clock.time]
    assert now == [("inactivity", "escalation"), ("portrait", "late")]
    assert [one.deadline for one in seen.reminders_before if one.at <= house.clock.time] == ["inactivity"]


async def test_a_preview_records_nothing_and_the_migration_does_what_it_said(house: House) -> None:
    """The head of the ledger stays where it is; afterwards the file is as foreseen."""
    await in_diagnosis(house)
    position = house.book.head.position
    seen = await preview(house, moving())
    assert isinstance(seen, Migration)
    assert house.book.head.position == position
    await house.recorded(moving())
    file = await house.file("collines")
    assert file == seen.after.file
    due = {one.key: one.due.day for one in deadlines(file, NEW)}
    assert due["portrait"] == seen.dates[1].after


async def test_what_would_be_refused_is_said_beforehand(house: House) -> None:
    """By the same rules, access among them."""
    await in_diagnosis(house)
    for asked, code in (
        (moving(to="essai@9"), "unknown_rulebook"),
        (moving(to="essai@1"), "same_rulebook"),
        (moving(phase="exploration"), "phase_given"),
        (moving(cooperation="nulle-part"), "unknown_cooperation"),
        (moving(actor="p-000000000099"), "unknown_actor"),
    ):
        seen = await preview(house, asked)
        assert isinstance(seen, Refusal)
        assert seen.code == code
    assert not isinstance(await preview(house, moving(actor=SECOND)), Refusal)


async def test_a_file_that_nothing_changes_for_says_so(house: House) -> None:
    """Another version with the same rules."""
    await in_diagnosis(house)
    same = {**OLD.written(), "version": 3}
    await house.recorded(command("PublishRulebook", "publish/3", FOUNDER, rulebook=same))
    seen = await preview(house, moving(to="essai@3"))
    assert isinstance(seen, Migration)
    assert (seen.items, seen.dates) == ((), ())
    assert seen.reminders == seen.reminders_before


async def test_what_was_decided_before_the_move_is_judged_by_the_rules_of_then(house: House) -> None:
    """The go decision opened the way; that the new version asks for none does not save what rested on it."""
    await in_diagnosis(house)
    await house.recorded(moving())
    entries = (await house.file("collines")).entries
    (go,) = [number for number, one in entries.items() if one.key == "go"]
    (advanced,) = [number for number, one in entries.items() if one.gate]
    fields: dict[str, Any] = {"cooperation": "collines", "entry": go, "void": True, "reason": "Jamais prise"}
    await house.recorded(command("CorrectEntry", "correct", **fields))
    assert set((await house.file("collines")).flags) == {advanced}
