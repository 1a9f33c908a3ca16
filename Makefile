# The words of the project. `make` alone lists them; without make, see README.md.

PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
# Ends with one sentence where no Python answers to that name.
READY = command -v $(PYTHON) >/dev/null 2>&1 \
	|| { echo 'ไม่พบ $(PYTHON) กรุณาติดตั้ง Python 3.11 ขึ้นไป (Python was not found.)' >&2; exit 1; }; \
	$(PYTHON) tools/environment.py
# The browser and axe-core are found, or installed, before the walks begin.
WALKS = browser="$$($(BIN)/python tools/chromium.py)" && $(BIN)/python tools/axe.py >/dev/null \
	&& CHROMIUM="$$browser" $(BIN)/python -m pytest

.PHONY: help run test check fix browser bench
.NOTPARALLEL:
.SILENT:

help:
	awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: ## เปิดแดชบอร์ดที่ 127.0.0.1:8501 (run the app; PORT=8502 for another port)
	$(READY) run
	exec $(BIN)/python tools/serve.py '$(PORT)'

test: ## ทดสอบทั้งหมด รวมทั้งในเบราว์เซอร์ (run all tests)
	$(READY) test
	$(BIN)/python -m pytest tests --ignore=tests/browser -n auto --dist loadfile
	$(WALKS) tests/browser -n auto --dist loadfile

check: ## ตรวจโค้ดโดยไม่แก้ไข (lint, format, types, imports; edits nothing)
	$(READY) test
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy --strict app.py pages ita_analysis benchmarks tools
	$(BIN)/lint-imports

fix: ## จัดรูปแบบและแก้สิ่งที่แก้เองได้ (format and mend)
	$(READY) test
	$(BIN)/python -m ruff format .
	$(BIN)/python -m ruff check --fix .

browser: ## ทดสอบเฉพาะในเบราว์เซอร์ (only the browser walks)
	$(READY) test
	PICTURES=1; export PICTURES; $(WALKS) tests/browser

bench: ## วัดความเร็ว (measure the speed)
	$(READY) test
	$(BIN)/python -m benchmarks
