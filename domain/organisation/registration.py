"""People: known by one address each, and by an id that stays whatever else of them changes (ADR 0026)."""

from domain.files.setting import Decision, Setting
from domain.kernel.address import NotAnAddress, read_address
from domain.kernel.ids import person_id
from domain.kernel.prose import Prose
from domain.kernel.refusal import Refusal, refuse
from domain.organisation.commands import ChangePerson, RegisterPerson
from domain.people.events import PersonChanged, PersonRegistered
from domain.people.identity import same_person


def register(command: RegisterPerson, setting: Setting) -> Decision:
    """Make somebody known whose address nobody has."""
    if refusal := unusable(command.email):
        return refusal
    if setting.holder is not None:
        return refuse("address_known", person=setting.holder)
    person = person_id(command.command_id)
    return (
        PersonRegistered(person=person, name=command.name, email=command.email, language=command.language),
    )


def change(command: ChangePerson, setting: Setting) -> Decision:
    """Give somebody another name, address or language; an address that is another person's stays theirs."""
    organisation = setting.organisation
    if command.person not in organisation.people:
        return refuse("unknown_person", person=command.person)
    if command.name is None and command.email is None and command.language is None:
        return refuse("changes_nothing")
    if command.email is not None:
        if refusal := unusable(command.email):
            return refusal
        if setting.holder is not None and not same_person(organisation, command.person, setting.holder):
            return refuse("address_known", person=setting.holder)
    return (
        PersonChanged(
            person=command.person, name=command.name, email=command.email, language=command.language
        ),
    )


def unusable(email: Prose) -> Refusal | None:
    """Why mail cannot be sent to an address; None if it can."""
    try:
        read_address(email.text or "")
    except NotAnAddress as wrong:
        return refuse(wrong.fault)
    return None
