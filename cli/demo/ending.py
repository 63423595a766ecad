"""Where each cooperation stands at the end of the demonstration, and what to try next."""

from collections.abc import Mapping
from pathlib import Path

from cli.terminal.drawing import headed
from cli.terminal.output import console
from domain.kernel.moments import day_of
from domain.tasks.task import Task
from language import say, t
from mail.messages import Letter
from projections.portfolio import PortfolioLine
from projections.portfolio_pages import PortfolioFilter
from queries.lists import Part
from queries.messages import LetterFilter, list_messages
from queries.portfolio import list_portfolio
from queries.tasks import list_tasks
from queries.visit import Visit
from wording.details import called
from wording.punctuation import labelled
from wording.tasks import task_said
from wording.values import word

LAST_REMINDERS = 3
"""How many reminders of each file are shown."""


async def tell_end(visit: Visit) -> None:
    """For each cooperation: phase, next deadline, last reminders, what it waits for. Raises Failure."""
    portfolio = await list_portfolio(visit, PortfolioFilter())
    tasks = await list_tasks(visit, everybody=True)
    for line in portfolio.rows:
        _tell_file(line, [task for task in tasks.rows if task.file == line.file], tasks.names)
        letters = await list_messages(visit, LetterFilter(line.file), Part(limit=LAST_REMINDERS))
        _tell_list(
            t("derniers rappels", "last reminders"),
            [_letter(visit, one, letters.names) for one in letters.rows],
        )


def _letter(visit: Visit, letter: Letter, names: Mapping[str, str]) -> str:
    return labelled(
        f"{day_of(letter.created_at, visit.zone)} {names.get(letter.recipient, '?')}", letter.subject
    )


def _tell_file(line: PortfolioLine, tasks: list[Task], names: Mapping[str, str]) -> None:
    console().print(headed(line.name))
    status = word(line.closing, "closing") if line.closing else word(line.status, "cooperation")
    phase = t("phase", "phase")
    console().print(f"  {phase:<22} {word(line.phase, 'phase')} ({status})", markup=False)
    deadline = line.next_deadline_name
    coming = f"{say(deadline)}, {line.next_due_on}" if deadline else t("aucune", "none")
    console().print(f"  {t('prochaine échéance', 'next deadline'):<22} {coming}", markup=False)
    waiting = [
        f"{task_said(one, names)} → {', '.join(called(who, names) for who in one.waits_for)}" for one in tasks
    ]
    _tell_list(t("ce qu’elle attend", "what it waits for"), waiting)


def _tell_list(label: str, lines: list[str]) -> None:
    for number, line in enumerate(lines or ["–"]):
        console().print(f"  {label if number == 0 else '':<22} {line}", markup=False)


def tell_next(administrator: str, home: Path) -> None:
    """What to try now that there is something to look at."""
    out = console()
    out.print(headed(t("Et maintenant", "What next")))
    lines = (
        (t("démarrer la pile", "start the stack"), "escale up"),
        (t("tout voir", "see all"), "escale portfolio"),
        (t("lire un dossier", "read a file"), "escale show noailles"),
        (t("raconter son histoire", "tell its history"), "escale history vallee-exemple"),
        (t("ce qui attend Nour", "what waits for Nour"), "escale tasks --as nour.modele@example.org"),
        (t("noter un appel", "record a call"), "escale do RecordContact --cooperation noailles --kind phone"),
        (t("avancer l’horloge", "advance the clock"), "escale clock advance --by P3M"),
        (t("vérifier la chaîne", "check the chain"), "escale verify"),
    )
    out.print(f"  export ESCALE_HOME={home} ESCALE_AS={administrator}", markup=False)
    for label, command in lines:
        out.print(f"  {command:<62} # {label}", markup=False)


def tell_page(address: str) -> None:
    """Where all of it is seen in a browser, and what one can do there."""
    out = console()
    out.print(headed(t("Dans le navigateur", "In the browser")))
    out.print(f"  {address}", markup=False, soft_wrap=True)
    for line in (
        t(
            "sans compte, en tant que chargé·e de mission ; « Voir en tant que » montre ce que voit chaque personne",
            "without an account, as a programme manager; “See as” shows what each person sees",
        ),
        t(
            "« Avancer l’horloge » fait passer le temps : rappels, échéances et actes arrivent à leur jour",
            "“Advance the clock” lets time pass: reminders, deadlines and acts come on their days",
        ),
    ):
        out.print(f"  {line}", markup=False)
