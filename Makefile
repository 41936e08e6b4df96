# The house's commands. Every one sets up what it needs first; what is there already costs a second.
#
#   make run                                  everything on this machine, with a sample plan (Ctrl-C ends it)
#   make run PLAN=plan.docx TODAY=2023-05-10  on a plan of one's own, as of a day, in a data folder of its own
#   make run PORT=8081 DATA=folder            another port, another data folder

.DEFAULT_GOAL := help
.PHONY: help setup setup-test run test test-long bench screenshots lint clean

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 14

setup:  ## .venv/ with everything, .venv/bin/bangviec, what the pages load
	@deploy/setup/run.sh

setup-test: setup
	@deploy/setup/for-tests.sh

run: setup  ## the whole system on this machine: PLAN=, TODAY=, YEAR=, PORT=, DATA=
	@PLAN='$(subst ','\'',$(PLAN))' TODAY='$(TODAY)' YEAR='$(YEAR)' PORT='$(PORT)' DATA='$(subst ','\'',$(DATA))' deploy/run.sh

test: setup-test  ## all tests but the long ones: unit, flow, web and browser
	@PATH="$(CURDIR)/.venv/bin:$$PATH" .venv/bin/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not long" $(PYTEST)

test-long: setup-test  ## kill trials, ten thousand titles, the simulated night
	@PATH="$(CURDIR)/.venv/bin:$$PATH" .venv/bin/python -m pytest -m long $(PYTEST)

bench: setup  ## how fast: medians, p95 and memory beside a bare page
	@.venv/bin/python -m bench

screenshots: setup-test  ## the pictures in docs/images, taken from a sample office of their own
	@.venv/bin/python docs/screenshots.py

lint: setup  ## ruff, mypy, import-linter
	@bad=0; for tool in "ruff check ." mypy lint-imports; do .venv/bin/$$tool || bad=1; done; exit $$bad

clean:  ## away with the set-up; the data in var/ stays
	rm -rf .venv node_modules webapp/static/vendor .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
