"""In how many steps a command is given, what is asked first, and what then is not asked at all."""

from collections.abc import Callable, Mapping

from domain.kernel.command import Command
from domain.registry.commands import COMMAND_TYPES
from queries.forms.about import About
from queries.forms.form import Steps
from queries.forms.shape import Shape

FROM_FILES = frozenset({"PublishRulebook", "ImportCooperation"})
"""Commands that are read from a file: nobody fills in their fields."""

_TWO_STEPS = frozenset(
    {
        "FoundOrganisation", "GrantRole", "HandOverAllFiles", "HandOverOpinions", "OpenCooperation",
        "MigrateCooperation",
        "AdvancePhase", "GoBack", "SettleAbandonment", "CloseCooperation", "DeclineApplication", "CorrectEntry",
        "OpenReview", "ReviseDossier", "ConcludeReview", "DeferReview", "RequestFunding", "ReviseFunding",
        "ResubmitFunding", "DecideFunding", "PrepareAgreement", "ProposeAmendment", "DecideAmendment", "OrderPayment",
        "ReleaseFunds", "ReclaimFunds", "CloseFunding", "IssuePaymentFile", "OpenEnvelope", "CarryOver",
        *FROM_FILES,
    }
)  # fmt: skip
"""Commands whose consequences are shown before they are recorded."""

_ASKED_FIRST: Mapping[str, tuple[str, ...]] = {
    "OpenCooperation": ("programme", "region"),
    "OpenReview": ("cooperation", "question"),
    "RequestFunding": ("cooperation", "request.instrument"),
    "CloseCooperation": ("cooperation", "outcome"),
    "RecordContribution": ("cooperation", "kind"),
    "JudgeCriterion": ("cooperation", "item"),
    "MigrateCooperation": ("cooperation", "to"),
    "DecideFunding": ("funding", "decision"),
    "DecideAmendment": ("funding", "amendment", "decision"),
    "GiveOpinion": ("review", "opinion"),
    "ExtendFundingDeadline": ("funding", "deadline"),
    "SignAmendment": ("funding", "amendment"),
    "RevokeRole": ("grant",),
    "CarryOver": ("envelope",),
    "PrepareAgreement": ("funding",),
}
"""What decides other fields. A subject is asked first of every command."""

_ASKED_TOGETHER = frozenset({"OpenCooperation"})
"""Commands of which these decide nothing of one another."""

_SUBJECTS = ("cooperation", "review", "funding", "envelope", "account")


def people_give(command: type[Command]) -> bool:
    """Whether people give a command in a form: the service alone records the others."""
    return command.by_the_service != "only"


def commands_with_forms() -> dict[str, type[Command]]:
    """The commands that people give, by name."""
    return {name: one for name, one in COMMAND_TYPES.items() if people_give(one)}


def steps_of(command: type[Command]) -> Steps:
    """In how many steps it is given."""
    return 2 if command.__name__ in _TWO_STEPS else 1


def asked_first(command: type[Command], shapes: tuple[Shape, ...]) -> tuple[str, ...]:
    """The fields that decide the others, in the order in which they are asked."""
    subject = tuple(
        one.name
        for one in shapes
        if one.name in _SUBJECTS and one.required and one.codes == () and one.widget.value == "one-of"
    )
    return tuple(dict.fromkeys((*subject, *_ASKED_FIRST.get(command.__name__, ()))))


def asked_by_now(command: type[Command], first: tuple[str, ...], lacking: str) -> tuple[str, ...]:
    """Of the fields that decide the others, those to be asked as long as one of them lacks its value."""
    return first if command.__name__ in _ASKED_TOGETHER else first[: first.index(lacking) + 1]


def is_asked(about: About, name: str) -> bool:
    """Whether a field makes sense with what was chosen, in this file."""
    rule = _ONLY_IF.get(f"{about.command.__name__}.{name}")
    return rule is None or rule(about)


def _is(name: str, *values: str) -> Callable[[About], bool]:
    return lambda about: about.one(name) in values


def _names_another(kind: str) -> Callable[[About], bool]:
    """Of three kinds of files one is named: a cooperation, unless another is."""
    others = [one for one in ("review", "funding", "cooperation") if one != kind]
    return lambda about: not any(about.one(one) for one in others) and kind == "cooperation"


_REASONED = _is("decision", "refused", "deferred")
_AGAINST = _is("opinion", "unfavourable")

_ANY_FILE = ("SettleDelivery", "HoldBackAct", "ReleaseAct")

_ONLY_IF: Mapping[str, Callable[[About], bool]] = {
    **{
        f"{one}.{kind}": _names_another(kind)
        for one in _ANY_FILE
        for kind in ("cooperation", "review", "funding")
    },
    "CloseCooperation.handed_to": _is("outcome", "handed-over"),
    "RecordContribution.hours": _is("kind", "in-kind"),
    "DecideFunding.amount_cents": _is("decision", "granted"),
    "DecideFunding.conditions": _is("decision", "granted"),
    "DecideFunding.points": _REASONED,
    "DecideFunding.would_change": _REASONED,
    "DecideAmendment.points": _REASONED,
    "DecideAmendment.would_change": _REASONED,
    "GiveOpinion.points": _AGAINST,
    "GiveOpinion.would_change": _AGAINST,
    "GiveOpinion.conditions": _is("opinion", "favourable-with-conditions"),
    "GiveOpinion.scores": lambda about: about.one("opinion") != "abstention",
    "OpenReview.answers": lambda about: bool(about.one("resubmits")),
    "OpenReview.amendment": lambda about: bool(about.one("amendment") or about.one("funding")),
    "OpenReview.amount_cents": lambda about: about.funding is not None,
    "OpenReview.conditions": lambda about: about.funding is not None,
    "ReviseDossier.amount_cents": lambda about: about.funding is not None,
    "ReviseDossier.conditions": lambda about: about.funding is not None,
    "RequestFunding.request.fast_track": lambda about: _instrument_has(about, "fast_track"),
    "RequestFunding.request.shares": lambda about: _instrument_has(about, "shares"),
}
"""By field: with which choices it is asked; always, if it does not stand here."""


def _instrument_has(about: About, what: str) -> bool:
    instrument = about.rulebook.instrument(about.one("request.instrument")) if about.rulebook else None
    return bool(instrument and getattr(instrument, what))
