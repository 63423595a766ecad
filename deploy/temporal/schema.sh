#!/bin/sh
# Creates or updates the tables of Temporal in its two databases; safe to run at every start.
set -eu
for pair in temporal:postgresql/v12/temporal temporal_visibility:postgresql/v12/visibility; do
  database=${pair%%:*}
  temporal-sql-tool --database "$database" setup-schema --version 0.0
  temporal-sql-tool --database "$database" update-schema --schema-name "${pair#*:}"
done
