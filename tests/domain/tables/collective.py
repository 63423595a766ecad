"""The collective: stakeholders, the table of commitments, the charter."""

from datetime import date

from domain.cooperations.events.file import (
    CharterDrafted,
    CharterSigned,
    CommitmentRecorded,
    StakeholderChanged,
    StakeholderRetired,
)
from domain.kernel.prose import Prose
from domain.kernel.values import Term
from tests.domain.kit import Row, do
from tests.domain.vocabulary import BEGUN, WHY, drafted, member, signed

PAIR = (*BEGUN, member("amae"), member("egraine"))
CARRIED = (*BEGUN, member("amae", carries=True))
LEFT = (*PAIR, StakeholderRetired(stakeholder="egraine", reason=WHY))
DRAFTED = (*PAIR, drafted())
SIGNED = (*DRAFTED, signed(5))
ASSOCIATION = {"name": "Amae", "sector": "association", "role": "Animation"}

ROWS = (
    Row(
        "a stakeholder joins with its role",
        BEGUN,
        do("AddStakeholder", stakeholder="amae", **ASSOCIATION),
        (member("amae"),),
    ),
    Row(
        "the role of a stakeholder may have a term",
        BEGUN,
        do(
            "AddStakeholder",
            stakeholder="amae",
            term={"since": "2026-01-01", "until": "2026-12-31"},
            **ASSOCIATION,
        ),
        (member("amae", Term(since=date(2026, 1, 1), until=date(2026, 12, 31))),),
    ),
    Row(
        "a stakeholder joins once",
        PAIR,
        do("AddStakeholder", stakeholder="amae", **ASSOCIATION),
        "stakeholder_exists",
        naming={"stakeholder": "amae"},
    ),
    Row(
        "the key of one who left is not used again",
        LEFT,
        do("AddStakeholder", stakeholder="egraine", **ASSOCIATION),
        "stakeholder_exists",
    ),
    Row(
        "a term does not end before it begins",
        BEGUN,
        do(
            "AddStakeholder",
            stakeholder="amae",
            term={"since": "2026-02-02", "until": "2026-02-01"},
            **ASSOCIATION,
        ),
        "term_reversed",
    ),
    Row(
        "a change says what holds now",
        PAIR,
        do("ChangeStakeholder", stakeholder="amae", role="Coordination", carries_the_money=True),
        (StakeholderChanged(stakeholder="amae", role="Coordination", term=Term(), carries_the_money=True),),
    ),
    Row(
        "a change to what already holds is none",
        PAIR,
        do("ChangeStakeholder", stakeholder="amae", role="Animation"),
        "changes_nothing",
    ),
    Row(
        "a changed term is in order too",
        PAIR,
        do("ChangeStakeholder", stakeholder="amae", term={"since": "2026-02-02", "until": "2026-02-01"}),
        "term_reversed",
    ),
    Row(
        "nobody changes who is not there",
        PAIR,
        do("ChangeStakeholder", stakeholder="ville", role="Appui"),
        "unknown_stakeholder",
        naming={"stakeholder": "ville", "known": "amae, egraine"},
    ),
    Row(
        "a stakeholder leaves with a reason",
        PAIR,
        do("RetireStakeholder", stakeholder="egraine"),
        (StakeholderRetired(stakeholder="egraine", reason=WHY),),
    ),
    Row(
        "who left does not leave twice",
        LEFT,
        do("RetireStakeholder", stakeholder="egraine"),
        "unknown_stakeholder",
        naming={"known": "amae"},
    ),
    Row(
        "who carries the money passes it on before leaving",
        CARRIED,
        do("RetireStakeholder", stakeholder="amae"),
        "carries_the_money",
        naming={"stakeholder": "amae"},
    ),
    Row(
        "a commitment goes from one party to another",
        PAIR,
        do("RecordCommitment", party="amae", toward="egraine", expects="Un lieu", brings="Du temps"),
        (
            CommitmentRecorded(
                party="amae", toward="egraine", expects=Prose(text="Un lieu"), brings=Prose(text="Du temps")
            ),
        ),
    ),
    Row(
        "a commitment may go to all",
        PAIR,
        do("RecordCommitment", party="amae", expects="Un lieu", brings="Du temps"),
        (
            CommitmentRecorded(
                party="amae", toward=None, expects=Prose(text="Un lieu"), brings=Prose(text="Du temps")
            ),
        ),
    ),
    Row(
        "nobody makes a commitment to themselves",
        PAIR,
        do("RecordCommitment", party="amae", toward="amae", expects="Un lieu", brings="Du temps"),
        "commitment_to_itself",
    ),
    Row(
        "who left makes no commitment",
        LEFT,
        do("RecordCommitment", party="amae", toward="egraine", expects="Un lieu", brings="Du temps"),
        "unknown_stakeholder",
        naming={"stakeholder": "egraine"},
    ),
    Row(
        "a charter is drafted",
        PAIR,
        do("DraftCharter", document="sha256:" + "a" * 64),
        (CharterDrafted(document="sha256:" + "a" * 64, note=None),),
    ),
    Row(
        "what is signed is the last draft",
        (*DRAFTED, drafted()),
        do("SignCharter", signatories=["amae", "egraine"], until="2029-12-31"),
        (CharterSigned(draft=6, signatories=("amae", "egraine"), until=date(2029, 12, 31)),),
    ),
    Row(
        "nothing is signed before it is drafted",
        PAIR,
        do("SignCharter", signatories=["amae", "egraine"]),
        "no_draft",
    ),
    Row(
        "a draft is signed once",
        SIGNED,
        do("SignCharter", signatories=["amae", "egraine"]),
        "draft_already_signed",
    ),
    Row(
        "a new draft is signed anew",
        (*SIGNED, drafted()),
        do("SignCharter", signatories=["amae", "egraine"]),
        (signed(7),),
    ),
    Row(
        "only members sign",
        (*LEFT, drafted()),
        do("SignCharter", signatories=["amae", "egraine"]),
        "unknown_stakeholder",
    ),
)
