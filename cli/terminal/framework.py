"""typer in the reader's language: its fixed words, its usage line, its complaints."""

import re
from typing import TYPE_CHECKING

from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.exceptions import TyperException

from cli.terminal.option_values import Options, check_values, split_fields
from language import Text, locale, say, t
from wording.accepted import WHOLE_NUMBER

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter

FRENCH_WORDS = {
    "DEPRECATED_STRING": "(déconseillé) ",
    "DEFAULT_STRING": "[par défaut : {}]",
    "ENVVAR_STRING": "[variable : {}]",
    "REQUIRED_LONG_STRING": "[obligatoire]",
    "ARGUMENTS_PANEL_TITLE": "Arguments",
    "OPTIONS_PANEL_TITLE": "Options",
    "COMMANDS_PANEL_TITLE": "Commandes",
}
"""What typer writes around help; these names of ``typer.rich_utils`` are there to be set."""

COMPLETION = {
    "install_completion": Text(
        "Installer la complétion pour ce shell.", "Install completion for this shell."
    ),
    "show_completion": Text("Montrer le script de complétion.", "Show the completion script."),
}
"""typer's own options on the first page."""


_WANTED = {
    r"greater than or equal to (\S+)": Text("{} au moins", "at least {}"),
    r"less than or equal to (\S+)": Text("{} au plus", "at most {}"),
    r"valid integer": WHOLE_NUMBER,
}
"""What options want, by what is said where they do not get it."""


class Command(TyperCommand):
    """A command whose help is in the reader's language."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Read its words. Raises Failure where an option stands in the place of a value."""
        check_values(args, self.options(ctx))
        return super().parse_args(ctx, args)

    def options(self, ctx: "Context") -> Options:
        """Its options as they are written, and whether each takes a value."""
        found = [one for one in self.get_params(ctx) if isinstance(one, TyperOption)]
        return {name: not one.is_flag for one in found for name in (*one.opts, *one.secondary_opts)}

    def get_usage(self, ctx: "Context") -> str:
        """One line that says how the command is written."""
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: "Context") -> "TyperOption | None":
        """``--help`` itself."""
        return _help_option(super().get_help_option(ctx))

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Print the help."""
        _set_words()
        super().format_help(ctx, formatter)


class FreeCommand(Command):
    """A command with options that only the fields of what it gives know: they are left as ``--field=value`` words."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Read its own words, and leave the others in ``ctx.args``. Raises Failure."""
        own, free = split_fields(args, self.options(ctx), self.fields(args))
        super().parse_args(ctx, own)
        ctx.args = [*ctx.args, *free]
        return ctx.args

    def fields(self, args: list[str]) -> frozenset[str]:
        """The fields of the command that is given, as options."""
        from queries.command_form import fields_named_in  # noqa: PLC0415 - loads every command there is

        return fields_named_in(["OpenCooperation"] if self.name == "open" else args)


class Group(TyperGroup):
    """A group of commands whose help is in the reader's language."""

    def get_usage(self, ctx: "Context") -> str:
        """One line that says how the command is written."""
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: "Context") -> "TyperOption | None":
        """``--help`` itself."""
        return _help_option(super().get_help_option(ctx))

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Print the help."""
        _set_words()
        for param in self.params:
            if param.name in COMPLETION and isinstance(param, TyperOption):
                param.help = say(COMPLETION[param.name])
        super().format_help(ctx, formatter)


def complaint(error: TyperException) -> Text:
    """What typer finds wrong with the arguments, in both languages."""
    hint = _subject(error)
    match type(error).__name__:
        case "NoSuchOption":
            known = ", ".join(getattr(error, "possibilities", None) or ())
            return Text(
                f"option inconnue : {hint}" + (f" ; proches : {known}" if known else ""),
                f"unknown option: {hint}" + (f"; close to it: {known}" if known else ""),
            )
        case "MissingParameter":
            return Text(f"il manque {hint}", f"{hint} is missing")
        case "BadParameter":
            said = _wanted(error.message)
            return Text(f"valeur refusée pour {hint} : {said.fr}", f"bad value for {hint}: {said.en}")
    return Text(f"la commande n’est pas comprise : {error.message}", f"not understood: {error.message}")


def _wanted(message: str) -> Text:
    """What would be accepted; typer passes on what pydantic says, in English."""
    for pattern, words in _WANTED.items():
        if found := re.search(pattern, message):
            return Text(words.fr.format(*found.groups()), words.en.format(*found.groups()))
    return Text(message, message)


def _subject(error: TyperException) -> str:
    """The option or argument that the error is about."""
    if name := getattr(error, "option_name", None):
        return repr(name).strip("'")
    if hint := getattr(error, "param_hint", None):
        return str(hint).strip("'")
    param = getattr(error, "param", None)
    return str(param.get_error_hint()).strip("'") if param else "?"


def _usage(text: str) -> str:
    return text.replace("Usage: ", t("Utilisation : ", "Usage: "), 1)


def _help_option(option: "TyperOption | None") -> "TyperOption | None":
    if option:
        option.help = t("Montrer cette aide.", "Show this help.")
    return option


def _set_words() -> None:
    from typer import rich_utils  # noqa: PLC0415 - rich is loaded only to show help

    if locale() == "fr":
        for name, word in FRENCH_WORDS.items():
            setattr(rich_utils, name, word)
