"""What if other rules had held: past histories replayed, each decision taken anew. Reads only.

The rules are the very functions that took the decisions (``domain.decide.access.may``,
``domain.decide.decide.decide``), on the file as it stood just before each of them, by position. What people recorded
stays as they recorded it: an item that only the other rulebook knows, and that nobody could have declared, is missing.

Only cooperations are replayed. What panels concluded and bodies decided about money is taken as it was: opinions and
grants rest on dossiers, envelopes and people whom no other rulebook would have brought together.
"""
