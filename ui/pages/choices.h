// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QString>

#include <functional>
#include <utility>
#include <vector>

class QWidget;

namespace meitrace {

class FilterBar;

/// One setting of a page that people choose from a menu. The first choice is the usual one.
struct Choice {
    QString key;                    ///< "month"
    QString title;                  ///< "Month"
    std::vector<QString> names {};  ///< never empty once it is shown
    int current = 0;

    /// "Compare with: month before"
    [[nodiscard]] QString text() const;
    /// Without the values its names may stand for.
    [[nodiscard]] const Choice& plain() const { return *this; }
    /// Adds a name; it becomes the current one where isCurrent.
    void add(const QString& name, bool isCurrent);
};

/// A choice whose names stand for values, one each.
template <typename Value>
struct ChoiceOf : Choice {
    std::vector<Value> values {};

    void add(const QString& name, const Value& value, bool isCurrent)
    {
        Choice::add(name, isCurrent);
        values.push_back(value);
    }
};

/// A choice of one member of some options.
template <typename Options, typename Value>
ChoiceOf<Options> memberChoice(const QString& key, const QString& title, const Options& options,
                               Value Options::*member, const std::vector<std::pair<Value, QString>>& values)
{
    ChoiceOf<Options> choice {{.key = key, .title = title}};
    for (const auto& [value, name] : values) {
        Options chosen = options;
        chosen.*member = value;
        choice.add(name, chosen, options.*member == value);
    }
    return choice;
}

/// The same choices of a part of some options.
template <typename Options, typename Part>
void addPartChoices(std::vector<ChoiceOf<Options>>& all, const Options& options, Part Options::*part,
                    std::vector<ChoiceOf<Part>> choices)
{
    for (ChoiceOf<Part>& choice : choices) {
        ChoiceOf<Options>& whole = all.emplace_back(ChoiceOf<Options> {choice.plain(), {}});
        for (Part& value : choice.values) {
            whole.values.push_back(options);
            whole.values.back().*part = std::move(value);
        }
    }
}

/// The menu "menu.<key>" of a choice at a corner of the screen; chosen is told the number of the name.
void openChoiceMenu(QWidget* parent, const Choice& choice, const QPoint& corner,
                    std::function<void(int)> chosen);

/// One chip "btn.<key>" for each choice, tinted where it is not the usual one.
void showChoiceChips(FilterBar& bar, const std::vector<const Choice*>& choices);

template <typename Value>
void showChoices(FilterBar& bar, const std::vector<ChoiceOf<Value>>& choices)
{
    std::vector<const Choice*> plain;
    plain.reserve(choices.size());
    for (const Choice& choice : choices) {
        plain.push_back(&choice);
    }
    showChoiceChips(bar, plain);
}

/// Opens the menu of the choice with this key; chosen is told the value.
template <typename Value, typename Chosen>
void openChoice(QWidget* parent, const std::vector<ChoiceOf<Value>>& choices, const QString& key,
                const QPoint& corner, Chosen chosen)
{
    for (const ChoiceOf<Value>& choice : choices) {
        if (choice.key == key) {
            openChoiceMenu(parent, choice, corner, [values = choice.values, chosen](int number) {
                chosen(values[static_cast<std::size_t>(number)]);
            });
        }
    }
}

}  // namespace meitrace
