"""What is worth knowing about something that was recorded: told beside the answer, which stays as it is."""

from application.commands.answer import Answer
from domain.registry.commands import AnyCommand
from domain.reviews.awaited import gate_waits_for
from domain.reviews.commands import OpenReview
from language import Text
from queries.visit import Visit

OPENS_NO_GATE = Text(
    "aucun point de passage de cette phase n’attend cet avis : il sera rendu, et n’ouvrira aucun passage",
    "no gate item of this phase waits for this review: it will be answered, and open no gate",
)


async def note_on(visit: Visit, command: AnyCommand, answer: Answer) -> Text | None:
    """What the person should know; None where there is nothing."""
    if not isinstance(command, OpenReview) or answer.outcome != "recorded":
        return None
    file = await visit.service.files.cooperation(visit.organisation, command.cooperation)
    if file is None:
        return None
    seen = file.reviews.get(command.review)
    rulebook = visit.service.rulebooks.get(visit.people, file.rulebook)
    waits = seen is None or gate_waits_for(command.question, seen.pass_number, file, rulebook)
    return None if waits else OPENS_NO_GATE
