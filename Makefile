# The commands of the project. `make` lists them.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
READY := .venv/ready
STATIC := static-root/staticfiles.json
DJANGO := $(BIN)/python manage.py
PIN := $(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url \
	--no-emit-find-links --no-emit-trusted-host --no-emit-options

.DEFAULT_GOAL := help
.PHONY: help setup demo test check lint types javascript format coverage bench pins

help: ## List the commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

setup: $(READY) ## Make .venv/ ready with everything that is pinned
	@echo ".venv/ is ready."

# Made again only when what is pinned changes.
$(READY): requirements/base.txt requirements/development.txt
	@$(PYTHON) bin/suitable_python
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the pinned packages into .venv/, about a minute ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check \
		--requirement requirements/development.txt
	@touch $(READY)

# Collected again only when a file changes.
$(STATIC): $(READY) $(shell find claims/static -type f)
	@$(DJANGO) collectstatic --no-input --verbosity 0
	@touch $(STATIC)

demo: export TRACKER_ADDRESS ?= http://localhost:$(PORT)
demo: $(READY) $(STATIC) ## Serve the demonstration desk on port 8000 (PORT=… for another)
	@$(BIN)/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT)))' 2>/dev/null || \
		{ echo "Port $(PORT) is in use: try PORT=8080 make demo."; exit 1; }
	@$(DJANGO) migrate --verbosity 0
	@$(DJANGO) load_demonstration
	@echo "Attribution desk: look at $(TRACKER_ADDRESS)/ (Ctrl-C stops it)"
	@exec $(BIN)/gunicorn tracker.wsgi --bind 127.0.0.1:$(PORT) \
		--worker-class gthread --threads 8 --log-level warning

test: $(READY) ## Run every test; those in a browser are skipped where there is none
	@$(BIN)/python -m pytest -n auto $(ARGS)

check: lint types javascript ## Run every check that is not a test

lint: $(READY) ## Style, templates, floors, migrations, settings
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@git ls-files 'templates/*.html' | xargs -r $(BIN)/djade --check --target-version 5.2
	@git ls-files 'templates/*.html' | xargs -r $(BIN)/djhtml --check
	@git ls-files 'templates/*.html' | xargs -r $(BIN)/djlint --lint --quiet
	@$(BIN)/lint-imports --no-logo
	@$(DJANGO) check --fail-level WARNING
	@TRACKER_HTTPS=true TRACKER_SECRET_KEY=$$(echo 'as long and varied as a real one, but in no use' | base64 -w 0) \
		$(DJANGO) check --deploy --fail-level WARNING
	@$(DJANGO) makemigrations --check --dry-run

types: $(READY) ## Types, strictly
	@$(BIN)/mypy

javascript: ## The browser's modules, where node is there
	@bin/javascript

format: $(READY) ## Put code and templates into shape
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@git ls-files 'templates/*.html' | xargs -r $(BIN)/djhtml
	@git ls-files 'templates/*.html' | xargs -r $(BIN)/djade --target-version 5.2

coverage: $(READY) ## Which lines the tests reach
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest -n auto $(ARGS)
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

bench: $(READY) ## List the benchmarks; each prints its own figures
	@for file in bench/*.py; do \
		printf '%-44s %s\n' "$(BIN)/python $$file" \
			"$$(sed -n '1s/^"""\([^"]*\).*/\1/p' $$file)"; \
	done

pins: export CUSTOM_COMPILE_COMMAND := make pins
pins: ## Work out requirements/*.txt from *.in (ARGS=--upgrade for newer ones)
	@test -x $(BIN)/pip-compile || $(MAKE) setup
	@cd requirements && ../$(PIN) $(ARGS) base.in && ../$(PIN) $(ARGS) development.in
	@$(MAKE) setup
	@$(BIN)/python bin/licences > docs/licences.md
