"""What roles give to read, said where one is given (ADR 0049)."""

from language import Text

READ_BY_ROLE = Text(
    "Chargé·e de mission, élu·e et finances lisent en entier les dossiers de leurs régions ; accompagnateur et "
    "animation, les dossiers où la personne est nommée ; commission régionale, jury et comité de pilotage, la fiche "
    "publique et les avis où la personne siège ; administration, conseil d’administration et audit, tout.",
    "Programme managers, elected representatives and finance officers read the files of their regions in full; "
    "accompanying organisations and facilitators the files on which they are named; regional commission, jury and "
    "steering committee the public sheet and the reviews on which they sit; administrators, board and auditors read "
    "everything.",
)
EVERY_REGION = Text(
    "« Toutes les régions » vaut pour chaque dossier de l’organisation, dans la limite de ce que le rôle donne à lire.",
    "“All regions” holds for every file of the organisation, as far as the role lets them read.",
)
