// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QPainter>
#include <QTest>

using namespace meitrace;

class TestIcons : public QObject {
    Q_OBJECT

private slots:
    void everyDrawingIsVisibleAtEveryScale()
    {
        const QStringList names = iconNames();
        QVERIFY(names.size() >= 45);
        for (const QString& name : names) {
            for (const double scale : {1.0, 1.5, 2.0}) {
                const QPixmap pixmap = icon(name).pixmap(QSize(16, 16), scale);
                QCOMPARE(pixmap.width(), static_cast<int>(16 * scale));
                QVERIFY2(inked(pixmap.toImage()) > 8 * scale, qPrintable(name));
            }
        }
    }

    void drawingsAreOurOwnAndOnTheGrid()
    {
        for (const QString& name : iconNames()) {
            QFile file(QStringLiteral(":/meitrace/icons/%1.svg").arg(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            QVERIFY2(text.contains("SPDX-FileCopyrightText: MeiTrace developers"), qPrintable(name));
            QVERIFY2(text.contains("viewBox=\"0 0 24 24\"") && text.contains("stroke-width=\"1.75\""),
                     qPrintable(name));
            QVERIFY2(!text.contains('#'), qPrintable(name));
        }
    }

    void nothingIsCutAtTheEdge()
    {
        for (const QString& name : iconNames()) {
            const QImage image = icon(name).pixmap(QSize(96, 96), 1.0).toImage();
            for (int i = 0; i < 96; ++i) {
                QVERIFY2(qAlpha(image.pixel(i, 0)) == 0 && qAlpha(image.pixel(i, 95)) == 0, qPrintable(name));
                QVERIFY2(qAlpha(image.pixel(0, i)) == 0 && qAlpha(image.pixel(95, i)) == 0, qPrintable(name));
            }
        }
    }

    void iconsFollowTheTheme()
    {
        const QIcon home = icon(QStringLiteral("home"));
        Theme::current().setMode(Theme::Mode::Light);
        QCOMPARE(strongest(home.pixmap(QSize(32, 32), 1.0).toImage()), lightTokens().text);
        Theme::current().setMode(Theme::Mode::Dark);
        QCOMPARE(strongest(home.pixmap(QSize(32, 32), 1.0).toImage()), darkTokens().text);
        Theme::current().setMode(Theme::Mode::Light);
    }

    void anUnknownNameDrawsNothing()
    {
        QVERIFY(icon(QStringLiteral("no such drawing")).isNull());
        QImage image(24, 24, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawIcon(painter, QRectF(0, 0, 24, 24), QStringLiteral("no such drawing"), Qt::black);
        painter.end();
        QCOMPARE(inked(image), 0);
    }

private:
    static int inked(const QImage& image)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                count += qAlpha(image.pixel(x, y)) > 60 ? 1 : 0;
            }
        }
        return count;
    }

    static QColor strongest(const QImage& image)
    {
        QRgb best = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                best = qAlpha(image.pixel(x, y)) > qAlpha(best) ? image.pixel(x, y) : best;
            }
        }
        return QColor(best);
    }
};

MEITRACE_TEST(TestIcons)
#include "tst_icons.moc"
