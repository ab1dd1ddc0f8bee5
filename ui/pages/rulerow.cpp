// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rulerow.h"

#include "analytics/workbench/audiencebook.h"
#include "ui/pages/rulegroupeditor.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/tokens.h"
#include "ui/viewmodels/exportview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <array>

namespace meitrace {

namespace {

constexpr std::array<RuleOp, 8> kOps {RuleOp::Equal,     RuleOp::NotEqual, RuleOp::Less,
                                      RuleOp::LessEqual, RuleOp::Greater,  RuleOp::GreaterEqual,
                                      RuleOp::Contains,  RuleOp::Empty};

std::string dataOf(const QComboBox* box)
{
    return box->currentData().toString().toStdString();
}

}  // namespace

RuleRow::RuleRow(RuleSentence sentence, std::shared_ptr<const RuleChoices> choices, QWidget* parent)
    : QWidget(parent)
    , m_sentence(std::move(sentence))
    , m_choices(std::move(choices))
    , m_row(new QHBoxLayout(this))
    , m_not(new QCheckBox(tr("not")))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(size::kGap8);
    m_not->setChecked(m_sentence.negated);
    m_not->setToolTip(tr("Turns this condition round"));
    m_row->addWidget(m_not, 0, Qt::AlignTop);
    switch (m_sentence.kind) {
    case RuleSentence::Kind::Attribute:
        buildAttribute();
        break;
    case RuleSentence::Kind::Event:
        buildEvent();
        break;
    case RuleSentence::Kind::Segment:
        addLabel(tr("RFM segment is"));
        buildChoice(m_choices->segments, tr("RFM segment"));
        break;
    case RuleSentence::Kind::Audience:
        addLabel(tr("is in the audience"));
        buildChoice(m_choices->audiences, tr("Audience"));
        break;
    case RuleSentence::Kind::Consent:
        buildConsent();
        break;
    case RuleSentence::Kind::Group:
        buildGroup();
        break;
    case RuleSentence::Kind::Text:
        buildText();
        break;
    }
    if (m_sentence.kind != RuleSentence::Kind::Group && m_sentence.kind != RuleSentence::Kind::Text) {
        m_row->addStretch(1);
    }
    QPushButton* remove = iconButton(QStringLiteral("trash"), tr("Remove this condition"));
    m_row->addWidget(remove, 0, Qt::AlignTop);
    connect(remove, &QPushButton::clicked, this, &RuleRow::removeRequested);
    connect(m_not, &QCheckBox::toggled, this, &RuleRow::changed);
}

void RuleRow::addLabel(const QString& text)
{
    m_row->addWidget(textLabel(text, TextRole::Body), 0, Qt::AlignVCenter);
}

QComboBox* RuleRow::addBox(const RuleChoices::List& list, const std::string& chosen, const QString& name)
{
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    for (const auto& [code, text] : list) {
        box->addItem(text, code);
    }
    const QString code = fromUtf8(chosen);
    if (!chosen.empty() && box->findData(code) < 0) {
        box->addItem(code, code);
    }
    box->setCurrentIndex(chosen.empty() ? 0 : box->findData(code));
    m_row->addWidget(box);
    connect(box, &QComboBox::currentIndexChanged, this, &RuleRow::changed);
    return box;
}

void RuleRow::buildAttribute()
{
    m_first = addBox(m_choices->attributes, m_sentence.name, tr("Attribute"));
    m_second = new QComboBox;
    m_second->setAccessibleName(tr("Comparison"));
    m_second->addItems({tr("is"), tr("is not"), tr("below"), tr("at most"), tr("above"), tr("at least"),
                        tr("contains"), tr("is unknown")});
    for (std::size_t i = 0; i < kOps.size(); ++i) {
        if (kOps[i] == m_sentence.op) {
            m_second->setCurrentIndex(static_cast<int>(i));
        }
    }
    m_value = new QLineEdit(fromUtf8(m_sentence.value));
    m_value->setAccessibleName(tr("Value"));
    m_value->setPlaceholderText(tr("Value"));
    m_value->setVisible(m_sentence.op != RuleOp::Empty);
    m_row->addWidget(m_second);
    m_row->addWidget(m_value);
    connect(m_second, &QComboBox::currentIndexChanged, this, [this](int op) {
        m_value->setVisible(kOps[static_cast<std::size_t>(op)] != RuleOp::Empty);
        emit changed();
    });
    connect(m_value, &QLineEdit::textEdited, this, &RuleRow::changed);
}

