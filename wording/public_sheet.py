"""What is said to those who read the public sheet of a cooperation alone."""

from language import Text

ONLY_PUBLIC = Text(
    "Fiche publique\u00a0: votre rôle donne à lire ce qui est publié de cette coopération, et les avis où vous siégez.",
    "Public sheet: your role lets you read what is published of this cooperation, and the reviews on which you sit.",
)
