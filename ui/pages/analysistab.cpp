// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/analysistab.h"

#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/theme.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterbar.h"

#include <QVBoxLayout>

#include <utility>

namespace meitrace {

std::vector<std::string> eventTypesOf(const Overview& overview)
{
    std::vector<std::string> types;
    types.reserve(overview.eventsByType.size());
    for (const auto& [type, events] : overview.eventsByType) {
        types.push_back(type);
    }
    return types;
}

AnalysisTab::AnalysisTab(QString jobKey, const QString& icon, Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_jobKey(std::move(jobKey))
    , m_chips(new FilterBar)
    , m_cards(new QWidget)
    , m_body(new QVBoxLayout(m_cards))
    , m_empty(new EmptyState(icon, {}))
    , m_busy(new BusyOverlay(m_cards))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kCardGap);
    column->addWidget(m_chips);
    column->addWidget(m_cards, 1);
    column->addWidget(m_empty, 1);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(size::kCardGap);
    m_empty->hide();
    connect(m_chips, &FilterBar::activated, this, &AnalysisTab::choose);
    connect(m_busy, &BusyOverlay::cancelRequested, this, [this] { m_session.jobs().cancel(m_jobKey); });
    connect(&m_session.jobs(), &JobRunner::progressed, this, [this](const QString& key, double share) {
        if (key == m_jobKey) {
            m_busy->setProgress(share, {});
        }
    });
}

void AnalysisTab::refresh()
{
    recount();
}

void AnalysisTab::recount()
{
    m_stale = true;
    if (isVisible() && m_session.snapshot()) {
        m_stale = false;
        showChips();
        count();
    }
}

void AnalysisTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale) {
        recount();
    }
}

void AnalysisTab::showEmpty(const QString& sentence, const QString& hint)
{
    m_empty->setSentence(sentence);
    m_empty->setHint(hint);
    m_empty->setVisible(!sentence.isEmpty());
    m_cards->setVisible(sentence.isEmpty());
}

bool AnalysisTab::isShown(const Error* error)
{
    m_busy->end();
    if (error == nullptr) {
        showEmpty({});
        emit succeeded();
        return true;
    }
    if (error->code == ErrorCode::EmptyInput) {
        showEmpty(tr("Nobody did this on these days"), tr("Another event or more days may show somebody."));
        emit succeeded();
    } else if (error->code != ErrorCode::Cancelled) {
        emit failed(*error);
    }
    return false;
}

QString AnalysisTab::eventTitle(const std::string& type)
{
    return capitalised(eventName(type));
}

}  // namespace meitrace
