#!/usr/bin/env bash
# SPDX-FileCopyrightText: MeiTrace developers
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail
cd "$(dirname "$0")/.."
git ls-files | grep -vE '\.(csv|ts|gz)$|^tests/fuzz/corpus/|^LICENSE$' | xargs -r codespell
