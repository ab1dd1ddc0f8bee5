// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sidepanel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

constexpr int kNarrowest = 320;
constexpr int kWidest = 760;
constexpr int kGrip = 6;

}  // namespace

SidePanel::SidePanel(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_width(size::kSidePanel)
    , m_title(textLabel(title, TextRole::Section, this))
    , m_body(new QVBoxLayout)
    , m_foot(new QVBoxLayout)
{
    setProperty("card", true);
    setMouseTracking(true);
    auto* all = new QVBoxLayout(this);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    m_title->setWordWrap(true);
    auto* cross = iconButton(QStringLiteral("close"), words::close(), this);
    top->addWidget(cross, 0, Qt::AlignTop);
    all->addLayout(top);
    all->addLayout(m_body, 1);
    all->addLayout(m_foot);
    connect(cross, &QPushButton::clicked, this, &SidePanel::leave);
    setTitle(title);
    Theme::current().follow(this, [this, all] {
        const Theme& theme = Theme::current();
        const int side = theme.px(size::kCardPadding);
        all->setContentsMargins(side, theme.px(size::kGap12), side, side);
        all->setSpacing(theme.px(size::kGap12));
        m_body->setSpacing(theme.px(size::kGap8));
        m_foot->setSpacing(theme.px(size::kGap8));
        setPanelWidth(m_width);
    });
}

void SidePanel::setTitle(const QString& title, const QString& masked)
{
    m_title->setText(title);
    setMaskedText(m_title, masked);
    setAccessibleName(title);
}

void SidePanel::setPanelWidth(int pixels)
{
    m_width = std::clamp(pixels, kNarrowest, kWidest);
    // Enlarged, it leaves the page the greater part of the window.
    const int most = isVisible() ? std::max(m_width, window()->width() / 3) : Theme::current().px(kWidest);
    setFixedWidth(std::min(Theme::current().px(m_width), most));
}

void SidePanel::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    setPanelWidth(m_width);
}

void SidePanel::leave()
{
    hide();
    emit closed();
}

void SidePanel::keyPressEvent(QKeyEvent* event)
{
    const bool widen
        = event->modifiers().testFlag(Qt::AltModifier) && event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->key() == Qt::Key_Escape) {
        leave();
    } else if (widen && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        setPanelWidth(m_width + (event->key() == Qt::Key_Left ? 40 : -40));
    } else {
        QFrame::keyPressEvent(event);
    }
}

void SidePanel::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragFrom >= 0) {
        const int right = mapToGlobal(QPoint(width(), 0)).x();
        const double pixels = right - event->globalPosition().x() + m_dragFrom;
        setPanelWidth(static_cast<int>(std::lround(pixels / Theme::current().zoom())));
    } else {
        setCursor(event->pos().x() < kGrip ? Qt::SizeHorCursor : Qt::ArrowCursor);
    }
}

void SidePanel::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && event->pos().x() < kGrip) {
        m_dragFrom = event->pos().x();
    }
}

void SidePanel::mouseReleaseEvent(QMouseEvent* event)
{
    Q_UNUSED(event)
    m_dragFrom = -1;
}

}  // namespace meitrace
