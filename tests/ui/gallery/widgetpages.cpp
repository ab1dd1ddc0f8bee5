// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/pages.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/dropzone.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/foldsection.h"
#include "ui/widgets/kpicard.h"
#include "ui/widgets/label.h"
#include "ui/widgets/navitem.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/progressrow.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/sidepanel.h"
#include "ui/widgets/stepindicator.h"
#include "ui/widgets/tabbar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>

namespace meitrace::test {

namespace {

QString pick(bool chinese, const char* zh, const char* en)
{
    return QString::fromUtf8(chinese ? zh : en);
}

QVBoxLayout* column(QWidget* page)
{
    return qobject_cast<QVBoxLayout*>(page->layout());
}

void addHeader(QWidget* page, bool chinese)
{
    auto* header = new PageHeader(page);
    header->setTitle(pick(chinese, "漏斗", "Funnels"));
    header->setPurpose(pick(chinese, "看清每一步丢了谁，并把他们变成可触达的人群",
                            "See who is lost at each step and turn them into an audience"));
    header->setAsOf(pick(chinese, "数据截至 6月30日", "Data as of June 30"));
    header->addAction(
        makeButton(pick(chinese, "与上期对比", "Compare"), ButtonKind::Secondary, QStringLiteral("compare")));
    header->addAction(
        makeButton(pick(chinese, "打印", "Print"), ButtonKind::Secondary, QStringLiteral("print")));
    header->addAction(
        makeButton(pick(chinese, "新建漏斗", "New funnel"), ButtonKind::Primary, QStringLiteral("funnel")));
    for (const char* tab : {"漏斗|Funnel", "趋势|Trend", "留存|Retention"}) {
        header->tabs()->addTab(QString::fromUtf8(tab).split(QLatin1Char('|')).at(chinese ? 0 : 1));
    }
    column(page)->addWidget(header);
    auto* bar = new FilterBar(page);
    bar->setFilters(
        {{QStringLiteral("range"), pick(chinese, "近 90 天", "Last 90 days"), true, false},
         {QStringLiteral("store"), pick(chinese, "全部门店", "All clinics"), false, false},
         {QStringLiteral("channel"), pick(chinese, "渠道：抖音信息流", "Channel: Douyin ads"), true, true},
         {QStringLiteral("item"), pick(chinese, "项目：不限", "Item: any"), false, false}});
    bar->setAddText(pick(chinese, "添加筛选", "Add filter"));
    column(page)->addWidget(bar);
    auto* notice = new NoticeBar(page);
    notice->setNotice(
        Tone::Warn,
        pick(chinese, "数据已 5 天未更新，名单可能不准", "Data are 5 days old; the list may be wrong"));
    notice->addAction(pick(chinese, "导入文件", "Import file"));
    notice->setClosable(true);
    column(page)->addWidget(notice);
}

void addFigures(QWidget* page, bool chinese)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::current().px(16));
    const QVector<KpiFigure> figures = {{pick(chinese, "留资到成交", "Lead to sale"),
                                         QStringLiteral("15.7%"),
                                         pick(chinese, "↑ 0.3 个百分点", "↑ 0.3 points"),
                                         Tone::Good,
                                         {},
                                         -1,
                                         -1,
                                         pick(chinese, "说明", "Explained"),
                                         false},
                                        {pick(chinese, "最大流失环节", "Largest loss"),
                                         pick(chinese, "预约 → 到院", "Booked → arrived"),
                                         pick(chinese, "33.0% 未到院", "33.0% did not arrive"),
                                         Tone::Bad,
                                         {},
                                         -1,
                                         -1,
                                         {},
                                         true},
                                        {pick(chinese, "开单", "Sold"),
                                         QStringLiteral("¥ 1,284,600"),
                                         pick(chinese, "时间过半 71%", "71% of the month gone"),
                                         Tone::Neutral,
                                         pick(chinese, "目标 62%", "Target 62%"),
                                         0.62,
                                         0.71,
                                         {},
                                         false},
                                        {pick(chinese, "可挽回客户", "Recoverable"),
                                         QStringLiteral("1,406"),
                                         pick(chinese, "已授权可触达", "Consent given"),
                                         Tone::Neutral,
                                         {},
                                         -1,
                                         -1,
                                         {},
                                         true}};
    for (const KpiFigure& figure : figures) {
        row->addWidget(new KpiCard(figure, page), 1);
    }
    column(page)->addLayout(row);
}

