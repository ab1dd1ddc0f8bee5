// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace meitrace {

class Card;
class CurrentStack;
class EmptyState;
class MergeReview;
struct ReviewSheet;

/// Records that may be one person, a pair at a time: what each says, what speaks for it, and the answer by
/// button or key. Y the same, N two people, U undo, W what would change, left and right another pair.
class MergeReviewTab final : public QWidget {
    Q_OBJECT

public:
    explicit MergeReviewTab(Session& session, QWidget* parent = nullptr);

    /// Reads the pairs, unless those of these data are there.
    void refresh();
    /// Counts the pairs, which is quicker than to read them; for a tab that is not on show.
    void count();
    void retranslate();
    /// Pairs, as last counted or read
    [[nodiscard]] int waiting() const { return m_waiting; }

signals:
    /// Another number of pairs waits.
    void counted();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QPushButton* addButton(QPushButton* button, const char* name, const QKeySequence& key);
    [[nodiscard]] int pairs() const;  ///< that were read
    void read();
    void showPair();
    void showSheet(const ReviewSheet& sheet);
    void step(int by);
    void answer(ReviewAnswer answer);
    void undo();
    void preview();
    void enableButtons();

    Session& m_session;
    CurrentStack* m_stack;
    EmptyState* m_nothing;
    Card* m_card;
    QLabel* m_reason;
    QWidget* m_sheet = nullptr;
    QPushButton* m_same;
    QPushButton* m_two;
    QPushButton* m_undo;
    QPushButton* m_preview;
    QPushButton* m_previous;
    QPushButton* m_next;
    std::shared_ptr<const MergeReview> m_review;
    SnapshotPtr m_read;  ///< snapshot the pairs are of, or are being read for
    int m_at = 0;
    int m_waiting = 0;
};

}  // namespace meitrace
