-- Lists ask which requests are closed to their reader.

CREATE INDEX conflicts_by_person ON read_models.conflicts (organisation, person);
