"""Telling whoever asked what became of it: the claim that makes each letter unique."""

from collections.abc import Iterator

from domain.files.charge import MANAGER_ROLES
from domain.files.events import ReminderIssued, ReminderOvertaken
from domain.files.file import KeptFile
from domain.files.setting import Decision, Setting
from domain.kernel.calendar import WorkingDays
from domain.kernel.ids import message_id
from domain.kernel.values import Role
from domain.people.identity import one_id_each, same_person
from domain.people.roles import roles_anywhere, roles_of
from domain.reminders.outcomes import TOLD, Telling, due_tellings
from domain.reviews.impartial import conflict_about
from domain.rulebook import Rulebook

WEIGHT = sorted(Role, key=lambda role: (role not in MANAGER_ROLES, role is not Role.PROGRAMME_MANAGER))
"""In which of their roles people are addressed who hold several: the first that they hold."""

NOBODY = "nobody"
"""Stands for the rung that overtook what nobody is left to hear."""


def tell_outcome(occurrence: str, file: KeptFile, rulebook: Rulebook, setting: Setting) -> Decision | None:
    """Claim what is to be told under an occurrence, for each who hears it; None if nothing is.

    Where nobody is left to hear it, that is recorded, so that it does not wait for ever.
    """
    due = due_tellings(file, rulebook, setting.organisation, setting.now)
    found = next((one for one in due if one.occurrence == occurrence), None)
    if found is None:
        return None
    calendar = rulebook.calendar_of(file.region)
    issued = tuple(
        ReminderIssued(
            occurrence=occurrence,
            rung=TOLD,
            due_on=calendar.day_of(found.happened),
            recipient=person,
            role=role,
            late=_is_late(found, setting, calendar),
            message=message_id(file.key, occurrence, TOLD, person),
            calendar=calendar.name,
        )
        for person, role in _recipients(found, file, setting)
    )
    return issued or (ReminderOvertaken(occurrence=occurrence, rung=TOLD, by=NOBODY),)


def _is_late(telling: Telling, setting: Setting, calendar: WorkingDays) -> bool:
    """Whether it leaves after the day on which it could; when a gate came to be complete is not known so well."""
    if telling.outcome is None:
        return False
    return calendar.day_of(setting.now) > calendar.day_of(calendar.sendable_from(telling.at))


def _recipients(telling: Telling, file: KeptFile, setting: Setting) -> Iterator[tuple[str, Role]]:
    """Who asked, as far as they still hold a role; else those in charge.

    Nobody hears what they did themselves, nor of what a conflict of interest keeps them from.
    """
    people = setting.organisation
    asked = [(one, roles_anywhere(people, one, setting.now)) for one in one_id_each(people, telling.asked_by)]
    if not any(roles for _, roles in asked):
        charged = one_id_each(people, file.managers)
        asked = [(one, roles_of(people, one, file.region, setting.now)) for one in charged]
    for person, roles in asked:
        if roles and not same_person(people, person, telling.but) and not _recused(person, file, setting):
            yield person, min(roles, key=WEIGHT.index)


def _recused(person: str, file: KeptFile, setting: Setting) -> bool:
    found = conflict_about(person, file, setting, judging=False)
    return found is not None and found.reason == "recused"
