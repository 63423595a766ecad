"""Why commands about people, roles and ids are refused, and the remedy: each (fr, en)."""

from domain.kernel.text import Sentences

ORGANISATION: Sentences = {
    "not_founded": (
        (
            "Cette organisation n’est pas encore fondée.",
            "This organisation is not founded yet.",
        ),
        (
            "Fondez-la (escale found).",
            "Found it (escale found).",
        ),
    ),
    "already_founded": (
        (
            "Cette organisation est déjà fondée.",
            "This organisation is already founded.",
        ),
        (
            "Choisissez un autre nom, ou poursuivez avec elle.",
            "Choose another name, or go on with it.",
        ),
    ),
    "unknown_person": (
        (
            "Cette personne n’est pas enregistrée.",
            "That person is not registered.",
        ),
        (
            "Enregistrez-la d’abord (RegisterPerson).",
            "Register them first (RegisterPerson).",
        ),
    ),
    "unknown_actor": (
        (
            "Qui donne cette commande n’est pas une personne de cette organisation.",
            "Whoever gives this command is nobody of this organisation.",
        ),
        (
            "Agissez au nom d’une personne enregistrée (--as).",
            "Act as a registered person (--as).",
        ),
    ),
    "unknown_grant": (
        (
            "Aucun rôle en vigueur n’a été donné ainsi.",
            "No role in force was granted like that.",
        ),
        (
            "Donnez l’identifiant de la commande qui l’a donné (escale people le montre).",
            "Give the id of the command that granted it (escale people shows it).",
        ),
    ),
    "already_granted": (
        (
            "Ce rôle ({role:body}) est déjà tenu.",
            "This role ({role:body}) is held already.",
        ),
        (
            "Rien à faire.",
            "Nothing to do.",
        ),
    ),
    "last_administrator": (
        (
            "C’est la dernière personne à administrer l’organisation.",
            "This is the organisation’s last administrator.",
        ),
        (
            "Donnez d’abord ce rôle à une autre personne.",
            "Grant the role to somebody else first.",
        ),
    ),
    "no_files": (
        (
            "{person} n’a la charge d’aucun dossier ouvert.",
            "{person} is in charge of no open file.",
        ),
        (
            "Rien à transmettre.",
            "Nothing to hand over.",
        ),
    ),
    "unfit_managers": (
        (
            "Sans rôle qui convient en {region} : {people:person}.",
            "Without a fitting role in {region}: {people:person}.",
        ),
        (
            "Donnez-leur l’un des rôles {roles:body} (GrantRole).",
            "Grant them one of the roles {roles:body} (GrantRole).",
        ),
    ),
    "no_programme_manager": (
        (
            "Aucune des personnes chargées du dossier n’est chargée de mission en {region}.",
            "None of those in charge is a programme manager in {region}.",
        ),
        (
            "Nommez au moins une personne chargée de mission.",
            "Name at least one programme manager.",
        ),
    ),
    "manager_twice": (
        (
            "Une personne est nommée deux fois.",
            "A person is named twice.",
        ),
        (
            "Nommez chaque personne une fois.",
            "Name each person once.",
        ),
    ),
    "not_entitled": (
        (
            "Cela revient à : {roles:body} (région : {region}).",
            "This is up to: {roles:body} (region {region}).",
        ),
        (
            "Demandez à une personne qui tient l’un de ces rôles.",
            "Ask somebody who holds one of these roles.",
        ),
    ),
    "unknown_region": (
        (
            "Aucune région ne s’appelle « {region:id} » ici ; il y a : {known:region}.",
            "No region is called “{region:id}” here; there are: {known:region}.",
        ),
        (
            "Choisissez l’une d’elles, ou faites-la nommer par l’administration (NameRegion).",
            "Choose one of them, or have an administrator name it (NameRegion).",
        ),
    ),
    "own_proposal": (
        (
            "Personne ne tranche sa propre demande.",
            "Nobody settles their own request.",
        ),
        (
            "Demandez à une autre personne habilitée.",
            "Ask another entitled person.",
        ),
    ),
    "only_the_service": (
        (
            "Le service seul enregistre cela.",
            "Only the service records this.",
        ),
        (
            "Rien à faire : il le fait de lui-même.",
            "Nothing to do: it does so by itself.",
        ),
    ),
    "not_for_the_service": (
        (
            "Le service n’agit pas à la place des personnes.",
            "The service does not act for people.",
        ),
        (
            "Agissez au nom d’une personne (--as).",
            "Act as a person (--as).",
        ),
    ),
    "id_reused": (
        (
            "L’identifiant de commande a déjà servi pour une autre commande.",
            "The command id has already served for another command.",
        ),
        (
            "Donnez un nouvel identifiant à cette commande.",
            "Give this command a new id.",
        ),
    ),
    "actor_reserved": (
        (
            "Le service n’agit pas à la place des personnes, et personne n’agit à la sienne.",
            "The service does not act for people, and nobody acts for it.",
        ),
        (
            "Agissez au nom d’une personne (--as).",
            "Act as a person (--as).",
        ),
    ),
    "id_reserved": (
        (
            "Les identifiants qui commencent par « {prefix:text} » sont ceux du service.",
            "Ids that begin with “{prefix:text}” are the service’s.",
        ),
        (
            "Donnez un autre identifiant à cette commande.",
            "Give this command another id.",
        ),
    ),
    "unstorable": (
        (
            "Ces données ne peuvent être conservées.",
            "These data cannot be stored.",
        ),
        (
            "Retirez les caractères ou les tailles inhabituels, avec un nouvel identifiant.",
            "Remove unusual characters or sizes, with a new id.",
        ),
    ),
    "invalid": (
        (
            "La commande n’est pas lisible : {problems:text}",
            "The command cannot be read: {problems:text}",
        ),
        (
            "{accepted:text}",
            "{accepted:text}",
        ),
    ),
}
