// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/audiences.h"
#include "analytics/workbench/demo.h"
#include "tests/support/pdfcheck.h"
#include "tests/support/testmain.h"
#include "ui/report/journeyreport.h"
#include "ui/report/journeytext.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <optional>
#include <set>

using namespace meitrace;
using namespace meitrace::test;

namespace {

QImage drawn(const ReportDocument& document, int page, double scale = 1)
{
    QImage image((QSizeF(paper::kWidth, paper::kHeight) * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    document.paint(painter, page);
    return image;
}

/// Share of pixels that are not white in a rectangle given in paper points.
double inkIn(const QImage& image, const QRectF& area)
{
    int ink = 0;
    int all = 0;
    for (int y = static_cast<int>(area.top()); y < static_cast<int>(area.bottom()); ++y) {
        for (int x = static_cast<int>(area.left()); x < static_cast<int>(area.right()); ++x) {
            ink += image.pixel(x, y) != qRgb(255, 255, 255) ? 1 : 0;
            ++all;
        }
    }
    return static_cast<double>(ink) / all;
}

}  // namespace

/// The journey report of the demo clinic.
class TestJourneyReport : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::optional<JourneyData> m_data;

    ReportDocument report() const
    {
        return journeyReport(*m_data, QStringLiteral("Lily Clinic"),
                             QDateTime(QDate(2026, 7, 3), QTime(9, 30)));
    }

private slots:
    void initTestCase()
    {
        const std::string path = m_folder.filePath(QStringLiteral("clinic.meitrace")).toStdString();
        Job job(2);
        QVERIFY(makeDemoClinic(
            {.workspace = path, .folder = m_folder.filePath(QStringLiteral("files")).toStdString()}, job));
        auto clinic = Clinic::forReading(path, job);
        QVERIFY(clinic);
        const auto snapshot = clinic->snapshot(job);
        const auto overview = overviewOf(*clinic, job);
        const auto population = populationOf(*clinic, {}, job);
        QVERIFY(snapshot && overview && population);
        JourneyRequest request;
        request.period = {dayFromCivil(2026, 1, 1), dayFromCivil(2026, 4, 1)};
        request.population = *population;
        const auto data = journeyData(*snapshot, *overview, request, job);
        QVERIFY(data);
        m_data = *data;
    }

    void numbersAddUp()
    {
        const StageSequences& sequences = m_data->now.sequences;
        QVERIFY(sequences.customers > 100);
        Index all = sequences.other.customers;
        for (const StageSequence& one : sequences.top) {
            all += one.customers;
        }
        QCOMPARE(all, sequences.customers);
        QCOMPARE(sequences.customers + sequences.withoutStage, m_data->known - m_data->leftOut);
        Index entered = 0;
        for (const FunnelTrendPoint& month : m_data->months) {
            entered += month.reached.of;
        }
        QCOMPARE(entered, m_data->year.funnel.steps.front().reached);
        const Recoverable& back = m_data->recoverable;
        QVERIFY(back.reachable <= back.recent && back.recent <= back.lost);
    }

    void everyPageHasAHeadAFootAndFreeMargins()
    {
        const ReportDocument document = report();
        QVERIFY(document.pages() >= 6);
        for (int page = 0; page < document.pages(); ++page) {
            const QImage image = drawn(document, page);
            const QRectF body = paper::body();
            QVERIFY(inkIn(image, QRectF(body.left(), paper::kMargin, body.width(), 20)) > 0.01);
            QVERIFY(inkIn(image, QRectF(body.left(), body.bottom(), body.width(), paper::kFoot)) > 0.01);
            const double edge = paper::kMargin - 3;
            QCOMPARE(inkIn(image, QRectF(0, 0, edge, paper::kHeight)), 0.0);
            QCOMPARE(inkIn(image, QRectF(paper::kWidth - edge, 0, edge, paper::kHeight)), 0.0);
            QCOMPARE(inkIn(image, QRectF(0, 0, paper::kWidth, edge)), 0.0);
            QCOMPARE(inkIn(image, QRectF(0, paper::kHeight - edge, paper::kWidth, edge)), 0.0);
        }
    }

    void paperIsLightWhateverTheWindowShows()
    {
        Theme::current().setMode(Theme::Mode::Light);
        const ReportDocument light = report();
        std::vector<QImage> pages;
        for (int page = 0; page < light.pages(); ++page) {
            pages.push_back(drawn(light, page));
        }
        Theme::current().setMode(Theme::Mode::Dark);
        Theme::current().setZoom(1.5);
        const ReportDocument dark = report();
        QCOMPARE(dark.pages(), light.pages());
        for (int page = 0; page < dark.pages(); ++page) {
            QVERIFY2(drawn(dark, page) == pages[static_cast<std::size_t>(page)],
                     qPrintable(QString::number(page + 1)));
        }
        Theme::current().setZoom(1);
        Theme::current().setMode(Theme::Mode::Light);
    }

    void thePdfIsWhatOthersReadInIt()
    {
        if (!PdfCheck::isAvailable()) {
            QSKIP("poppler-utils is not installed");
        }
        const QString path = m_folder.filePath(QStringLiteral("report.pdf"));
        const ReportDocument document = report();
        QVERIFY(document.savePdf(path.toStdString()));
        const PdfCheck pdf(path);
        QCOMPARE(pdf.pages(), document.pages());
        QVERIFY(pdf.isA4());
        QVERIFY(!pdf.fonts().isEmpty());
        for (const QString& font : pdf.fonts()) {
            const QStringList words = font.split(u' ', Qt::SkipEmptyParts);
            // … emb sub uni object generation
            QCOMPARE(words[words.size() - 5], QStringLiteral("yes"));
            QCOMPARE(words[words.size() - 3], QStringLiteral("yes"));
        }
        const QString text = pdf.text();
        for (const QString& wanted :
             {QStringLiteral("Lily Clinic"), QStringLiteral("Customer journey report"),
              QStringLiteral("Page 2 of %1").arg(document.pages()), QString::fromStdString(m_data->run),
              QStringLiteral("Jul 3, 2026"), countText(m_data->now.sequences.customers),
              countText(m_data->overview.events), percentText(m_data->now.funnel.steps.back().ofFirst.rate),
              QStringLiteral("Repurchase"), QStringLiteral("privacy"),
              QStringLiteral("The ways customers take"), QStringLiteral("Pain points"),
              QStringLiteral("What the channels brought"), QStringLiteral("Next steps"),
              QStringLiteral("Owner")}) {
            QVERIFY2(text.contains(wanted), qPrintable(wanted));
        }
    }

    void pagesOfTheYearAgree()
    {
        // The same customers enter the funnel and the paths, and the channels share its conversions.
        QVERIFY(m_data->paths.result && m_data->pain.result && m_data->credit.result);
        QCOMPARE(m_data->paths.result->units, m_data->year.funnel.steps.front().reached);
        double credited = 0;
        for (const AttributedChannel& channel : m_data->credit.result->channels) {
            credited += channel.by(CreditModel::Last).conversions;
        }
        QVERIFY(std::abs(credited - static_cast<double>(m_data->credit.result->conversions)) < 1e-6);
        for (const PainPoint& point : m_data->pain.result->points) {
            QVERIFY(point.lost.hits <= m_data->pain.result->funnel.steps.front().reached);
        }
    }

    void nobodyStandsInIt()
    {
        if (!PdfCheck::isAvailable()) {
            QSKIP("poppler-utils is not installed");
        }
        const QString path = m_folder.filePath(QStringLiteral("private.pdf"));
        QVERIFY(report().savePdf(path.toStdString()));
        const QString text = PdfCheck(path).text();
        QVERIFY(text.size() > 3000);
        static const QRegularExpression kPhone(QStringLiteral("1[3-9]\\d{9}"));
        static const QRegularExpression kCode(QStringLiteral("C\\d{7}"));
        static const QRegularExpression kHan(QStringLiteral("\\p{Han}"));
        QVERIFY(!text.contains(kPhone));
        QVERIFY(!text.contains(kCode));
        QVERIFY(!text.contains(kHan));  // an English report of a clinic whose people all have Chinese names
    }

    void savingLeavesAWholeFileOrNone()
    {
        const ReportDocument document = report();
        const QString folder = m_folder.filePath(QStringLiteral("out"));
        QVERIFY(QDir().mkpath(folder));
        const Status onFolder = document.savePdf(folder.toStdString());
        QVERIFY(!onFolder);
        QCOMPARE(onFolder.error().code, ErrorCode::FileIsFolder);
        const Status nowhere = document.savePdf((folder + QStringLiteral("/gone/report.pdf")).toStdString());
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, ErrorCode::FileUnwritable);
        const Status refused = document.savePdf("/proc/report.pdf");
        QVERIFY(!refused);
        QVERIFY(QDir(folder).isEmpty());
        const QString path = folder + QStringLiteral("/report.pdf");
        QVERIFY(document.savePdf(path.toStdString()));
        QVERIFY(document.savePdf(path.toStdString()));
        QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden),
                 QStringList {QStringLiteral("report.pdf")});
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
    }

    void filesOfManyKindsStayOnTheirPage()
    {
        std::set<std::uint8_t> kinds;
        for (const ImportBatch& batch : m_data->overview.batches) {
            kinds.insert(batch.kind);
        }
        QVERIFY(kinds.size() > 12);
        // Summary, paths, funnel and its months, pain points, ways, channels, segments, next steps, what
        // became of the rows, definitions.
        QCOMPARE(journeyReport(*m_data, QStringLiteral("X"), QDateTime::currentDateTime()).pages(), 11);
    }

    void aClinicWithoutAFunnelHasAReportToo()
    {
        JourneyData data = *m_data;
        data.now.funnel = {};
        data.now.options.steps.clear();
        data.before.reset();
        data.months.clear();
        data.rfm.reset();
        data.year.funnel = {};
        data.recoverable = {};
        data.now.sequences = {};
        data.paths.result.reset();
        data.pain.result.reset();
        data.credit.result.reset();
        const ReportDocument document
            = journeyReport(data, QStringLiteral("X"), QDateTime::currentDateTime());
        QCOMPARE(document.pages(), 7);
        for (int page = 0; page < document.pages(); ++page) {
            QVERIFY(!drawn(document, page).isNull());
        }
    }
};

MEITRACE_TEST(TestJourneyReport)
#include "tst_journeyreport.moc"
