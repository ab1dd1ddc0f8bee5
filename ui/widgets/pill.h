// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tone.h"

#include <QWidget>

class QPainter;

namespace meitrace {

/// Status mark: icon and word on a soft ground.
///     new Pill(tr("Needs care"), Tone::Warn)
class Pill final : public QWidget {
    Q_OBJECT

public:
    explicit Pill(const QString& text = {}, Tone tone = Tone::Neutral, QWidget* parent = nullptr);

    void setText(const QString& text);
    QString text() const { return m_text; }
    void setTone(Tone tone);
    Tone tone() const { return m_tone; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// For delegates: size of a pill with this text, and its drawing, left in rect and centred vertically.
    static QSize pillSize(const QString& text, Tone tone);
    static void paintPill(QPainter& painter, const QRect& rect, const QString& text, Tone tone);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Tone m_tone;
};

}  // namespace meitrace
