"""The accessibility statement that French law asks for (decree 2019-768; RGAA 4.1), of what was really tried."""

from language import Text

TITLE = Text("Déclaration d’accessibilité", "Accessibility statement")
ABOUT = Text(
    "Escale s’engage à rendre ses pages accessibles, conformément à l’article 47 de la loi n° 2005-102 "
    "du 11 février 2005. "
    "Cette déclaration vaut pour toutes les pages servies à cette adresse.",
    "Escale undertakes to make its pages accessible, under article 47 of the French law 2005-102 of 11 "
    "February 2005. "
    "This statement holds for every page served at this address.",
)
STATE = Text("État de conformité", "State of conformance")
STATE_TEXT = Text(
    "Ces pages sont non conformes au référentiel général d’amélioration de l’accessibilité (RGAA), "
    "version 4.1 : "
    "c’est ce que la loi fait dire tant qu’aucun audit n’a été mené, et aucun ne l’a encore été.",
    "These pages are not conformant with the French reference framework (RGAA), version 4.1: the law has "
    "this said "
    "until an audit was carried out, and none was yet.",
)
TRIED = Text("Ce qui a été essayé", "What was tried")
TRIED_ITEMS = (
    Text(
        "Chaque page qu’un parcours d’essai visite est examinée par axe-core ; un défaut sérieux arrête "
        "la publication.",
        "Every page that a trial story visits is looked at by axe-core; a serious fault stops the release.",
    ),
    Text(
        "Un passage de phase et un avis sont donnés au clavier seul, à 400 % d’agrandissement.",
        "A gate and an opinion are seen to by keyboard alone, enlarged to 400%.",
    ),
    Text(
        "Toutes les pages fonctionnent sans JavaScript, à 320 pixels de large et sur papier.",
        "Every page works without JavaScript, 320 pixels wide, and on paper.",
    ),
)
NOT_TRIED = Text("Ce qui ne l’a pas été", "What was not")
NOT_TRIED_ITEMS = (
    Text(
        "Les lecteurs d’écran (NVDA, JAWS, VoiceOver) et la commande vocale.",
        "Screen readers (NVDA, JAWS, VoiceOver) and voice control.",
    ),
    Text("Les navigateurs autres que Chromium.", "Browsers other than Chromium."),
    Text(
        "Les documents que les personnes déposent : leur accessibilité dépend de qui les a faits.",
        "Documents that people hand in: how accessible they are depends on who made them.",
    ),
)
MADE = Text("Établissement de cette déclaration", "How this statement was made")
MADE_TEXT = Text(
    "Établie le 30 novembre 2026 par l’équipe d’Escale. Techniques : HTML, CSS, SVG, JavaScript en "
    "complément.",
    "Made on 30 November 2026 by the makers of Escale. Techniques: HTML, CSS, SVG, JavaScript as an "
    "addition.",
)
CONTACT = Text("Retour d’information et contact", "Feedback and contact")
CONTACT_TEXT = Text(
    "Si vous ne parvenez pas à lire ou à faire quelque chose ici, écrivez à la fondation ou à la région "
    "dont vous suivez "
    "les dossiers, à qui administre Escale pour elle : la page « Personnes » dit qui. Elle vous "
    "orientera vers un "
    "contenu accessible ou fera avec vous ce qui vous arrête.",
    "If there is something that you cannot read or do here, write to the foundation or region whose "
    "files you follow, "
    "to whoever administers Escale for it: the page “People” says who. They will give you the content in "
    "another form, "
    "or do with you what stops you.",
)
REMEDY = Text("Voies de recours", "Remedies")
REMEDY_TEXT = Text(
    "Si aucune réponse satisfaisante ne vous est donnée, vous pouvez écrire au Défenseur des droits (en "
    "ligne, par "
    "courrier gratuit sans affranchir : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX "
    "07), ou contacter "
    "sa délégation dans votre région.",
    "If you get no satisfactory answer, you may write to the French Defender of Rights (online, or by "
    "post without a "
    "stamp: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07), or contact the delegate in "
    "your region.",
)
SECTIONS = (
    (STATE, (STATE_TEXT,), ()),
    (TRIED, (), TRIED_ITEMS),
    (NOT_TRIED, (), NOT_TRIED_ITEMS),
    (MADE, (MADE_TEXT,), ()),
    (CONTACT, (CONTACT_TEXT,), ()),
    (REMEDY, (REMEDY_TEXT,), ()),
)
"""Headings in their order, with what stands under each: paragraphs, then a list."""
