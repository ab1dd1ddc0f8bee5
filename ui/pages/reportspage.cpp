// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reportspage.h"

#include "ui/pages/scopebar.h"
#include "ui/report/journeyreport.h"
#include "ui/report/journeytext.h"
#include "ui/report/paperview.h"
#include "ui/session/scopetext.h"
#include "ui/text/errortext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/pageheader.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kChoicesWidth = 248;
constexpr int kMostMonths = 24;

QString jobKey()
{
    return QStringLiteral("report");
}

}  // namespace

ReportsPage::ReportsPage(Session& session, QWidget* parent)
    : Page(QStringLiteral("reports"), session, parent)
    , m_kind(new QComboBox)
    , m_period(new QComboBox)
    , m_compare(new QComboBox)
    , m_kindLabel(textLabel({}, TextRole::Quiet))
    , m_periodLabel(textLabel({}, TextRole::Quiet))
    , m_compareLabel(textLabel({}, TextRole::Quiet))
    , m_note(textLabel({}, TextRole::Caption))
    , m_print(makeButton({}, ButtonKind::Secondary, QStringLiteral("print")))
    , m_save(makeButton({}, ButtonKind::Primary, QStringLiteral("download")))
    , m_choices(new Card)
    , m_preview(new Card)
    , m_view(new PaperView)
    , m_empty(new EmptyState(QStringLiteral("report"), {}, QStringLiteral(" ")))
    , m_busy(new BusyOverlay(m_preview))
{
    followScope(Follows::Population);
    buildParts();
    for (QComboBox* box : {m_kind, m_period, m_compare}) {
        connect(box, &QComboBox::currentIndexChanged, this, &ReportsPage::make);
    }
    connect(m_busy, &BusyOverlay::cancelRequested, this, [this] { this->session().jobs().cancel(jobKey()); });
    connect(&session.jobs(), &JobRunner::progressed, this, [this](const QString& key, double share) {
        if (key == jobKey()) {
            m_busy->setProgress(share, {});
        }
    });
    connect(&session, &Session::rfmClassesChanged, this, &ReportsPage::requestRefresh);
    connect(m_print, &QPushButton::clicked, this, &ReportsPage::print);
    connect(m_save, &QPushButton::clicked, this, &ReportsPage::askWhereToSave);
    connect(m_empty->action(), &QPushButton::clicked, this, [this] {
        if (m_hasData) {
            make();
        } else {
            emit pageRequested(QStringLiteral("data"));
        }
    });
    auto* shortcut = new QShortcut(QKeySequence::Print, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, &ReportsPage::print);
}

void ReportsPage::buildParts()
{
    m_kind->setObjectName(QStringLiteral("report.kind"));
    m_period->setObjectName(QStringLiteral("report.period"));
    m_compare->setObjectName(QStringLiteral("report.compare"));
    m_view->setObjectName(QStringLiteral("report.pages"));
    m_print->setObjectName(QStringLiteral("btn.print"));
    m_save->setObjectName(QStringLiteral("btn.savePdf"));
    header()->addAction(m_print);
    header()->addAction(m_save);
    const auto field = [this](QLabel* label, QComboBox* box) {
        label->setBuddy(box);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        auto* both = new QVBoxLayout;
        both->setSpacing(size::kGap4);
        both->addWidget(label);
        both->addWidget(box);
        m_choices->body()->addLayout(both);
        m_choices->body()->addSpacing(size::kGap8);
    };
    field(m_kindLabel, m_kind);
    field(m_periodLabel, m_period);
    field(m_compareLabel, m_compare);
    m_note->setWordWrap(true);
    m_choices->body()->addWidget(m_note);
    m_choices->body()->addStretch(1);
    m_preview->body()->addWidget(m_view, 1);
    m_preview->body()->addWidget(m_empty, 1);
    m_empty->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(size::kCardGap);
    row->addWidget(m_choices);
    row->addWidget(m_preview, 1);
    body()->addLayout(row, 1);
    Theme::current().follow(this, [this] { m_choices->setFixedWidth(Theme::current().px(kChoicesWidth)); });
}

void ReportsPage::retranslate()
{
    header()->setTitle(tr("Reports"));
    scopeBar()->setUnlimitedText(tr("Days: as chosen below"));
    header()->setPurpose(tr("See, print and save what the next meeting needs"));
    m_choices->setTitle(tr("What it shows"));
    m_preview->setTitle(tr("Preview"));
    m_kindLabel->setText(tr("Kind of report"));
    m_periodLabel->setText(tr("Period"));
    m_compareLabel->setText(tr("Compared with"));
    m_note->setText(
        tr("The pages look on paper as they look here, light also where the window is dark. They hold "
           "sums only, no names and no phone numbers."));
    m_print->setText(tr("Print…"));
    m_save->setText(tr("Save as PDF…"));
    fillKinds();
}

void ReportsPage::fillKinds()
{
    const QSignalBlocker quietKind(m_kind);
    const QSignalBlocker quietCompare(m_compare);
    m_kind->clear();
    m_kind->addItem(tr("Customer journey"));
    const int chosen = std::max(0, m_compare->currentIndex());
    m_compare->clear();
    m_compare->addItem(tr("The period before"), static_cast<int>(ReportCompare::Previous));
    m_compare->addItem(tr("The same period a year before"), static_cast<int>(ReportCompare::Year));
    m_compare->addItem(tr("Nothing"), static_cast<int>(ReportCompare::None));
    m_compare->setCurrentIndex(chosen);
}

