"""The public sheet of a cooperation, for people."""

from cli.cooperations import related_drawing
from cli.terminal.drawing import headed, write_facts
from cli.terminal.output import console
from exports.document_text import sections_of
from language import say, t
from queries.public_sheet import PublicSheet
from queries.related_files import RelatedFiles
from wording import headings
from wording.public_sheet import ONLY_PUBLIC
from wording.values import word


def draw(found: PublicSheet) -> None:
    """Where it stands, what is public, the reviews in which the reader has a seat."""
    sheet = found.document.sheet
    console().print(headed(f"{sheet.name} — {sheet.territory.name}"))
    console().print(say(ONLY_PUBLIC), markup=False)
    phase = say(sheet.phase_name) if sheet.phase_name else word(sheet.phase, "phase")
    write_facts(
        [
            (t("programme", "programme"), say(found.document.rulebook.name)),
            (say(headings.STATUS), word(sheet.status, "cooperation")),
            (t("phase", "phase"), phase),
        ]
    )
    if found.document.sections:
        console().print(sections_of(found.document), markup=False)
    related_drawing.draw(RelatedFiles(found.reviews, ()))
