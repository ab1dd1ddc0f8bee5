// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/theme/theme.h"

#include <QApplication>
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

}  // namespace meitrace::test

/// As tests/support/testmain.cpp, with widgets; offscreen unless the environment names another platform.
int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication app(argc, argv);
    meitrace::Theme::current().install(app);
    std::string only;
    std::vector<char*> arguments(argv, argv + argc);
    if (argc > 1 && argv[1][0] == 'T') {
        only = argv[1];
        arguments.erase(arguments.begin() + 1);
    }
    int failures = 0;
    for (const auto& [name, make] : meitrace::test::entries()) {
        if (only.empty() || only == name) {
            failures += QTest::qExec(make().get(), static_cast<int>(arguments.size()), arguments.data());
        }
    }
    return failures == 0 ? 0 : 1;
}
