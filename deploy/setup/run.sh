#!/bin/sh
# `make setup`: everything that running needs, each step only when it is not done yet.
set -eu
cd "$(dirname "$0")/../.."
. deploy/setup/lib.sh
. deploy/setup/python.sh
. deploy/setup/pages.sh

set_up_python
set_up_libraries
set_up_catalogue
set_up_pages
