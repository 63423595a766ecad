"""Why addresses and ids of people are refused, and the remedy: each (fr, en)."""

from domain.kernel.text import Sentences

PEOPLE: Sentences = {
    "not_an_address": (
        (
            "L’adresse électronique n’en est pas une.",
            "The e-mail address is not one.",
        ),
        (
            "Donnez une adresse de la forme prenom@exemple.org.",
            "Give an address such as name@example.org.",
        ),
    ),
    "address_not_ascii": (
        (
            "Avant « @ », l’adresse a des accents ou des lettres que le courrier ne transporte pas.",
            "Before “@” the address has accents or other letters that mail does not carry.",
        ),
        (
            "Demandez l’adresse sans accents de la même boîte ; après « @ », les accents sont permis.",
            "Ask for that mailbox’s address without accents; after “@” accents are welcome.",
        ),
    ),
    "address_hidden": (
        (
            "L’adresse électronique contient un caractère invisible.",
            "The e-mail address contains an invisible character.",
        ),
        (
            "Tapez-la plutôt que de la coller.",
            "Type it rather than paste it.",
        ),
    ),
    "address_domain": (
        (
            "La partie de l’adresse après « @ » n’est pas un nom de domaine auquel on écrit.",
            "The part of the address after “@” is no domain name that can be written to.",
        ),
        (
            (
                "Donnez un nom tel que exemple.org : sans point double ni final, sans crochets, "
                "au plus 63 caractères entre deux points."
            ),
            (
                "Give a name such as example.org: no dot twice or at the end, no brackets, "
                "at most 63 characters between two dots."
            ),
        ),
    ),
    "address_too_long": (
        (
            "L’adresse électronique est plus longue que ce que le courrier transporte.",
            "The e-mail address is longer than mail can carry.",
        ),
        (
            "Au plus 64 caractères avant « @ » et 254 en tout.",
            "At most 64 characters before “@”, and 254 in all.",
        ),
    ),
    "address_known": (
        (
            "Cette adresse est déjà celle de {person}.",
            "This address is already that of {person}.",
        ),
        (
            "Une adresse, une personne : agissez avec elle, ou changez d’abord son adresse (ChangePerson).",
            "One address, one person: go on with them, or change their address first (ChangePerson).",
        ),
    ),
    "sits_under_another_id": (
        (
            "{person} et {other:person} sont la même personne, qui ne siège qu’une fois.",
            "{person} and {other:person} are the same person, who sits only once.",
        ),
        (
            (
                "Confiez l’un des deux sièges à quelqu’un d’autre (ReplaceMember) ; si ce sont deux personnes, "
                "donnez à chacune son adresse (ChangePerson)."
            ),
            (
                "Give one of the two seats to somebody else (ReplaceMember); if they are two people, give each "
                "an address of their own (ChangePerson)."
            ),
        ),
    ),
}
