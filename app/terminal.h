// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"

#include <QString>

#include <mutex>

namespace meitrace {

/// From now on Ctrl-C asks the running work to stop; a second one ends the program.
void catchInterrupt();

void writeOutput(const QString& text);
/// One line on the error channel
void writeError(const QString& text);

/// Work on behalf of the command line: Ctrl-C stops it, a bar on the error channel shows how far it is.
class TerminalJob final : public Job {
public:
    TerminalJob(int threads, bool showBar)
        : Job(threads)
        , m_showBar(showBar)
    {
    }

    [[nodiscard]] bool stopped() const override;
    void progress(double share) override;
    /// Takes the bar off the screen.
    void finishLine();

private:
    bool m_showBar;
    std::mutex m_mutex;
    int m_shown = -1;
};

}  // namespace meitrace
