# make demo and make test each do the whole set-up on a machine with Python 3.11, pip, make and git.
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
STAMP := .venv/.set-up
export UV_PROJECT_ENVIRONMENT := .venv

.PHONY: setup demo test bench lint fmt docs check clean

setup: $(STAMP)

$(STAMP): pyproject.toml uv.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@test -x $(UV) || $(BIN)/python -m pip install --quiet uv
	$(UV) sync --frozen --quiet
	@touch $@

demo: setup
	$(BIN)/conformed demo

# Formatter, linter, types and architecture first: they take seconds.
check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check
	$(BIN)/python -m pytest -n 2 --cov --cov-report=term -q

bench: setup
	$(UV) sync --frozen --quiet --group bench
	$(BIN)/python -m benchmarks

lint: check

fmt: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The reference, and what the commands in the documentation print.
docs: setup
	$(BIN)/python -m docs

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .coverage .coverage.* conformed-demo
