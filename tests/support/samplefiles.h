// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/random.h"
#include "models/domain/kind.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace::test {

/// An export file as a table of texts; its header names the canonical fields.
struct SampleFile {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;

    [[nodiscard]] std::string csv() const;
};

struct SampleOptions {
    std::uint64_t seed = 1;
    int rows = 20;
    int dirtPerMille = 0;  ///< cells that no field of their type can have, missing persons, total lines
    int people = 8;        ///< distinct persons
    int keys = 1'000'000;  ///< distinct natural keys; few = rows that supersede each other
};

/// A random file of a kind, every field filled with values of its type. Rows repeat now and then.
SampleFile sampleFile(const KindSpec& kind, const SampleOptions& options);

}  // namespace meitrace::test
