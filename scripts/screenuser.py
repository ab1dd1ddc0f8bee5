# SPDX-FileCopyrightText: MeiTrace developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as somebody without eyes and with one mouse sees it: starts the program on a screen of its own (Xvfb, a window manager,
an accessibility bus), finds things by the names a screen reader says, and uses real mouse and keys."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
NEEDS = ("Xvfb", "openbox", "xdotool", "dbus-run-session")


def inside_session(number: int, size: str) -> None:
    """Starts this script again inside a screen and a bus of its own, unless it is there already."""
    if os.environ.get("MEITRACE_SCREEN"):
        return
    from shutil import which
    missing = [name for name in NEEDS if which(name) is None]
    try:
        import gi
        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError):
        missing.append("gir1.2-atspi-2.0 python3-gi")
    if missing:
        print("Missing:", *missing, "(packages xvfb openbox xdotool dbus at-spi2-core gir1.2-atspi-2.0 python3-gi)", file=sys.stderr)
        sys.exit(77)
    display = f":{number}"
    screen = subprocess.Popen(["Xvfb", display, "-screen", "0", f"{size}x24"], stderr=subprocess.DEVNULL)
    home = tempfile.mkdtemp(prefix="meitrace-screen-")
    environment = dict(os.environ, DISPLAY=display, MEITRACE_SCREEN=home, HOME=home, XDG_RUNTIME_DIR=home, QT_QPA_PLATFORM="xcb",
                       QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_ACCESSIBILITY="1", NO_AT_BRIDGE="0")
    environment.pop("WAYLAND_DISPLAY", None)
    time.sleep(1)
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    try:
        sys.exit(subprocess.call(["dbus-run-session", "--", sys.executable, *sys.argv], env=environment))
    finally:
        manager.terminate()
        screen.terminate()


class Window:
    """The running program."""

    def __init__(self, program: str, *arguments: str):
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        self.atspi = Atspi
        subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], stderr=subprocess.DEVNULL)
        time.sleep(1)
        self.process = subprocess.Popen([program, *arguments], stderr=subprocess.DEVNULL)
        self.root = self.wait_for(self._application, "the window", 30)

    def _application(self):
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    @staticmethod
    def wait_for(question, what: str, seconds: float = 20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                answer = question()
            except Exception:  # the tree changes while it is read
                answer = None
            if answer:
                return answer
            time.sleep(0.15)
        raise TimeoutError(f"waited in vain for {what}")

    def nodes(self, node=None, depth: int = 0):
        """Everything in sight, from the window down; of a table itself, not its thousands of cells."""
        node = node or self.root
        yield node, depth
        if node.get_role_name() == "table" or (depth > 1 and not self.is_shown(node)):
            return
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is not None:
                yield from self.nodes(child, depth + 1)

    def is_shown(self, node) -> bool:
        return node.get_state_set().contains(self.atspi.StateType.SHOWING)

    def find(self, name: str, role: str = "", whole: bool = True):
        for node, _ in self.nodes():
            text = node.get_name() or ""
            if (text == name if whole else name in text) and (not role or node.get_role_name() == role) and self.is_shown(node):
                return node
        return None

    def place(self, node):
        box = node.get_component_iface().get_extents(self.atspi.CoordType.SCREEN)
        return box.x + box.width // 2, box.y + box.height // 2

    def click(self, name: str, role: str = "", whole: bool = True, seconds: float = 20):
        node = self.wait_for(lambda: self.find(name, role, whole), f"“{name}”", seconds)
        x, y = self.place(node)
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "sleep", "0.1", "click", "1"], check=True)
        time.sleep(0.3)
        return node

    @staticmethod
    def key(*keys: str):
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
            time.sleep(0.2)

    @staticmethod
    def type(text: str):
        subprocess.run(["xdotool", "type", "--delay", "15", text], check=True)
        time.sleep(0.2)

    @staticmethod
    def picture(path: str):
        subprocess.run(["import", "-window", "root", path], check=False, stderr=subprocess.DEVNULL)

    def close(self):
        self.process.terminate()
        self.process.wait(20)
