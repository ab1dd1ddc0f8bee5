// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/homeside.h"

#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/analysisview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace meitrace {

namespace {

struct HomeSideText {
    Q_DECLARE_TR_FUNCTIONS(HomeSide)
};

constexpr std::size_t kFiles = 4;
constexpr std::size_t kAnalyses = 4;

void clear(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

/// Of the button of a finding that leads to a page
QString buttonName(const QString& page)
{
    return page == QStringLiteral("data")           ? QStringLiteral("btn.stale")
        : page == QStringLiteral("funnels/monitor") ? QStringLiteral("btn.alarm")
                                                    : QStringLiteral("btn.leak");
}

}  // namespace

HomeSide::HomeSide(QWidget* parent)
    : QWidget(parent)
    , m_findings(new Card)
    , m_tasks(new Card)
    , m_analyses(new Card)
    , m_files(new Card)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (Card* card : {m_findings, m_tasks, m_analyses, m_files}) {
        column->addWidget(card);
    }
    m_analyses->hide();
    column->addStretch(1);
    Theme::current().follow(this, [this, column] {
        const int gap = Theme::current().px(size::kGap8);
        column->setSpacing(Theme::current().px(size::kCardGap));
        for (Card* card : {m_findings, m_tasks, m_analyses, m_files}) {
            card->body()->setSpacing(gap);
        }
    });
}

void HomeSide::show(const HomeState& state, const Overview& overview)
{
    m_found = homeFindings(state);
    m_later.clear();
    showFindings();
    showTasks(overview.quarantineOpen, state.pairsToReview);
    showFiles(overview.batches);
}

void HomeSide::retranslate()
{
    m_findings->setTitle(HomeSideText::tr("What stands out"));
    m_tasks->setTitle(HomeSideText::tr("To do"));
    m_analyses->setTitle(HomeSideText::tr("Recent analyses"));
    m_files->setTitle(HomeSideText::tr("Latest files"));
}

void HomeSide::addLine(Card* card, const Line& line)
{
    auto* row = new QWidget;
    auto* box = new QHBoxLayout(row);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(Theme::current().px(size::kGap8));
    box->addWidget(new IconLabel(line.icon, line.tone, size::kButtonIcon), 0, Qt::AlignVCenter);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto* text = textLabel(line.text, TextRole::Body);
    text->setWordWrap(true);
    texts->addWidget(text);
    if (!line.detail.isEmpty()) {
        auto* detail = textLabel(line.detail, TextRole::Caption);
        detail->setWordWrap(true);
        texts->addWidget(detail);
    }
    box->addLayout(texts, 1);
    if (!line.help.isEmpty()) {
        box->addWidget(helpButton(line.help, line.text), 0, Qt::AlignVCenter);
    }
    if (!line.page.isEmpty() || line.open) {
        QPushButton* open = makeButton(HomeSideText::tr("Open"), ButtonKind::Link);
        open->setObjectName(line.name);
        open->setAccessibleName(line.text);
        connect(open, &QPushButton::clicked, this, [this, page = line.page, work = line.open] {
            if (work) {
                work();
            } else {
                emit pageRequested(page);
            }
        });
        box->addWidget(open, 0, Qt::AlignVCenter);
    }
    card->body()->addWidget(row);
}

void HomeSide::showLooks(std::vector<HomeFinding> found)
{
    m_later = std::move(found);
    showFindings();
}

void HomeSide::showFindings()
{
    clear(m_findings->body());
    std::vector<HomeFinding> findings = m_found;
    findings.insert(findings.end(), m_later.begin(), m_later.end());
    for (const HomeFinding& finding : findings) {
        const bool isBad = finding.tone == Tone::Bad || finding.tone == Tone::Warn;
        addLine(m_findings,
                {.tone = finding.tone,
                 .icon = isBad
                     ? QStringLiteral("warning")
                     : (finding.tone == Tone::Good ? QStringLiteral("good") : QStringLiteral("info")),
                 .text = finding.sentence,
                 .help = finding.rule,
                 .page = finding.page,
                 .name = buttonName(finding.page)});
    }
    if (findings.empty()) {
        addLine(
            m_findings,
            {.icon = QStringLiteral("info"),
             .text = HomeSideText::tr("Nothing stands out"),
             .help = HomeSideText::tr("No file ends early, and no rate or count moved by more than chance "
                                      "allows.")});
    }
}

void HomeSide::showTasks(std::int64_t rows, std::int64_t pairs)
{
    clear(m_tasks->body());
    if (rows > 0) {
        addLine(m_tasks,
                {.tone = Tone::Warn,
                 .icon = QStringLiteral("warning"),
                 .text = HomeSideText::tr("%Ln row(s) set aside", "", static_cast<int>(rows)),
                 .detail = HomeSideText::tr("They count nowhere until they are mended."),
                 .page = QStringLiteral("data/rows"),
                 .name = QStringLiteral("btn.rows")});
    }
    if (pairs > 0) {
        addLine(m_tasks,
                {.tone = Tone::Accent,
                 .icon = QStringLiteral("merge"),
                 .text = HomeSideText::tr("%Ln pair(s) of records to compare", "", static_cast<int>(pairs)),
                 .detail = HomeSideText::tr("They may be one customer; somebody has to decide."),
                 .page = QStringLiteral("data/review"),
                 .name = QStringLiteral("btn.pairs")});
    }
    if (rows == 0 && pairs == 0) {
        addLine(m_tasks,
                {.tone = Tone::Good,
                 .icon = QStringLiteral("good"),
                 .text = HomeSideText::tr("Nothing waits for you")});
    }
}

void HomeSide::showAnalyses(const std::vector<SavedAnalysis>& analyses, const Zone& zone)
{
    clear(m_analyses->body());
    for (std::size_t i = 0; i < std::min(kAnalyses, analyses.size()); ++i) {
        const QString name = fromUtf8(analyses[i].name);
        const QString kind = fromUtf8(analyses[i].kind);
        addLine(m_analyses,
                {.tone = Tone::Neutral,
                 .icon = analysisIcon(analyses[i].kind),
                 .text = name,
                 .detail = savedWhenText(analyses[i], zone),
                 .name = QStringLiteral("btn.openAnalysis"),
                 .open = [this, kind, name] { emit analysisRequested(kind, name); }});
    }
    m_analyses->setVisible(!analyses.empty());
}

void HomeSide::showFiles(const std::vector<ImportBatch>& batches)
{
    clear(m_files->body());
    for (std::size_t i = 0; i < std::min(kFiles, batches.size()); ++i) {
        const ImportBatch& batch = batches[batches.size() - 1 - i];
        const KindSpec* kind = kindById(batch.kind);
        addLine(m_files,
                {.tone = Tone::Neutral,
                 .icon = QStringLiteral("file"),
                 .text = fromUtf8(batch.fileName),
                 .detail = HomeSideText::tr("%1, %Ln row(s)", "kind of file, how many",
                                            static_cast<int>(batch.rowsRead))
                               .arg(kind != nullptr ? capitalised(kindName(kind->code)) : QString())});
    }
    m_files->setVisible(!batches.empty());
}

}  // namespace meitrace
