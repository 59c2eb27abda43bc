HOST ?= 127.0.0.1
PORT ?= 8000
CLAIM ?= examples/forced_labor.json
CASE ?= examples/case/story.json
OUT ?= out
ARGS ?=

BIN = .venv/bin
SETUP = scripts/setup

.PHONY: help run test check check-static format law bench docs documents lock setup clean
.DEFAULT_GOAL := help

help: ## Say what each target does
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

run: ## Compute the example claim, load the example case, then serve http://127.0.0.1:8000
	@$(SETUP) run
	@$(BIN)/remedies summary $(CLAIM)
	@$(BIN)/remedies exhibits $(CLAIM) --out $(OUT)
	@$(BIN)/remedies case organization create Example --unless-there
	@$(BIN)/remedies case load $(CASE) --organization Example --unless-there
	@$(BIN)/remedies case show EXAMPLE-1 --organization Example --as-of 2025-12-31
	@echo
	@echo "Serving http://$(HOST):$(PORT) (Ctrl-C stops it). The pages need nothing; /v1/cases needs a token."
	@echo "In another terminal, make one for a day, kept in a variable, and ask for the example case:"
	@echo '  TOKEN=$$($(BIN)/remedies case token create financial_unit --organization Example --days 1)'
	@echo '  curl -H "Authorization: Bearer $$TOKEN" http://$(HOST):$(PORT)/v1/cases'
	@exec $(BIN)/gunicorn --bind $(HOST):$(PORT) --workers 2 --worker-class gthread --threads 4 \
		--timeout 120 --no-control-socket --log-level warning wsgi:app

test: ## Run all tests; ARGS="-k wages" narrows them
	@$(SETUP) dev
	@scripts/system test
	$(BIN)/python -m pytest -n auto $(ARGS)

check-static: ## Check format, style, types and the direction of imports
	@$(SETUP) dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: check-static test ## Everything that a change must pass

format: ## Put the code in its one format
	@$(SETUP) dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

law: ## Check the encoded law against the words that enact it
	@$(SETUP) dev
	$(BIN)/python -m pytest tests/law -q

bench: ## Measure the speed that docs/performance.md states
	@$(SETUP) bench
	.venv-bench/bin/python -m benchmarks $(ARGS)

docs: ## Write anew what is made from the code and the law: schemas, coverage, authorities
	@$(SETUP) run
	@mkdir -p docs
	$(BIN)/remedies schema claim > docs/claim.schema.json
	$(BIN)/remedies schema result > docs/result.schema.json
	$(BIN)/python -m scripts.generated_docs

documents: ## Print every guide in every language, and for every state, to out/documents/
	@$(SETUP) run
	$(BIN)/python -m scripts.documents --out $(OUT)/documents $(ARGS)

lock: ## Choose the newest versions that pyproject.toml allows and lock them by hash
	@scripts/lock

setup: ## Install what development needs, without running anything
	@$(SETUP) dev

clean: ## Remove everything that can be made again
	rm -rf .venv .venv-bench .venv-lock .venv*.lock .mypy_cache .pytest_cache .ruff_cache \
		.hypothesis .import_linter_cache *.egg-info build dist out
