// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentedcontrol.h"

#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QRadioButton>

namespace meitrace {

namespace {

class Segment final : public QRadioButton {
    Q_OBJECT

public:
    using QRadioButton::QRadioButton;

    QSize sizeHint() const override
    {
        const Theme& theme = Theme::current();
        const QFontMetrics metrics(theme.font(FontRole::Body));
        return {metrics.horizontalAdvance(text()) + theme.px(24), theme.px(size::kControl) - 4};
    }

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint& pos) const override { return rect().contains(pos); }

    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        const Theme& theme = Theme::current();
        const Tokens& t = theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double radius = theme.px(size::kControlRadius) - 1;
        if (isChecked()) {
            painter.setPen(QPen(t.strongBorder, 1));
            painter.setBrush(t.surface);
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        }
        painter.setFont(theme.font(FontRole::Body));
        painter.setPen(!isEnabled() ? t.text3 : isChecked() || underMouse() ? t.text : t.text2);
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (hasFocus()) {
            painter.setPen(QPen(t.text, size::kFocusRing));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
        }
    }
};

}  // namespace

SegmentedControl::SegmentedControl(const QStringList& choices, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(2);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on) {
            emit currentChanged(id);
        }
    });
    Theme::current().follow(this, [this] {
        for (QAbstractButton* button : m_group->buttons()) {
            button->updateGeometry();
        }
    });
    setChoices(choices);
}

void SegmentedControl::setChoices(const QStringList& choices)
{
    for (QAbstractButton* button : m_group->buttons()) {
        m_group->removeButton(button);
        delete button;
    }
    for (int i = 0; i < choices.size(); ++i) {
        auto* segment = new Segment(choices[i], this);
        segment->setAccessibleName(choices[i]);
        layout()->addWidget(segment);
        m_group->addButton(segment, i);
    }
    setCurrent(0);
}

int SegmentedControl::current() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrent(int index)
{
    if (QAbstractButton* button = m_group->button(index)) {
        const QSignalBlocker quiet(m_group);
        button->setChecked(true);
    }
}

void SegmentedControl::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Tokens& t = Theme::current().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.border, 1));
    painter.setBrush(t.sunken);
    const double radius = Theme::current().px(size::kControlRadius);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

}  // namespace meitrace

#include "segmentedcontrol.moc"
