// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon.h"

#include "ui/theme/theme.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

/// The resource of a static library is linked only when somebody asks for it, and asking works only outside
/// of any namespace.
static void ensureResource()
{
    Q_INIT_RESOURCE(icons);
}

namespace meitrace {

namespace {

QByteArray drawing(const QString& name)
{
    static QHash<QString, QByteArray> cache;
    ensureResource();
    auto found = cache.find(name);
    if (found == cache.end()) {
        QFile file(QStringLiteral(":/meitrace/icons/%1.svg").arg(name));
        found = cache.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return *found;
}

class LineIconEngine final : public QIconEngine {
public:
    LineIconEngine(QString name, IconTone tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        Q_UNUSED(state)
        drawIcon(*painter, rect, m_name, colour(mode));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key = QStringLiteral("meitrace/%1/%2/%3/%4")
                                .arg(m_name)
                                .arg(colour(mode).rgba(), 8, 16)
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = QPixmap(size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            paint(&painter, QRect(QPoint(), size), mode, state);
            painter.end();
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

    QIconEngine* clone() const override { return new LineIconEngine(m_name, m_tone); }
    QString key() const override { return QStringLiteral("meitrace"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return drawing(m_name).isEmpty(); }

private:
    QColor colour(QIcon::Mode mode) const
    {
        const Tokens& t = Theme::current().tokens();
        return mode == QIcon::Disabled ? mixed(t.text3, t.surface, 0.45) : iconColour(m_tone);
    }

    QString m_name;
    IconTone m_tone;
};

}  // namespace

QIcon icon(const QString& name, IconTone tone)
{
    return QIcon(new LineIconEngine(name, tone));
}

void drawIcon(QPainter& painter, const QRectF& where, const QString& name, const QColor& colour)
{
    QByteArray svg = drawing(name);
    if (svg.isEmpty()) {
        return;
    }
    svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(painter.opacity() * colour.alphaF());
    renderer.render(&painter, where);
    painter.restore();
}

QColor iconColour(IconTone tone)
{
    const Tokens& t = Theme::current().tokens();
    switch (tone) {
    case IconTone::Text:
        return t.text;
    case IconTone::Quiet:
        return t.text2;
    case IconTone::Accent:
        return t.accent;
    case IconTone::OnAccent:
        return t.onAccent;
    case IconTone::Good:
        return t.good;
    case IconTone::Warn:
        return t.warn;
    case IconTone::Bad:
        return t.bad;
    }
    return t.text;
}

QStringList iconNames()
{
    ensureResource();
    QStringList names = QDir(QStringLiteral(":/meitrace/icons"))
                            .entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (QString& name : names) {
        name.chop(4);
    }
    return names;
}

}  // namespace meitrace
