// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does as a whole: going to anything by its name, showing itself to others.
#include "app/language.h"
#include "app/window/mainwindow.h"
#include "app/window/palette.h"
#include "app/window/windowpages.h"
#include "ui/pages/customerspage.h"
#include "ui/pages/settingspage.h"
#include "ui/text/masking.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QMenu>
#include <QPointer>
#include <QStackedWidget>

namespace meitrace {

namespace {

constexpr int kFoundCustomers = 12;
constexpr double kPresentingZoom = 1.25;

}  // namespace

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
        m_session.withPeople(this, [this, guarded, text](const std::shared_ptr<const Directory>& people) {
            if (!guarded || !people) {
                return;
            }
            QVector<Palette::Entry> found;
            const Snapshot& snapshot = *m_session.snapshot();
            Bitset hits = people->find(snapshot, text.toStdString());
            hits &= m_session.population();
            hits.forEach([&](Index customer) {
                if (found.size() < kFoundCustomers) {
                    const QString code = QString::fromStdString(snapshot.customerCode(customer));
                    const std::string_view name = people->name(customer);
                    found.push_back({name.empty() ? code
                                                  : shownName(QString::fromUtf8(
                                                      name.data(), static_cast<qsizetype>(name.size()))),
                                     code, [this, code] { openCustomer(code); }});
                }
            });
            guarded->addFound(text, found);
        });
    });
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

void MainWindow::openCustomer(const QString& code)
{
    if (goTo(QStringLiteral("customers"))) {
        static_cast<CustomersPage*>(m_stack->currentWidget())->openCustomer(code);
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
    // Everything that shows a name writes it anew.
    setLanguage(currentLanguage());
}

void MainWindow::connectSettings()
{
    for (const Entry& entry : std::as_const(m_pages)) {
        if (auto* settings = qobject_cast<SettingsPage*>(entry.page)) {
            connect(settings, &SettingsPage::languageRequested, this,
                    [](const QString& code) { setLanguage(code); });
            connect(settings, &SettingsPage::maskingRequested, this, &MainWindow::showToOthers);
        }
    }
}

}  // namespace meitrace
