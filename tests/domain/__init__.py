"""The rules, stated as tables and laws."""
