"""The page of other systems that are told what happens."""
