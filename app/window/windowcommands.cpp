// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does as a whole: going to anything by its name, showing itself to others.
#include "app/language.h"
#include "app/window/mainwindow.h"
#include "app/window/palette.h"
#include "app/window/savedfinder.h"
#include "app/window/windowpages.h"
#include "ui/pages/audiencespage.h"
#include "ui/pages/customerspage.h"
#include "ui/pages/customerspanel.h"
#include "ui/pages/settingspage.h"
#include "ui/text/figures.h"
#include "ui/text/masking.h"
#include "ui/theme/theme.h"
#include "ui/widgets/navitem.h"
#include "ui/widgets/pill.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QStackedWidget>

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kFoundCustomers = 12;
constexpr double kPresentingZoom = 1.25;

}  // namespace

void MainWindow::showPage(int index)
{
    if (!m_isStepping) {
        m_history.visit({index, m_session.scope()});
    }
    m_pages[index].item->setChecked(true);
    m_stack->setCurrentWidget(m_pages[index].page);
    m_pages[index].page->setFocus();
}

void MainWindow::step(int direction)
{
    if (!m_session.isOpen()) {
        return;
    }
    const Stop* stop = m_history.step(direction);
    if (stop == nullptr) {
        return;
    }
    const Stop there = *stop;
    m_isStepping = true;
    m_session.setScope(there.scope);
    showPage(there.page);
    m_isStepping = false;
}

void MainWindow::noteScope(bool chosen)
{
    const auto shown = std::find_if(m_pages.begin(), m_pages.end(), [this](const Entry& entry) {
        return entry.page == m_stack->currentWidget();
    });
    if (!chosen) {
        m_history.amend(m_session.scope());
    } else if (!m_isStepping && shown != m_pages.end()) {
        m_history.visit({static_cast<int>(shown - m_pages.begin()), m_session.scope()});
    }
}

void MainWindow::showFigures()
{
    const Index all = m_session.everybody().count();
    const Index left = m_session.population().count();
    m_figures->setText(left == all
                           ? customersText(all)
                           : tr("%1 of %2", "found, customers").arg(countText(left), customersText(all)));
}

void MainWindow::openPalette()
{
    QVector<Palette::Entry> entries;
    if (m_session.isOpen()) {
        for (const Entry& entry : std::as_const(m_pages)) {
            entries.push_back({entry.kind->nameText(), entry.kind->groupText(),
                               [this, id = entry.page->id()] { goTo(id); }});
        }
    }
    for (const auto& [action, source] : std::as_const(m_actions)) {
        if (action->isEnabled()) {
            const QString text = action->text().remove(u'&');
            entries.push_back({text, action->shortcut().toString(QKeySequence::NativeText),
                               [action = action] { action->trigger(); }});
        }
    }
    auto* palette = new Palette(entries, {}, this);
    const QPointer<Palette> guarded(palette);
    palette->setFinder([this, guarded](const QString& text) {
        findSaved(m_session, guarded, text, [this](const QString& name) { openAudience(name); });
        findPeople(guarded, text);
    });
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->adjustSize();
    palette->move(mapToGlobal(QPoint((width() - palette->width()) / 2, height() / 8)));
    palette->show();
    palette->activateWindow();
}

void MainWindow::findPeople(const QPointer<Palette>& palette, const QString& text)
{
    m_session.withPeople(this, [this, palette, text](const std::shared_ptr<const Directory>& people) {
        if (!palette || !people) {
            return;
        }
        QVector<Palette::Entry> found;
        const Snapshot& snapshot = *m_session.snapshot();
        Bitset hits = people->find(snapshot, text.toStdString());
        hits &= m_session.everybody();
        hits.forEach([&](Index customer) {
            if (found.size() >= kFoundCustomers) {
                return;
            }
            const QString code = QString::fromStdString(snapshot.customerCode(customer));
            const std::string_view name = people->name(customer);
            found.push_back({name.empty() ? code
                                          : shownName(QString::fromUtf8(name.data(),
                                                                        static_cast<qsizetype>(name.size()))),
                             code, [this, code] { openCustomer(code); }});
        });
        palette->addFound(text, found);
    });
}

void MainWindow::openAudience(const QString& name)
{
    if (goTo(QStringLiteral("audiences"))) {
        static_cast<AudiencesPage*>(m_stack->currentWidget())->openAudience(name);
    }
}

void MainWindow::openCustomer(const QString& code)
{
    if (goTo(QStringLiteral("customers"))) {
        static_cast<CustomersPage*>(m_stack->currentWidget())->openCustomer(code);
    }
}

void MainWindow::showSet(const Bitset& members, const QString& title)
{
    if (goTo(QStringLiteral("customers"))) {
        static_cast<CustomersPage*>(m_stack->currentWidget())->showSet(members, title);
    }
}

void MainWindow::showToOthers(bool masked)
{
    if (masked != isMasking()) {
        Theme& theme = Theme::current();
        if (masked) {
            m_zoomBefore = theme.zoom();
        }
        setMasking(masked);
        theme.setZoom(masked ? std::max(kPresentingZoom, m_zoomBefore) : m_zoomBefore);
    }
    m_presenting->setChecked(masked);
    m_hidden->setVisible(masked);
    // Everything that shows a name writes it anew.
    setLanguage(currentLanguage());
}

void MainWindow::connectSettings()
{
    connect(&Theme::current(), &Theme::changed, this, &MainWindow::rememberLook);
    for (const Entry& entry : std::as_const(m_pages)) {
        if (auto* settings = qobject_cast<SettingsPage*>(entry.page)) {
            connect(settings, &SettingsPage::languageRequested, this,
                    [](const QString& code) { setLanguage(code); });
            connect(settings, &SettingsPage::maskingRequested, this, &MainWindow::showToOthers);
        }
        for (CustomersPanel* panel : entry.page->findChildren<CustomersPanel*>()) {
            connect(panel, &CustomersPanel::openRequested, this, &MainWindow::showSet);
        }
    }
}

}  // namespace meitrace
