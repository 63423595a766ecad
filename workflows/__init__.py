"""Durable lives on Temporal: a cooperation's phases as steps, and how its workflow is started and woken."""
