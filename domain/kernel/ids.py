"""How ids are made: derived, never drawn, so that doing something again gives the same id."""

from datetime import datetime
from hashlib import sha256
from typing import TypedDict

ORGANISATION_STREAM = "organisation"
"""The stream of the organisation itself: its people and their roles."""

SERVICE = "escale"
"""The actor of what the service does by itself."""

RESERVED = f"{SERVICE}:"
"""How the ids of its commands begin: nobody else can give one, and so nobody can be there first (docs/adr/0027)."""


def cooperation_stream(cooperation: str) -> str:
    """The stream of a cooperation; also the id of its workflow."""
    return f"cooperation:{cooperation}"


def review_stream(review: str) -> str:
    """The stream of a review."""
    return f"review:{review}"


def funding_stream(funding: str) -> str:
    """The stream of a funding."""
    return f"funding:{funding}"


def envelope_stream(envelope: str) -> str:
    """The stream of an envelope."""
    return f"envelope:{envelope}"


def account_stream(account: str) -> str:
    """The stream of somebody's bank details."""
    return f"account:{account}"


def payment_file_stream(payment_file: str) -> str:
    """The stream of a file of payment orders."""
    return f"payment-file:{payment_file}"


def reference_stream(reference: str) -> str:
    """The stream that a bank's reference of a payment takes, once for all fundings."""
    return f"payment-reference:{reference.upper()}"


FILE_KINDS = ("cooperation", "review", "funding")
"""The streams that have deadlines and a workflow: those of files."""


def id_of(stream: str) -> str:
    """The id of what a stream is about, without its kind: ``avis`` of ``review:avis``."""
    return stream.partition(":")[2]


def stream_of(file: str) -> str:
    """The stream of a file by its key: a cooperation's id, ``review:<id>`` or ``funding:<id>``."""
    return file if ":" in file else cooperation_stream(file)


def file_of(stream: str) -> str | None:
    """The key of the file whose stream it is; None for streams that are no files."""
    kind, _, name = stream.partition(":")
    if kind not in FILE_KINDS:
        return None
    return name if kind == "cooperation" else stream


class FileField(TypedDict, total=False):
    """The one field of a command that names a file."""

    cooperation: str
    review: str
    funding: str


def naming(file: str) -> FileField:
    """The field that names the file of a key, in commands that are about any kind of file."""
    kind, _, name = stream_of(file).partition(":")
    match kind:
        case "review":
            return FileField(review=name)
        case "funding":
            return FileField(funding=name)
    return FileField(cooperation=name)


def review_of(file: str) -> str:
    """The id of the review whose key it is. Raises KeyError for the key of another file."""
    return naming(file)["review"]


def workflow_id(organisation: str, file: str) -> str:
    """The id of a file's workflow, unique in a namespace: ``cooperation:<organisation>/<id>``, ``review:…``."""
    kind, _, name = stream_of(file).partition(":")
    return f"{kind}:{organisation}/{name}"


def file_of_workflow(workflow: str) -> str | None:
    """The key of the file whose workflow has that id; None if it is no file's."""
    kind, _, rest = workflow.partition(":")
    return file_of(f"{kind}:{rest.partition('/')[2]}")


def person_id(command_id: str) -> str:
    """The id of the person whom a command registered."""
    return "p-" + _digest("person", command_id)[:12]


def secret_id(command_id: str, index: int, field: str) -> str:
    """The place in the vault of one private field of a command's ``index``-th event."""
    return _digest("secret", command_id, str(index), field)[:32]


def message_id(file: str, occurrence: str, rung: str, recipient: str) -> str:
    """The id of a message: derived from its claim, and from nothing else."""
    return _digest("message", file, occurrence, rung, recipient)[:32]


def is_reserved(command_id: str) -> bool:
    """Whether an id is the service's to give."""
    return command_id.startswith(RESERVED)


def reminder_command_id(file: str, occurrence: str, rung: str) -> str:
    """The command that issues one rung of one occurrence."""
    return _own("remind", file, occurrence, rung)


def silence_command_id(file: str, occurrence: str) -> str:
    """The command that counts the silence about one occurrence."""
    return _own("silence", file, occurrence)


def conclusion_command_id(review: str, occurrence: str) -> str:
    """The command by which the service concludes a review, as it stands after its last event: ``conclusion/e<entry>``.

    Refused, it hinders no later one: readiness comes with a further event, which makes another id.
    """
    return _own("conclude", review, occurrence.rpartition("/")[2])


def act_command_id(file: str, occurrence: str, *, what: str, attempt: int) -> str:
    """The command that announces or does one occurrence of an act: ``what`` says which.

    ``attempt`` is the entry that refused it last, 0 if none did.
    """
    return _own(what, file, occurrence, *((f"e{attempt}",) if attempt else ()))


def review_opened_by_act(file: str, occurrence: str, question: str) -> str:
    """The id of the review that an act opens: its question, and what makes it unique."""
    name = question.replace("_", "-").strip("-")[:45].strip("-")
    return f"{name}-{_digest('review', file, occurrence)[:10]}"


def delivery_command_id(message: str, state: str, attempts: int) -> str:
    """The command that tells what became of a message after so many attempts to send it."""
    return _own("delivery", message, state, str(attempts))


def outage_command_id(since: datetime, until: datetime) -> str:
    """The command that records one outage."""
    return _own("outage", f"{since:%Y%m%dT%H%M%S}", f"{until:%Y%m%dT%H%M%S}")


def later_command_id(command_id: str, position: int, now: datetime) -> str:
    """The same command of the service, decided again: what hindered it may have gone with ledger or time."""
    return f"{command_id}/{position}-{now:%Y%m%dT%H%M%S}"


def _own(*parts: str) -> str:
    return RESERVED + "/".join(parts)


def _digest(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()