void addForm(QWidget* page, bool chinese)
{
    auto* card = new Card(pick(chinese, "控件", "Controls"), page);
    card->setHelp(QStringLiteral("?"));
    card->setNote(pick(chinese, "最近更新 今天 09:12", "Updated today 09:12"));
    auto* first = new QWidget(card);
    auto* flow = new FlowLayout(first, 12);
    auto* combo = new QComboBox(first);
    combo->addItems({pick(chinese, "按先后顺序", "In order"), pick(chinese, "不限顺序", "Any order")});
    auto* spin = new QSpinBox(first);
    spin->setRange(1, 365);
    spin->setValue(90);
    spin->setSuffix(pick(chinese, " 天", " days"));
    auto* off = new QComboBox(first);
    off->addItem(pick(chinese, "不可用", "Disabled"));
    off->setEnabled(false);
    auto* check = new QCheckBox(pick(chinese, "含客户名单", "With customer list"), first);
    check->setChecked(true);
    auto* radio = new QRadioButton(pick(chinese, "按客户", "By customer"), first);
    radio->setChecked(true);
    auto* search = new SearchField(pick(chinese, "搜索客户", "Search customers"), first);
    auto* money = new SegmentedControl({pick(chinese, "实收", "Received"), pick(chinese, "消耗", "Consumed"),
                                        pick(chinese, "毛利", "Margin")},
                                       QStringLiteral("money"), first);
    for (QWidget* w : std::initializer_list<QWidget*> {combo, spin, off, search, money, check, radio}) {
        flow->addWidget(w);
    }
    card->body()->addWidget(first);
    auto* second = new QWidget(card);
    auto* buttons = new FlowLayout(second, 8);
    const QString words = pick(chinese, "保存为人群", "Save as audience");
    for (const ButtonKind kind : {ButtonKind::Primary, ButtonKind::Secondary, ButtonKind::Ghost,
                                  ButtonKind::Danger, ButtonKind::Link}) {
        buttons->addWidget(makeButton(words, kind, QStringLiteral("audience"), second));
    }
    auto* disabled = makeButton(words, ButtonKind::Primary, QStringLiteral("audience"), second);
    disabled->setEnabled(false);
    buttons->addWidget(disabled);
    buttons->addWidget(iconButton(QStringLiteral("more"), QStringLiteral("more"), second));
    for (const Tone tone : {Tone::Neutral, Tone::Accent, Tone::Good, Tone::Warn, Tone::Bad}) {
        buttons->addWidget(new Pill(pick(chinese, "需处理", "Needs care"), tone, second));
    }
    card->body()->addWidget(second);
    auto* steps = new StepIndicator({pick(chinese, "文件", "File"), pick(chinese, "类型", "Type"),
                                     pick(chinese, "字段", "Columns"), pick(chinese, "检查", "Check")},
                                    card);
    steps->setCurrent(2);
    card->body()->addWidget(steps);
    auto* progress = new ProgressRow(card);
    progress->setTitle(pick(chinese, "正在导入 pos_2026Q2.csv", "Importing pos_2026Q2.csv"));
    progress->setProgress(
        0.62,
        pick(chinese, "已读 186,240 / 300,112 行，去重 1,204，问题行 37，约剩 8 秒",
             "186,240 of 300,112 rows, 1,204 duplicates, 37 problems, about 8 seconds left"));
    card->body()->addWidget(progress);
    auto* fold = new FoldSection(pick(chinese, "高级", "Advanced"), card);
    fold->body()->addWidget(textLabel(pick(chinese, "更多顺序规则", "More order rules"), TextRole::Quiet));
    fold->setOpen(true);
    card->body()->addWidget(fold);
    card->setCaption(pick(chinese, "转化窗口 90 天，按先后顺序，按客户去重；排除 204 位内部人员",
                          "90-day window, in order, unique customers; 204 staff left out"));
    column(page)->addWidget(card);
    auto* icons = new Card(pick(chinese, "图标", "Icons"), page);
    auto* grid = new QWidget(icons);
    auto* signs = new FlowLayout(grid, 12);
    for (const QString& name : iconNames()) {
        signs->addWidget(new IconLabel(name, Tone::Neutral, 24, grid));
    }
    icons->body()->addWidget(grid);
    column(page)->addWidget(icons);
}

}  // namespace

