"""Write every file that is out of date, and say which."""

from __future__ import annotations

import sys

from tests.written.files import FILES, ROOT

for file, text in FILES.items():
    wanted = text()
    if not file.exists() or file.read_text(encoding="utf-8") != wanted:
        file.parent.mkdir(exist_ok=True)
        file.write_text(wanted, encoding="utf-8")
        sys.stdout.write(f"wrote {file.relative_to(ROOT)}\n")
