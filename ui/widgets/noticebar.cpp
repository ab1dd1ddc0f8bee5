// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/noticebar.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/words.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace meitrace {

IconLabel::IconLabel(QString name, Tone tone, int pixels, QWidget* parent)
    : QWidget(parent)
    , m_name(std::move(name))
    , m_tone(tone)
{
    Theme::current().follow(this, [this, pixels] {
        const int side = Theme::current().px(pixels);
        setFixedSize(side, side);
    });
}

void IconLabel::setIcon(const QString& name, Tone tone)
{
    m_name = name;
    m_tone = tone;
    update();
}

void IconLabel::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    drawIcon(painter, rect(), m_name, toneColour(m_tone));
}

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent)
    , m_row(new QHBoxLayout(this))
    , m_sign(new IconLabel(QStringLiteral("info"), m_tone, 18, this))
    , m_text(new QLabel(this))
    , m_actions(new QWidget(this))
    , m_close(iconButton(QStringLiteral("close"), words::dismiss(), this))
{
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    new QHBoxLayout(m_actions);
    m_actions->layout()->setContentsMargins(0, 0, 0, 0);
    m_row->addWidget(m_sign, 0, Qt::AlignVCenter);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_actions);
    m_row->addWidget(m_close);
    m_close->hide();
    connect(m_close, &QPushButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    Theme::current().follow(this, [this] {
        const Theme& theme = Theme::current();
        m_row->setContentsMargins(theme.px(14), theme.px(6), theme.px(8), theme.px(6));
        m_row->setSpacing(theme.px(10));
        m_text->setMinimumHeight(theme.px(size::kControl));
    });
}

void NoticeBar::setNotice(Tone tone, const QString& text)
{
    m_tone = tone == Tone::Neutral ? Tone::Accent : tone;
    m_text->setText(text);
    const QString sign = toneIcon(m_tone);
    static_cast<IconLabel*>(m_sign)->setIcon(sign.isEmpty() ? QStringLiteral("info") : sign, m_tone);
    for (QPushButton* button : m_actions->findChildren<QPushButton*>()) {
        button->hide();
        button->deleteLater();
    }
    setAccessibleName(text);
    show();
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QPushButton* NoticeBar::addAction(const QString& text)
{
    auto* button = makeButton(text, ButtonKind::Link, {}, m_actions);
    m_actions->layout()->addWidget(button);
    return button;
}

void NoticeBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(mixed(toneGround(m_tone), toneColour(m_tone), 0.25), 1));
    painter.setBrush(toneGround(m_tone));
    const double radius = Theme::current().px(size::kCardRadius);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

}  // namespace meitrace
