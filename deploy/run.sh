#!/bin/sh
# `make run`: the Makefile's variables as arguments of `bangviec up`.
set -eu
cd "$(dirname "$0")/.."
set --
[ -z "${PLAN:-}" ] || set -- "$@" --plan "$PLAN"
[ -z "${TODAY:-}" ] || set -- "$@" --today "$TODAY"
[ -z "${YEAR:-}" ] || set -- "$@" --year "$YEAR"
[ -z "${PORT:-}" ] || set -- "$@" --port "$PORT"
[ -z "${DATA:-}" ] || set -- "$@" --data "$DATA"
exec .venv/bin/bangviec up "$@"
