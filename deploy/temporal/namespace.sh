#!/bin/sh
# Registers the namespace in which Escale's workflows live; safe to run at every start.
set -eu
temporal operator namespace describe --namespace default ||
  temporal operator namespace create --namespace default --retention 720h
