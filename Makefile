# Needs Python 3.11 or newer with pip, and make. Everything else is set up here, in .venv, from the lock files.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# make test uses this many processes
PROCESSEN ?= 2
# make demo writes the demo region here
DEMO ?= demo-regio
# make lock OPTIES=--upgrade takes the newest versions; without it only what pyproject.toml asks for changes
OPTIES ?=

VASTLEGGEN = pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links $(OPTIES)

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := hulp
.PHONY: hulp installatie demo test check proof mutatie bench lock systeem schoon

hulp:
	@echo 'make demo         zet alles klaar, maakt de voorbeeldregio in $(DEMO)/ en draait er een week mee'
	@echo 'make installatie  zet alleen het programma klaar ($(BIN)/landing)'
	@echo 'make test         alle tests, met wat daarvoor nodig is'
	@echo 'make check        stijl, typen en lagen'
	@echo 'make proof        de grote testprogramma'"'"'s in het geheel'
	@echo 'make mutatie      mutatietests'
	@echo 'make bench        de vergelijkingen van snelheid'
	@echo 'make lock         vernieuwt de vaste versies (OPTIES=--upgrade: de nieuwste)'
	@echo 'make schoon       haalt weg wat hier is gemaakt'

installatie: $(VENV)/.programma

# A demo region that is there already may hold somebody's own try-outs: it gets a new proposal, no new files.
demo: $(VENV)/.programma
	@if [ -d $(DEMO) ]; then $(BIN)/landing voorstel $(DEMO) --datum 23-11-2026; else $(BIN)/landing demo $(DEMO); fi

test: check systeem
	@$(BIN)/python -m pytest -n $(PROCESSEN) -q

check: $(VENV)/.ontwikkeling
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy .
	@$(BIN)/python -m pytest -q tests/huis/test_lagen.py

proof: $(VENV)/.ontwikkeling systeem
	@ZL_PROOF=1 $(BIN)/python -m pytest -n $(PROCESSEN) -q

mutatie: $(VENV)/.ontwikkeling
	@ZL_MUTATIE=1 $(BIN)/mutmut run

bench: $(VENV)/.ontwikkeling
	@$(BIN)/python -m benchmarks

systeem:
	@sh .ci/systeem

# hatchling stands in both locks, so that building the package fetches nothing unpinned.
lock: $(VENV)/.ontwikkeling
	@$(BIN)/python -m pip install --quiet 'uv>=0.9'
	@$(BIN)/uv pip compile $(VASTLEGGEN) --extra bouw -o requirements.lock
	@$(BIN)/uv pip compile $(VASTLEGGEN) --extra dev -o requirements-dev.lock

schoon:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist mutants $(DEMO)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Nodig: Python 3.11 of nieuwer. Geef het op met: make PYTHON=python3.11 ...")'
	@$(PYTHON) -m venv $(VENV) || { \
		$(PYTHON) -m venv --clear --without-pip $(VENV) && $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; }

$(VENV)/.programma: requirements.lock pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ontwikkeling: requirements-dev.lock $(VENV)/.programma
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@
