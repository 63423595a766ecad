"""The addresses of sheets that are brought in."""

from links.paths import of, segment


def importing(organisation: str) -> str:
    """Where sheets are brought in."""
    return f"{of(organisation)}/importer"


def sheet(organisation: str, job: str) -> str:
    """A sheet that was sent: how it was tried, and what became of its rows."""
    return f"{importing(organisation)}/{segment(job)}"


def sheet_back(organisation: str, job: str) -> str:
    """The same sheet with the result of each row, to be kept."""
    return f"{sheet(organisation, job)}/resultat"


def sheet_template(organisation: str, kind: str) -> str:
    """The workbook of a kind to be filled in."""
    return f"{importing(organisation)}/modele/{segment(kind)}"
