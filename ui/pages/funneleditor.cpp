// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/funneleditor.h"

#include "ui/text/casekeytext.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/tokens.h"
#include "ui/viewmodels/funnelview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/foldsection.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

constexpr int kMostSteps = 20;
constexpr int kWindowDays = 90;
constexpr int kSplitValues = 5;
constexpr std::array<const char*, 4> kUsualSteps {"lead", "booking_create", "arrive", "deal"};

/// The step that a text stands for; an event of the clinic's own may have any name.
EventPredicate stepOf(const QString& text)
{
    Result<EventPredicate> step = parseEventPredicate(text.toStdString());
    return step ? *std::move(step) : EventPredicate {.clauses = {{.type = text.toStdString()}}};
}

bool isPlain(const EventPredicate& step)
{
    return step.clauses.size() == 1 && step.clauses.front().filters.empty()
        && step.clauses.front().type != "*";
}

/// As the box of days shows it; 0 = no limit
int daysOf(const std::optional<Duration>& window)
{
    if (!window) {
        return 0;
    }
    constexpr Millis kDay = 86'400'000;
    constexpr int kMonth = 30;
    return window->isCalendar() ? window->months() * kMonth
                                : std::max(1, static_cast<int>(window->millis() / kDay));
}

}  // namespace

FunnelEditor::FunnelEditor(QWidget* parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout)
    , m_add(makeButton({}, ButtonKind::Ghost, QStringLiteral("plus")))
    , m_windowLabel(textLabel({}, TextRole::Quiet))
    , m_window(new QSpinBox)
    , m_splitLabel(textLabel({}, TextRole::Quiet))
    , m_split(new QComboBox)
    , m_more(new FoldSection)
    , m_modeLabel(textLabel({}, TextRole::Quiet))
    , m_mode(new QComboBox)
    , m_unitLabel(textLabel({}, TextRole::Quiet))
    , m_unit(new QComboBox)
{
    m_base.splitValues = kSplitValues;
    m_rows->setSpacing(size::kGap8);
    m_window->setRange(0, 1095);
    m_window->setValue(kWindowDays);
    m_windowLabel->setBuddy(m_window);
    m_splitLabel->setBuddy(m_split);
    m_modeLabel->setBuddy(m_mode);
    m_unitLabel->setBuddy(m_unit);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kGap12);
    column->addLayout(m_rows);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    const auto field = [column](QLabel* label, QWidget* widget) {
        auto* both = new QVBoxLayout;
        both->setSpacing(size::kGap4);
        both->addWidget(label);
        both->addWidget(widget);
        column->addLayout(both);
    };
    field(m_windowLabel, m_window);
    field(m_splitLabel, m_split);
    m_more->body()->addWidget(m_modeLabel);
    m_more->body()->addWidget(m_mode);
    m_more->body()->addWidget(m_unitLabel);
    m_more->body()->addWidget(m_unit);
    column->addWidget(m_more);
    column->addStretch();
    connect(m_add, &QPushButton::clicked, this, [this] {
        forgetPlaces();
        addStep(m_events.empty() ? std::string() : m_events.front());
        emit changed();
    });
    connect(m_window, &QSpinBox::valueChanged, this, &FunnelEditor::changed);
    for (QComboBox* box : {m_split, m_mode, m_unit}) {
        connect(box, &QComboBox::currentIndexChanged, this, &FunnelEditor::changed);
    }
    m_window->setObjectName(QStringLiteral("funnel.window"));
    m_split->setObjectName(QStringLiteral("funnel.split"));
    m_add->setObjectName(QStringLiteral("btn.addStep"));
}

void FunnelEditor::fillEvents(QComboBox* box, const std::string& chosen) const
{
    const QSignalBlocker quiet(box);
    box->clear();
    for (const std::string& event : m_events) {
        box->addItem(capitalised(eventName(event)), QString::fromStdString(event));
    }
    select(box, QString::fromStdString(chosen), funnelStepName(stepOf(QString::fromStdString(chosen))));
}

void FunnelEditor::select(QComboBox* box, const QString& value, const QString& name)
{
    const QSignalBlocker quiet(box);
    if (!value.isEmpty() && box->findData(value) < 0) {
        box->addItem(name, value);
    }
    box->setCurrentIndex(box->findData(value));
}

void FunnelEditor::setOptions(const FunnelOptions& options)
{
    const QSignalBlocker quiet(this);
    m_base = options;
    m_base.population = {};
    const QVector<Step> steps = m_steps;
    for (const Step& step : steps) {
        removeStep(step.row);
    }
    for (const EventPredicate& step : options.steps) {
        addStep(printed(step));
    }
    m_window->setValue(daysOf(options.window));
    select(m_split, QString::fromStdString(options.split), splitName(options.split));
    m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(options.mode)));
    m_unit->setCurrentIndex(m_unit->findData(static_cast<int>(options.unit)));
    m_split->setCurrentIndex(std::max(0, m_split->currentIndex()));
}

void FunnelEditor::forgetPlaces()
{
    const FunnelOptions usual;
    m_base.stepWindows = usual.stepWindows;
    m_base.anchors = usual.anchors;
    m_base.exclusions = usual.exclusions;
    m_base.optional = usual.optional;
    m_base.attribution = usual.attribution;
}

