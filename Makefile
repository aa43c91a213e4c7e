# make demo: the whole way on the embedded sample board. make test: the whole suite. Both set up first.
# Needs Python 3.11 or newer and make; everything else is installed into ./.venv.
# Where there is a C compiler, the reader is compiled (a minute, again when its code changes): same results, sooner.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev
CC_FOUND := $(shell command -v cc)
EXTRA := $(if $(CC_FOUND),[compiled])
COMPILED := $(if $(CC_FOUND),classifier/_compiled/made)

.PHONY: demo test lint format bench interpreted clean

demo: $(STAMP) $(COMPILED)
	"$(BIN)/verava" run --demo --out report

test: $(DEV_STAMP) $(COMPILED)
	"$(BIN)/python" -m pytest -q

lint: $(DEV_STAMP)
	"$(BIN)/ruff" check .
	"$(BIN)/ruff" format --check .
	"$(BIN)/mypy"
	"$(BIN)/lint-imports"

format: $(DEV_STAMP)
	"$(BIN)/ruff" check --fix .
	"$(BIN)/ruff" format .

bench: $(DEV_STAMP) $(COMPILED)
	for file in benchmarks/*.py; do "$(BIN)/python" "$$file" || exit 1; done

interpreted:
	rm -rf classifier/_compiled

clean: interpreted
	rm -rf "$(VENV)" report build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(STAMP): pyproject.toml constraints.txt
	"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11) and "VeraVA needs Python 3.11 or newer, this is " + sys.version.split()[0] + "; set PYTHON=python3.12 or the like")'
	test -x "$(BIN)/python" || "$(PYTHON)" -m venv "$(VENV)"
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".$(EXTRA)"
	touch "$@"

$(DEV_STAMP): $(STAMP)
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".$(EXTRA)" -r requirements-dev.txt
	touch "$@"

# The sources must not be older than what was made of them; that the packages are there is enough (|).
$(COMPILED): $(wildcard classifier/*.py) | $(STAMP)
	-"$(BIN)/python" -c "from classifier.compiled import main; main()"
