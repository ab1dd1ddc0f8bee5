// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/consentdialog.h"

#include "ui/text/figures.h"
#include "ui/text/personnames.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kWidth = 480;
constexpr int kYearOfConsent = 365;  ///< days proposed where it ends

QDate qdate(Day day)
{
    return QDate(1970, 1, 1).addDays(day);
}

Day dayOf(const QDate& date)
{
    return static_cast<Day>(QDate(1970, 1, 1).daysTo(date));
}

template <typename Value, typename Name>
QComboBox* choice(const char* objectName, std::initializer_list<Value> values, Name name)
{
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(objectName));
    for (const Value value : values) {
        box->addItem(capitalised(name(value)), static_cast<int>(value));
    }
    return box;
}

QDateEdit* dateEdit(const char* objectName, const QDate& day)
{
    auto* edit = new QDateEdit(day);
    edit->setObjectName(QLatin1String(objectName));
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    return edit;
}

}  // namespace

ConsentDialog::ConsentDialog(const QString& code, const Zone& zone, QWidget* parent)
    : QDialog(parent)
    , m_zone(zone)
    , m_scope(choice("consent.scope",
                     {ConsentScope::Marketing, ConsentScope::Service, ConsentScope::Profiling,
                      ConsentScope::ThirdPartyAds, ConsentScope::SensitiveHealth, ConsentScope::Photo},
                     consentScopeName))
    , m_channel(choice("consent.channel",
                       {ConsentChannel::Any, ConsentChannel::Wechat, ConsentChannel::Sms,
                        ConsentChannel::Call, ConsentChannel::Email, ConsentChannel::Ads},
                       consentChannelName))
    , m_state(choice("consent.state", {ConsentState::Granted, ConsentState::Denied, ConsentState::Withdrawn},
                     consentStateName))
    , m_day(dateEdit("consent.day", qdate(zone.dayOf(platform::now(), 0))))
    , m_ends(new QCheckBox(tr("Ends on")))
    , m_until(dateEdit("consent.until", m_day->date().addDays(kYearOfConsent)))
    , m_evidence(new QLineEdit)
    , m_sentence(textLabel({}, TextRole::Quiet))
    , m_keep(makeButton(tr("Enter"), ButtonKind::Primary))
{
    setObjectName(QStringLiteral("dialog.consent"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Consent of %1").arg(code));
    m_day->setMaximumDate(m_day->date());
    m_ends->setObjectName(QStringLiteral("consent.ends"));
    m_evidence->setObjectName(QStringLiteral("consent.evidence"));
    m_evidence->setPlaceholderText(tr("Where it is written down: form, chat, call"));
    m_keep->setObjectName(QStringLiteral("btn.keepConsent"));
    m_sentence->setObjectName(QStringLiteral("text.consent"));
    m_sentence->setWordWrap(true);
    build();
    update();
}

void ConsentDialog::build()
{
    auto* form = new QFormLayout;
    form->setSpacing(size::kGap12);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto row = [form](const QString& label, QWidget* field) {
        field->setAccessibleName(label);
        form->addRow(label, field);
    };
    row(tr("Purpose"), m_scope);
    row(tr("Channel"), m_channel);
    row(tr("What she said"), m_state);
    row(tr("Day"), m_day);
    m_until->setAccessibleName(tr("Last day it holds"));
    form->addRow(m_ends, m_until);
    row(tr("Evidence"), m_evidence);
    auto* cancel = makeButton(tr("Cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(size::kGap8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_keep);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::kGap20, size::kGap20, size::kGap20, size::kGap16);
    column->setSpacing(size::kGap12);
    column->addLayout(form);
    column->addWidget(m_sentence);
    column->addLayout(buttons);
    setMinimumWidth(Theme::current().px(kWidth));
    connect(m_state, &QComboBox::currentIndexChanged, this, &ConsentDialog::update);
    connect(m_ends, &QCheckBox::toggled, this, &ConsentDialog::update);
    connect(m_day, &QDateEdit::dateChanged, this, &ConsentDialog::update);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        emit chosen(entry());
        accept();
    });
}

void ConsentDialog::update()
{
    const bool grants = m_state->currentData().toInt() == static_cast<int>(ConsentState::Granted);
    m_ends->setEnabled(grants);
    m_until->setEnabled(grants && m_ends->isChecked());
    m_until->setMinimumDate(m_day->date());
    m_sentence->setText(grants ? tr("The ledger keeps every word; the latest one counts.")
                               : tr("From this day on exports leave her out."));
}

ConsentEntry ConsentDialog::entry() const
{
    const Day day = dayOf(m_day->date());
    const Millis now = platform::now();
    // Today: this moment, so that it is later than what was said this morning. Earlier days: their end.
    const Millis endOfDay = m_zone.startOfDay(day + 1) - 1000;
    ConsentEntry entry;
    entry.scope = static_cast<ConsentScope>(m_scope->currentData().toInt());
    entry.channel = static_cast<ConsentChannel>(m_channel->currentData().toInt());
    entry.state = static_cast<ConsentState>(m_state->currentData().toInt());
    entry.at = std::min(now, endOfDay);
    entry.expires = m_until->isEnabled() ? dayOf(m_until->date()) : kMissingDay;
    entry.evidence = m_evidence->text().trimmed().toStdString();
    return entry;
}

}  // namespace meitrace
