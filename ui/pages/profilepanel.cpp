// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profilepanel.h"

#include "ui/text/errortext.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/sidepanel.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kPanelWidth = 444;
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

ProfilePanel::ProfilePanel(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_panel(new SidePanel)
    , m_code(textLabel({}, TextRole::Caption))
    , m_problem(textLabel({}, TextRole::Body))
    , m_content(new QWidget)
    , m_keys(factGrid())
    , m_traits(factGrid())
    , m_consentTitle(textLabel({}, TextRole::Section))
    , m_consents(factGrid())
    , m_contactTitle(textLabel({}, TextRole::Section))
    , m_timeline(new Timeline)
    , m_table(new DataTable)
    , m_model(new ContactTable(this))
{
    setObjectName(QStringLiteral("panel.profile"));
    m_timeline->setObjectName(QStringLiteral("chart.timeline"));
    m_table->setObjectName(QStringLiteral("table.contacts"));
    m_table->setModel(m_model);
    m_table->setMinimumHeight(kTableHeight);
    m_problem->setWordWrap(true);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, size::kGap20, size::kGap20, size::kGap20);
    outer->addWidget(m_panel);
    m_panel->setPanelWidth(kPanelWidth);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, size::kGap8, 0);
    column->setSpacing(size::kGap12);
    column->addWidget(m_code);
    column->addWidget(m_problem);
    column->addLayout(m_keys);
    column->addWidget(hairline(Qt::Horizontal));
    column->addLayout(m_traits);
    column->addWidget(m_consentTitle);
    column->addLayout(m_consents);
    column->addWidget(m_contactTitle);
    column->addWidget(m_timeline);
    column->addWidget(m_table, 1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    m_panel->body()->addWidget(scroll, 1);
    connect(m_panel, &SidePanel::closed, this, [this] {
        hide();
        emit closed();
    });
    connect(&session, &Session::snapshotChanged, this, [this] { hide(); });
    retranslate();
    hide();
}

void ProfilePanel::retranslate()
{
    m_consentTitle->setText(tr("Consent"));
    m_contactTitle->setText(tr("Contacts over all channels"));
    m_timeline->setAccessibleName(tr("Contacts over all channels"));
    m_table->setAccessibleName(tr("Contacts"));
    m_table->setEmptyText(tr("No contact is known"));
}

void ProfilePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_profile) {
            fill();
        }
    }
}

void ProfilePanel::showCustomer(Index customer)
{
    m_session.look<Profile>(
        {this, QStringLiteral("profile"), tr("Looking up the customer")},
        [snapshot = m_session.snapshot(), customer](Clinic& clinic, Job& job) {
            return profileOf(clinic.workspace(), *snapshot, customer, job);
        },
        [this](const Result<Profile>& profile) { take(profile); });
}

void ProfilePanel::take(const Result<Profile>& profile)
{
    if (!profile && profile.error().code == ErrorCode::Cancelled) {
        return;
    }
    m_problem->setVisible(!profile);
    if (!profile) {
        m_problem->setText(sentence(profile.error()));
    } else {
        m_profile = std::make_shared<const Profile>(*profile);
        fill();
    }
    m_panel->show();
    show();
}

void ProfilePanel::fill()
{
    const SnapshotFrame& frame = m_session.snapshot()->frame();
    m_panel->setTitle(profileTitle(*m_profile), maskedProfileTitle(*m_profile));
    m_code->setText(QString::fromStdString(m_profile->code));
    fillFacts(m_keys, profileKeys(*m_profile));
    fillFacts(m_traits, profileTraits(*m_profile));
    QVector<ProfileFact> consents = profileConsents(*m_profile, frame);
    if (consents.isEmpty()) {
        consents.push_back(
            {tr("None on file"), tr("She may not be written to for marketing"), {}, Tone::Warn});
    }
    fillFacts(m_consents, consents);
    m_timeline->setData(profileTimeline(*m_profile, frame));
    m_timeline->setVisible(!m_timeline->isEmpty());
    m_model->setProfile(m_profile, frame.zone);
    m_table->fitColumns();
}

void ProfilePanel::fillFacts(QGridLayout* grid, const QVector<ProfileFact>& facts)
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
