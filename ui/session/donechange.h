// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoCommand>

#include <functional>
#include <utility>

namespace meitrace {

/// Something that was done to the workspace, and how it is taken back and done again. Both start a job and
/// return at once.
class DoneChange final : public QUndoCommand {
public:
    /// sort: what sort of change, for id(); -1: any
    DoneChange(const QString& text, std::function<void()> takeBack, std::function<void()> doAgain,
               int sort = -1)
        : QUndoCommand(text)
        , m_sort(sort)
        , m_takeBack(std::move(takeBack))
        , m_doAgain(std::move(doAgain))
    {
    }

    [[nodiscard]] int id() const override { return m_sort; }
    void undo() override { m_takeBack(); }
    /// The stack calls it once when it gets the command: what it stands for is done already then.
    void redo() override
    {
        if (m_wasPushed) {
            m_doAgain();
        }
        m_wasPushed = true;
    }

private:
    int m_sort;
    std::function<void()> m_takeBack;
    std::function<void()> m_doAgain;
    bool m_wasPushed = false;
};

}  // namespace meitrace
