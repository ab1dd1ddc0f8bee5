// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What somebody waits for in the window: the table of all customers and the funnel, drawn without a screen.
// MEITRACE_BENCH_WORKSPACE names a workspace; it is only read. The import makes workspaces of its own.
#include "models/store/workspace.h"
#include "ui/pages/customerspage.h"
#include "ui/pages/datapage.h"
#include "ui/pages/funnelspage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/datatable.h"

#include <QApplication>
#include <QFile>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <vector>

namespace {

using namespace meitrace;

Session* openSession(benchmark::State& state)
{
    static Session* session = [] {
        auto* made = new Session;
        made->open(qEnvironmentVariable("MEITRACE_BENCH_WORKSPACE"));
        made->jobs().waitForAll();
        return made;
    }();
    if (!session->isOpen()) {
        state.SkipWithError("set MEITRACE_BENCH_WORKSPACE to a workspace");
        return nullptr;
    }
    return session;
}

/// Runs what was asked for until it is on the screen.
void settle(Session& session, QWidget& page)
{
    for (int i = 0; i < 3; ++i) {
        session.jobs().waitForAll();
        QCoreApplication::processEvents();
    }
    page.repaint();
}

CustomersPage* customersPage(benchmark::State& state)
{
    Session* session = openSession(state);
    if (session == nullptr) {
        return nullptr;
    }
    static CustomersPage* page = [session] {
        auto* made = new CustomersPage(*session);
        made->resize(1232, 867);
        made->show();
        settle(*session, *made);
        return made;
    }();
    state.counters["rows"] = page->model().rowCount();
    return page;
}

/// Each step down the table, drawn; the slowest of twenty as a counter.
void scrollCustomers(benchmark::State& state)
{
    CustomersPage* page = customersPage(state);
    if (page == nullptr) {
        return;
    }
    auto* table = page->findChild<DataTable*>(QStringLiteral("table.allCustomers"));
    std::vector<double> times;
    for (auto _ : state) {
        const auto begin = std::chrono::steady_clock::now();
        QScrollBar* bar = table->verticalScrollBar();
        bar->setValue((bar->value() + bar->maximum() / 97 + 3) % std::max(1, bar->maximum()));
        table->viewport()->repaint();
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(times.begin(), times.end());
    state.counters["p95_ms"] = times[times.size() * 95 / 100];
}
BENCHMARK(scrollCustomers)->Unit(benchmark::kMillisecond)->UseRealTime();

void findCustomers(benchmark::State& state)
{
    CustomersPage* page = customersPage(state);
    if (page == nullptr) {
        return;
    }
    int turn = 0;
    for (auto _ : state) {
        page->search(++turn % 2 == 0 ? QStringLiteral("4711") : QStringLiteral("C00001"));
        settle(*openSession(state), *page);
    }
    page->search({});
    settle(*openSession(state), *page);
}
BENCHMARK(findCustomers)->Unit(benchmark::kMillisecond)->UseRealTime();

void sortCustomers(benchmark::State& state)
{
    CustomersPage* page = customersPage(state);
    if (page == nullptr) {
        return;
    }
    auto* table = page->findChild<DataTable*>(QStringLiteral("table.allCustomers"));
    int turn = 0;
    for (auto _ : state) {
        table->sortByColumn(CustomerTable::LastContact,
                            ++turn % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
        settle(*openSession(state), *page);
    }
}
BENCHMARK(sortCustomers)->Unit(benchmark::kMillisecond)->UseRealTime();

/// A change of the definition until the chart is drawn anew.
void changeFunnel(benchmark::State& state)
{
    Session* session = openSession(state);
    if (session == nullptr) {
        return;
    }
    FunnelsPage page(*session);
    page.resize(1232, 867);
    page.show();
    settle(*session, page);
    for (auto _ : state) {
        page.recount();
        settle(*session, page);
    }
}
BENCHMARK(changeFunnel)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Writes a file of bill lines.
void writeBills(const QString& path, int rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return;
    }
    QByteArray text = "his_no,order_no,pay_time,item_name,paid_amount\n";
    for (int i = 0; i < rows; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "A" + QByteArray::number(i % 20'000) + ",B" + number + ",2025-0"
            + QByteArray::number(1 + i % 9) + "-11 10:0" + QByteArray::number(i % 10) + ":00,item"
            + QByteArray::number(i % 40) + "," + number + "\n";
    }
    file.write(text);
}

/// Loads 300,000 rows with pages in sight; the counter is the longest time in which the window's thread came
/// to nothing else.
void importBesideTheWindow(benchmark::State& state)
{
    const QTemporaryDir folder;
    const QString bills = folder.filePath(QStringLiteral("bills.csv"));
    writeBills(bills, 300'000);
    double longest = 0;
    for (auto _ : state) {
        state.PauseTiming();
        const QString path
            = folder.filePath(QStringLiteral("w%1.meitrace").arg(static_cast<qlonglong>(state.iterations())));
        static_cast<void>(Workspace::create(path.toStdString(), {}));
        Session session;
        session.open(path);
        session.jobs().waitForAll();
        CustomersPage customers(session);
        FunnelsPage funnels(session);
        DataPage data(session);
        for (QWidget* page : std::initializer_list<QWidget*> {&customers, &funnels, &data}) {
            page->resize(1232, 867);
            page->show();
        }
        settle(session, data);
        using Clock = std::chrono::steady_clock;
        Clock::time_point last = Clock::now();
        QTimer heart;
        QObject::connect(&heart, &QTimer::timeout, &heart, [&] {
            const auto now = Clock::now();
            longest = std::max(longest, std::chrono::duration<double, std::milli>(now - last).count());
            last = now;
        });
        state.ResumeTiming();
        last = Clock::now();
        heart.start(1);
        session.import({{.path = bills, .given = {}}});
        settle(session, data);
        QCoreApplication::processEvents();
        state.PauseTiming();
        heart.stop();
        state.ResumeTiming();
    }
    state.counters["longest_gap_ms"] = longest;
}
BENCHMARK(importBesideTheWindow)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);

}  // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Theme::current().install(app);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
