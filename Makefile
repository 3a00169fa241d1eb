.DEFAULT_GOAL := help
VENV := .venv
BIN  := $(VENV)/bin

.PHONY: help try check lint types imports test docs fix lock bench
help:     ## what can be made
	@grep -hE '^[a-z]+: .*##|^[a-z]+: +##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/'

$(VENV)/.core: requirements/core.txt pyproject.toml
	python3 -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/core.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: $(VENV)/.core requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

check: lint types imports test docs  ## what CI runs

lint: $(VENV)/.dev     ## style, and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
types: $(VENV)/.dev    ## mypy --strict over src and tests
	$(BIN)/mypy
imports: $(VENV)/.dev  ## the layers in pyproject.toml
	$(BIN)/lint-imports --no-cache
test: $(VENV)/.dev     ## everything but `slow`; T="-k note" narrows it
	$(BIN)/pytest -m "not slow" $(T)
docs: $(VENV)/.dev     ## generated parts are up to date
	$(BIN)/cog --check docs/reference/*.md
fix: $(VENV)/.dev      ## what a machine can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/cog -r docs/reference/*.md
lock: $(VENV)/.core    ## pin every dependency, with hashes
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --quiet -o requirements/build.txt requirements/build.in
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --quiet -o requirements/core.txt pyproject.toml
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --quiet -c requirements/core.txt --group dev -o requirements/dev.txt pyproject.toml
