"""What stands on every page."""

from language import Text

SERVICE = Text("Escale", "Escale")
SKIP = Text("Aller au contenu", "Skip to the content")
MAIN_NAVIGATION = Text("Navigation principale", "Main navigation")
TASKS = Text("Ce qui m’attend", "What waits for me")
FILES = Text("Dossiers", "Files")
REVIEWS = Text("Avis", "Reviews")
FUNDINGS = Text("Financements", "Fundings")
PROGRAMMES = Text("Programmes", "Programmes")
PEOPLE = Text("Personnes", "People")
ENVELOPES = Text("Enveloppes", "Envelopes")
AGENDA = Text("Agenda", "Agenda")
SEARCH = Text("Chercher", "Search")
SEARCH_WHAT = Text("Nom, territoire, personne", "Name, place, person")
SIGN_OUT = Text("Se déconnecter", "Sign out")
ME = Text("Vous", "You")
SEEN_AS = Text("vu par : {roles}", "seen by: {roles}")
SEE_AS = Text("Voir en tant que", "See as")
SIMULATION = Text("SIMULATION – il est le {day} ici", "SIMULATION – it is {day} here")
BACK_HOME = Text("Retour à l’accueil", "Back to the first page")
CLOCK = Text("Avancer l’horloge", "Advance the clock")
