// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace meitrace::test {

/// Classes register themselves with MEITRACE_TEST(Class); the program's main() runs them one after the other.
/// "tst_models_base TestDay" runs one class, "tst_models_base TestDay --options" hands the rest to QtTest.
bool registerTest(const char* name, std::function<std::unique_ptr<QObject>()> make);

}  // namespace meitrace::test

#define MEITRACE_TEST(Class)                                                                                 \
    namespace {                                                                                              \
    const bool registered##Class                                                                             \
        = meitrace::test::registerTest(#Class, [] { return std::make_unique<Class>(); });                    \
    }
