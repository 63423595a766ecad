"""Links found among the entries of a history: which hangs on which, and what is left out."""

from domain.kernel.recorded import cause_at
from domain.relations.relation import EntryLink, Relation, earlier, numbered
from domain.relations.resolving import Links, Placed, Resolved, resolve

FILE, REVIEW = "cooperation:a", "review:b"


def placed(
    position: int,
    *links: EntryLink,
    stream: str = FILE,
    type: str = "Noted",  # noqa: A002
    command: str = "",
    cause: str = "",
    **content: object,
) -> Placed:
    """An entry whose number in its stream is its position in the ledger, of a command of its own."""
    command_id = command or f"c-{position}"
    return Placed(stream, position, position, type, command_id, cause or command_id, content, links)


def of(links: Links, position: int, stream: str = FILE) -> list[tuple[Relation, int]]:
    """What an entry hangs on, by number."""
    return [(one.relation, one.place[1]) for one in links.of((stream, position))]


def then(links: Links, position: int, stream: str = FILE) -> list[tuple[Relation, int]]:
    """What hangs on an entry, by number."""
    return [(one.relation, one.place[1]) for one in links.then((stream, position))]


def test_a_link_by_number_is_found_both_ways_and_across_files() -> None:
    """Whatever the order in which the entries are given."""
    decided = placed(3, *numbered(Relation.EVIDENCE, FILE, (1,)), *numbered(Relation.RESTS_ON, REVIEW, (2,)))
    links = resolve([decided, placed(2, stream=REVIEW), placed(1)])
    assert of(links, 3) == [(Relation.EVIDENCE, 1), (Relation.RESTS_ON, 2)]
    assert then(links, 1) == [(Relation.EVIDENCE, 3)]
    assert links.then((REVIEW, 2)) == (Resolved(Relation.RESTS_ON, (FILE, 3)),)


def test_a_link_without_number_leads_to_the_last_one_before_that_says_so() -> None:
    """Of the types, in that stream, with that value as text; neither to itself nor to what came later."""
    link = earlier(Relation.ANSWERS, FILE, "Asked", "AskedAgain", tranche=1)
    links = resolve(
        [
            placed(1, type="Asked", tranche=1),
            placed(2, type="AskedAgain", tranche=1),
            placed(3, type="Asked", tranche=2),
            placed(4, type="Noted", tranche=1),
            placed(5, type="Asked", stream=REVIEW, tranche=1),
            placed(6, link, type="Asked", tranche=1),
            placed(7, type="Asked", tranche=1),
        ]
    )
    assert of(links, 6) == [(Relation.ANSWERS, 2)]
    assert then(links, 2) == [(Relation.ANSWERS, 6)]


def test_a_link_without_field_leads_to_the_last_one_whatever_it_says() -> None:
    """As a resubmission to the refusal."""
    link = earlier(Relation.RESUBMITS, FILE, "Declined")
    links = resolve(
        [placed(1, type="Declined", why="a"), placed(2, type="Declined", why="b"), placed(3, link)]
    )
    assert of(links, 3) == [(Relation.RESUBMITS, 2)]


def test_what_is_not_among_the_entries_is_left_out() -> None:
    """By number, by kind, or as a cause."""
    alone = placed(
        9,
        *numbered(Relation.EVIDENCE, FILE, (1,)),
        earlier(Relation.ANSWERS, REVIEW, "Asked"),
        earlier(Relation.ANSWERS, FILE, "Noted", tranche=1),
        cause="4",
    )
    links = resolve([placed(8), alone])
    assert links.of((FILE, 9)) == links.of((FILE, 1)) == links.then((FILE, 1)) == ()


def test_a_cause_is_an_entry_by_its_place_or_its_position() -> None:
    """A cause that is a command is none."""
    by_place, by_position = placed(5, cause=cause_at(REVIEW, 3)), placed(6, cause="3")
    links = resolve([placed(3, stream=REVIEW), by_place, by_position, placed(7, cause="c-3")])
    assert of(links, 5) == of(links, 6) == [(Relation.CAUSED_BY, 3)]
    assert of(links, 7) == []
    assert then(links, 3, REVIEW) == [(Relation.CAUSED_BY, 5), (Relation.CAUSED_BY, 6)]


def test_entries_of_one_command_are_tied_to_each_other_and_not_to_themselves() -> None:
    """Both ways."""
    links = resolve([placed(1, command="c"), placed(2, command="c"), placed(3, command="c"), placed(4)])
    assert of(links, 2) == then(links, 2) == [(Relation.TOGETHER, 1), (Relation.TOGETHER, 3)]
    assert of(links, 4) == []


def test_a_link_said_twice_is_found_once() -> None:
    """An entry that shows two items of a gate."""
    links = resolve([placed(1), placed(2, *numbered(Relation.EVIDENCE, FILE, (1, 1)))])
    assert of(links, 2) == [(Relation.EVIDENCE, 1)]


def test_many_entries_are_each_looked_at_once() -> None:
    """What an entry says is asked for once for each field that links ask its type for, however many there are."""
    asked = 0

    class Counting(dict[str, object]):
        def __getitem__(self, key: str) -> object:
            nonlocal asked
            asked += 1
            return super().__getitem__(key)

    link = earlier(Relation.REPLACES, FILE, "Judged", criterion="c")
    many = [
        Placed(FILE, at, at, "Judged", "import", "import", Counting(criterion="c", rest="…"), (link,))
        for at in range(1, 2001)
    ]
    links = resolve(many)
    assert asked == len(many)
    assert links.of((FILE, 2000))[0] == Resolved(Relation.REPLACES, (FILE, 1999))
