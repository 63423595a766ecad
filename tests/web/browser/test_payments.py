"""Stories 15 and 16: no two steps of a payment by one person, and bank details checked by a second one."""

import re
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

from playwright.async_api import FilePayload

from tests.imports.statements import Entry, Part, statement
from tests.support.waiting import wait_until
from tests.web.browser.conftest import Arrive
from tests.web.browser.told_of_money import tell
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import World

DAY, REFERENCE = "2027-02-16", "filature-2027/1"
IBAN, IN_FOURS = "FR7630006000011234567890189", "FR76 3000 6000 0112 3456 7890 189"
MIKAS, PASSWORD = "mika.trace@example.org", "un passage vert et calme"


async def test_four_eyes_from_request_to_statement(
    arrive: Arrive, world: World, scripted: bool, tmp_path: Path
) -> None:
    """Swann asks, Yaël approves, Ange orders, sends and confirms; each reads why the next step is not theirs."""
    organisation = await world.found("virement", "filature", clock=DAY)
    tell(world, organisation, "ConfirmBankDetails")
    tell_account(world, organisation)
    await world.caught_up(organisation)
    payments, forms = f"/o/{organisation}/paiements", f"/o/{organisation}/faire"
    swann, yael, ange = [await arrive(script=scripted) for _ in range(3)]
    await swann.see_as(organisation, "Swann Ébauche")
    await swann.open(f"{forms}/RequestTranche?funding=filature-2027&tranche=advance")
    await swann.press("Enregistrer")
    await swann.open(f"/o/{organisation}/financements/filature-2027")
    await swann.sees("Vous l’avez demandée : une autre personne prend la suite.")
    await yael.see_as(organisation, "Yaël Patron")
    await yael.open(f"{forms}/ApproveTranche?funding=filature-2027&tranche=advance")
    await yael.press("Enregistrer")
    await yael.open(payments)
    await yael.sees("À ordonner (1)", "Vous l’avez validée : une autre personne prend la suite.")
    await ange.see_as(organisation, "Ange Épure")
    await ange.open(payments)
    await ange.follow("Ordonner", within=ange.page.get_by_role("table"))
    await ange.press("Vérifier avant d’enregistrer")
    await ange.press("Enregistrer")
    await yael.open(f"{payments}?onglet=a-remettre")
    await yael.sees("Réservé aux finances.")
    await _sends(ange, payments)
    await _downloads(ange, tmp_path / "page.xml")
    assert _exported(world, organisation, tmp_path) == _read(tmp_path / "page.xml")
    await swann.open(f"{payments}?onglet=a-confirmer")
    await swann.sees("À confirmer (1)", "Vous l’avez demandée : une autre personne prend la suite.")
    await _confirms(ange, payments)


def tell_account(world: World, organisation: str) -> None:
    """The beneficiary's bank details, which come after those of the organisation in the story."""
    account = {"account": "11111111800001"}
    proposed = {"type": "ProposeBankDetails", "holder": "Atelier", "iban": "FR1420041010050500013M02606"}
    world.do(organisation, "ange.epure@example.org", proposed | account)
    world.do(organisation, MIKAS, {"type": "ConfirmBankDetails", "version": 1} | account)


async def _sends(ange: Visitor, payments: str) -> None:
    """All that waits, on the next day on which banks pay."""
    await ange.open(f"{payments}?onglet=a-remettre")
    await ange.press("Vérifier le fichier")
    await ange.sees("15 000,00 €", "mardi 16 février 2027", "version 1, vérifiée par Mika Tracé")
    await ange.press("Créer le fichier")
    await ange.sees(f"Fichier {DAY}", REFERENCE, "remis à la banque")


async def _downloads(ange: Visitor, path: Path) -> None:
    async with ange.page.expect_download() as coming:
        await ange.page.get_by_role("button", name="Fichier pour la banque (.xml)").click()
    await (await coming.value).save_as(path)


def _read(path: Path) -> bytes:
    return path.read_bytes()


def _exported(world: World, organisation: str, folder: Path) -> bytes:
    """The same by the command line."""
    names = ("--out", str(folder), "--as", "ange.epure@example.org", "-o", organisation)
    exported = world.house.run("payments", "export", DAY, *names)
    assert exported.code == 0, exported.err
    return _read(folder / f"{DAY}.xml")


