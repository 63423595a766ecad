"""Who sits: everybody who holds a seat's role, or those named, where people have to be."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.cooperations.state import Cooperation
from domain.files.setting import Setting
from domain.kernel.refusal import Refusal, refuse
from domain.people.identity import all_ids, one_id_each, one_of, same_person
from domain.people.panels import may_sit
from domain.reviews.conflicts import recused_from
from domain.reviews.events import Invited
from domain.reviews.impartial import reviews_about
from domain.reviews.state import Review
from domain.reviews.subject import Subject
from domain.rulebook import Panel, Seat


@dataclass(frozen=True, slots=True)
class _Places:
    """The places of one role: who may take them, and how many are free; None for as many as there are people."""

    seat: Seat
    able: tuple[str, ...]
    free: int | None

    people: int
    """How many they are who may, however often each is registered."""

    @property
    def scarce(self) -> bool:
        """Whether there are more people than places."""
        return self.free is not None and self.people > self.free

    def invited(self, person: str) -> Invited:
        """Somebody in one of these places."""
        return Invited(person=person, role=self.seat.role, of=self.seat.of)


def seats_for(
    named: Sequence[str],
    panel: Panel,
    cooperation: Cooperation,
    subject: Subject | None,
    barred: str | None,
    setting: Setting,
) -> tuple[Invited, ...] | Refusal:
    """Who is invited to a new review. A person sits once, for the first of the seats that they may have."""
    region = cooperation.region
    off = _kept_off(subject, barred, setting)
    places = tuple(_places(seat, region, off, seat.members, setting) for seat in panel.members)
    choice = tuple(one for one in places if panel.named or one.scarce)
    for person in named:
        if refusal := may_not_sit(person, subject, barred, setting):
            return refusal
    if named and not choice:
        return refuse("all_of_them_sit", panel=panel.panel)
    if choice and not named:
        return refuse("members_to_name", panel=panel.panel, roles=_roles(choice))
    chosen = _placed(named, choice, setting)
    if isinstance(chosen, Refusal):
        return chosen
    if refusal := _unfilled(choice, chosen):
        return refusal
    taken = {one.person: one for one in chosen}
    for one in places:
        if one not in choice:
            for person in one.able:
                if not one_of(setting.organisation, person, taken):
                    taken[person] = one.invited(person)
    return tuple(taken.values()) or refuse("nobody_sits", panel=panel.panel, region=region)


def more_seats_for(
    named: Sequence[str], review: Review, panel: Panel, setting: Setting
) -> tuple[Invited, ...] | Refusal:
    """Who is invited besides those who sit already, as far as there are places."""
    places, off = [], _kept_off(review, review.barred, setting)
    for seat in panel.members:
        sit = sum(one.sits and one.role is seat.role for one in review.members.values())
        free = None if seat.members is None else max(0, seat.members - sit)
        places.append(_places(seat, review.region, off, free, setting))
    return _placed(named, places, setting)


def may_not_sit(
    person: str, file: Review | Subject | None, barred: str | None, setting: Setting
) -> Refusal | None:
    """Nobody sits about what they have a conflict in, declared in this review or in another of the same request."""
    if person in all_ids(setting.organisation, recused_from(reviews_about(file, setting))):
        return refuse("recused", person=person)
    asked = same_person(setting.organisation, person, barred)
    return refuse("asked_for_it", person=person) if asked else None


def _kept_off(file: Review | Subject | None, barred: str | None, setting: Setting) -> frozenset[str]:
    found = recused_from(reviews_about(file, setting)) | ({barred} if barred else set())
    return frozenset(all_ids(setting.organisation, found))


def _places(seat: Seat, region: str, off: Container[str], free: int | None, setting: Setting) -> _Places:
    found = may_sit(setting.organisation, seat.role, seat.of, region, setting.now)
    able = tuple(one for one in found if one not in off)
    return _Places(seat, able, free, len(one_id_each(setting.organisation, able)))


def _placed(
    named: Sequence[str], places: Sequence[_Places], setting: Setting
) -> tuple[Invited, ...] | Refusal:
    """The named in their places, in their order; those who fit in fewest are placed first."""
    organisation = setting.organisation
    once = one_id_each(organisation, named)
    if twice := next((one for one in named if one not in once), None):
        other = next(one for one in once if same_person(organisation, one, twice))
        return refuse("sits_under_another_id", person=twice, other=other)
    fits = {person: [one for one in places if person in one.able] for person in named}
    if unable := tuple(person for person, found in fits.items() if not found):
        return refuse("cannot_sit", people=unable, roles=_roles(places))
    taken: dict[str, _Places] = {}
    for person, found in sorted(fits.items(), key=lambda one: len(one[1])):
        free = [one for one in found if one.free is None or _taken(one, taken) < one.free]
        if not free:
            seats = found[0].free
            return refuse("seats_differ", role=found[0].seat.role, seats=seats, named=f"{seats}+")
        taken[person] = free[0]
    return tuple(taken[person].invited(person) for person in fits)


def _taken(places: _Places, taken: Mapping[str, _Places]) -> int:
    return sum(one is places for one in taken.values())


def _unfilled(choice: Iterable[_Places], chosen: Sequence[Invited]) -> Refusal | None:
    """Where there is a number of seats, all of them are given, as far as there are people."""
    for one in choice:
        sit = sum(other.role is one.seat.role for other in chosen)
        if one.free is not None and sit < min(one.free, one.people):
            return refuse("seats_differ", role=one.seat.role, seats=one.free, named=sit)
    return None


def _roles(places: Iterable[_Places]) -> tuple[str, ...]:
    return tuple(one.seat.role for one in places)
