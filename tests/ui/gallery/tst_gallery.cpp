// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Renders widgets and charts in both themes, both languages and two scales. With MEITRACE_GALLERY=folder the
// pictures are written there to be looked at.
#include "tests/support/testmain.h"
#include "tests/ui/gallery/pages.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTest>

#include <memory>

using namespace meitrace;

class TestGallery : public QObject {
    Q_OBJECT

private slots:
    void cleanup()
    {
        Theme::current().setMode(Theme::Mode::Light);
        Theme::current().setZoom(1);
    }

    void everyPageRendersAlikeTwice_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("chinese");
        QTest::addColumn<double>("zoom");
        for (int page = 0; page < test::galleryPageCount(); ++page) {
            for (const bool dark : {false, true}) {
                for (const bool chinese : {true, false}) {
                    for (const double zoom : {1.0, 1.5}) {
                        // Without a folder for the pictures the two ends of the range are enough.
                        const bool plain = !dark && chinese && zoom < 1.1;
                        const bool far = dark && !chinese && zoom > 1.1;
                        if (!plain && !far && qEnvironmentVariableIsEmpty("MEITRACE_GALLERY")) {
                            continue;
                        }
                        QTest::newRow(
                            qPrintable(QStringLiteral("%1_%2_%3_z%4")
                                           .arg(test::galleryPageName(page),
                                                dark ? QStringLiteral("dark") : QStringLiteral("light"),
                                                chinese ? QStringLiteral("zh") : QStringLiteral("en"))
                                           .arg(zoom * 100)))
                            << page << dark << chinese << zoom;
                    }
                }
            }
        }
    }
    void everyPageRendersAlikeTwice()
    {
        QFETCH(int, page);
        QFETCH(bool, dark);
        QFETCH(bool, chinese);
        QFETCH(double, zoom);
        Theme::current().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        Theme::current().setZoom(zoom);
        const std::unique_ptr<QWidget> first = test::galleryPage(page, chinese);
        const std::unique_ptr<QWidget> second = test::galleryPage(page, chinese);
        const QImage image = render(*first, 1);
        QVERIFY(image == render(*second, 1));
        QVERIFY(image.pixelColor(2, 2) == Theme::current().tokens().window);
        const QString cut = clippedText(*first);
        QVERIFY2(cut.isEmpty(), qPrintable(cut));
        const QString folder = qEnvironmentVariable("MEITRACE_GALLERY");
        if (!folder.isEmpty()) {
            const QString name = QString::fromLatin1(QTest::currentDataTag());
            QVERIFY(image.save(QDir(folder).filePath(name + QStringLiteral("_x1.png"))));
            if (zoom == 1.0) {
                QVERIFY(render(*first, 2).save(QDir(folder).filePath(name + QStringLiteral("_x2.png"))));
            }
        }
    }

private:
    static QImage render(QWidget& page, double scale)
    {
        QImage image(page.size() * scale, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(scale);
        page.render(&image);
        return image;
    }

    /// Empty, or which label or button is smaller than its words.
    static QString clippedText(const QWidget& page)
    {
        for (const QWidget* widget : page.findChildren<QWidget*>()) {
            if (!widget->isVisibleTo(&page)) {
                continue;
            }
            const auto* label = qobject_cast<const QLabel*>(widget);
            const auto* button = qobject_cast<const QPushButton*>(widget);
            if (label != nullptr && !label->text().isEmpty()) {
                const int high
                    = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
                const int wide = label->wordWrap() ? 0 : label->sizeHint().width();
                if (label->height() < high || label->width() < wide) {
                    return QStringLiteral("label: ") + label->text();
                }
            }
            if (button != nullptr && !button->text().isEmpty()
                && button->width() < button->sizeHint().width()) {
                return QStringLiteral("button: ") + button->text();
            }
        }
        return {};
    }
};

MEITRACE_TEST(TestGallery)
#include "tst_gallery.moc"
