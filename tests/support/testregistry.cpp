// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <string>
#include <utility>
#include <vector>

namespace meitrace::test {

namespace {

using Entry = std::pair<std::string, std::function<std::unique_ptr<QObject>()>>;

std::vector<Entry>& entries()
{
    static std::vector<Entry> list;
    return list;
}

}  // namespace

bool registerTest(const char* name, std::function<std::unique_ptr<QObject>()> make)
{
    entries().emplace_back(name, std::move(make));
    return true;
}

int runTests(int argc, char** argv)
{
    std::string only;
    std::vector<char*> arguments(argv, argv + argc);
    if (argc > 1 && argv[1][0] == 'T') {
        only = argv[1];
        arguments.erase(arguments.begin() + 1);
    }
    int failures = 0;
    for (const auto& [name, make] : entries()) {
        if (only.empty() || only == name) {
            failures += QTest::qExec(make().get(), static_cast<int>(arguments.size()), arguments.data());
        }
    }
    return failures == 0 ? 0 : 1;
}

}  // namespace meitrace::test
