#!/usr/bin/env python3
# SPDX-FileCopyrightText: MeiTrace developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first ten minutes of a newcomer, with real mouse and keys on a screen of its own: sample data, the worst step of the funnel, its
lost customers as an audience, a CSV of those who may be contacted, the journey report as PDF. What is checked are the files and the
workspace, not the pixels.
Use: person_run.py PROGRAM [FOLDER FOR PICTURES]"""
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import time

from screenuser import Window, inside_session


def main() -> int:
    inside_session(96, "1400x900")
    program = os.path.abspath(sys.argv[1])
    home = pathlib.Path(os.environ["HOME"])
    pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    count = 0

    def look(name: str) -> None:
        nonlocal count
        count += 1
        if pictures:
            pictures.mkdir(parents=True, exist_ok=True)
            Window.picture(str(pictures / f"{count:02}-{name}.png"))

    window = Window(program, "--lang", "en")
    look("welcome")
    window.click("Load sample data", "push button")
    window.wait_for(lambda: window.find("Funnels", "radio button"), "the sample clinic", 90)
    workspace = next(home.rglob("sample.meitrace"))
    look("home")

    window.click("Funnels", "radio button")
    lost_item = window.wait_for(lambda: window.find(" Lost: ", "list item", whole=False), "the funnel")
    print("first loss:", lost_item.get_name())
    look("funnel")
    worst = window.wait_for(lambda: window.find("Largest loss", "frame", whole=False), "the largest loss")
    x, y = window.place(worst)
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "sleep", "0.1", "click", "1"], check=True)
    window.wait_for(lambda: window.find("Save as audience", "push button"), "the customers behind it")
    reach = window.wait_for(lambda: window.find(" can be contacted", "label", whole=False), "how many may be contacted")
    reachable = int(re.match(r"[\d,]+", reach.get_name()).group().replace(",", ""))
    look("lost customers")

    window.click("Save as audience", "push button")
    window.wait_for(lambda: window.find("Save as audience", "dialog") or window.find("Name of the audience", "", whole=False), "the name")
    window.key("ctrl+a")
    window.type("lost at the worst step")
    look("name")
    window.key("Return")

    def saved():
        done = subprocess.run([program, "audience", str(workspace), "--list", "--json"], capture_output=True, text=True)
        return "lost at the worst step" in done.stdout

    window.wait_for(saved, "the audience in the workspace")
    look("saved")

    out = home / "lost.csv"
    window.click("Export CSV", "push button")
    window.click("Purpose", "text")
    window.type("winter recall")
    field = window.wait_for(lambda: window.find("File", "text"), "the file's name")
    x, y = window.place(field)
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)
    window.key("ctrl+a")
    window.type(str(out))
    time.sleep(1)
    look("export")
    window.wait_for(lambda: window.find("Export ", "push button", whole=False), "the button")
    buttons = [n for n, _ in window.nodes() if n.get_role_name() == "push button" and window.is_shown(n)
               and re.fullmatch(r"Export [\d,]+ customers?", n.get_name() or "")]
    said = int(re.search(r"[\d,]+", buttons[0].get_name()).group().replace(",", ""))
    x, y = window.place(buttons[0])
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)
    window.wait_for(out.exists, "the CSV", 20)
    window.wait_for(lambda: window.find("Done", "push button"), "the receipt")
    look("receipt")
    window.click("Done", "push button")

    window.click("Reports", "radio button")
    window.wait_for(lambda: window.find("Save as PDF", "push button", whole=False), "the report", 60)
    time.sleep(3)
    look("report")
    pdf = home / "journey.pdf"
    window.click("Save as PDF", "push button", whole=False)
    time.sleep(2)
    window.key("ctrl+a")
    window.type(str(pdf))
    window.key("Return")
    window.wait_for(lambda: pdf.exists() and pdf.stat().st_size > 10_000, "the PDF", 60)
    look("printed")
    window.close()

    with open(out, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    manifest = json.loads((home / "lost.csv.manifest.json").read_text(encoding="utf-8"))
    pages = re.search(r"Pages:\s+(\d+)", subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout)
    checks = {
        "rows of the CSV are what the button said": len(rows) == said,
        "nobody is written who may not be contacted": len(rows) <= reachable,
        "the manifest counts the same": manifest["rows"] == len(rows),
        "the report has pages": pages is not None and int(pages.group(1)) >= 4,
    }
    for what, holds in checks.items():
        print("fine " if holds else "WRONG", what)
    print(f"{reachable} reachable, {len(rows)} written, {pages.group(1) if pages else 0} pages")
    return 0 if all(checks.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
