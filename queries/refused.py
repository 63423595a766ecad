"""How a command ends when it does not end well: of which kind that is, a stable code, a sentence and a remedy."""

import errno
import traceback
from enum import StrEnum
from pathlib import Path

from language import Text

_REASONS = {
    errno.ENOSPC: Text("le disque est plein", "the disk is full"),
    errno.EDQUOT: Text("le quota du disque est atteint", "the disk quota is reached"),
    errno.EFBIG: Text("le fichier serait trop grand", "the file would be too large"),
    errno.EIO: Text("le disque ne répond pas comme il faut", "the disk does not answer as it should"),
    errno.EROFS: Text("le disque est en lecture seule", "the disk is read-only"),
    errno.EBADF: Text("la sortie est fermée", "the output is closed"),
    errno.EPIPE: Text("plus personne ne la lit", "nobody reads it any more"),
    errno.ENOENT: Text("il n’existe pas", "there is no such file"),
    errno.EISDIR: Text("c’est un dossier", "it is a folder"),
    errno.ENOTDIR: Text("un de ses dossiers n’en est pas un", "one of its folders is none"),
    errno.EACCES: Text("l’accès en est refusé", "access to it is denied"),
    errno.EPERM: Text("l’accès en est refusé", "access to it is denied"),
    errno.ENAMETOOLONG: Text("son nom est trop long", "its name is too long"),
}
"""What the system says of files and outputs, in the words of ours."""


_OF_THE_PLACE = frozenset(
    {
        *(errno.ENOENT, errno.EISDIR, errno.ENOTDIR, errno.ENAMETOOLONG),
        *(errno.EACCES, errno.EPERM, errno.EROFS),
    }
)
"""What is wrong with a path that was named, not with the room that there is."""


class FailureKind(StrEnum):
    """How it ended, whatever front was asked; each has its own codes for these. The value is the outcome in JSON."""

    REFUSED = "refused"
    INVALID = "invalid"
    """What was asked cannot be read."""
    UNKNOWN = "unknown"
    """Nobody can tell now: what was asked may have been recorded or not."""
    UNFORESEEN = "failed"
    """A fault of the program."""
    OUTPUT_LOST = "output-lost"
    """What was asked is done, and its output could not be written."""


class Failure(Exception):
    """Ends the command as ``kind`` says; ``text`` says why, ``remedy`` what to do.

    ``command_id`` is the command that is in doubt, if one is.
    """

    def __init__(
        self, kind: FailureKind, code: str, text: Text, remedy: Text, command_id: str | None = None
    ) -> None:
        super().__init__(f"{text.en} [{code}]")
        self.kind = kind
        self.code = code
        self.text = text
        self.remedy = remedy
        self.command_id = command_id


def invalid(code: str, text: Text, remedy: Text) -> Failure:
    """What was asked cannot be read."""
    return Failure(FailureKind.INVALID, code, text, remedy)


def not_written(path: object, error: OSError) -> Failure:
    """A file that cannot be written: because of where it was to be, or for want of room."""
    why = reason(error)
    if error.errno in _OF_THE_PLACE:
        return invalid(
            "file-not-writable",
            Text(f"{path} ne s’écrit pas : {why.fr}", f"{path} cannot be written: {why.en}"),
            Text("Vérifiez le chemin.", "Check the path."),
        )
    return Failure(
        FailureKind.OUTPUT_LOST,
        "file-not-written",
        Text(f"{path} n’a pas pu être écrit : {why.fr}.", f"{path} could not be written: {why.en}."),
        Text("Faites de la place ou nommez un autre endroit.", "Make room or name another place."),
    )


def not_readable(path: object, error: OSError, *, standard_input: bool = False) -> Failure:
    """A file that was named and cannot be read; ``standard_input`` might have been named instead."""
    why = reason(error)
    remedy = Text("Vérifiez le chemin.", "Check the path.")
    if standard_input:
        remedy = Text(
            "Vérifiez le chemin ; `-` lit l’entrée standard.", "Check the path; `-` reads standard input."
        )
    return invalid(
        "file-not-readable",
        Text(f"{path} ne se lit pas : {why.fr}", f"{path} cannot be read: {why.en}"),
        remedy,
    )


def reason(error: OSError) -> Text:
    """Why the system does not write or read something."""
    return _REASONS.get(
        error.errno or 0, Text(f"erreur du système {error.errno}", f"system error {error.errno}")
    )


def unforeseen(error: Exception, command_id: str | None = None, known: Text | None = None) -> Failure:
    """A fault of the program: where it is, and what is ``known`` of the command that met it.

    The error's own text is left out: it may quote what is private.
    """
    place = where(error)
    of = Text(f" pour la commande {command_id}", f" on command {command_id}") if command_id else Text("", "")
    said = known or Text("", "")
    return Failure(
        FailureKind.UNFORESEEN,
        "unforeseen",
        Text(
            f"Erreur imprévue{of.fr} : {type(error).__name__}, {place}.{said.fr}",
            f"Unforeseen error{of.en}: {type(error).__name__}, {place}.{said.en}",
        ),
        Text(
            "C’est un défaut d’Escale : signalez cette ligne à qui s’en occupe.",
            "It is a fault in Escale: report this line to whoever looks after it.",
        ),
        command_id,
    )


def where(error: Exception) -> str:
    """The place in the program at which an error arose."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"


STORE_UNREACHABLE = "store-unreachable"
"""The code of a store that does not answer."""


def out_of_reach(command_id: str | None = None) -> Failure:
    """The store does not answer: a command under way may have been recorded."""
    if command_id is None:
        return Failure(
            FailureKind.UNKNOWN,
            STORE_UNREACHABLE,
            Text("La base de données ne répond pas.", "The database does not answer."),
            Text(
                "`escale status` dit ce qui tourne, `escale up` démarre.",
                "See `escale status`; `escale up` starts it.",
            ),
        )
    return Failure(
        FailureKind.UNKNOWN,
        STORE_UNREACHABLE,
        Text(
            f"La base de données ne répond pas : la commande {command_id} est peut-être enregistrée.",
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
        FailureKind.UNKNOWN,
        "disk-full",
        Text(
            "Le disque de la base de données est plein : elle ne peut rien enregistrer.",
            "The disk of the database is full: it can record nothing.",
        ),
        Text(
            f"Libérez de la place ; le service revient de lui-même. Puis répétez ({again}).",
            f"Make room; the service comes back by itself. Then repeat ({again}).",
        ),
        command_id,
    )
