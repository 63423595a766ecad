# Everything a newcomer needs: Python 3.11 or newer, git and make. See README.md for how long each takes.

VENV := .venv
BIN := $(VENV)/bin
LOCK := requirements.lock
COMPILE := $(BIN)/uv pip compile --quiet pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock"
TELLING_PIP := $(BIN)/python -m pip --disable-pip-version-check
PIP := $(TELLING_PIP) --quiet

.PHONY: setup test types tests api-tests api-client demo bench lock

setup: $(VENV)/.installed
	@$(BIN)/python -m stack.setup $(ALSO)
	@$(BIN)/python -m tests.web.browser.needed $(ALSO)

test: ALSO := tests
test: setup
	@echo "Style : ruff / style: ruff"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(MAKE) --no-print-directory --jobs=2 types tests

# Beside the tests: it needs one core only.
types:
	@echo "Types : mypy, une minute environ / types: mypy, about a minute"
	@$(BIN)/mypy .

# In each process one file of tests after the other; tests/conftest.py says how many processes, and in which order.
# Bytecode is kept: tests start many programs.
tests:
	@echo "Tests : plus de dix mille ; les vingt plus lents à la fin / tests: over ten thousand; the slowest twenty at the end"
	@PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -q --numprocesses logical --dist loadfile --no-loadscope-reorder --durations 20

# The API asked at length, as two people: some four minutes. Others are drawn with another SEED, more with EXAMPLES=200.
api-tests: setup
	@EXAMPLES=$${EXAMPLES:-30} SEED=$${SEED:-0} $(BIN)/pytest -q --numprocesses 2 tests/web/api/test_schema.py

# The models of the example's client, from the description of the API. The generator stays in an environment of its own.
EXAMPLE := examples/api-client
api-client: setup
	@$(PIP) install uv
	@$(BIN)/python -c "import json; from web.api.app import described; print(json.dumps(described()))" | $(BIN)/python $(EXAMPLE)/describe.py > $(EXAMPLE)/description.json
	@$(BIN)/uv tool run --from datamodel-code-generator==0.89.0 datamodel-codegen --input $(EXAMPLE)/description.json \
		--input-file-type openapi --output $(EXAMPLE)/escale_models.py --output-model-type pydantic_v2.BaseModel \
		--target-python-version 3.11 --use-annotated --use-union-operator --use-standard-collections \
		--collapse-root-models --disable-timestamp --formatters builtin \
		--custom-file-header '"""Made by `make api-client` from the description of the API."""'
	@rm $(EXAMPLE)/description.json
	@$(BIN)/ruff format --quiet $(EXAMPLE)

demo: setup
	@$(BIN)/escale demo

bench: setup
	@$(BIN)/python -m benchmarks.run

lock: $(BIN)/python
	$(PIP) install uv
	$(COMPILE) --extra build --extra dev --output-file $(LOCK)
	$(COMPILE) --extra build --constraint $(LOCK) --output-file deploy/$(LOCK)

$(BIN)/python:
	@for candidate in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
		if $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "Environnement Python / Python environment: $(VENV) ($$candidate)"; \
			rm -rf $(VENV); \
			$$candidate -m venv $(VENV) || { rm -rf $(VENV); \
				echo "Python ne peut pas créer d’environnement ; sous Debian ou Ubuntu : apt install python3-venv." >&2; \
				echo "Python cannot make an environment; on Debian or Ubuntu: apt install python3-venv." >&2; \
				exit 1; }; \
			exit 0; \
		fi; \
	done; \
	echo "Il faut Python 3.11 ou plus récent ; installez-le ou nommez-le : make PYTHON=/chemin/python." >&2; \
	echo "Python 3.11 or newer is needed; install it or name it: make PYTHON=/path/to/python." >&2; exit 1

$(VENV)/.locked: $(LOCK) | $(BIN)/python
	@echo "Paquets de $(LOCK) : une centaine, une minute / packages of $(LOCK): about a hundred, a minute"
	@{ PYTHONUNBUFFERED=1 $(TELLING_PIP) install --require-hashes --no-deps -r $(LOCK); echo $$? > $@.end; } | \
		while read -r word rest; do \
			case $$word in \
				Collecting) count=$$((count + 1)); [ $$((count % 20)) -gt 0 ] || echo "  $$count…";; \
				Installing) echo "  installation / installing";; \
			esac; \
		done; \
		end=$$(cat $@.end); rm $@.end; exit $$end
	@touch $@

$(VENV)/.installed: $(VENV)/.locked pyproject.toml
	@echo "Commande escale / command escale: $(BIN)/escale"
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
