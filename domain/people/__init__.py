"""People and their roles, and who may sit on which panel."""
