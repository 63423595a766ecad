"""Why envelopes refuse, and why a file may not close while money is open: (fr, en), then the remedy (fr, en)."""

from domain.kernel.text import Sentences

ENVELOPES: Sentences = {
    "unknown_envelope": (
        (
            "Aucune enveloppe « {envelope} » n’est ouverte.",
            "No envelope “{envelope}” is open.",
        ),
        (
            "Vérifiez l’identifiant (programme/dispositif/année), ou ouvrez-la (OpenEnvelope).",
            "Check the id (programme/instrument/year), or open it (OpenEnvelope).",
        ),
    ),
    "unknown_instrument": (
        (
            "Le programme n’a pas de dispositif « {instrument} ».",
            "The programme has no instrument “{instrument}”.",
        ),
        (
            "Choisissez l’un de ses dispositifs : {known:instrument}.",
            "Choose one of its instruments: {known:instrument}.",
        ),
    ),
    "envelope_known": (
        (
            "L’enveloppe « {envelope} » est déjà ouverte.",
            "The envelope “{envelope}” is open already.",
        ),
        (
            "Abondez-la (TopUpEnvelope).",
            "Top it up (TopUpEnvelope).",
        ),
    ),
    "envelope_misfits": (
        (
            "Ce dispositif n’a pas d’enveloppe « {envelope} ».",
            "This instrument has no envelope “{envelope}”.",
        ),
        (
            "Enveloppes possibles pour cette année ou pour l’ensemble : {known:envelope}.",
            "Possible envelopes for that year or for the whole: {known:envelope}.",
        ),
    ),
    "above_ceiling": (
        (
            "L’enveloppe « {envelope} » atteindrait {asked:euros} ; le règlement la borne à {most:euros}.",
            "The envelope “{envelope}” would hold {asked:euros}; the rulebook bounds it to {most:euros}.",
        ),
        (
            "Réduisez le montant, ou publiez un règlement qui permet davantage (PublishRulebook).",
            "Reduce the amount, or publish a rulebook that allows more (PublishRulebook).",
        ),
    ),
    "payments_unbounded": (
        (
            "Rien ne borne les paiements de l’enveloppe « {envelope} ».",
            "Nothing bounds the payments of the envelope “{envelope}”.",
        ),
        (
            "N’abondez que les engagements.",
            "Top up the commitments only.",
        ),
    ),
    "not_carried_there": (
        (
            "Rien ne se reporte de « {envelope} » à « {to:envelope} ».",
            "Nothing is carried over from “{envelope}” to “{to:envelope}”.",
        ),
        (
            "Reportez vers une autre année du même programme, dispositif et circuit.",
            "Carry over to another year of the same programme, instrument and circuit.",
        ),
    ),
    "no_envelope": (
        (
            "L’enveloppe « {envelope} » n’est pas ouverte : rien ne peut y être réservé.",
            "The envelope “{envelope}” is not open: nothing can be set aside in it.",
        ),
        (
            "Le conseil d’administration ou l’administration l’ouvre (OpenEnvelope), puis décidez.",
            "The board or an administrator opens it (OpenEnvelope), then decide.",
        ),
    ),
    "too_many_fundings": (
        (
            "L’enveloppe « {envelope} » a servi à {most:number} financements, le plus que permet le règlement.",
            "The envelope “{envelope}” has served {most:number} fundings, the most that the rulebook allows.",
        ),
        (
            "Ajournez la décision à l’année suivante.",
            "Defer the decision to next year.",
        ),
    ),
    "envelope_exhausted": (
        (
            "Il reste {balance:euros} dans l’enveloppe « {envelope} » ; il en faudrait {asked:euros}.",
            "{balance:euros} is left in the envelope “{envelope}”; it would take {asked:euros}.",
        ),
        (
            "Réduisez le montant, faites abonder l’enveloppe (TopUpEnvelope) ou reporter un solde (CarryOver).",
            "Reduce the amount, have the envelope topped up (TopUpEnvelope) or a balance carried over (CarryOver).",
        ),
    ),
    "payments_exhausted": (
        (
            "Il reste {balance:euros} à payer dans l’année sur l’enveloppe « {envelope} » ; il faudrait {asked:euros}.",
            "{balance:euros} may still be paid in the year of the envelope “{envelope}”; it would take {asked:euros}.",
        ),
        (
            "Payez l’année suivante, ou faites abonder les paiements (TopUpEnvelope).",
            "Pay next year, or have the payments topped up (TopUpEnvelope).",
        ),
    ),
    "money_open": (
        (
            "Des financements sont accordés et ne sont pas clos : {fundings:id}.",
            "Fundings are granted and not closed: {fundings:id}.",
        ),
        (
            "Soldez-les d’abord : payer ou libérer (ReleaseFunds), puis clore (CloseFunding).",
            "Settle them first: pay or release (ReleaseFunds), then close (CloseFunding).",
        ),
    ),
}
"""By code."""
