#!/usr/bin/env bash
# SPDX-FileCopyrightText: MeiTrace developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a source file is not formatted as .clang-format says.
set -euo pipefail
cd "$(dirname "$0")/.."
git ls-files '*.h' '*.cpp' | xargs -r clang-format --dry-run -Werror
