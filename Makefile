# Everything a developer or an administrator types; each line works on a fresh machine with Python 3.11+, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: demo test coverage bench soak courses up lock format clean

demo: $(VENV)/.runs
	@$(BIN)/tidplan demo --output demo-output

test: $(VENV)/.tests
	@$(BIN)/python tests/suite.py

bench: $(VENV)/.tests
	@$(BIN)/python -m tests.benchmarks

# The whole suite again, counting what it covers: twice the time of `make test`.
coverage: $(VENV)/.tests
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile --cov --cov-report=
	@$(BIN)/coverage report --fail-under=95 --skip-covered

soak: $(VENV)/.tests
	@$(BIN)/python -m pytest -m soak --timeout=0 -n 2 -rP tests

# The pictures of docs/three-courses.md, drawn anew by the command itself.
courses: $(VENV)/.tests
	@$(BIN)/python tests/courses.py

up: $(VENV)/.runs
	@$(BIN)/tidplan up

format: $(VENV)/.tests
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

# Pins the newest versions that pyproject.toml allows, with hashes and without naming an index.
lock:
	@$(PYTHON) -m venv build/lock && build/lock/bin/pip install -q uv
	@build/lock/bin/uv pip compile pyproject.toml -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --upgrade --extra build -o requirements.lock
	@build/lock/bin/uv pip compile pyproject.toml -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --upgrade --extra build --extra dev -o requirements-dev.lock

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tidplan needs Python 3.11 or newer: make PYTHON=/path/to/python3.11")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runs: pyproject.toml requirements.lock | $(VENV)/bin/python
	@echo "Installing Tidplan into $(VENV) (a minute or two, once)..."
	@test -f $(VENV)/.tests || $(BIN)/pip install -q --no-deps --require-hashes -r requirements.lock
	@$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.tests: pyproject.toml requirements-dev.lock | $(VENV)/bin/python
	@echo "Installing Tidplan and what its tests need into $(VENV) (two minutes, once)..."
	@$(BIN)/pip install -q --no-deps --require-hashes -r requirements-dev.lock
	@$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.runs

clean:
	@rm -rf $(VENV) build demo-output