void FunnelEditor::setEvents(const std::vector<std::string>& events)
{
    const bool first = m_steps.isEmpty();
    m_events = events;
    const auto isKnown = [&](const std::string& event) {
        return std::find(events.begin(), events.end(), event) != events.end();
    };
    if (first) {
        for (const char* usual : kUsualSteps) {
            if (isKnown(usual)) {
                addStep(usual);
            }
        }
        for (std::size_t i = 0; m_steps.size() < 2 && i < events.size(); ++i) {
            addStep(events[i]);
        }
        return;
    }
    const QVector<Step> steps = m_steps;
    for (const Step& step : steps) {
        const std::string event = step.event->currentData().toString().toStdString();
        if (isKnown(event) || !isPlain(stepOf(QString::fromStdString(event)))) {
            fillEvents(step.event, event);
        } else {
            removeStep(step.row);
        }
    }
}

void FunnelEditor::setSplits(const std::vector<std::string>& names)
{
    const QSignalBlocker quiet(m_split);
    const QVariant chosen = m_split->currentData();
    m_splits = names;
    m_split->clear();
    m_split->addItem(tr("Not broken down"), QString());
    for (const std::string& name : names) {
        m_split->addItem(splitName(name), QString::fromStdString(name));
    }
    if (!m_base.split.empty() && chosen.toString() == QString::fromStdString(m_base.split)) {
        select(m_split, chosen.toString(), splitName(m_base.split));
    }
    m_split->setCurrentIndex(std::max(0, m_split->findData(chosen)));
}

QString FunnelEditor::splitName(const std::string& name)
{
    return capitalised(caseKeyName(name));
}

void FunnelEditor::addStep(const std::string& event)
{
    Step step;
    step.row = new QWidget;
    step.number = textLabel({}, TextRole::Strong);
    step.event = new QComboBox;
    step.remove = iconButton(QStringLiteral("close"), tr("Remove the step"));
    fillEvents(step.event, event);
    auto* row = new QHBoxLayout(step.row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kGap8);
    row->addWidget(step.number);
    row->addWidget(step.event, 1);
    row->addWidget(step.remove);
    m_rows->addWidget(step.row);
    connect(step.event, &QComboBox::currentIndexChanged, this, &FunnelEditor::changed);
    connect(step.remove, &QPushButton::clicked, this, [this, widget = step.row] {
        forgetPlaces();
        removeStep(widget);
        emit changed();
    });
    m_steps.push_back(step);
    renumber();
}

void FunnelEditor::removeStep(QWidget* row)
{
    m_steps.removeIf([row](const Step& step) { return step.row == row; });
    m_rows->removeWidget(row);
    row->hide();
    row->deleteLater();
    renumber();
}

void FunnelEditor::renumber()
{
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        m_steps[i].number->setText(QString::number(i + 1));
        m_steps[i].number->setMinimumWidth(m_steps[i].number->fontMetrics().horizontalAdvance(u'8') + 2);
        m_steps[i].event->setAccessibleName(tr("Step %1").arg(i + 1));
        m_steps[i].remove->setEnabled(m_steps.size() > 2);
    }
    m_add->setEnabled(m_steps.size() < kMostSteps);
}

FunnelOptions FunnelEditor::options() const
{
    FunnelOptions options = m_base;
    options.steps.clear();
    for (const Step& step : m_steps) {
        options.steps.push_back(stepOf(step.event->currentData().toString()));
    }
    if (m_window->value() != daysOf(m_base.window)) {
        options.window.reset();
        if (m_window->value() > 0) {
            options.window = Duration {m_window->value(), DurationUnit::Days};
        }
    }
    options.split = m_split->currentData().toString().toStdString();
    if (m_mode->currentIndex() >= 0) {
        options.mode = static_cast<FunnelMode>(m_mode->currentData().toInt());
    }
    if (m_unit->currentIndex() >= 0) {
        options.unit = static_cast<UnitKind>(m_unit->currentData().toInt());
    }
    return options;
}

void FunnelEditor::retranslate()
{
    m_add->setText(tr("Add a step"));
    m_windowLabel->setText(tr("Time to get through"));
    m_window->setSuffix(tr(" days"));
    m_window->setSpecialValueText(tr("no limit"));
    m_splitLabel->setText(tr("Broken down by"));
    m_more->setTitle(tr("Advanced"));
    m_modeLabel->setText(tr("Order of the steps"));
    m_unitLabel->setText(tr("What is counted"));
    setSplits(m_splits);
    const auto fill = [](QComboBox* box, const std::vector<std::pair<QString, int>>& choices) {
        const QSignalBlocker quiet(box);
        const int chosen = box->count() == 0 ? 0 : box->currentIndex();
        box->clear();
        for (const auto& [text, value] : choices) {
            box->addItem(text, value);
        }
        box->setPlaceholderText(tr("As saved"));
        box->setCurrentIndex(chosen);
    };
    fill(m_mode,
         {{tr("In order, anything in between"), static_cast<int>(FunnelMode::Ordered)},
          {tr("In order, nothing in between"), static_cast<int>(FunnelMode::Strict)},
          {tr("In any order"), static_cast<int>(FunnelMode::Any)}});
    fill(m_unit,
         {{tr("Customers, once each"), static_cast<int>(UnitKind::Customer)},
          {tr("Clinic visits"), static_cast<int>(UnitKind::Visit)},
          {tr("Web sessions"), static_cast<int>(UnitKind::Session)}});
    for (const Step& step : std::as_const(m_steps)) {
        fillEvents(step.event, step.event->currentData().toString().toStdString());
    }
    renumber();
}

}  // namespace meitrace
