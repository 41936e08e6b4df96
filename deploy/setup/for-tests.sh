#!/bin/sh
# `make test`: what only the tests need: a browser, PostgreSQL's programs, readers of PDF and old Word, calendar programs, Node.
set -eu
cd "$(dirname "$0")/../.."
. deploy/setup/lib.sh
. deploy/setup/python.sh
. deploy/setup/pages.sh

has_postgres() {
    command -v postgres > /dev/null || ls /usr/lib/postgresql/*/bin/postgres > /dev/null 2>&1
}

has_browser() {
    for browser in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
        [ -z "$browser" ] || ! "$browser" --version > /dev/null 2>&1 || return 0
    done
    [ -d .venv/browsers ]
}

# Ubuntu's package is only a door to a snap, so Playwright's own build is taken there.
is_ubuntu() {
    grep -qs '^ID=ubuntu' /etc/os-release
}

missing=
has_browser || is_ubuntu || missing="$missing chromium"
has_postgres || missing="$missing postgresql"
command -v pdftotext > /dev/null || missing="$missing poppler-utils"
command -v antiword > /dev/null || missing="$missing antiword"
command -v vdirsyncer > /dev/null || missing="$missing vdirsyncer"
command -v khal > /dev/null || missing="$missing khal"
ldconfig -p | grep -q 'libical\.so' || missing="$missing libical3"
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086 - one package a word
    need_packages "những gì phần kiểm thử cần" $missing
fi
if ! has_browser; then
    say "Cài Chromium …" "Installing Chromium …"
    PLAYWRIGHT_BROWSERS_PATH="$PWD/.venv/browsers" .venv/bin/playwright install --with-deps chromium > .venv/browser.log 2>&1 ||
        fail "Không cài được Chromium; chi tiết trong .venv/browser.log." "Could not install Chromium; see .venv/browser.log."
fi
find_npm
