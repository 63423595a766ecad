"""Which cooperation a file is, or belongs to: its programme, id and name, for lists of what happens in files."""

from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.fundings.state import Funding
from domain.reviews.state import Review


def about(file: KeptFile) -> tuple[str, str, str]:
    """Programme, id and name of the cooperation."""
    programme = file.rulebook.partition("@")[0]
    match file:
        case Cooperation():
            return programme, file.id, file.name
        case Review() | Funding():
            return programme, file.cooperation, file.name
        case _:
            return programme, "", ""
