# make demo and make test are all that is needed; both work on Debian 12 with python3, python3-venv and make.
# ARGS passes options on:  make demo ARGS="--today 2026-03-02 --port 8080"   make quick ARGS="-k quarantine"

PYTHON := .venv/bin/python
ARGS ?=

.PHONY: help demo test quick soak check bench format environment environment-dev

help:
	@echo "make demo    the site with the five agreements, and everything it needs"
	@echo "make test    all tests, browser included      make quick   without browser and slow ones"
	@echo "make soak    the tests that run for minutes   make check   lint, types, contracts, generated pages"
	@echo "make bench   measured runs                    make format  put the code in shape"

demo: environment
	@exec $(PYTHON) -m samsyn demo $(ARGS)

test: environment-dev
	@.ci/chromium
	@$(PYTHON) -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder -m "not soak" $(ARGS)

quick: environment-dev
	@$(PYTHON) -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder -m "not browser and not slow and not soak" $(ARGS)

soak: environment-dev
	@$(PYTHON) -m pytest -m soak $(ARGS)

check: environment-dev
	@.ci/check

bench: environment-dev
	@$(PYTHON) -m bench $(ARGS)

format: environment-dev
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format .

# flock: two makes at once in a fresh checkout must not build the same folder twice.
environment:
	@flock Makefile .ci/environment runtime

environment-dev:
	@flock Makefile .ci/environment dev
