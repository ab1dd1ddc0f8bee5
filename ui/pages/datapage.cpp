// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/datapage.h"

#include "ui/pages/customerspanel.h"
#include "ui/pages/diarytab.h"
#include "ui/pages/dictionarytab.h"
#include "ui/pages/importwizard.h"
#include "ui/pages/mergereviewtab.h"
#include "ui/pages/namestab.h"
#include "ui/pages/problemrows.h"
#include "ui/pages/qualitypanel.h"
#include "ui/pages/qualitytab.h"
#include "ui/pages/recipetab.h"
#include "ui/pages/reconciletab.h"
#include "ui/pages/watchrow.h"
#include "ui/session/folderwatch.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/text/qualitytext.h"
#include "ui/theme/tokens.h"
#include "ui/viewmodels/filetable.h"
#include "ui/viewmodels/importeffectview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/currentstack.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/dropzone.h"
#include "ui/widgets/kpicard.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/progressrow.h"
#include "ui/widgets/tabbar.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPushButton>

namespace meitrace {

namespace {

/// By batch
std::map<std::int64_t, std::int64_t> rowsOfOpenFindings(const QualityReport& report)
{
    std::map<std::int64_t, std::int64_t> rows;
    for (const QualityFinding& finding : report.findings) {
        if (!finding.isOpen()) {
            continue;
        }
        for (const auto& [batch, count] : finding.byBatch) {
            rows[batch] += count;
        }
    }
    return rows;
}

}  // namespace

DataPage::DataPage(Session& session, QWidget* parent)
    : Page(QStringLiteral("data"), session, parent)
    , m_tabs(new TabBar)
    , m_stack(new CurrentStack)
    , m_problems(new ProblemRows(session))
    , m_quality(new QualityTab(session))
    , m_review(new MergeReviewTab(session))
    , m_reconcile(new ReconcileTab(session))
    , m_names(new NamesTab(session))
    , m_diary(new DiaryTab(session))
    , m_recipe(new RecipeTab(session))
    , m_dictionary(new DictionaryTab)
    , m_finding(new QualityPanel(session))
    , m_customersPanel(new CustomersPanel(session))
    , m_zone(new DropZone(tr("Drop Excel, CSV or text files here"),
                          tr("Encoding and columns are recognised; the file is not changed")))
    , m_choose(makeButton({}, ButtonKind::Primary, QStringLiteral("folder")))
    , m_watch(new WatchRow(session.folderWatch()))
    , m_progress(new ProgressRow)
    , m_customers(new KpiCard)
    , m_events(new KpiCard)
    , m_span(new KpiCard)
    , m_aside(new KpiCard)
    , m_effectCard(new Card)
    , m_effectTable(new DataTable)
    , m_effect(new ImportEffectTable(this))
    , m_toDiary(makeButton({}, ButtonKind::Ghost, QStringLiteral("clock")))
    , m_card(new Card)
    , m_files(new FileTable(this))
    , m_table(new DataTable)
    , m_takeOut(makeButton({}, ButtonKind::Ghost, QStringLiteral("trash")))
{
    m_tabs->setObjectName(QStringLiteral("tabs.data"));
    m_choose->setObjectName(QStringLiteral("btn.choose"));
    m_table->setObjectName(QStringLiteral("table.files"));
    m_takeOut->setObjectName(QStringLiteral("btn.takeOut"));
    m_zone->addAction(m_choose);
    m_progress->hide();
    m_effectTable->setObjectName(QStringLiteral("table.effect"));
    m_effectTable->setModel(m_effect);
    m_effectTable->setShowsAllRows(true);
    m_effectCard->body()->addWidget(m_effectTable);
    m_effectCard->addAction(m_toDiary);
    m_effectCard->hide();
    m_toDiary->setObjectName(QStringLiteral("btn.toDiary"));
    m_table->setModel(m_files);
    m_table->setShowsAllRows(true);
    m_card->addAction(m_takeOut);
    m_card->body()->addWidget(m_table);
    auto* figures = new QHBoxLayout;
    figures->setSpacing(size::kCardGap);
    for (KpiCard* card : {m_customers, m_events, m_span, m_aside}) {
        figures->addWidget(card, 1);
    }
    auto* loaded = new QWidget;
    auto* column = new QVBoxLayout(loaded);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kCardGap);
    column->addWidget(m_zone);
    column->addWidget(m_watch);
    column->addLayout(figures);
    column->addWidget(m_effectCard);
    column->addWidget(m_card);
    column->addStretch(1);
    m_stack->addWidget(loaded);
    m_stack->addWidget(m_problems);
    m_stack->addWidget(m_quality);
    m_stack->addWidget(m_review);
    m_stack->addWidget(m_reconcile);
    m_stack->addWidget(m_names);
    m_stack->addWidget(m_diary);
    m_stack->addWidget(m_recipe);
    m_stack->addWidget(m_dictionary);
    for (int tab = 0; tab < m_stack->count(); ++tab) {
        m_tabs->addTab({});
    }
    addPanel(m_finding);
    addPanel(m_customersPanel);
    body()->addWidget(m_tabs);
    body()->addWidget(m_progress);
    body()->addWidget(m_stack, 1);
    connectParts();
    followImport();
}

