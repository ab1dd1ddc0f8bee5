// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/samples.h"

#include <QLocale>

#include <array>

namespace meitrace::test {

namespace {

FunnelWords funnelWords(bool chinese)
{
    FunnelWords w;
    const auto pick
        = [chinese](const char* zh, const char* en) { return QString::fromUtf8(chinese ? zh : en); };
    w.entered = pick("进入漏斗", "entered");
    w.ofFirst = pick("占首步 %1", "%1 of first");
    w.lost = pick("流失 %1", "%1 lost");
    w.open = pick("未到期 %1", "%1 still open");
    w.time = pick("中位耗时 %1", "median %1");
    w.reachedName = pick("完成", "Reached");
    w.lostName = pick("流失", "Lost");
    w.openName = pick("未到期", "Still open");
    w.compareName = pick("上期", "Previous");
    w.stepHeader = pick("步骤", "Step");
    w.groupHeader = pick("分组", "Group");
    w.shareHeader = pick("占首步", "Of first");
    w.rateHeader = pick("单步转化", "Step rate");
    w.timeHeader = pick("中位耗时", "Median time");
    return w;
}

QStringList split(const char* words)
{
    return QString::fromUtf8(words).split(QLatin1Char('|'));
}

FunnelGroup group(const QString& name, const QStringList& names, const QVector<qint64>& reached,
                  const QVector<qint64>& open)
{
    FunnelGroup g;
    g.name = name;
    for (int i = 0; i < names.size(); ++i) {
        FunnelBar s;
        s.name = names[i];
        s.reached = reached[i];
        s.open = open.value(i, 0);
        s.lost = i > 0 ? reached[i - 1] - reached[i] - s.open : 0;
        g.steps.append(s);
    }
    return g;
}

}  // namespace

FunnelData sampleFunnel(bool chinese)
{
    FunnelData data;
    data.words = funnelWords(chinese);
    const QStringList names
        = split(chinese ? "咨询/留资|预约面诊|到院|成交|复购" : "Lead|Booked|Arrived|Sale|Repurchase");
    FunnelGroup g = group({}, names, {12864, 5390, 3612, 2018, 742}, {0, 410, 0, 96, 388});
    const QStringList times
        = split(chinese ? "|1.6 天|4.2 天|0.3 天|63 天" : "|1.6 days|4.2 days|0.3 days|63 days");
    const std::array<double, 5> before = {1, 0.437, 0.301, 0.149, 0.052};
    for (int i = 0; i < names.size(); ++i) {
        g.steps[i].time = times[i];
        g.steps[i].compareShare = i > 0 ? before[static_cast<std::size_t>(i)] : -1;
    }
    data.groups = {g};
    return data;
}

FunnelData sampleSplitFunnel(bool chinese)
{
    FunnelData data;
    data.words = funnelWords(chinese);
    const QStringList names = split(chinese ? "咨询/留资|预约面诊|到院|成交" : "Lead|Booked|Arrived|Sale");
    const QStringList groups
        = split(chinese ? "抖音信息流|小红书|老客转介" : "Douyin ads|Xiaohongshu|Referral");
    data.groups = {group(groups[0], names, {6200, 2100, 1180, 520}, {}),
                   group(groups[1], names, {4100, 1980, 1420, 690}, {}),
                   group(groups[2], names, {2564, 1310, 1012, 808}, {})};
    return data;
}

FunnelData sampleLongFunnel()
{
    FunnelData data;
    data.words = funnelWords(false);
    QStringList names;
    QVector<qint64> reached;
    for (int i = 0; i < 20; ++i) {
        names.append(QStringLiteral("Step with a long name %1").arg(i + 1));
        reached.append(20000 - 900 * i);
    }
    data.groups = {group({}, names, reached, {})};
    return data;
}

HeatData sampleRfm(bool chinese)
{
    static constexpr int kCount[] = {412, 288, 340, 396, 508, 380, 262, 301,  342, 277, 520, 330, 288,
                                     214, 120, 890, 402, 231, 118, 64,  1980, 610, 240, 96,  38};
    static constexpr int kSpend[]
        = {2100,  3900,  6800, 12400, 28600, 1980, 3600,  6500, 11800, 25400, 1900, 3300, 6100,
           10900, 22800, 1750, 3100,  5600,  9700, 19900, 1600, 2800,  5000,  8800, 17600};
    HeatData data;
    data.rowNames = split("R5|R4|R3|R2|R1");
    data.rowNotes = split(chinese ? "0–30 天|31–60 天|61–120 天|121–240 天|> 240 天"
                                  : "0–30 days|31–60 days|61–120 days|121–240 days|> 240 days");
    data.columnNames = split(chinese ? "F1 / 1 次|F2 / 2 次|F3 / 3–4 次|F4 / 5–8 次|F5 / 9+ 次"
                                     : "F1 / once|F2 / twice|F3 / 3–4|F4 / 5–8|F5 / 9+");
    data.rowTitle = QStringLiteral("R");
    data.columnTitle = chinese ? QStringLiteral("消费频次 →") : QStringLiteral("Frequency →");
    data.valueName = chinese ? QStringLiteral("平均消费") : QStringLiteral("Average spend");
    data.format
        = [](double v) { return QStringLiteral("¥ ") + QLocale(QLocale::English).toString(v, 'f', 0); };
    for (int i = 0; i < 25; ++i) {
        HeatCell cell;
        cell.value = kSpend[i];
        cell.text
            = QLocale(QLocale::English).toString(kCount[i]) + (chinese ? QStringLiteral(" 人") : QString());
        cell.text2 = data.format(kSpend[i]);
        data.cells.append(cell);
    }
    return data;
}

HeatData sampleRetention(bool chinese)
{
    static constexpr double kRate[] = {0.398, 0.310, 0.252, 0.267, 0.229, 0.201, 0.163, 0.198};
    HeatData data;
    data.rowNames = split(chinese ? "2025年10月|11月|12月|2026年1月|2月|3月|4月|5月"
                                  : "Oct 2025|Nov|Dec|Jan 2026|Feb|Mar|Apr|May");
    static constexpr int kSize[] = {412, 388, 446, 501, 297, 468, 455, 492};
    data.columnNames = split(chinese ? "首月|第 1 月|第 2 月|第 3 月|第 4 月|第 5 月|第 6 月|第 7 月|第 8 月"
                                     : "M0|M1|M2|M3|M4|M5|M6|M7|M8");
    data.emptyName = chinese ? QStringLiteral("尚未到观察期") : QStringLiteral("not yet observable");
    data.valueName = chinese ? QStringLiteral("再次到院") : QStringLiteral("Returned");
    data.low = 0;
    data.format = [](double v) { return QString::number(v * 100, 'f', 1) + QLatin1Char('%'); };
    for (int r = 0; r < 8; ++r) {
        data.rowNotes.append(chinese ? QStringLiteral("%1 人").arg(kSize[r]) : QString::number(kSize[r]));
        for (int c = 0; c < 9; ++c) {
            HeatCell cell;
            if (c == 0) {
                cell.value = 1;
                cell.framed = true;
                cell.text = QStringLiteral("100%");
            } else if (r + c <= 8) {
                cell.value = kRate[c - 1] + 0.006 * r;
                cell.text = data.format(cell.value);
            }
            data.cells.append(cell);
        }
    }
    return data;
}

HeatData sampleWeek(bool chinese)
{
    HeatData data;
    data.rowNames = split(chinese ? "一|二|三|四|五|六|日" : "Mon|Tue|Wed|Thu|Fri|Sat|Sun");
    data.valueName = chinese ? QStringLiteral("到院") : QStringLiteral("Visits");
    data.format = [](double v) { return QString::number(v, 'f', 0); };
    for (int hour = 0; hour < 24; ++hour) {
        data.columnNames.append(QString::number(hour));
    }
    for (int day = 0; day < 7; ++day) {
        for (int hour = 0; hour < 24; ++hour) {
            HeatCell cell;
            cell.value = hour < 9 || hour > 20 ? 0 : (day > 4 ? 34 : 14) + (hour * 7 + day * 5) % 19;
            cell.text = data.format(cell.value);
            data.cells.append(cell);
        }
    }
    return data;
}

}  // namespace meitrace::test
