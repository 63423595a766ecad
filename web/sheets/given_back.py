"""A sheet that goes back, with what became of each of its rows."""

from collections.abc import Mapping

from exports.import_result import result_as_xlsx
from language import Text
from queries.importing.headings import headings, is_ours
from web.sheets.kept import Sent
from wording.importing.result import row_said
from wording.pages import importing as words
from workspace.jobs import Job


def given_back(sent: Sent, job: Job | None) -> bytes:
    """The workbook: what was recorded, where recording began; else what would be."""
    sheet, said = sent.sheet, headings(sent.sheet.heading)
    ours = next((number for number, one in enumerate(said) if is_ours(one)), None)
    column = max(len(one.cells) for one in (sheet.heading, *sheet.rows)) if ours is None else ours
    results = {sheet.heading.number: words.result_heading(), **_results(sent, job)}
    rows = [(one.number, one.cells) for one in (sheet.heading, *sheet.rows)]
    title = words.kind(sent.kind.key)
    return result_as_xlsx(title, rows, results, column, sheet.heading.number)


def _results(sent: Sent, job: Job | None) -> Mapping[int, str]:
    became = {one.file: one for one in job.items} if job else {}
    found = {}
    for row, one in sent.first.items():
        state, cell, message, remedy = one.state, one.cell, one.message, one.remedy
        item = became.get(str(one.unit)) if one.state == "possible" else None
        if item is not None:
            said = Text(*item.said) if item.said else None
            found[row] = row_said(item.outcome or "waiting", "", said, None)
        else:
            found[row] = row_said(state, cell, message, remedy)
    return found
