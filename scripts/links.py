#!/usr/bin/env python3
"""Checks that every relative link in the Markdown files leads somewhere."""
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
names = subprocess.run(["git", "ls-files", "*.md"], cwd=root, capture_output=True, text=True, check=True).stdout.split()
broken = []
for name in names:
    text = re.sub(r"```.*?```", "", (root / name).read_text(encoding="utf-8"), flags=re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        path = target.split("#")[0]
        if not path or re.match(r"[a-z]+:", path):
            continue
        if not ((root / name).parent / path).exists():
            broken.append(f"{name}: {target}")
print("\n".join(broken) if broken else f"{len(names)} files, every link leads somewhere")
sys.exit(1 if broken else 0)