void fillControls(QWidget* page, bool chinese)
{
    addHeader(page, chinese);
    addFigures(page, chinese);
    addForm(page, chinese);
}

void fillTables(QWidget* page, bool chinese)
{
    auto* zone = new DropZone(
        pick(chinese, "把 CSV、Excel 或 JSONL 文件拖到这里", "Drop CSV, Excel or JSONL files here"),
        pick(chinese, "自动识别编码与字段；导入前先预览，不会改动原文件",
             "Encoding and columns are recognised; you preview first; the file is not changed"),
        page);
    zone->addAction(makeButton(pick(chinese, "选择文件…", "Choose file…"), ButtonKind::Primary));
    zone->addAction(makeButton(pick(chinese, "载入示例数据", "Load sample data")));
    column(page)->addWidget(zone);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::current().px(16));
    auto* nav = new QWidget(page);
    auto* list = new QVBoxLayout(nav);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(2);
    list->addWidget(textLabel(pick(chinese, "资料", "Data"), TextRole::Group));
    auto* data = new NavItem(QStringLiteral("data"), pick(chinese, "数据", "Data"), nav);
    data->setBadge(QStringLiteral("2"));
    list->addWidget(data);
    auto* funnel = new NavItem(QStringLiteral("funnel"), pick(chinese, "漏斗", "Funnels"), nav);
    funnel->setChecked(true);
    list->addWidget(funnel);
    list->addWidget(new NavItem(QStringLiteral("experiment"), pick(chinese, "活动与实验", "Campaigns"), nav));
    list->addStretch(1);
    nav->setFixedWidth(Theme::current().px(192));
    row->addWidget(nav);
    auto* card = new Card(pick(chinese, "数据源", "Sources"), page);
    auto* table = new DataTable(pick(chinese, "数据源", "Sources"), card);
    auto* model = new QStandardItemModel(6, 5, table);
    const QStringList heads = pick(chinese, "数据源|类型|行数|份额|质量", "Source|Type|Rows|Share|Quality")
                                  .split(QLatin1Char('|'));
    for (int c = 0; c < heads.size(); ++c) {
        model->setHeaderData(c, Qt::Horizontal, heads[c]);
    }
    model->setHeaderData(2, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    const char* const files[] = {"treatments_2026.csv", "bookings.xlsx", "mini_program.jsonl",
                                 "wecom_contacts.csv",  "ad_spend.csv",  "consent.csv"};
    for (int r = 0; r < 6; ++r) {
        const auto put = [&](int c, const QString& text) { model->setData(model->index(r, c), text); };
        put(0, QString::fromLatin1(files[r]));
        put(1, pick(chinese, "治疗/收银", "Treatments"));
        put(2, QStringLiteral("412,880"));
        model->setData(model->index(r, 2), int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
        put(3, QStringLiteral("%1%").arg(72 - r * 11));
        model->setData(model->index(r, 3), (72 - r * 11) / 100.0, BarRole);
        put(4, r % 3 == 2 ? pick(chinese, "需处理", "Needs care") : pick(chinese, "良好", "Good"));
        model->setData(model->index(r, 4), int(r % 3 == 2 ? Tone::Warn : Tone::Good), PillRole);
        model->setData(model->index(r, 0), r == 5, QuietRole);
    }
    table->setModel(model);
    table->fitColumns();
    table->setShowsAllRows(true);
    table->selectRow(1);
    card->body()->addWidget(table);
    card->body()->addStretch(1);
    row->addWidget(card, 1);
    auto* panel = new SidePanel(pick(chinese, "预约 → 到院 流失", "Booked → arrived, lost"), page);
    panel->body()->addWidget(textLabel(QStringLiteral("1,778"), TextRole::Count));
    panel->body()->addWidget(new EmptyState(QStringLiteral("customers"),
                                            pick(chinese, "没有符合条件的客户", "No customers match"),
                                            pick(chinese, "清除筛选", "Clear filters"), panel));
    panel->foot()->addWidget(makeButton(pick(chinese, "保存为人群", "Save as audience"), ButtonKind::Primary,
                                        QStringLiteral("audience")));
    row->addWidget(panel);
    column(page)->addLayout(row);
}

}  // namespace meitrace::test
