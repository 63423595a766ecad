"""Why something cannot be done now, or is somebody else's to do: sentences beside a button that is not there."""

import re
from collections.abc import Callable, Mapping, Sequence

from domain.kernel.refusal import Refusal
from domain.kernel.values import Role
from domain.registry.commands import COMMAND_TYPES
from language import Text
from wording.naming import Naming
from wording.nothing_to_choose import NOTHING_LEFT, NOTHING_TO_CHOOSE
from wording.punctuation import quoted
from wording.refusals import explain

_FOR: Mapping[str, Text] = {
    Role.ADMINISTRATOR: Text("à l’administration", "administrators"),
    Role.PROGRAMME_MANAGER: Text("aux chargé·es de mission", "programme managers"),
    Role.ELECTED_REPRESENTATIVE: Text("aux élu·es", "elected representatives"),
    Role.REGIONAL_COMMISSION: Text("à la commission régionale", "the regional commission"),
    Role.JURY: Text("au jury", "the jury"),
    Role.STEERING_COMMITTEE: Text("au comité de pilotage", "the steering committee"),
    Role.BOARD: Text("au conseil d’administration", "the board"),
    Role.ACCOMPANYING_ORGANISATION: Text("aux organismes accompagnateurs", "accompanying organisations"),
    Role.FACILITATOR: Text("à l’animation", "facilitators"),
    Role.FINANCE_OFFICER: Text("aux finances", "finance officers"),
    Role.AUDITOR: Text("à l’audit", "auditors"),
}
_NAMES = "|".join(COMMAND_TYPES)
_NOT_TYPED = re.compile(rf"\s?\(({_NAMES})((, | ou | or )({_NAMES}))*\)")
"""Names of commands in brackets, for who types them: a page has buttons."""


def lacking(refusal: Refusal, naming: Naming) -> tuple[Text, Text]:
    """The rule's own sentence and remedy, without names of commands: a page has buttons."""
    said = explain(refusal, naming)
    return without_commands(Text(*said.message)), without_commands(Text(*said.remedy))


def not_yours(refusal: Refusal, naming: Naming) -> tuple[Text, Text]:
    """Whose it is, or what keeps the reader from it: they have done the step before, asked for it, have a conflict."""
    short = _SHORT.get(refusal.code)
    why, remedy = lacking(refusal, naming)
    return (short(refusal, naming) if short else why), remedy


def nothing_to_choose(command: str, field: str) -> tuple[Text, Text]:
    """What is missing where a field has nothing left to choose."""
    return NOTHING_TO_CHOOSE.get((command, field), NOTHING_LEFT)


def without_commands(text: Text) -> Text:
    """A sentence without the names of commands that it has in brackets."""
    return Text(_NOT_TYPED.sub("", text.fr), _NOT_TYPED.sub("", text.en))


def _reserved(refusal: Refusal, naming: Naming) -> Text:
    bodies = [one for one in refusal.params.get("roles", "").split(", ") if one not in ("", "–")]
    if not bodies:
        return Text("Personne ne peut le faire à présent.", "Nobody can do this at present.")
    return _for_all([_to(one, naming) for one in bodies])


def reserved_for(roles: Sequence[Role]) -> Text:
    """Whose something is, by their roles: *Réservé à l’administration*."""
    return _for_all([_FOR[one] for one in roles])


def _for_all(bodies: Sequence[Text]) -> Text:
    french, english = zip(*bodies, strict=True)
    fr = " et ".join(filter(None, (", ".join(french[:-1]), french[-1])))
    en = " and ".join(filter(None, (", ".join(english[:-1]), english[-1])))
    return Text(f"Réservé {fr}.", f"Reserved for {en}.")


def _to(body: str, naming: Naming) -> Text:
    if body in _FOR:
        return _FOR[body]
    name = naming.said("body", body)
    return Text(f"à l’instance {quoted(name[0]).fr}", f"the panel {quoted(name[1]).en}")


def _asked(_refusal: Refusal, _naming: Naming) -> Text:
    return Text(
        "Vous l’avez demandé : une autre personne en décide.", "You asked for it: somebody else decides."
    )


def _did(refusal: Refusal, naming: Naming) -> Text:
    """What they have done before for the same tranche."""
    known = _DID.get(refusal.params.get("step", ""))
    return known or lacking(refusal, naming)[0]


PROPOSED_BY_YOU = Text(
    "Vous les avez proposées : une autre personne les vérifie.",
    "You proposed them: somebody else checks them.",
)
"""Why whoever proposed bank details does not confirm them."""

_DID: Mapping[str, Text] = {
    "decided": Text(
        "Vous avez décidé du financement : une autre personne prend la suite.",
        "You decided about the funding: somebody else takes the next step.",
    ),
    "requested": Text(
        "Vous l’avez demandée : une autre personne prend la suite.",
        "You asked for it: somebody else takes the next step.",
    ),
    "approved": Text(
        "Vous l’avez validée : une autre personne prend la suite.",
        "You approved it: somebody else takes the next step.",
    ),
}

_SHORT: Mapping[str, Callable[[Refusal, Naming], Text]] = {
    "not_entitled": _reserved,
    "own_proposal": _asked,
    "acted_before": _did,
}
