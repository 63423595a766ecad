"""What a command is run with: the settings that the environment gives."""

from typing import TYPE_CHECKING

from language import Text
from queries.refused import invalid

if TYPE_CHECKING:
    from config import Settings


def settings() -> "Settings":
    """What the environment says; ends the command if it says something impossible."""
    from pydantic import ValidationError  # noqa: PLC0415 - loaded by the commands that need it

    from config import Settings  # noqa: PLC0415

    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = "ESCALE_" + str(first["loc"][0] if first["loc"] else "…").upper().removeprefix("ESCALE_")
        said = f"{name}: {first['msg']}"
        raise invalid(
            "bad-setting",
            Text(
                f"un réglage de l’environnement n’est pas valable : {said}", f"a setting is not valid: {said}"
            ),
            Text("Corrigez cette variable ou retirez-la.", "Correct that variable or remove it."),
        ) from None
