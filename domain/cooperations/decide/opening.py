"""Opening a file, editing its sheet, putting others in charge of it."""

from domain.cooperations.commands.file import EditSheet, HandOverManagers, OpenCooperation
from domain.cooperations.decide.calls import cannot_open
from domain.cooperations.events.file import CooperationOpened, ManagersChanged, SheetEdited
from domain.cooperations.events.lifecycle import PhaseEntered
from domain.cooperations.state import Cooperation
from domain.files.charge import unfit_managers
from domain.files.regions import unknown_region
from domain.files.setting import Decision, Setting, effective_at
from domain.kernel.refusal import refuse
from domain.kernel.values import Origin


def open_cooperation(command: OpenCooperation, file: Cooperation | None, setting: Setting) -> Decision:
    """Open a file in the first phase of its programme, once; its application, if it is one, is received."""
    if file is not None:
        return refuse("already_open", cooperation=command.cooperation)
    if setting.rulebook is None:
        return refuse("unknown_programme", programme=command.programme)
    if refusal := unknown_region(command.region, setting):
        return refusal
    at, zone = effective_at(command, setting), setting.zone_of(command.region)
    if refusal := cannot_open(command.call, setting.rulebook, at, zone):
        return refusal
    if (command.origin is Origin.PROGRAMME_RELAY) != (command.relayed_from is not None):
        return refuse("relay_and_origin_differ")
    if unfit := unfit_managers(command.managers, command.region, setting):
        return unfit
    return (
        CooperationOpened(
            name=command.name,
            territory=command.territory,
            region=command.region,
            object=command.object,
            cooperation_type=command.cooperation_type,
            economic_model=command.economic_model,
            origin=command.origin,
            relayed_from=command.relayed_from,
            rulebook=setting.rulebook.id,
            call=command.call,
            managers=command.managers,
        ),
        PhaseEntered(phase=setting.rulebook.first_phase, pass_number=1, way="opened"),
    )


def edit_sheet(command: EditSheet, file: Cooperation) -> Decision:
    """Change the given fields; an edit that changes nothing is refused."""
    fields = ("name", "territory", "object", "cooperation_type", "economic_model")
    changes = {
        field: value
        for field in fields
        if (value := getattr(command, field)) is not None and value != getattr(file, field)
    }
    return (SheetEdited(**changes),) if changes else refuse("changes_nothing")


def hand_over_managers(command: HandOverManagers, file: Cooperation, setting: Setting) -> Decision:
    """Put others in charge."""
    if command.managers == file.managers:
        return refuse("changes_nothing")
    if unfit := unfit_managers(command.managers, file.region, setting):
        return unfit
    return (ManagersChanged(managers=command.managers, reason=command.reason),)
