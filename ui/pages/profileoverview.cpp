// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profileoverview.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kTableHeight = 260;
constexpr int kNameWidth = 128;

QGridLayout* factGrid()
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(size::kGap12);
    grid->setVerticalSpacing(size::kGap4);
    grid->setColumnMinimumWidth(0, kNameWidth);
    grid->setColumnStretch(1, 1);
    return grid;
}

void clear(QGridLayout* grid)
{
    while (QLayoutItem* item = grid->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

}  // namespace

ProfileOverview::ProfileOverview(QWidget* parent)
    : QWidget(parent)
    , m_keys(factGrid())
    , m_traits(factGrid())
    , m_consentTitle(textLabel({}, TextRole::Section))
    , m_consents(factGrid())
    , m_addConsent(makeButton({}, ButtonKind::Ghost, QStringLiteral("plus")))
    , m_contactTitle(textLabel({}, TextRole::Section))
    , m_timeline(new Timeline)
    , m_table(new DataTable)
    , m_model(new ContactTable(this))
{
    m_timeline->setObjectName(QStringLiteral("chart.timeline"));
    m_table->setObjectName(QStringLiteral("table.contacts"));
    m_table->setModel(m_model);
    m_table->setMinimumHeight(kTableHeight);
    m_addConsent->setObjectName(QStringLiteral("btn.addConsent"));
    auto* consentHead = new QHBoxLayout;
    consentHead->addWidget(m_consentTitle, 1);
    consentHead->addWidget(m_addConsent);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kGap12);
    column->addLayout(m_keys);
    column->addWidget(hairline(Qt::Horizontal));
    column->addLayout(m_traits);
    column->addLayout(consentHead);
    column->addLayout(m_consents);
    column->addWidget(m_contactTitle);
    column->addWidget(m_timeline);
    column->addWidget(m_table, 1);
    connect(m_addConsent, &QPushButton::clicked, this, &ProfileOverview::consentRequested);
    retranslate();
}

void ProfileOverview::retranslate()
{
    m_consentTitle->setText(tr("Consent"));
    m_addConsent->setText(tr("Enter…"));
    m_addConsent->setAccessibleName(tr("Enter a consent"));
    m_contactTitle->setText(tr("Contacts over all channels"));
    m_timeline->setAccessibleName(tr("Contacts over all channels"));
    m_table->setAccessibleName(tr("Contacts"));
    m_table->setEmptyText(tr("No contact is known"));
}

void ProfileOverview::setCanEnterConsents(bool can)
{
    m_addConsent->setEnabled(can);
}

void ProfileOverview::show(const std::shared_ptr<const Profile>& profile, const SnapshotFrame& frame)
{
    fillFacts(m_keys, profileKeys(*profile));
    fillFacts(m_traits, profileTraits(*profile));
    QVector<ProfileFact> consents = profileConsents(*profile, frame);
    if (consents.isEmpty()) {
        consents.push_back(
            {tr("None on file"), tr("She may not be written to for marketing"), {}, Tone::Warn});
    }
    fillFacts(m_consents, consents);
    m_timeline->setData(profileTimeline(*profile, frame));
    m_timeline->setVisible(!m_timeline->isEmpty());
    m_model->setProfile(profile, frame.zone);
    m_table->fitColumns();
}

void ProfileOverview::fillFacts(QGridLayout* grid, const QVector<ProfileFact>& facts)
{
    clear(grid);
    int row = 0;
    for (const ProfileFact& fact : facts) {
        auto* name = textLabel(fact.name, TextRole::Quiet);
        grid->addWidget(name, row, 0, Qt::AlignVCenter);
        if (fact.tone != Tone::Neutral) {
            grid->addWidget(new Pill(fact.value, fact.tone), row++, 1, Qt::AlignLeft);
            continue;
        }
        auto* value = textLabel(fact.value, TextRole::Body);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        setMaskedText(value, fact.masked);
        grid->addWidget(value, row, 1);
        if (!fact.hidden.isEmpty()) {
            auto* reveal = iconButton(QStringLiteral("eye"), tr("Show %1").arg(fact.name));
            grid->addWidget(reveal, row, 2);
            QObject::connect(reveal, &QPushButton::clicked, value, [value, reveal, whole = fact.hidden] {
                value->setText(whole);
                reveal->hide();
            });
        }
        ++row;
    }
}

}  // namespace meitrace
