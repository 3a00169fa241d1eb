.DEFAULT_GOAL := help
VENV := .venv
BIN  := $(VENV)/bin

.PHONY: help try check lint types imports test docs fix lock score bench
help:     ## what can be made
	@grep -hE '^[a-z]+: .*##|^[a-z]+: +##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/'

PYTHON ?= python3

try: $(VENV)/.core  ## install, check the bundled example, show the report
	@mkdir -p out
	$(BIN)/aver check examples/appeal.txt --fail-on never --html out/appeal.html --docx out/appeal.docx
	@echo
	@echo "The same report as a page:      out/appeal.html"
	@echo "The letter with margin remarks: out/appeal.docx"
	@echo "Your own letter:                $(BIN)/aver check LETTER --html report.html"

$(VENV)/.core: requirements/build.txt requirements/core.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Averment needs Python 3.11 or later; name it with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python cannot make environments yet: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
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
score: $(VENV)/.core   ## score the reader on the letters with truth (needs the scorer, see benchmarks/)
	$(BIN)/python benchmarks/score_letters.py tests/documents/letters tests/documents/heldout
bench: $(VENV)/.core   ## speed and memory; writes docs/benchmarks.md
	$(BIN)/python benchmarks/speed.py --write
lock: $(VENV)/.core    ## pin every dependency, with hashes
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --quiet -o requirements/build.txt requirements/build.in
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --quiet -o requirements/core.txt pyproject.toml
	$(BIN)/uv pip compile --universal --generate-hashes --no-header --quiet -c requirements/core.txt --group dev -o requirements/dev.txt pyproject.toml
