// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rulegroupeditor.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"

#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <array>

namespace meitrace {

namespace {

constexpr std::array<RuleNode::Kind, 3> kJoinings {RuleNode::Kind::And, RuleNode::Kind::Or,
                                                   RuleNode::Kind::Except};

std::string firstOf(const RuleChoices::List& list)
{
    return list.isEmpty() ? std::string() : list.front().first.toStdString();
}

}  // namespace

RuleGroupEditor::RuleGroupEditor(std::shared_ptr<const RuleChoices> choices, bool inner, QWidget* parent)
    : QWidget(parent)
    , m_choices(std::move(choices))
    , m_joining(new QComboBox)
    , m_column(new QVBoxLayout)
    , m_add(makeButton(inner ? tr("Condition in this group") : tr("Add condition"), ButtonKind::Ghost,
                       QStringLiteral("plus")))
    , m_menu(new QMenu(this))
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(size::kGap8);
    m_column->setSpacing(size::kGap8);
    m_joining->setAccessibleName(tr("How the conditions are joined"));
    m_joining->addItems(
        {tr("All of these hold"), tr("Any of these holds"), tr("The first, but none of the others")});
    m_add->setObjectName(inner ? QStringLiteral("btn.addInner") : QStringLiteral("btn.addCondition"));
    all->addWidget(m_joining, 0, Qt::AlignLeft);
    all->addLayout(m_column);
    all->addWidget(m_add, 0, Qt::AlignLeft);
    m_add->setMenu(m_menu);
    fillMenu();
    showJoining();
    connect(m_joining, &QComboBox::currentIndexChanged, this, &RuleGroupEditor::changed);
}

void RuleGroupEditor::fillMenu()
{
    using Kind = RuleSentence::Kind;
    const std::array<std::pair<Kind, QString>, 7> kinds {{{Kind::Attribute, tr("An attribute or a figure")},
                                                          {Kind::Event, tr("Something they did or did not")},
                                                          {Kind::Segment, tr("RFM segment")},
                                                          {Kind::Audience, tr("In another audience")},
                                                          {Kind::Consent, tr("May be reached")},
                                                          {Kind::Group, tr("A group of conditions")},
                                                          {Kind::Text, tr("Rule text")}}};
    for (const auto& [kind, name] : kinds) {
        connect(m_menu->addAction(name), &QAction::triggered, this, [this, kind = kind] {
            RuleSentence sentence;
            sentence.kind = kind;
            sentence.name = kind == Kind::Attribute ? firstOf(m_choices->attributes)
                : kind == Kind::Event               ? firstOf(m_choices->events)
                : kind == Kind::Segment             ? firstOf(m_choices->segments)
                : kind == Kind::Audience            ? firstOf(m_choices->audiences)
                                                    : std::string();
            addRow(sentence);
            showJoining();
            m_rows.back()->setFocus();
            emit changed();
        });
    }
}

void RuleGroupEditor::addRow(const RuleSentence& sentence)
{
    auto* row = new RuleRow(sentence, m_choices);
    m_rows.push_back(row);
    m_column->addWidget(row);
    connect(row, &RuleRow::changed, this, &RuleGroupEditor::changed);
    connect(row, &RuleRow::removeRequested, this, [this, row] { removeRow(row); });
}

void RuleGroupEditor::removeRow(RuleRow* row)
{
    m_rows.removeOne(row);
    m_column->removeWidget(row);
    row->hide();
    row->deleteLater();
    showJoining();
    emit changed();
}

void RuleGroupEditor::showJoining()
{
    m_joining->setVisible(m_rows.size() > 1);
}

void RuleGroupEditor::setGroup(const RuleSentence& group)
{
    for (RuleRow* row : std::as_const(m_rows)) {
        m_column->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    for (const RuleSentence& sentence : group.rows) {
        addRow(sentence);
    }
    const QSignalBlocker quiet(m_joining);
    for (std::size_t i = 0; i < kJoinings.size(); ++i) {
        if (kJoinings[i] == group.joining) {
            m_joining->setCurrentIndex(static_cast<int>(i));
        }
    }
    showJoining();
}

RuleSentence RuleGroupEditor::group() const
{
    RuleSentence group;
    group.kind = RuleSentence::Kind::Group;
    group.joining = kJoinings[static_cast<std::size_t>(m_joining->currentIndex())];
    for (const RuleRow* row : m_rows) {
        group.rows.push_back(row->sentence());
    }
    return group;
}

}  // namespace meitrace
