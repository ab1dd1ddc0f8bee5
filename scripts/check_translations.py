#!/usr/bin/env python3
# SPDX-FileCopyrightText: MeiTrace developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when the Chinese translation has an unfinished or empty entry, when the sources hold texts it does not know,
when a text that counts has no English forms of one and of many, or when Chinese stands in the code itself."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TS = ROOT / "translations/meitrace_zh_CN.ts"
ENGLISH = ROOT / "translations/meitrace_en.ts"


def lupdate() -> str:
    for name in ("lupdate", "/usr/lib/qt6/bin/lupdate"):
        if found := shutil.which(name):
            return found
    raise SystemExit("lupdate is missing (package qt6-l10n-tools)")


def messages(path: pathlib.Path) -> dict:
    text = path.read_text(encoding="utf-8")
    found = {}
    for context in re.findall(r"<context>(.*?)</context>", text, re.S):
        name = re.search(r"<name>(.*?)</name>", context).group(1)
        for message in re.findall(r"<message.*?</message>", context, re.S):
            source = re.search(r"<source>(.*?)</source>", message, re.S).group(1)
            translation = re.search(r"<translation(.*?)(?:/>|>(.*?)</translation>)", message, re.S)
            found[name, source] = (translation.group(1), translation.group(2) or "")
    return found


CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


def chinese_in_code() -> list:
    found = []
    for top in ("app", "ui", "analytics", "models"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix in (".cpp", ".h"):
                for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                    if CHINESE.search(line):
                        found.append(f"Chinese in code: {path.relative_to(ROOT)}:{number}")
    return found


def compare(translation: pathlib.Path, *options: str) -> list:
    """What the file lacks or has too much of, against the sources as they are."""
    name = translation.name
    bad = [f"{name}: not translated: {context}: {source}"
           for (context, source), (kind, text) in messages(translation).items()
           if "unfinished" in kind or not re.sub(r"</?numerusform>", "", text).strip()]
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / "fresh.ts"
        sources = [str(p) for top in ("ui", "app") for p in sorted((ROOT / top).rglob("*.cpp"))]
        subprocess.run([lupdate(), "-silent", *options, "-locations", "none", "-I", str(ROOT), *sources,
                        "-ts", str(fresh)], check=True)
        known, wanted = set(messages(translation)), set(messages(fresh))
    bad += [f"{name}: not in the translation file: {c}: {s}" for c, s in sorted(wanted - known)]
    return bad + [f"{name}: no longer in the sources: {c}: {s}" for c, s in sorted(known - wanted)]


def main() -> int:
    bad = compare(TS) + compare(ENGLISH, "-pluralonly") + chinese_in_code()
    print(*bad, sep="\n", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
