// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audienceeditor.h"

#include "analytics/campaign/ruleparser.h"
#include "models/domain/attribute.h"
#include "ui/pages/rulegroupeditor.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kPauseMs = 350;
constexpr int kTextHeight = 64;
constexpr int kCountWidth = 420;
constexpr std::array<const char*, 11> kSegmentCodes {
    "champions",      "loyal",   "potential_loyalist", "new",         "promising", "needs_attention",
    "about_to_sleep", "at_risk", "cant_lose",          "hibernating", "lost"};

QString jobKey()
{
    return QStringLiteral("audienceCount");
}

}  // namespace

AudienceEditor::AudienceEditor(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_ruleCard(new Card)
    , m_countCard(new Card)
    , m_nameLabel(textLabel({}, TextRole::Quiet))
    , m_name(new QLineEdit)
    , m_place(new QWidget)
    , m_textLabel(textLabel({}, TextRole::Quiet))
    , m_text(new QPlainTextEdit)
    , m_error(textLabel({}, TextRole::Caption))
    , m_customers(textLabel({}, TextRole::Kpi))
    , m_note(textLabel({}, TextRole::Caption))
    , m_reach(textLabel({}, TextRole::Body))
    , m_steps(new WaterfallTable(this))
    , m_table(new DataTable)
    , m_saveLive(makeButton({}, ButtonKind::Primary, QStringLiteral("save")))
    , m_saveFrozen(makeButton({}, ButtonKind::Secondary, QStringLiteral("lock")))
    , m_cancel(makeButton({}))
{
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &AudienceEditor::count);
    connect(m_text, &QPlainTextEdit::textChanged, this, &AudienceEditor::takeText);
    connect(m_saveLive, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_saveFrozen, &QPushButton::clicked, this, [this] { save(true); });
    connect(m_cancel, &QPushButton::clicked, this, &AudienceEditor::cancelled);
}

