"""Two on one file, in two processes: who presses second hears what the first decided, and by whom."""

import asyncio

from tests.application.house import MANAGER, SECOND, House, command

PAUSE = command("PauseCooperation", "pause", SECOND, cooperation="rives", reason="Été.")


async def test_what_another_process_recorded_meanwhile_is_told(house: House) -> None:
    """Though this one's state is behind: the append meets the other's, and it is decided again."""
    await house.beside().do(PAUSE)
    answer = await house.do(command("EditSheet", "edit", cooperation="rives", object="Autre chose", seen=2))
    assert answer.refusal
    assert answer.refusal.code == "changed_since"
    assert dict(answer.refusal.params) == {"entries": "3", "what": "CooperationPaused", "authors": SECOND}
    assert answer.refusal.message.fr.startswith(
        "Le dossier a changé depuis votre lecture\u00a0: mise en pause"
    )


async def test_of_two_who_press_at_once_one_is_recorded(house: House) -> None:
    """Whoever comes second in the ledger is told of the first, whichever process serves them."""
    edits = [
        command("EditSheet", f"edit/{who}", who, cooperation="rives", object=f"Objet de {who}", seen=2)
        for who in (MANAGER, SECOND)
    ]
    one, other = house, house.beside()
    answers = await asyncio.gather(one.do(edits[0]), other.do(edits[1]))
    assert sorted(answer.outcome for answer in answers) == ["recorded", "refused"]
    [refused] = [answer.refusal for answer in answers if answer.refusal]
    assert refused.code == "changed_since"


async def test_what_was_seen_is_part_of_what_is_repeated(house: House) -> None:
    """The same again is answered as before; having seen more is another command, under another id."""
    await house.recorded(PAUSE)
    first = command("RecordLesson", "l", cooperation="rives", title="Une leçon", seen=2)
    again = command("RecordLesson", "l", cooperation="rives", title="Une leçon", seen=3)
    anew = again.model_copy(update={"command_id": "l/2"})
    refused = await house.do(first)
    assert refused.outcome == "refused"
    assert await house.do(first) == refused.model_copy(update={"repeated": True})
    reused = await house.do(again)
    assert reused.refusal
    assert reused.refusal.code == "id_reused"
    assert (await house.do(anew)).outcome == "recorded"
