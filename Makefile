# Needs Python 3.11 or newer and make. Everything else goes into .venv, once.
#
#   make deck      the example deck, from notes/ to dist/   (make deck NOTES=~/my-notes DECK=dist/mine.apkg)
#   make preview   see every card on a page of this machine's, and decide about it   (make preview NOTES=~/my-notes)
#   make test      lint, format, types and every test
#   make format    put the code in shape
#   make golden    write anew what the tests compare the cards and the rules with, and docs/rules.md
#   make readme    that, and run the README's commands again and put in what they print
#   make quality   how many cards a reader accepted, and what they cover where ../shared/quality is at hand
#   make weights   fit the weights of a card's features anew to what readers kept (tests/readings)
#   make fuzz      any text, notes, rules, templates, settings, ledgers, decisions   (make fuzz MINUTES=30)
#   make mutants   take away each veto and each filter: something must notice
#   make bench     how long make-deck takes, beside what it is compared with
#   make pictures  look at the cards in the real Anki program, and keep pictures of them in docs/anki/; needs Xvfb
#   make clean     remove .venv, caches and built decks

NOTES ?= notes
DECK  ?= dist/devopsdays-toronto-2019.apkg

VENV    := .venv
BIN     := $(VENV)/bin
RUN     := $(VENV)/.ready-to-run
TEST    := $(VENV)/.ready-to-test
QUALITY := ../shared/quality
MINUTES ?= 10
FUZZ    ?= 10
PIP     := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help deck preview test lint format format-check types pytest quality golden readme weights fuzz mutants bench pictures clean

help:
	@sed -n 's/^#   //p' Makefile

deck: $(RUN)
	$(BIN)/make-deck "$(NOTES)" -o "$(DECK)"

preview: $(RUN)
	$(BIN)/make-deck preview "$(NOTES)" -o "$(DECK)"

test: lint format-check types pytest

lint: $(TEST)
	$(BIN)/ruff check .

format-check: $(TEST)
	$(BIN)/ruff format --check .

format: $(TEST)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(TEST)
	$(BIN)/mypy

pytest: $(TEST)
	$(BIN)/python -m pytest

golden: $(TEST)
	$(BIN)/python -m tests.written

readme: golden
	$(BIN)/python -m tests.test_readme --refresh

quality: $(RUN)
	@$(BIN)/python -m tests.quality
	@test -d "$(QUALITY)" || { echo "No $(QUALITY) here, so there are no hand-picked facts to look for"; exit 0; }; \
	for event in toronto hartford; do \
	  $(BIN)/make-deck "../shared/notes/devopsdays-$$event-2019.md" -o "dist/$$event.jsonl" && \
	  $(BIN)/python "$(QUALITY)/recall.py" "dist/$$event.jsonl" "$(QUALITY)/$$event.gold.jsonl" "$(QUALITY)/$$event.posts.jsonl" \
	  || exit 1; \
	done

weights: $(TEST)
	$(BIN)/python -m tests.weigh

fuzz: $(TEST)
	@end=$$(( $$(date +%s) + 60 * $(MINUTES) )); \
	while [ "$$(date +%s)" -lt "$$end" ]; do \
	  FUZZ=$(FUZZ) $(BIN)/python -m pytest -q -m hypothesis || exit 1; \
	done

mutants: $(TEST)
	$(BIN)/python -m pytest tests/test_rules.py -k needed tests/mutants.py

bench: $(RUN)
	$(BIN)/python -m bench
	$(BIN)/python -m bench.packaging

pictures: $(RUN)
	@command -v xvfb-run >/dev/null || { echo "make pictures: install xvfb for xvfb-run, a screen for Anki" >&2; exit 1; }
	@$(PIP) install --prefer-binary --editable '.[preview,pictures]'
	@decks=$$(mktemp -d) && for look in plain paper terminal; do \
	  $(BIN)/make-deck notes -o "$$decks/$$look.apkg" --ledger "$$decks/deck.ledger" --look "$$look" || exit 1; \
	done && xvfb-run -a -s "-screen 0 1280x1024x24" $(BIN)/python docs/pictures.py docs/anki \
	  plain="$$decks/plain.apkg" paper="$$decks/paper.apkg" terminal="$$decks/terminal.apkg" \
	  --search "Question:*timeout*largest*" && rm -r "$$decks"

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find dist -type f ! -name .gitkeep -delete
	find flashcards tests -type d -name __pycache__ -prune -exec rm -rf {} +

# The stamps: made anew when pyproject.toml changes, so that set-up is paid for once.
$(BIN)/python:
	@for python in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	  if "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	    echo "Setting up $(VENV) with $$("$$python" --version), once"; \
	    "$$python" -m venv --clear $(VENV) && exit 0; \
	  fi; \
	done; \
	echo "make: no Python 3.11 or newer that can make a virtual environment was found on PATH" \
	  "(python3 is: $$(python3 --version 2>&1 | head -n 1)); install Python 3.11 or newer," \
	  "and on Debian or Ubuntu the package python3-venv as well" >&2; \
	exit 1

$(RUN): pyproject.toml $(BIN)/python
	@$(PIP) install --prefer-binary --editable '.[preview]'
	@touch $@

$(TEST): pyproject.toml $(RUN)
	@$(PIP) install --prefer-binary --editable '.[preview,test]'
	@touch $@
