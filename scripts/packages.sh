# SPDX-FileCopyrightText: MeiTrace developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the other scripts: installs what is missing from Debian's packages, and says what and why.

build_packages="g++ cmake ninja-build pkg-config lld python3 libsqlite3-dev libicu-dev zlib1g-dev libzstd-dev libsimdjson-dev libzip-dev libexpat1-dev
  libxml2-dev libeigen3-dev libboost-math-dev libxxhash-dev libsodium-dev nlohmann-json3-dev qt6-base-dev qt6-tools-dev qt6-tools-dev-tools
  qt6-l10n-tools qt6-translations-l10n qt6-charts-dev qt6-svg-dev libqt6opengl6-dev fonts-noto-cjk fonts-inter libgl-dev"
test_packages="clang-format cppcheck codespell poppler-utils sqlite3"
check_packages="clang clang-tidy clazy libclang-rt-14-dev libbenchmark-dev xvfb openbox xdotool dbus at-spi2-core gir1.2-atspi-2.0
  python3-gi poppler-utils"

# install_missing WHY PACKAGE…
install_missing() {
  local why=$1 missing="" package
  shift
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  echo "Installing what is missing $why:$missing"
  local root=""
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "These packages have to be installed by an administrator: apt-get install$missing" >&2
      return 1
    fi
    root=sudo
  fi
  $root apt-get update -qq || return 1
  # shellcheck disable=SC2086  # a list of packages
  DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
