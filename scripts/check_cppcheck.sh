#!/usr/bin/env bash
# SPDX-FileCopyrightText: MeiTrace developers
# SPDX-License-Identifier: GPL-3.0-or-later
# cppcheck over the whole program.
set -euo pipefail
cd "$(dirname "$0")/.."
cppcheck --enable=warning,performance,portability --std=c++20 --library=qt --inline-suppr --quiet --error-exitcode=1 -j 2 \
  --suppress=missingIncludeSystem --suppress=internalAstError --suppressions-list=.cppcheck-suppressions -I . models analytics ui app
