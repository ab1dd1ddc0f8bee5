#!/usr/bin/env python3
# SPDX-FileCopyrightText: MeiTrace developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when an include crosses a wall that tests/layout/layers.txt does not open.

Also: includes are written from the root, sqlite3.h stays in models/store, calls of one operating system stay in
models/base/platform.cpp, Qt starts at ui, and files stay below 400 lines. --dot prints the picture.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOP = ("app", "ui", "analytics", "models")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
SYSTEM = re.compile(r"^(sys/|unistd\.h|fcntl\.h|windows\.h|pthread\.h|dirent\.h)")
LIMIT = 400


def room(path: str) -> str:
    return "app" if path.startswith("app/") else "/".join(path.split("/")[:2])


def read_layers(bad: list) -> dict:
    allowed = {}
    for line in (ROOT / "tests/layout/layers.txt").read_text().splitlines():
        words = line.split("#")[0].split()
        if words:
            bad += [f"layers.txt: {words[0]} may not use {t}: rooms are listed bottom first"
                    for t in words[1:] if t not in allowed]
            allowed[words[0]] = set(words[1:])
    return allowed


def check_include(rel: str, mark: str, target: str, allowed: dict, edges: dict) -> list:
    bad = []
    if mark == "<" and target.startswith("Q") and rel.startswith(("models/", "analytics/")):
        bad.append(f"{rel}: <{target}>: Qt starts at ui")
    if target == "sqlite3.h" and room(rel) != "models/store":
        bad.append(f"{rel}: sqlite3.h belongs to models/store")
    if SYSTEM.match(target) and rel != "models/base/platform.cpp":
        bad.append(f"{rel}: <{target}>: calls of one system stay in models/base/platform.cpp")
    if mark == '"' and target.startswith(tuple(t + "/" for t in TOP)):
        if not (ROOT / target).is_file():
            bad.append(f"{rel}: \"{target}\" does not exist")
        here, there = room(rel), room(target)
        if here != there:
            edges[here, there] = edges.get((here, there), 0) + 1
            if there not in allowed.get(here, set()):
                bad.append(f"{rel}: {here} may not include {target}")
    elif mark == '"' and not target.endswith(".moc") and not target.startswith("ui_"):
        bad.append(f"{rel}: \"{target}\": write the path from the root")
    return bad


def main() -> int:
    bad, edges = [], {}
    allowed = read_layers(bad)
    files = sorted(p for top in TOP for p in (ROOT / top).rglob("*") if p.suffix in (".h", ".cpp"))
    for path in files:
        rel = path.relative_to(ROOT).as_posix()
        text = path.read_text(encoding="utf-8")
        if room(rel) not in allowed:
            bad.append(f"{rel}: room {room(rel)} is not in layers.txt")
        for mark, target in INCLUDE.findall(text):
            bad += check_include(rel, mark, target, allowed, edges)
        if (lines := text.count("\n")) > LIMIT:
            bad.append(f"{rel}: {lines} lines, limit {LIMIT}")
    if "--dot" in sys.argv:
        print("digraph rooms {", *(f'  "{a}" -> "{b}" [label={n}];' for (a, b), n in sorted(edges.items())), "}",
              sep="\n")
    print(*bad, sep="\n", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
