#!/bin/sh
# Prefect has a database of its own, and needs pg_trgm in it.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" -c "CREATE DATABASE prefect"
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" -d prefect -c "CREATE EXTENSION IF NOT EXISTS pg_trgm"
