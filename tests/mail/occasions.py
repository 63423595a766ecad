"""Reminders as the real rules issue them: a file of programme TEC, its managers, its dates."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from application.rulebooks.shelf import YamlRulebooks
from domain.cooperations.events.file import CooperationOpened
from domain.cooperations.events.lifecycle import PhaseEntered
from domain.cooperations.evolve.file import fold
from domain.cooperations.state import Cooperation
from domain.files.events import ReminderIssued
from domain.kernel.ids import SERVICE, cooperation_stream, message_id
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import PARIS, write_instant
from domain.kernel.prose import Prose
from domain.kernel.recorded import Recorded
from domain.kernel.values import CooperationType, EconomicModel, Language, Origin, Phase, Role, Territory
from domain.people.state import Organisation, Person
from domain.reminders.any_file import deadlines
from programmes import FOLDER
from tests.mail.beside import granted

RULEBOOKS = YamlRulebooks(FOLDER)
ZOE = "p-00000000000a"
OPENED = datetime(2026, 3, 2, 9, 30, tzinfo=PARIS)
_PLACES = {"name": "a" * 32, "email": "b" * 32}


@dataclass(frozen=True)
class Told:
    """What is known of the recipient, and what the reminder is about."""

    name: str = "Zoé Müller"
    email: str = "zoe@exemple.fr"
    language: Language = Language.FRENCH
    cooperation: str = "Noailles"
    organisation: str = "Fondation des Coopérations"
    rung: str = "due"
    role: Role = Role.PROGRAMME_MANAGER
    late: bool = False
    kind: LedgerKind = LedgerKind.REAL
    now: datetime = datetime(2026, 9, 2, 8, 0, tzinfo=PARIS)
    known: bool = True

    def vault(self) -> dict[str, str]:
        """The recipient's values; none once erased."""
        return {_PLACES["name"]: self.name, _PLACES["email"]: self.email} if self.known else {}

    def organisation_state(self) -> Organisation:
        """The organisation with the recipient, as the ledger shows it: references in the place of text."""
        name, email = Prose("x").seal(_PLACES["name"], "d"), Prose("x").seal(_PLACES["email"], "d")
        person = Person(ZOE, name, email, self.language)
        people, grants = {ZOE: person}, granted(ZOE, [self.role])
        return Organisation(entry=1, name=self.organisation, kind=self.kind, people=people, grants=grants)

    def file(self) -> Cooperation:
        """A file in exploration, without any contact since it was opened; its name unchecked."""
        opened = CooperationOpened(
            name="Noailles",
            territory=Territory(name="Marseille 1er", insee_codes=("13201",)),
            region="paca-corse",
            object="Habitat digne",
            cooperation_type=CooperationType.NON_MODELLED,
            economic_model=EconomicModel.HYBRID,
            origin=Origin.RESIDENTS_CALL,
            relayed_from=None,
            rulebook="tec@1",
            managers=(ZOE,),
        )
        entered = PhaseEntered(phase=Phase.EXPLORATION, pass_number=1, way="opened")
        state = fold(None, [_recorded(opened, 1), _recorded(entered, 2)])
        assert state is not None
        return replace(state, name=self.cooperation)

    def claim(self) -> Recorded:
        """The reminder of the file's silence."""
        rulebook = RULEBOOKS.get(Organisation(), "tec@1")
        [silence] = [one for one in deadlines(self.file(), rulebook) if one.key == "inactivity"]
        return _recorded(
            ReminderIssued(
                occurrence=silence.occurrence,
                rung=self.rung,
                due_on=date(2026, 9, 2),
                recipient=ZOE,
                role=self.role,
                late=self.late,
                message=message_id("noailles", silence.occurrence, self.rung, ZOE),
                calendar="monday-to-friday, FR",
            ),
            3,
        )

    def but(self, **changes: object) -> "Told":
        """The same, but for some facts."""
        return replace(self, **changes)  # type: ignore[arg-type]


def _recorded(event: CooperationOpened | PhaseEntered | ReminderIssued, entry: int) -> Recorded:
    stream, command = cooperation_stream("noailles"), f"c{entry}"
    return Recorded(event, stream, entry, write_instant(OPENED), SERVICE, command, command, command, "tec@1")
