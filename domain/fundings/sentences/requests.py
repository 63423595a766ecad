"""Why requests for money are refused: (fr, en), then the remedy (fr, en)."""

from domain.kernel.text import Sentences

FUNDINGS: Sentences = {
    "unknown_funding": (
        (
            "Aucun financement « {funding:id} » n’a été demandé.",
            "No funding “{funding:id}” was asked for.",
        ),
        (
            "Vérifiez l’identifiant, ou demandez-le d’abord (RequestFunding).",
            "Check the id, or ask for it first (RequestFunding).",
        ),
    ),
    "funding_exists": (
        (
            "Un financement « {funding:id} » a déjà été demandé.",
            "A funding “{funding:id}” was asked for already.",
        ),
        (
            "Choisissez un autre identifiant, ou modifiez cette demande (ReviseFunding).",
            "Choose another id, or change that request (ReviseFunding).",
        ),
    ),
    "stage_forbids": (
        (
            "Ce financement est au stade « {stage:funding} » : cela ne s’y fait pas.",
            "This funding is at the stage “{stage:funding}”: that is not done there.",
        ),
        (
            (
                "Une demande se modifie et se décide tant qu’elle est « demandé », se redépose une fois « refusé » "
                "ou « ajourné » ; l’argent se verse une fois « accordé »."
            ),
            (
                "A request is changed and decided while it is “requested”, brought back once “refused” or "
                "“deferred”; money is paid once “granted”."
            ),
        ),
    ),
    "amount_missing": (
        (
            "Le dispositif « {instrument} » finance un montant.",
            "The instrument “{instrument}” funds an amount.",
        ),
        (
            "Donnez un montant, en centimes, plus grand que zéro.",
            "Give an amount, in cents, above zero.",
        ),
    ),
    "label_has_no_amount": (
        (
            "« {instrument} » est un label : il n’a pas de montant.",
            "“{instrument}” is a label: it has no amount.",
        ),
        (
            "Retirez le montant, ou donnez 0.",
            "Leave the amount out, or give 0.",
        ),
    ),
    "wrong_identifier": (
        (
            "Le numéro du bénéficiaire n’est celui d’aucun registre connu.",
            "The beneficiary’s number is that of no known register.",
        ),
        (
            (
                "Donnez son SIRET (14 chiffres, et non les 9 du SIREN) ou son numéro RNA (W751234567) ; en Alsace et "
                "en Moselle, tribunal, volume et folio (Strasbourg, volume 95, folio 120) ; RIDET 0123456.001 ; "
                "TAHITI A12345-001 ; ailleurs, le pays et son numéro (BE 0403170701)."
            ),
            (
                "Give its SIRET (14 digits, not the 9 of the SIREN) or RNA number (W751234567); in Alsace and Moselle, "
                "court, volume and folio (Strasbourg, volume 95, folio 120); RIDET 0123456.001; TAHITI A12345-001; "
                "elsewhere, the country and its number (BE 0403170701)."
            ),
        ),
    ),
    "unknown_maturity": (
        (
            "« {maturity} » n’est pas un stade de maturité du programme.",
            "“{maturity}” is no stage of maturity of the programme.",
        ),
        (
            "Donnez l’un de ceux-ci : {known:maturity}.",
            "Give one of these: {known:maturity}.",
        ),
    ),
    "no_fast_track": (
        (
            "Le dispositif « {instrument} » n’a pas de circuit accéléré.",
            "The instrument “{instrument}” has no fast track.",
        ),
        (
            "Retirez la demande de circuit accéléré.",
            "Leave the fast track out.",
        ),
    ),
    "plan_unbalanced": (
        (
            (
                "Le plan fait {planned:euros} ; le montant ({amount:euros}) et les cofinancements "
                "({co_funding:euros}) n’y répondent pas."
            ),
            (
                "The plan makes {planned:euros}; the amount ({amount:euros}) and the co-funding "
                "({co_funding:euros}) do not match it."
            ),
        ),
        (
            "Corrigez les lignes, le montant ou les cofinancements : les deux sommes sont égales.",
            "Correct the lines, the amount or the co-funding: the two sums are equal.",
        ),
    ),
    "source_twice": (
        (
            "Le cofinanceur « {source:own} » est nommé deux fois.",
            "The co-funder “{source:own}” is named twice.",
        ),
        (
            "Réunissez ses parts en une ligne, ou donnez-leur deux identifiants.",
            "Put its shares on one line, or give them two ids.",
        ),
    ),
    "passed_on_by_nobody": (
        (
            "Ce qui est reversé l’est par la structure porteuse, et la demande n’en nomme pas.",
            "What is passed on comes from the carrier, and the request names none.",
        ),
        (
            "Donnez carrier.",
            "Give carrier.",
        ),
    ),
    "passed_on_to_itself": (
        (
            "La structure porteuse « {stakeholder:own} » ne se reverse rien à elle-même.",
            "The carrier “{stakeholder:own}” passes nothing on to itself.",
        ),
        (
            "Ne reversez qu’à d’autres membres.",
            "Pass money on to other members only.",
        ),
    ),
    "passed_on_too_much": (
        (
            "{passed:euros} seraient reversés, pour {amount:euros} demandés.",
            "{passed:euros} would be passed on, of {amount:euros} asked for.",
        ),
        (
            "Réduisez ce qui est reversé.",
            "Reduce what is passed on.",
        ),
    ),
    "other_instrument": (
        (
            "La demande porte sur « {known:instrument} », et non sur « {instrument} ».",
            "The request is under “{known:instrument}”, not under “{instrument}”.",
        ),
        (
            "Gardez le dispositif ; pour un autre, faites une autre demande (RequestFunding).",
            "Keep the instrument; for another one, make another request (RequestFunding).",
        ),
    ),
}
