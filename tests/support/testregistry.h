// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace meitrace::test {

/// Runs the classes that MEITRACE_TEST registered, one after the other, in the application that main() made;
/// a first argument "TestDay" picks one class, the rest goes to QtTest. 0 when all passed.
int runTests(int argc, char** argv);

}  // namespace meitrace::test
