#!/usr/bin/env python3
# SPDX-FileCopyrightText: MeiTrace developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the window as a screen reader does, page by page: fails when something that takes the keyboard has no name.
Use: check_accessibility.py PROGRAM WORKSPACE"""
import sys
import time

from screenuser import Window, inside_session

SPEAKING = {"push button", "toggle button", "check box", "radio button", "combo box", "text", "table", "list", "page tab", "spin button",
            "slider", "menu item", "check menu item", "tree table"}


def main() -> int:
    inside_session(98, "1400x900")
    window = Window(sys.argv[1], sys.argv[2], "--lang", "en")
    window.wait_for(lambda: window.find("Funnels", "radio button"), "the pages", 60)
    pages = [node.get_name() for node, _ in window.nodes() if node.get_role_name() == "radio button" and window.is_shown(node)
             and node.get_name()]
    bad, seen = [], 0
    for page in pages:
        window.click(page, "radio button")
        time.sleep(2)
        for node, _ in window.nodes():
            state = node.get_state_set()
            if not window.is_shown(node):
                continue
            seen += 1
            role, name = node.get_role_name(), (node.get_name() or "").strip()
            speaks = role in SPEAKING or (state.contains(window.atspi.StateType.FOCUSABLE) and role not in ("filler", "panel"))
            if speaks and not name:
                parent = node.get_parent()
                bad.append(f"{page}: a {role} without a name (in {parent.get_role_name()} “{parent.get_name()}”)")
    window.close()
    print(*sorted(set(bad)), sep="\n")
    print(f"{len(pages)} pages, {seen} nodes, {len(set(bad))} without a name")
    return 1 if bad or len(pages) < 4 else 0


if __name__ == "__main__":
    sys.exit(main())
