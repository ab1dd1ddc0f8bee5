// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/samples.h"

#include <QLocale>

#include <cmath>
#include <random>

namespace meitrace::test {

namespace {

QStringList split(bool chinese, const char* zh, const char* en)
{
    return QString::fromUtf8(chinese ? zh : en).split(QLatin1Char('|'));
}

QString pick(bool chinese, const char* zh, const char* en)
{
    return QString::fromUtf8(chinese ? zh : en);
}

}  // namespace

LineData sampleLines(bool chinese)
{
    static constexpr double kNow[] = {0.398, 0.331, 0.286, 0.262, 0.243, 0.228, 0.210, 0.203};
    LineData data;
    data.kind = NumberKind::Percent;
    data.xTitle = pick(chinese, "首次成交后第几个月", "Months after the first sale");
    const QStringList names
        = split(chinese, "2026年上半年|2025年下半年", "First half of 2026|Second half of 2025");
    for (int s = 0; s < 2; ++s) {
        LineSeries one;
        one.name = names[s];
        for (int i = 0; i < 8; ++i) {
            const double y = kNow[i] - 0.044 * s;
            one.points.append(QPointF(i + 1, y));
            if (s == 0) {
                one.low.append(QPointF(i + 1, y - 0.02));
                one.high.append(QPointF(i + 1, y + 0.02));
            }
        }
        one.immatureFrom = s == 0 ? 6 : -1;
        data.series.append(one);
    }
    data.notes = {{3, pick(chinese, "调价", "New prices")}};
    return data;
}

LineData samplePosterior(bool chinese)
{
    LineData data;
    data.xTitle = pick(chinese, "到院率", "Arrival rate");
    const QStringList names = split(chinese, "A 现行短信|B 企微关怀", "A current text|B personal message");
    for (int s = 0; s < 2; ++s) {
        LineSeries one;
        one.name = names[s];
        for (int i = 0; i <= 400; ++i) {
            const double x = 9 + i * 0.02;
            const double z = (x - (s == 0 ? 11.8 : 13.9)) / 0.62;
            one.points.append(QPointF(x, std::exp(-z * z / 2)));
        }
        data.series.append(one);
    }
    return data;
}

BarData sampleStack(bool chinese)
{
    BarData data;
    data.categories = split(chinese, "12月|1月|2月|3月|4月|5月", "Dec|Jan|Feb|Mar|Apr|May");
    const QStringList names = split(chinese, "重要价值|重要挽留|重要发展", "Champions|At risk|Promising");
    for (int s = 0; s < 3; ++s) {
        BarSeries one;
        one.name = names[s];
        for (int i = 0; i < 6; ++i) {
            one.values.append((s == 0 ? 690 : s == 1 ? 360 : 1010) + 28 * i);
        }
        data.series.append(one);
    }
    data.stacked = true;
    data.immature = {5};
    return data;
}

BarData sampleChannels(bool chinese)
{
    BarData data;
    data.categories = split(
        chinese,
        "抖音本地生活信息流广告|小红书达人种草笔记|大众点评与美团套餐|老客转介绍活动|朋友圈广告落地页表单",
        "Douyin local life feed ads|Xiaohongshu creator posts|Dianping and Meituan bundles|Referral "
        "programme|"
        "Moments ads landing form");
    BarSeries first;
    first.name = pick(chinese, "首次触点", "First touch");
    first.values = {0.34, 0.22, 0.18, 0.16, 0.10};
    BarSeries last;
    last.name = pick(chinese, "末次触点", "Last touch");
    last.values = {0.21, 0.14, 0.29, 0.27, 0.09};
    data.series = {first, last};
    data.kind = NumberKind::Percent;
    data.valueTitle = pick(chinese, "成交份额", "Share of sales");
    return data;
}

CompareData sampleCompare(bool chinese)
{
    CompareData data;
    const QStringList names = split(
        chinese,
        "光电紧致|玻尿酸填充|光子嫩肤|水光补水|皮肤检测与术后护理全流程管理套餐（含三次复诊与一年护理提醒）",
        "Radio frequency|Hyaluronic filler|Photorejuvenation|Hydration|"
        "Skin analysis with a complete aftercare programme including three follow-up visits");
    static constexpr double kValue[] = {0.62, 0.34, 0.30, 0.26, 0.22};
    static constexpr double kAll[] = {0.28, 0.25, 0.37, 0.33, 0.19};
    for (int i = 0; i < 5; ++i) {
        CompareItem item;
        item.label = names[i];
        item.value = kValue[i];
        item.average = kAll[i];
        item.valueText = pick(chinese, "%1%，%2 倍", "%1%, %2 times")
                             .arg(kValue[i] * 100)
                             .arg(kValue[i] / kAll[i], 0, 'f', 1);
        item.averageText = pick(chinese, "全体 %1%", "all %1%").arg(kAll[i] * 100);
        data.items.append(item);
    }
    data.most = 0.8;
    data.averageName = pick(chinese, "竖线 = 全体客户均值", "mark = all customers");
    return data;
}

DistributionData sampleDistribution(bool chinese)
{
    DistributionData data;
    for (int i = 0; i <= 30; ++i) {
        data.edges.append(i * 2);
        if (i < 30) {
            data.counts.append(
                std::round(900 * std::exp(-(i - 4) * (i - 4) / 30.0) + 300 * std::exp(-i / 9.0)));
        }
    }
    data.median = 9.4;
    data.medianText = pick(chinese, "中位 9.4 天", "median 9.4 days");
    data.xTitle = pick(chinese, "预约到到院的天数", "Days from booking to arrival");
    return data;
}

ScatterData sampleScatter(int points)
{
    ScatterData data;
    std::mt19937 random(7);
    std::normal_distribution<float> normal;
    static constexpr float kCentre[4][3]
        = {{-3, 1, 0.9F}, {0, -1.5F, 0.7F}, {2.6F, 1.4F, 1.0F}, {0.4F, 3, 0.6F}};
    for (int i = 0; i < points; ++i) {
        const int g = i % 4;
        data.x.append(kCentre[g][0] + normal(random) * kCentre[g][2]);
        data.y.append(kCentre[g][1] + normal(random) * kCentre[g][2]);
        data.group.append(static_cast<quint8>(g));
    }
    data.groupNames = {QStringLiteral("Loyal"), QStringLiteral("New"), QStringLiteral("Premium"),
                       QStringLiteral("Asleep")};
    data.xTitle = QStringLiteral("Component 1");
    data.yTitle = QStringLiteral("Component 2");
    return data;
}

TimelineData sampleLife(bool chinese)
{
    TimelineData data;
    data.lanes = split(chinese, "信息流|小程序|企微|电话|到院", "Feed ads|Mini program|WeCom|Phone|Visits");
    data.tableHeaders = {QStringLiteral("When"), QStringLiteral("Channel"), QStringLiteral("What"),
                         QStringLiteral("Detail")};
    data.manyText = pick(chinese, "%1 次接触", "%1 contacts");
    std::mt19937 random(3);
    std::uniform_real_distribution<double> day(20200, 20600);
    for (int i = 0; i < 60; ++i) {
        Touch touch;
        touch.day = day(random);
        touch.lane = i % 5;
        touch.label = pick(chinese, "浏览 光电紧致", "Viewed radio frequency");
        touch.when = QString::number(touch.day, 'f', 1);
        data.touches.append(touch);
    }
    return data;
}

QVector<Stage> sampleStages(bool chinese)
{
    const QStringList when
        = split(chinese, "第 0 天|第 2 天|第 6 天|第 6 天|第 75 天", "Day 0|Day 2|Day 6|Day 6|Day 75");
    const QStringList name = split(chinese, "种草内容浏览|企微咨询|预约并到院|首单 ¥ 6,800|疗程复购",
                                   "Content viewed|WeCom inquiry|Arrived|First sale|Repurchase");
    const QStringList note = split(chinese, "平均 3.2 篇|首响 6 分钟|爽约率 9%|光电紧致单次|3 次疗程卡",
                                   "3.2 posts|6 minutes|9% no-show|¥6,800|card of 3");
    QVector<Stage> stages;
    for (int i = 0; i < 5; ++i) {
        stages.append({when[i], name[i], note[i], i});
    }
    return stages;
}

SankeyData samplePaths()
{
    SankeyData data;
    data.columnNames = {QStringLiteral("First"), QStringLiteral("Second"), QStringLiteral("Third")};
    const auto add = [&](int column, const char* name, double value, int colour) {
        data.nodes.append({.column = column,
                           .name = QLatin1String(name),
                           .value = value,
                           .text = QString::number(value),
                           .detail = {},
                           .colour = colour});
    };
    add(0, "Lead", 60, 0);
    add(0, "Ad", 40, 1);
    add(1, "Booked", 70, 2);
    add(1, "Left", 30, -1);
    add(2, "Arrived", 50, 3);
    data.table.headers = {QStringLiteral("From"), QStringLiteral("To"), QStringLiteral("Paths")};
    const auto link = [&](int from, int to, double value) {
        const QString text = QString::number(value);
        data.links.append({.from = from, .to = to, .value = value, .text = text, .detail = {}});
        data.table.rows.append({data.nodes[from].name, data.nodes[to].name, text});
    };
    link(0, 2, 50);
    link(0, 3, 10);
    link(1, 2, 20);
    link(1, 3, 20);
    link(2, 4, 50);
    return data;
}

}  // namespace meitrace::test