async def _confirms(ange: Visitor, payments: str) -> None:
    """By the statement of the bank, shown first; handed in again, it confirms nothing."""
    booked = Entry("15000.00", [Part(REFERENCE, bank="VIR-2027-0117")], day=DAY)
    content = statement(booked, Entry("12.00"), kind="054", version=2)
    for sees in (("Paiements à confirmer 1", "sans référence de bout en bout"), ("déjà confirmé",)):
        await ange.open(f"{payments}?onglet=a-confirmer")
        await ange.follow("Lire un relevé de la banque")
        file = FilePayload(name="releve.xml", mimeType="application/xml", buffer=content)
        await ange.page.get_by_label("Fichier de la banque").set_input_files(file)
        await ange.press("Lire")
        await ange.sees(*sees)
        if len(sees) > 1:
            await ange.press("Enregistrer ce qui est coché (1)")
            await ange.sees("1 enregistré, 0 refusé", "VIR-2027-0117")


async def test_bank_details_are_checked_by_a_second_person(arrive: Arrive, world: World) -> None:
    """Ange proposes and cannot confirm; Mika does, with the password once more; no log has the IBAN."""
    organisation = await world.found("coordonnees", "filature", clock="2027-02-18")
    tell(world, organisation, "OrderPayment")
    await world.caught_up(organisation)
    account = f"/o/{organisation}/comptes/11111111800001"
    ange = await arrive(script=False)
    await ange.see_as(organisation, "Ange Épure")
    await ange.open(account)
    await ange.follow("Proposer")
    await ange.page.locator("[name=holder]").fill("Coopérative Atelier")
    await ange.page.locator("[name=iban]").fill(IN_FOURS)
    await ange.press("Enregistrer")
    await ange.sees("Vous les avez proposées : une autre personne les vérifie.", "se termine par 0189")
    await ange.does_not_see(IBAN, IN_FOURS)
    await ange.open(f"/o/{organisation}/paiements?onglet=a-remettre")
    await ange.sees("en attente de vérification")
    await ange.open(f"/o/{organisation}/faire/ConfirmBankDetails?account=11111111800001&version=2")
    await ange.press("Enregistrer", status=409)
    await ange.sees("Personne ne tranche sa propre demande.")
    mika = await arrive()
    await _signs_in_by_link(mika, world)
    await mika.open(account)
    await mika.press("Montrer les IBAN en entier")
    await _proves(mika)
    await mika.press("Montrer les IBAN en entier")
    await mika.sees(IN_FOURS)
    await mika.follow("Confirmer")
    await mika.press("Enregistrer")
    await mika.sees("Version 2 en vigueur")
    await ange.open(f"/o/{organisation}/paiements?onglet=a-remettre")
    await ange.sees("vers un RIB qui a changé")
    assert not [one for one in _logs(world) if IBAN in one or IN_FOURS in one]


async def _signs_in_by_link(mika: Visitor, world: World) -> None:
    """A password by the letter of the one link, a session by that of another: then it is asked for once more."""
    for address in ("/connexion/oubli", "/connexion/lien"):
        before = len(_doors(world))
        await mika.page.context.clear_cookies()
        await mika.open(address)
        await mika.fill("Adresse électronique", MIKAS)
        await mika.press("Envoyer le lien")

        async def arrived(before: int = before) -> bool:
            return len(_doors(world)) > before

        await wait_until(arrived, "the letter has arrived")
        await mika.open(_doors(world)[-1])
        if address.endswith("oubli"):
            await mika.fill("Nouveau mot de passe", PASSWORD)
            await mika.press("Choisir ce mot de passe")
        else:
            await mika.press("Me connecter", within=mika.page.locator("main"))


async def _proves(mika: Visitor) -> None:
    await mika.sees("Confirmer que c’est vous")
    await mika.fill("Mot de passe", PASSWORD)
    await mika.press("Continuer", within=mika.page.locator("main"))


def _doors(world: World) -> Sequence[str]:
    found = [
        re.findall(rf"{re.escape(world.address)}(/l/[\w-]+)", _text(one)) for one in world.letters_to(MIKAS)
    ]
    return [one for links in found for one in links]


def _text(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    return str(body.get_content()) if body else ""


def _logs(world: World) -> Sequence[str]:
    """What the processes of the stack have written."""
    folder = world.house.home / "logs"
    written = [one.read_text(errors="replace") for one in folder.rglob("*") if one.is_file()]
    assert any(written)
    return written