void AudienceEditor::build()
{
    m_name->setObjectName(QStringLiteral("audience.name"));
    m_text->setObjectName(QStringLiteral("audience.rule"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(Theme::current().px(kTextHeight));
    m_error->setWordWrap(true);
    m_error->setObjectName(QStringLiteral("audience.error"));
    m_customers->setObjectName(QStringLiteral("audience.count"));
    m_note->setWordWrap(true);
    m_reach->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("table.waterfall"));
    m_table->setModel(m_steps);
    m_table->setShowsAllRows(true);
    m_saveLive->setObjectName(QStringLiteral("btn.save"));
    m_saveFrozen->setObjectName(QStringLiteral("btn.freeze"));
    m_cancel->setObjectName(QStringLiteral("btn.cancelEdit"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kCardGap);
    row->addWidget(m_ruleCard, 1);
    row->addWidget(m_countCard);
    m_countCard->setFixedWidth(Theme::current().px(kCountWidth));
    auto* place = new QVBoxLayout(m_place);
    place->setContentsMargins(0, 0, 0, 0);
    m_ruleCard->body()->addWidget(m_nameLabel);
    m_ruleCard->body()->addWidget(m_name);
    m_ruleCard->body()->addSpacing(size::kGap8);
    m_ruleCard->body()->addWidget(m_place);
    m_ruleCard->body()->addSpacing(size::kGap8);
    m_ruleCard->body()->addWidget(m_textLabel);
    m_ruleCard->body()->addWidget(m_text);
    m_ruleCard->body()->addWidget(m_error);
    m_ruleCard->body()->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(size::kGap8);
    buttons->addWidget(m_saveLive);
    buttons->addWidget(m_saveFrozen);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    m_ruleCard->body()->addLayout(buttons);
    m_countCard->body()->addWidget(m_customers);
    m_countCard->body()->addWidget(m_note);
    m_countCard->body()->addWidget(m_table);
    m_countCard->body()->addWidget(m_reach);
    m_countCard->body()->addStretch(1);
}

void AudienceEditor::retranslate()
{
    m_nameLabel->setText(tr("Name"));
    m_name->setAccessibleName(tr("Name of the audience"));
    m_name->setPlaceholderText(tr("Name of the audience"));
    m_textLabel->setText(tr("The same as rule text"));
    m_text->setAccessibleName(tr("Rule text"));
    m_ruleCard->setTitle(m_before.isEmpty() ? tr("New audience") : tr("Change the audience"));
    m_ruleCard->setHelp(
        tr("Customers of whom a fact is not known do not fulfil a condition about it, nor its "
           "opposite."));
    m_countCard->setTitle(tr("Who that is now"));
    m_table->setAccessibleName(tr("Conditions and whom they hold for"));
    m_saveLive->setText(tr("Save"));
    m_saveLive->setToolTip(tr("Asked anew each time the data change"));
    m_saveFrozen->setText(tr("Save as fixed list"));
    m_saveFrozen->setToolTip(tr("Keeps exactly these customers"));
    m_cancel->setText(tr("Cancel"));
}

RuleChoices AudienceEditor::choices(const std::vector<AudienceEntry>& book) const
{
    RuleChoices choices;
    const std::vector<std::string>& known = m_session.snapshot()->frame().attributeNames;
    const auto add = [&](const char* name) {
        choices.attributes.push_back({QLatin1String(name), capitalised(attributeName(name))});
    };
    add("age");
    for (const std::string& name : known) {
        if (name != "age" && name != "is_test") {
            add(name.c_str());
        }
    }
    for (const char* metric : {"recency_d", "frequency", "monetary", "first_touch"}) {
        add(metric);
    }
    for (const auto& [event, count] : m_session.overview().eventsByType) {
        choices.events.push_back({fromUtf8(event), capitalised(eventName(event))});
    }
    for (const char* segment : kSegmentCodes) {
        choices.segments.push_back({QLatin1String(segment), segmentName(segment)});
    }
    for (const AudienceEntry& entry : book) {
        const QString name = fromUtf8(entry.saved.name);
        if (name != m_before) {
            choices.audiences.push_back({name, name});
        }
    }
    return choices;
}

void AudienceEditor::edit(const std::vector<AudienceEntry>& book,
                          const std::optional<SavedAudience>& audience)
{
    m_before = audience ? fromUtf8(audience->name) : QString();
    delete m_group;
    m_group = new RuleGroupEditor(std::make_shared<const RuleChoices>(choices(book)), false);
    m_place->layout()->addWidget(m_group);
    connect(m_group, &RuleGroupEditor::changed, this, &AudienceEditor::takeSentences);
    m_name->setText(m_before);
    retranslate();
    setRule(audience ? audience->rule : std::string("all"));
    m_name->setFocus();
}

void AudienceEditor::setRule(const std::string& text)
{
    Result<RuleNode> rule = parseRule(text, ruleWords());
    if (!rule) {
        return;
    }
    m_filling = true;
    m_rule = std::move(*rule);
    m_group->setGroup(sentencesOf(*m_rule, shownRuleLanguage()));
    m_text->setPlainText(fromUtf8(printRule(*m_rule, ruleWords(), shownRuleLanguage())));
    m_filling = false;
    m_error->clear();
    count();
}

void AudienceEditor::takeSentences()
{
    Result<RuleNode> rule = nodeOf(m_group->group());
    if (!rule) {
        m_rule.reset();
        m_error->setText(rule.error().place.column > 0 ? sentence(rule.error())
                                                       : tr("A condition is not complete yet."));
        setTone(m_error, Tone::Warn);
        m_saveLive->setEnabled(false);
        m_saveFrozen->setEnabled(false);
        return;
    }
    m_rule = std::move(*rule);
    m_filling = true;
    m_text->setPlainText(fromUtf8(printRule(*m_rule, ruleWords(), shownRuleLanguage())));
    m_filling = false;
    m_error->clear();
    m_pause.start();
}

void AudienceEditor::takeText()
{
    if (m_filling) {
        return;
    }
    Result<RuleNode> rule = parseRule(m_text->toPlainText().toStdString(), ruleWords());
    if (!rule) {
        m_rule.reset();
        m_error->setText(sentence(rule.error()));
        setTone(m_error, Tone::Bad);
        m_saveLive->setEnabled(false);
        m_saveFrozen->setEnabled(false);
        return;
    }
    m_rule = std::move(*rule);
    m_group->setGroup(sentencesOf(*m_rule, shownRuleLanguage()));
    m_error->clear();
    m_pause.start();
}

void AudienceEditor::count()
{
    if (!m_rule) {
        return;
    }
    m_session.jobs().run<RuleCount>(
        {this, jobKey(), tr("Counting the audience")},
        [path = m_session.path().toStdString(), snapshot = m_session.snapshot(),
         rule = printRule(*m_rule, ruleWords())](Job& job) -> Result<RuleCount> {
            Result<Clinic> clinic = Clinic::forReading(path, job);
            if (!clinic) {
                return clinic.error();
            }
            clinic->adopt(snapshot);
            return countRule(*clinic, rule, job);
        },
        [this](const Result<RuleCount>& count) { show(count); });
}

void AudienceEditor::show(const Result<RuleCount>& count)
{
    const bool fine = static_cast<bool>(count);
    m_saveLive->setEnabled(fine && m_rule);
    m_saveFrozen->setEnabled(fine && m_rule);
    if (!fine) {
        if (count.error().code != ErrorCode::Cancelled) {
            m_error->setText(sentence(count.error()));
            setTone(m_error, Tone::Bad);
        }
        return;
    }
    m_customers->setText(customersText(count->customers));
    QString note = count->unknown > 0 ? tr("Of %1 more the rule cannot tell.").arg(countText(count->unknown))
                                      : tr("The rule can tell of everybody.");
    if (!count->doubts.isEmpty()) {
        note += u' ' + tr("Not in the data: %1.").arg(count->doubts.join(QStringLiteral(", ")));
    }
    m_note->setText(note);
    m_steps->setSteps(count->steps);
    m_table->fitColumns(Theme::current().px(220));
    m_reach->setText(tr("May be reached: %1").arg(reachText(count->reach)));
}

void AudienceEditor::save(bool frozen)
{
    const QString name = m_name->text().trimmed();
    if (!isAudienceName(name.toStdString())) {
        m_error->setText(name.isEmpty() ? tr("Give the audience a name.")
                                        : tr("A name has at most 80 characters and no quotation marks."));
        setTone(m_error, Tone::Warn);
        m_name->setFocus();
        return;
    }
    SavedAudience audience;
    audience.name = name.toStdString();
    audience.rule = printRule(*m_rule, ruleWords());
    audience.frozen = frozen;
    audience.asOf = m_session.snapshot()->frame().asOf;
    m_session.change<Done>(
        {this, QStringLiteral("saveAudience"), tr("Saving the audience")},
        [audience, before = m_before.toStdString(), snapshot = m_session.snapshot()](Clinic& clinic,
                                                                                     Job& job) {
            clinic.adopt(snapshot);
            return saveRule(clinic, audience, before, job);
        },
        [this, name, audience](const Status& status) {
            if (status) {
                emit saved(audience);
                return;
            }
            m_error->setText(status.error().code == ErrorCode::Exists
                                 ? tr("There is an audience “%1” already. Choose another name.").arg(name)
                                 : sentence(status.error()));
            setTone(m_error, Tone::Bad);
        });
}

}  // namespace meitrace