void RuleRow::buildEvent()
{
    m_second = new QComboBox;
    m_second->setAccessibleName(tr("Did or did not"));
    m_second->addItems({tr("did"), tr("did not")});
    m_second->setCurrentIndex(m_sentence.didNot ? 1 : 0);
    m_row->addWidget(m_second);
    m_first = addBox(m_choices->events, m_sentence.name, tr("What"));
    m_times = new QSpinBox;
    m_times->setRange(1, 999);
    m_times->setValue(m_sentence.atLeast);
    m_times->setPrefix(tr("≥ ", "before a number of times"));
    m_times->setSuffix(tr(" times"));
    m_times->setAccessibleName(tr("At least so many times"));
    m_days = new QSpinBox;
    m_days->setRange(0, 3650);
    m_days->setSpecialValueText(tr("at any time"));
    m_days->setPrefix(tr("last ", "before a number of days"));
    m_days->setSuffix(tr(" days"));
    m_days->setValue(m_sentence.lastDays);
    m_days->setAccessibleName(tr("In so many days before the last day of the data"));
    m_row->addWidget(m_times);
    m_row->addWidget(m_days);
    connect(m_second, &QComboBox::currentIndexChanged, this, &RuleRow::changed);
    connect(m_times, &QSpinBox::valueChanged, this, &RuleRow::changed);
    connect(m_days, &QSpinBox::valueChanged, this, &RuleRow::changed);
}

void RuleRow::buildChoice(const RuleChoices::List& list, const QString& name)
{
    m_first = addBox(list, m_sentence.name, name);
}

void RuleRow::buildConsent()
{
    addLabel(tr("may be reached by"));
    RuleChoices::List channels;
    for (const ConsentChannel channel : kReachChannels) {
        channels.push_back(
            {fromUtf8(kConsentChannelCodes[static_cast<std::size_t>(channel)]), reachChannelName(channel)});
    }
    m_first
        = addBox(channels, std::string(kConsentChannelCodes[static_cast<std::size_t>(m_sentence.channel)]),
                 tr("Channel"));
}

void RuleRow::buildGroup()
{
    m_group = new RuleGroupEditor(m_choices, true);
    m_group->setGroup(m_sentence);
    m_row->addWidget(m_group, 1);
    connect(m_group, &RuleGroupEditor::changed, this, &RuleRow::changed);
}

void RuleRow::buildText()
{
    m_value = new QLineEdit(fromUtf8(m_sentence.text));
    m_value->setAccessibleName(tr("Rule text"));
    m_value->setPlaceholderText(tr("Rule text"));
    m_row->addWidget(m_value, 1);
    connect(m_value, &QLineEdit::textEdited, this, &RuleRow::changed);
}

RuleSentence RuleRow::sentence() const
{
    RuleSentence sentence = m_sentence;
    switch (m_sentence.kind) {
    case RuleSentence::Kind::Attribute:
        sentence.name = dataOf(m_first);
        sentence.op = kOps[static_cast<std::size_t>(m_second->currentIndex())];
        sentence.value = m_value->text().trimmed().toStdString();
        break;
    case RuleSentence::Kind::Event:
        sentence.name = dataOf(m_first);
        sentence.didNot = m_second->currentIndex() == 1;
        sentence.atLeast = m_times->value();
        sentence.lastDays = m_days->value();
        break;
    case RuleSentence::Kind::Segment:
    case RuleSentence::Kind::Audience:
        sentence.name = dataOf(m_first);
        break;
    case RuleSentence::Kind::Consent:
        sentence.channel = kReachChannels[static_cast<std::size_t>(m_first->currentIndex())];
        break;
    case RuleSentence::Kind::Group:
        sentence = m_group->group();
        break;
    case RuleSentence::Kind::Text:
        sentence.text = m_value->text().toStdString();
        break;
    }
    sentence.negated = m_not->isChecked();
    return sentence;
}

}  // namespace meitrace