void DataPage::connectParts()
{
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        m_finding->hide();
        m_customersPanel->hide();
    });
    const auto propose = [this](const RecipeRule& rule) {
        goToPart(QStringLiteral("rules"));
        m_recipe->propose(rule);
    };
    connect(m_problems, &ProblemRows::ruleRequested, this, propose);
    connect(m_names, &NamesTab::ruleRequested, this, propose);
    connect(m_quality, &QualityTab::checked, this, &DataPage::takeChecks);
    connect(m_quality, &QualityTab::findingOpened, this, &DataPage::showFinding);
    connect(m_finding, &QualityPanel::asideRequested, this, [this] { m_tabs->setCurrentIndex(1); });
    connect(m_aside, &KpiCard::activated, this, [this] { m_tabs->setCurrentIndex(1); });
    connect(m_review, &MergeReviewTab::counted, this, [this] {
        const int waiting = m_review->waiting();
        m_tabs->setTabText(
            3, waiting > 0 ? tr("Merge review (%1)").arg(countText(waiting)) : tr("Merge review"));
    });
    connect(m_reconcile, &ReconcileTab::compared, this, [this] {
        const int differ = m_reconcile->differences();
        m_tabs->setTabText(4, differ > 0 ? tr("Totals (%1)").arg(countText(differ)) : tr("Totals"));
    });
    connect(m_toDiary, &QPushButton::clicked, this, [this] { goToPart(QStringLiteral("diary")); });
    connect(m_choose, &QPushButton::clicked, this, &DataPage::chooseFiles);
    connect(m_zone, &DropZone::filesDropped, this, &DataPage::importFiles);
    connect(m_takeOut, &QPushButton::clicked, this, &DataPage::takeOut);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_takeOut->setEnabled(m_table->selectionModel()->hasSelection()); });
    connect(&session(), &Session::imported, this, &DataPage::report);
    connect(&session().folderWatch(), &FolderWatch::failed, this, [this](const Error& error) {
        notice()->setNotice(Tone::Warn, tr("The folder is not watched any more. %1").arg(sentence(error)));
    });
    connect(&session(), &Session::takenOut, this, &DataPage::reportTakenOut);
}

void DataPage::followImport()
{
    const QString key = QStringLiteral("import");
    JobRunner& jobs = session().jobs();
    connect(&jobs, &JobRunner::started, this, [this, key](const QString& started, const QString& title) {
        if (started == key) {
            m_zone->setEnabled(false);
            m_takeOut->setEnabled(false);
            m_progress->setTitle(title);
            m_progress->setProgress(-1, {});
            m_progress->show();
        }
    });
    connect(&jobs, &JobRunner::progressed, this, [this, key](const QString& running, double share) {
        if (running == key) {
            m_progress->setProgress(share, percentText(share));
        }
    });
    connect(&jobs, &JobRunner::finished, this, [this, key](const QString& finished) {
        if (finished == key) {
            m_zone->setEnabled(true);
            m_progress->hide();
        }
    });
    connect(m_progress, &ProgressRow::cancelRequested, this, [this, key] { session().jobs().cancel(key); });
}

void DataPage::chooseFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Choose files to import"), {},
        tr("Tables (*.csv *.txt *.tsv *.xlsx *.xls *.jsonl *.ndjson *.html *.gz);;All files (*)"));
    if (!files.isEmpty()) {
        importFiles(files);
    }
}

void DataPage::importFiles(const QStringList& files)
{
    auto* wizard = new ImportWizard(session(), files, window());
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    wizard->open();
}

void DataPage::goToPart(const QString& part)
{
    const QStringList parts {
        QStringLiteral("import"), QStringLiteral("rows"),   QStringLiteral("quality"),
        QStringLiteral("review"), QStringLiteral("totals"), QStringLiteral("names"),
        QStringLiteral("diary"),  QStringLiteral("rules"),  QStringLiteral("dictionary")};
    if (const auto tab = parts.indexOf(part); tab >= 0) {
        m_tabs->setCurrentIndex(static_cast<int>(tab));
    }
}

void DataPage::takeOut()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (!rows.isEmpty()) {
        const ImportBatch& batch = m_files->batchAt(rows.front().row());
        session().takeOut({batch.id}, fromUtf8(batch.fileName));
    }
}

