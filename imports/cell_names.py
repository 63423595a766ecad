"""What spreadsheets call their cells: ``C14``."""

_LETTERS = 26


def cell_name(row: int, column: int) -> str:
    """What a cell is called: row from 1, column from 0."""
    letters, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def column_of(name: str) -> int:
    """The column of a cell by its name, from 0."""
    number = 0
    for letter in name:
        if letter.isalpha():
            number = number * _LETTERS + ord(letter.upper()) - ord("A") + 1
    return number - 1
