// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string_view>

namespace meitrace {

/// Takes lines of JSON apart. Its memory is used again from line to line; not shared between threads.
class JsonRow {
public:
    JsonRow();
    JsonRow(const JsonRow&) = delete;
    JsonRow& operator=(const JsonRow&) = delete;
    ~JsonRow();

    /// Called with each name and its value as text; both are gone afterwards.
    using Take = std::function<void(std::string_view name, std::string_view value)>;

    /// False when the line is no object: nothing was taken then.
    bool read(std::string_view line, const Take& take);

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

}  // namespace meitrace