void ReportsPage::fillPeriods()
{
    const QSignalBlocker quiet(m_period);
    const SnapshotFrame& frame = session().snapshot()->frame();
    const int before = m_period->currentIndex();
    const std::optional<DaySpan> days = session().days();
    // Days chosen for all pages are chosen here too; this list then chooses for the report alone.
    const bool isNew = days != m_days;
    m_days = days;
    const ReportPeriod chosen = isNew && days ? ReportPeriod {days->from, days->to + 1}
        : before >= 0                         ? m_periods[static_cast<std::size_t>(before)]
                                              : lastWholeMonth(frame.asOf);
    m_periods.clear();
    m_period->clear();
    const auto add = [this](const QString& name, const ReportPeriod& period) {
        m_periods.push_back(period);
        m_period->addItem(name);
    };
    Day month = monthStart(frame.asOf);
    for (int i = 0; i < kMostMonths && month + 31 > frame.firstDay; ++i) {
        const ReportPeriod period {month, monthStart(month, 1)};
        add(periodText(period), period);
        month = monthStart(month, -1);
    }
    const Day end = lastWholeMonth(frame.asOf).to;
    add(tr("Last 3 months"), {monthStart(end, -3), end});
    add(tr("Last 12 months"), {monthStart(end, -12), end});
    add(tr("All data"), {frame.firstDay, frame.asOf + 1});
    auto found = std::find(m_periods.begin(), m_periods.end(), chosen);
    if (found == m_periods.end()) {
        add(periodText(chosen), chosen);
        found = m_periods.end() - 1;
    }
    m_period->setCurrentIndex(static_cast<int>(found - m_periods.begin()));
}

void ReportsPage::refresh()
{
    const Snapshot& snapshot = *session().snapshot();
    m_hasData = snapshot.customers() > 0 && snapshot.events() > 0;
    for (QWidget* part : std::initializer_list<QWidget*> {m_kind, m_period, m_compare}) {
        part->setEnabled(m_hasData);
    }
    if (!m_hasData) {
        showEmpty(tr("There is nothing to report yet"), tr("Import files"));
        return;
    }
    fillPeriods();
    make();
}

void ReportsPage::showEmpty(const QString& sentence, const QString& action)
{
    m_document.reset();
    m_view->setDocument(nullptr);
    m_view->hide();
    m_empty->setSentence(sentence);
    m_empty->action()->setText(action);
    m_empty->show();
    m_print->setEnabled(false);
    m_save->setEnabled(false);
}

void ReportsPage::make()
{
    const SnapshotPtr snapshot = session().snapshot();
    const int period = m_period->currentIndex();
    if (!snapshot || period < 0) {
        return;
    }
    JourneyRequest request;
    request.period = m_periods[static_cast<std::size_t>(period)];
    request.compare = static_cast<ReportCompare>(m_compare->currentData().toInt());
    request.population = session().population();
    request.filter = filterSentence(session().scopeOfPopulation().customers).toStdString();
    m_busy->begin(tr("Making the report"));
    session().look<JourneyData>(
        {this, jobKey(), tr("Making the report")},
        [snapshot, overview = session().overview(), request](Clinic& clinic,
                                                             Job& job) -> Result<JourneyData> {
            const Result<RfmClasses> classes = savedRfmClasses(clinic);
            if (!classes) {
                return classes.error();
            }
            JourneyRequest asked = request;
            asked.classes = *classes;
            return journeyData(snapshot, overview, asked, job);
        },
        [this](const Result<JourneyData>& made) { take(made); });
}

void ReportsPage::take(const Result<JourneyData>& made)
{
    m_busy->end();
    if (!made) {
        if (made.error().code != ErrorCode::Cancelled) {
            notice()->setNotice(Tone::Bad, sentence(made.error()));
        } else if (!m_document) {
            showEmpty(tr("It was stopped before it was finished."), tr("Make it again"));
        }
        return;
    }
    notice()->hide();
    m_document = std::make_shared<const ReportDocument>(
        journeyReport(*made, session().name(), QDateTime::currentDateTime()));
    m_fileName = tr("journey-%1").arg(QString::fromStdString(isoDate(made->request.period.from)).left(7));
    m_preview->setNote(tr("%Ln page(s)", "", m_document->pages()));
    m_empty->hide();
    m_view->show();
    m_view->setDocument(m_document);
    m_print->setEnabled(true);
    m_save->setEnabled(true);
}

void ReportsPage::askWhereToSave()
{
    const QString path = askForPdf(this, tr("Report as PDF"), m_fileName);
    if (!path.isEmpty()) {
        saveTo(path);
    }
}

void ReportsPage::saveTo(const QString& path)
{
    if (m_document) {
        say(savePaper(*m_document, path));
    }
}

void ReportsPage::print()
{
    if (!m_document) {
        return;
    }
    if (const std::optional<PaperSent> sent = printPaper(this, *m_document)) {
        say(*sent);
    }
}

void ReportsPage::printOn(QPrinter& printer)
{
    if (m_document) {
        say(printPaperOn(printer, *m_document));
    }
}

void ReportsPage::say(const PaperSent& sent)
{
    notice()->setNotice(sent.tone, sent.text);
}

}  // namespace meitrace