void DataPage::retranslate()
{
    header()->setTitle(tr("Data"));
    header()->setPurpose(tr("Everything stays on this computer"));
    m_choose->setText(tr("Choose file…"));
    m_table->setAccessibleName(tr("Files"));
    m_table->setEmptyText(tr("No file has been loaded yet"));
    m_takeOut->setText(tr("Take out"));
    m_takeOut->setToolTip(
        tr("The selected file is taken out, as if it had never been loaded. It can be loaded again."));
    m_tabs->setTabText(0, tr("Import"));
    m_tabs->setTabText(1, tr("Rows set aside"));
    takeChecks();  // names the tab of quality with its number
    m_tabs->setTabText(3, tr("Merge review"));
    m_tabs->setTabText(4, tr("Totals"));
    m_tabs->setTabText(5, tr("Names"));
    m_tabs->setTabText(6, tr("Diary"));
    m_tabs->setTabText(7, tr("Cleaning rules"));
    m_tabs->setTabText(8, tr("Dictionary"));
    m_watch->retranslate();
    m_problems->retranslate();
    m_quality->retranslate();
    m_review->retranslate();
    m_reconcile->retranslate();
    m_names->retranslate();
    m_diary->retranslate();
    m_recipe->retranslate();
    m_dictionary->retranslate();
    m_effectCard->setTitle(tr("What the last import changed"));
    m_effectTable->setAccessibleName(tr("What the last import changed"));
    m_toDiary->setText(tr("Diary"));
    m_card->setTitle(tr("Loaded files"));
    m_card->setHelp(tr("Every row of a file has one fate: taken, a duplicate, or set aside with a reason."));
}

void DataPage::refresh()
{
    const Overview& overview = session().overview();
    showEffect();
    m_files->setBatches(overview.batches, session().zone());
    m_takeOut->setEnabled(false);
    m_problems->refresh();
    m_quality->refresh();
    m_review->count();
    m_reconcile->refresh();
    m_diary->refresh();
    m_recipe->refresh();
    m_tabs->setTabText(1,
                       overview.quarantineOpen > 0
                           ? tr("Rows set aside (%1)").arg(countText(overview.quarantineOpen))
                           : tr("Rows set aside"));
    m_table->fitColumns();
    m_customers->setFigure(
        {.label = tr("Customers"),
         .value = countText(session().everybody().count()),
         .change = tr("and %Ln visitor(s) not recognised", "", static_cast<int>(overview.anonymous))});
    m_events->setFigure({.label = tr("Events"), .value = countText(overview.events)});
    const bool hasEvents = overview.events > 0;
    m_span->setFigure({.label = tr("Latest day"),
                       .value = hasEvents ? dayText(overview.to) : QStringLiteral("—"),
                       .change = hasEvents ? tr("since %1").arg(dayText(overview.from)) : QString()});
    m_aside->setFigure(
        {.label = tr("Rows set aside"),
         .value = countText(overview.quarantineOpen),
         .change = overview.quarantineOpen > 0 ? tr("not counted anywhere until mended") : QString(),
         .tone = overview.quarantineOpen > 0 ? Tone::Warn : Tone::Neutral});
}

void DataPage::showEffect()
{
    const std::optional<ImportEffect>& effect = session().lastEffect();
    m_effectCard->setVisible(effect && effect->files > 0);
    if (effect) {
        m_effect->setEffect(*effect);
        m_effectTable->fitColumns();
        m_effectCard->setNote(tr("%Ln file(s)", "", static_cast<int>(effect->files)));
    }
}

void DataPage::takeChecks()
{
    const std::shared_ptr<const QualityReport>& report = m_quality->report();
    const int open = report ? report->openProblems() : 0;
    m_tabs->setTabText(2, open > 0 ? tr("Quality (%1)").arg(countText(open)) : tr("Quality"));
    m_files->setFound(report ? rowsOfOpenFindings(*report) : std::map<std::int64_t, std::int64_t>());
    m_table->fitColumns();
    emit badgeChanged(open > 0 ? countText(open) : QString());
}

void DataPage::showFinding(const QualityFinding& finding)
{
    const bool ofCustomers = finding.unit == QualityUnit::Customers;
    m_finding->setVisible(!ofCustomers);
    m_customersPanel->setVisible(ofCustomers);
    if (ofCustomers) {
        m_customersPanel->showCustomers(finding.customers, checkName(finding.id),
                                        checkMeaning(finding.id) + u' ' + checkAdvice(finding.id));
    } else {
        m_finding->showFinding(finding);
    }
}

void DataPage::reportTakenOut(const QString& file)
{
    notice()->setNotice(Tone::Good,
                        tr("%1 was taken out. The workspace is as if it had never been loaded.").arg(file));
}

void DataPage::report(const ImportReport& report)
{
    showEffect();
    std::int64_t rows = 0;
    std::int64_t aside = 0;
    std::int64_t duplicates = 0;
    for (const FileReport& file : report.files) {
        rows += file.rowsRead;
        aside += file.fates[static_cast<std::size_t>(RowFate::Quarantined)];
        duplicates += file.fates[static_cast<std::size_t>(RowFate::Duplicate)];
    }
    if (report.files.empty()) {
        return;
    }
    notice()->setNotice(aside > 0 ? Tone::Warn : Tone::Good,
                        tr("%1 rows read, %2 duplicates, %3 set aside. Customers: %4 before, %5 now.")
                            .arg(countText(rows), countText(duplicates), countText(aside),
                                 countText(report.customersBefore), countText(report.customersAfter)));
}

}  // namespace meitrace
