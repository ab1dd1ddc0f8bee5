// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/rfmclasses.h"
#include "ui/session/session.h"
#include "ui/viewmodels/rfmcutsview.h"

#include <QDialog>
#include <QTimer>

#include <array>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace meitrace {

class BusyOverlay;
class DataTable;
class SegmentedControl;

/// How R, F and M are cut into classes: the way, how many, and the bounds where they are fixed; with the
/// customers of each segment now and then, counted while one tries.
class RfmCutsDialog final : public QDialog {
    Q_OBJECT

public:
    /// options: those the page shows; now: its result
    RfmCutsDialog(Session& session, RfmOptions options, RfmResult now, QWidget* parent = nullptr);

    /// As the fields say; only while isValid().
    [[nodiscard]] RfmClasses classes() const;
    [[nodiscard]] bool isValid() const { return m_problem.isEmpty(); }

signals:
    void chosen(const meitrace::RfmClasses& classes);

private:
    void buildForm();
    void buildBounds();
    void buildSplit();
    void connectParts();
    void reset();
    void showClasses(const RfmClasses& classes);
    void setBins(int bins);
    /// Which bounds can be written now; the others show what the data give.
    void showBounds(const RfmResult* result);
    [[nodiscard]] bool isFixed(std::size_t dimension) const;
    void showSplit(const RfmThresholds& thresholds);
    [[nodiscard]] RfmThreshold split() const;
    /// What holds at the moment, in words
    void explain();
    /// Empty, or what is wrong with a field.
    [[nodiscard]] QString readFields();
    void change();
    void preview();
    void take(const Result<RfmResult>& result);

    Session& m_session;
    RfmOptions m_options;
    RfmResult m_now;
    RfmFixedCuts m_cuts;         ///< the last good ones
    RfmThresholds m_thresholds;  ///< likewise
    int m_bins = 5;
    QString m_problem;
    SegmentedControl* m_method;
    QLabel* m_explained;
    QComboBox* m_count;
    QWidget* m_bounds;
    QGridLayout* m_grid;
    std::array<std::vector<QLineEdit*>, 3> m_fields;
    QWidget* m_split;
    SegmentedControl* m_splitBy;
    std::array<QLineEdit*, 3> m_splitAt;
    QLabel* m_says;
    SegmentChangeTable* m_model;
    DataTable* m_table;
    BusyOverlay* m_busy = nullptr;
    QPushButton* m_reset;
    QPushButton* m_cancel;
    QPushButton* m_apply;
    QTimer m_settled;
};

}  // namespace meitrace
