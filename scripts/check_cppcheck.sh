#!/usr/bin/env bash
# SPDX-FileCopyrightText: MeiTrace developers
# SPDX-License-Identifier: GPL-3.0-or-later
# cppcheck over the whole program: each file by itself, as the gate does, or with --deep all that it includes as well.
set -euo pipefail
cd "$(dirname "$0")/.."
options=(--enable=warning,performance,portability --std=c++20 --language=c++ --library=qt --inline-suppr --quiet --error-exitcode=1 -j 2
  --suppress=missingIncludeSystem --suppress=internalAstError --suppressions-list=.cppcheck-suppressions)
if [ "${1:-}" = --deep ]; then
  cppcheck "${options[@]}" -I . models analytics ui app
else
  find models analytics ui app -name '*.cpp' -o -name '*.h' | sort | cppcheck "${options[@]}" --file-list=-
fi
