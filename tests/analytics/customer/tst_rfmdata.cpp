// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/rfm.h"
#include "tests/analytics/customer/ordersfile.h"
#include "tests/support/shareddata.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace meitrace;
using meitrace::test::OrderBook;
using meitrace::test::Row;

namespace {

SnapshotPtr cdnow(const std::string& folder)
{
    OrderBook book;
    for (const Row& row : meitrace::test::readGzippedCsv(folder + "/cdnow/transactions.csv.gz")) {
        book.add(row.at("customer_id"), row.at("date"), row.at("date"), std::stod(row.at("amount")));
    }
    return book.build(dayFromCivil(1998, 7, 1));
}

SnapshotPtr rfmOrders(const std::string& folder)
{
    OrderBook book;
    int line = 0;  // every line is an order of its own: eleven share customer and day with another
    for (const Row& row : meitrace::test::readGzippedCsv(folder + "/rfm_orders/orders.csv.gz")) {
        book.add(row.at("customer_id"), std::to_string(++line), row.at("order_date"),
                 std::stod(row.at("revenue")));
    }
    return book.build(dayFromCivil(2006, 12, 31));
}

SnapshotPtr completeJourney(const std::string& folder)
{
    OrderBook book;
    for (const Row& row : meitrace::test::readGzippedCsv(folder + "/complete_journey/transactions.csv.gz")) {
        book.add(row.at("household_id"), row.at("basket_id"), row.at("transaction_timestamp"),
                 std::stod(row.at("sales_value")));
    }
    return book.build(dayFromCivil(2018, 1, 1));
}

SnapshotPtr onlineRetail(const std::string& folder)
{
    OrderBook book;
    const auto rows
        = meitrace::test::readGzippedCsv(folder + "/online_retail/online_retail_2010-12_2011-05.csv.gz");
    for (const Row& row : rows) {
        const double quantity = std::stod(row.at("Quantity"));
        const double price = std::stod(row.at("UnitPrice"));
        if (!row.at("CustomerID").empty() && row.at("InvoiceNo")[0] != 'C' && quantity > 0 && price > 0) {
            book.add(row.at("CustomerID"), row.at("InvoiceNo"), row.at("InvoiceDate"), quantity * price);
        }
    }
    return book.build(dayFromCivil(2011, 6, 1));
}

double number(const QJsonObject& checks, const char* name)
{
    return checks.value(QLatin1String(name)).toObject().value(QLatin1String("value")).toDouble();
}

double tolerance(const QJsonObject& checks, const char* name)
{
    const QJsonObject tol
        = checks.value(QLatin1String(name)).toObject().value(QLatin1String("tol")).toObject();
    return tol.value(QLatin1String("abs")).toDouble();
}

/// Counts as the file has them: score or code -> customers
QJsonObject counts(const Column<std::uint8_t>& scores)
{
    QJsonObject object;
    for (const std::uint8_t score : scores) {
        const QString key = QString::number(score);
        object[key] = object.value(key).toInt() + 1;
    }
    return object;
}

}  // namespace

class TestRfmData : public QObject {
    Q_OBJECT

private slots:
    void realOrdersGiveTheExpectedScores_data()
    {
        QTest::addColumn<QString>("set");
        for (const char* set : {"cdnow", "rfm_orders", "complete_journey", "online_retail"}) {
            QTest::addRow("%s", set) << QString::fromLatin1(set);
        }
    }

    void realOrdersGiveTheExpectedScores()
    {
        MEITRACE_NEEDS_SHARED_DATA(folder)
        QFETCH(QString, set);
        const SnapshotPtr snapshot = set == QLatin1String("cdnow") ? cdnow(folder)
            : set == QLatin1String("rfm_orders")                   ? rfmOrders(folder)
            : set == QLatin1String("complete_journey")             ? completeJourney(folder)
                                                                   : onlineRetail(folder);
        const QJsonObject checks = meitrace::test::expectedChecks(folder, set.toStdString());
        Job job;
        const auto r
            = rfm(*snapshot,
                  {.windowMonths = 0, .method = RfmMethod::Quantile, .frequency = RfmFrequency::Orders}, job);
        QVERIFY(r);
        QCOMPARE(static_cast<double>(r->scored), number(checks, "rfm_customers"));
        const auto near = [&](double value, const char* name) {
            return std::abs(value - number(checks, name)) <= tolerance(checks, name);
        };
        QVERIFY(near(r->recency.cast<double>().mean(), "rfm_recency_mean_days"));
        QVERIFY(near(r->frequency.cast<double>().mean(), "rfm_frequency_mean"));
        QVERIFY(near(static_cast<double>(r->monetary.sum()) / 1000, "rfm_monetary_sum"));
        const auto table = [&checks](const char* name) {
            return checks.value(QLatin1String(name)).toObject().value(QLatin1String("value")).toObject();
        };
        QCOMPARE(counts(r->r), table("rfm_score_counts_quantile_R"));
        QCOMPARE(counts(r->f), table("rfm_score_counts_quantile_F"));
        QCOMPARE(counts(r->m), table("rfm_score_counts_quantile_M"));
        QJsonObject codes;
        for (Index c = 0; c < r->r.size(); ++c) {
            const QString code = QString::number(r->r[c] * 100 + r->f[c] * 10 + r->m[c]);
            codes[code] = codes.value(code).toInt() + 1;
        }
        QCOMPARE(codes, table("rfm_rfm_code_counts_quantile"));
    }

    void naturalBreaksOfRealMoneyAreNoWorseThanQuantiles()
    {
        MEITRACE_NEEDS_SHARED_DATA(folder)
        const SnapshotPtr snapshot = cdnow(folder);
        Job job;
        const auto spread = [&](RfmMethod method) {
            const auto r = rfm(*snapshot, {.windowMonths = 0, .method = method}, job);
            double squares = 0;
            for (int score = 1; score <= 5; ++score) {
                Eigen::ArrayXd logs(r->m.size());
                Index n = 0;
                for (Index c = 0; c < r->m.size(); ++c) {
                    if (r->m[c] == score) {
                        logs[n++] = std::log1p(static_cast<double>(std::max<Fen>(0, r->monetary[c])) / 100);
                    }
                }
                squares += n == 0 ? 0 : (logs.head(n) - logs.head(n).mean()).square().sum();
            }
            return squares;
        };
        const double natural = spread(RfmMethod::Breaks);
        QVERIFY(natural < spread(RfmMethod::Quantile));
        QVERIFY(natural > 0);
    }
};

MEITRACE_TEST(TestRfmData)
#include "tst_rfmdata.moc"
