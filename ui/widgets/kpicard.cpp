// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kpicard.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

namespace {

/// Thin bar towards a target, with a mark where the time stands.
class TargetBar final : public QWidget {
    Q_OBJECT

public:
    TargetBar(const KpiFigure& figure, QWidget* parent)
        : QWidget(parent)
        , m_figure(figure)
    {
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        const Tokens& t = Theme::current().tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const double high = Theme::current().px(6);
        const QRectF track(0, (height() - high) / 2, width(), high);
        painter.setBrush(t.sunken);
        painter.drawRoundedRect(track, high / 2, high / 2);
        const double share = std::clamp(m_figure.targetShare, 0.0, 1.0);
        if (share > 0) {
            painter.setBrush(t.accent);
            painter.drawRoundedRect(QRectF(0, track.top(), std::max(high, share * width()), high), high / 2,
                                    high / 2);
        }
        if (m_figure.timeShare >= 0) {
            const double x = std::clamp(m_figure.timeShare, 0.0, 1.0) * (width() - 2);
            painter.fillRect(QRectF(x, 0, 2, height()), t.text);
        }
    }

private:
    const KpiFigure& m_figure;
};

}  // namespace

KpiCard::KpiCard(QWidget* parent)
    : QFrame(parent)
    , m_label(textLabel({}, TextRole::Quiet, this))
    , m_help(helpButton({}, {}, this))
    , m_value(textLabel({}, TextRole::Kpi, this))
    , m_change(textLabel({}, TextRole::Caption, this))
    , m_target(textLabel({}, TextRole::Caption, this))
    , m_bar(new TargetBar(m_figure, this))
{
    setProperty("card", true);
    auto* all = new QVBoxLayout(this);
    auto* top = new QHBoxLayout;
    top->addWidget(m_label, 1);
    top->addWidget(m_help);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_change, 1);
    bottom->addWidget(m_target);
    all->addLayout(top);
    all->addWidget(m_value);
    all->addWidget(m_bar);
    all->addLayout(bottom);
    all->addStretch(1);
    m_value->setTextInteractionFlags(Qt::NoTextInteraction);
    m_change->setWordWrap(true);
    Theme::current().follow(this, [this, all, top] {
        const Theme& theme = Theme::current();
        const int side = theme.px(size::kCardPadding);
        all->setContentsMargins(side, theme.px(size::kGap12), side, theme.px(size::kGap12));
        all->setSpacing(theme.px(size::kGap4));
        top->setSpacing(theme.px(size::kGap4));
        m_label->setMinimumHeight(theme.px(size::kTarget));
        m_bar->setFixedHeight(theme.px(12));
    });
    setFigure({});
}

KpiCard::KpiCard(const KpiFigure& figure, QWidget* parent)
    : KpiCard(parent)
{
    setFigure(figure);
}

void KpiCard::setFigure(const KpiFigure& figure)
{
    m_figure = figure;
    m_label->setText(figure.label);
    setHelpText(m_help, figure.help, figure.label);
    m_value->setText(figure.value);
    m_change->setText(figure.change);
    setTone(m_change, figure.tone);
    m_target->setText(figure.target);
    m_target->setVisible(!figure.target.isEmpty());
    m_bar->setVisible(figure.targetShare >= 0);
    m_bar->update();
    setFocusPolicy(figure.opensCustomers ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(figure.opensCustomers ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAccessibleName(QStringLiteral("%1 %2").arg(figure.label, figure.value));
    setAccessibleDescription(QStringList({figure.change, figure.target}).join(QLatin1Char(' ')).trimmed());
}

void KpiCard::keyPressEvent(QKeyEvent* event)
{
    const bool go
        = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (m_figure.opensCustomers && go) {
        emit activated();
        return;
    }
    QFrame::keyPressEvent(event);
}

void KpiCard::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_figure.opensCustomers && event->button() == Qt::LeftButton && rect().contains(event->pos())) {
        emit activated();
    }
}

void KpiCard::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (hasFocus()) {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Theme::current().tokens().text, size::kFocusRing));
        const double radius = Theme::current().px(size::kCardRadius);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    }
}

}  // namespace meitrace

#include "kpicard.moc"
