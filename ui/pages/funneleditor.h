// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funneloptions.h"

#include <QVector>
#include <QWidget>

#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace meitrace {

class FoldSection;

/// What a funnel counts: its steps, window and split; rarer options folded away.
class FunnelEditor final : public QWidget {
    Q_OBJECT

public:
    explicit FunnelEditor(QWidget* parent = nullptr);

    /// Event types that can be steps, the most frequent first. Steps that are not among them go.
    void setEvents(const std::vector<std::string>& events);
    /// Attributes and event fields to split by.
    void setSplits(const std::vector<std::string>& names);
    [[nodiscard]] FunnelOptions options() const;
    /// Shows these options; what has no control here comes back from options() as it was. Says nothing.
    void setOptions(const FunnelOptions& options);
    [[nodiscard]] bool isComplete() const { return m_steps.size() >= 2; }
    void retranslate();

signals:
    void changed();

private:
    struct Step {
        QWidget* row = nullptr;
        QLabel* number = nullptr;
        QComboBox* event = nullptr;
        QPushButton* remove = nullptr;
    };

    void addStep(const std::string& event);
    void removeStep(QWidget* row);
    void fillEvents(QComboBox* box, const std::string& chosen) const;
    void renumber();
    /// Adds the value where it is none of the choices.
    static void select(QComboBox* box, const QString& value, const QString& name);
    static QString splitName(const std::string& name);
    /// Options that name steps by number mean others once steps come or go.
    void forgetPlaces();

    FunnelOptions m_base;  ///< options without a control, and those the controls cannot say
    std::vector<std::string> m_events;
    std::vector<std::string> m_splits;
    QVector<Step> m_steps;
    QVBoxLayout* m_rows;
    QPushButton* m_add;
    QLabel* m_windowLabel;
    QSpinBox* m_window;
    QLabel* m_splitLabel;
    QComboBox* m_split;
    FoldSection* m_more;
    QLabel* m_modeLabel;
    QComboBox* m_mode;
    QLabel* m_unitLabel;
    QComboBox* m_unit;
};

}  // namespace meitrace
