# make lint PROJECT=path   sets up what is missing and lints a Django project (without PROJECT: the one in demo/)
# make test                sets up what is missing and runs the tests
# Both need a Python of 3.11 or newer with its venv module, and nothing else.

VENV := .venv
BIN := $(VENV)/bin
PROJECT ?=
# More options of `orm-lint check`, e.g. OPTIONS="--select ORM5 --exit-zero".
OPTIONS ?=
# More options of pytest, e.g. TEST_OPTIONS="tests/ir -x".
TEST_OPTIONS ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help lint test clean

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

# The demo has defects on purpose: finding them is success. A project of yours fails the command when it has findings.
lint: $(VENV)/.installed
ifeq ($(strip $(PROJECT)),)
	@$(BIN)/orm-lint check --exit-zero $(OPTIONS) demo
else
	@$(BIN)/orm-lint check $(OPTIONS) "$(PROJECT)"
endif

test: $(VENV)/.installed-dev
	@$(BIN)/python -m pytest -n auto $(TEST_OPTIONS)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "installing orm_lint into $(VENV)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	@echo "installing orm_lint and what its tests need into $(VENV)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,compare]'
	@touch $@ $(VENV)/.installed

# A name on the PATH may be a shim of a version that is not installed, so each candidate is run.
$(BIN)/python:
	@for python in python3.13 python3.12 python3.11 python3; do \
	    if $$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	        echo "creating $(VENV) with $$($$python --version)"; \
	        exec $$python -m venv $(VENV); \
	    fi; \
	done; \
	echo "orm_lint needs Python 3.11 or newer with its venv module (Debian and Ubuntu: apt install python3-venv)" >&2; \
	exit 1

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
