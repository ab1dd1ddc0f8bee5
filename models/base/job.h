// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace meitrace {

/// How long work is run: how many threads, when to stop, whom to tell. Passed into every long function.
/// stopped() and progress() may be called from any thread. The base class never stops and tells nobody.
class Job {
public:
    /// threads: 0 = as many as the machine has
    explicit Job(int threads = 0);
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;
    virtual ~Job() = default;

    [[nodiscard]] virtual bool stopped() const { return false; }

    /// share: 0 to 1 of the whole work
    virtual void progress(double share) { static_cast<void>(share); }

    /// At least 1. Results never depend on it.
    [[nodiscard]] int threads() const { return m_threads; }

private:
    int m_threads;
};

}  // namespace meitrace
