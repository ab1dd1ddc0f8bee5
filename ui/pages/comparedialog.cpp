// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/comparedialog.h"

#include "ui/charts/comparebars.h"
#include "ui/pages/charttoggle.h"
#include "ui/text/errortext.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/personaview.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kWidth = 640;
constexpr int kHeight = 600;
constexpr int kBars = 10;

QString jobKey()
{
    return QStringLiteral("compareSet");
}

}  // namespace

CompareDialog::CompareDialog(Session& session, const Bitset& members, const QString& title, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_card(new Card(tr("“%1” and the rest").arg(title)))
    , m_conclusion(textLabel({}, TextRole::Body))
    , m_bars(new CompareBars(tr("Shares in this set and in the rest")))
    , m_toggle(nullptr)
    , m_empty(new EmptyState(QStringLiteral("compare"), {}))
    , m_busy(nullptr)
{
    setObjectName(QStringLiteral("dialog.compare"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare with the rest"));
    resize(Theme::current().px(kWidth), Theme::current().px(kHeight));
    build();
    start(members);
}

void CompareDialog::build()
{
    m_bars->setObjectName(QStringLiteral("chart.compare"));
    m_conclusion->setObjectName(QStringLiteral("compare.sentence"));
    m_conclusion->setWordWrap(true);
    m_card->body()->addWidget(m_conclusion);
    m_toggle = new ChartToggle(m_card, m_bars);
    m_toggle->retranslate();
    m_toggle->hide();
    m_card->body()->addWidget(m_empty, 1);
    m_empty->hide();
    m_card->body()->addStretch();
    m_busy = new BusyOverlay(m_card);
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_card);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* close = makeButton(tr("Close"), ButtonKind::Primary);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::kGap20, size::kGap20, size::kGap20, size::kGap16);
    column->setSpacing(size::kGap16);
    column->addWidget(scroll, 1);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_busy, &BusyOverlay::cancelRequested, this, &QDialog::reject);
    connect(&m_session, &Session::snapshotChanged, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, [this] { m_session.jobs().cancel(jobKey()); });
}

void CompareDialog::start(const Bitset& members)
{
    PersonaOptions options;
    options.members = members;
    options.population = m_session.population();
    options.population |= members;
    m_busy->begin(tr("Comparing"));
    m_session.jobs().run<PersonaResult>(
        {this, jobKey(), tr("Comparing")},
        [snapshot = m_session.snapshot(), options](Job& job) { return persona(*snapshot, options, job); },
        [this](const Result<PersonaResult>& result) { take(result); });
}

void CompareDialog::take(const Result<PersonaResult>& result)
{
    m_busy->end();
    m_toggle->setVisible(static_cast<bool>(result));
    m_empty->setVisible(!result);
    if (!result) {
        const Error& error = result.error();
        m_empty->setSentence(
            error.code != ErrorCode::EmptyInput ? sentence(error)
                : error.subject == "rest"
                ? tr("There are fewer than 10 other customers to compare with.")
                : tr("There are fewer than 10 customers in this set. Nothing is compared, so "
                     "that nobody can be recognised."));
        return;
    }
    m_conclusion->setText(personaConclusion(*result));
    m_bars->setData(personaBars(*result, kBars));
    m_bars->setSummary(personaConclusion(*result));
    m_card->setCaption(personaCaption(*result));
    m_toggle->setVisible(!m_bars->isEmpty());
    m_toggle->refresh();
}

}  // namespace meitrace
