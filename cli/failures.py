"""How a command ends when it does not end well: a stable code, a sentence, an exit code."""

from enum import IntEnum

from stack.texts import Text


class ExitCode(IntEnum):
    """What the shell is told. Of several commands in one call the highest code wins."""

    RECORDED = 0
    REFUSED = 1
    INVALID = 2
    UNKNOWN = 3


class Failure(Exception):
    """Ends the command with ``exit_code``; ``text`` says why, ``remedy`` what to do.

    ``command_id`` is the command that is in doubt, if one is.
    """

    def __init__(
        self, exit_code: ExitCode, code: str, text: Text, remedy: Text, command_id: str | None = None
    ) -> None:
        super().__init__(f"{text.en} [{code}]")
        self.exit_code = exit_code
        self.code = code
        self.text = text
        self.remedy = remedy
        self.command_id = command_id


def invalid(code: str, text: Text, remedy: Text) -> Failure:
    """What was asked cannot be read."""
    return Failure(ExitCode.INVALID, code, text, remedy)


def out_of_reach(command_id: str | None = None) -> Failure:
    """The store does not answer: a command under way may have been recorded."""
    if command_id is None:
        return Failure(
            ExitCode.UNKNOWN,
            "store-unreachable",
            Text("La base de données ne répond pas.", "The database does not answer."),
            Text(
                "`escale status` dit ce qui tourne, `escale up` démarre.",
                "See `escale status`; `escale up` starts it.",
            ),
        )
    return Failure(
        ExitCode.UNKNOWN,
        "store-unreachable",
        Text(
            f"La base de données ne répond pas : la commande {command_id} est peut-être enregistrée.",
            f"The database does not answer: command {command_id} may have been recorded.",
        ),
        Text(
            f"Répétez-la avec le même command_id, ou demandez `escale outcome {command_id}`.",
            f"Repeat it with the same command_id, or ask `escale outcome {command_id}`.",
        ),
        command_id,
    )


def no_room(command_id: str | None = None) -> Failure:
    """The store's disk is full: it records nothing, and that is said as it is."""
    again = f"`--id {command_id}`" if command_id else "escale status"
    return Failure(
        ExitCode.UNKNOWN,
        "disk-full",
        Text(
            "Le disque de la base de données est plein : elle ne peut rien enregistrer.",
            "The disk of the database is full: it can record nothing.",
        ),
        Text(
            f"Libérez de la place ; le service revient de lui-même. Puis répétez ({again}).",
            f"Make room; the service comes back by itself. Then repeat ({again}).",
        ),
        command_id,
    )
