// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rfmcutsdialog.h"

#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace meitrace {

namespace {

constexpr int kWidth = 720;
constexpr int kMostHeight = 700;
constexpr int kManyWidth = 880;  // with more bounds than kFewBins
constexpr int kFieldWidth = 92;
constexpr int kNarrowField = 68;
constexpr int kFewBins = 6;
/// What is typed counts once nothing was typed for so long.
constexpr int kSettleMs = 200;

QString jobKey()
{
    return QStringLiteral("rfmCuts");
}

}  // namespace

RfmCutsDialog::RfmCutsDialog(Session& session, RfmOptions options, RfmResult now, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_options(std::move(options))
    , m_now(std::move(now))
    , m_method(new SegmentedControl(
          {tr("Automatic"), tr("Equal groups"), tr("Fixed bounds"), tr("Natural gaps")}, tr("Classes")))
    , m_explained(textLabel({}, TextRole::Caption))
    , m_count(new QComboBox)
    , m_bounds(new QWidget)
    , m_grid(new QGridLayout(m_bounds))
    , m_split(new QWidget)
    , m_splitBy(new SegmentedControl({tr("Middle customer"), tr("Average"), tr("Fixed")},
                                     tr("Better or worse than")))
    , m_splitAt {new QLineEdit, new QLineEdit, new QLineEdit}
    , m_says(textLabel({}, TextRole::Body))
    , m_model(new SegmentChangeTable(this))
    , m_table(new DataTable(tr("Segments now and with these classes")))
    , m_reset(makeButton(tr("Back to the usual"), ButtonKind::Ghost, QStringLiteral("undo")))
    , m_cancel(makeButton(tr("Cancel")))
    , m_apply(makeButton(tr("Apply"), ButtonKind::Primary))
{
    // Bounds that were left to the analysis are written out, so that they can be compared.
    m_options.fixedCuts = spreadCuts(m_options.fixedCuts, m_options.bins);
    setObjectName(QStringLiteral("dialog.cuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Adjust classes"));
    m_method->setObjectName(QStringLiteral("cuts.method"));
    m_count->setObjectName(QStringLiteral("cuts.count"));
    m_says->setObjectName(QStringLiteral("cuts.sentence"));
    m_table->setObjectName(QStringLiteral("table.cuts"));
    m_reset->setObjectName(QStringLiteral("btn.resetCuts"));
    m_apply->setObjectName(QStringLiteral("btn.applyCuts"));
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettleMs);
    buildForm();
    connectParts();
    showClasses(rfmClassesOf(m_options));
}

void RfmCutsDialog::buildForm()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::kGap24, size::kGap16, size::kGap24, size::kGap16);
    column->setSpacing(size::kGap8);
    auto* head = new QHBoxLayout;
    head->setSpacing(size::kGap16);
    head->addWidget(m_method);
    head->addStretch();
    auto* countName = textLabel(tr("Number of classes"), TextRole::Quiet);
    head->addWidget(countName);
    countName->setBuddy(m_count);
    m_count->setAccessibleName(tr("Number of classes"));
    for (int bins = 2; bins <= 10; ++bins) {
        // The eleven names stand for regions of a grid of five, or of ten taken two by two.
        if (m_options.grid == RfmGrid::Eight || bins == 5 || bins == 10) {
            m_count->addItem(countText(bins), bins);
        }
    }
    head->addWidget(m_count);
    column->addLayout(head);
    m_explained->setWordWrap(true);
    column->addWidget(m_explained);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(size::kGap8);
    column->addWidget(m_bounds);
    buildSplit();
    column->addWidget(m_split);
    m_says->setWordWrap(true);
    column->addWidget(m_says);
    m_table->setModel(m_model);
    column->addWidget(m_table, 1);
    m_busy = new BusyOverlay(m_table);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(size::kGap8);
    buttons->addWidget(m_reset);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_apply);
    column->addLayout(buttons);
}

void RfmCutsDialog::buildBounds()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const std::array<QString, 3> names {tr("Last visit, days ago"),
                                        m_options.frequency == RfmFrequency::Visits       ? tr("Visits")
                                            : m_options.frequency == RfmFrequency::Orders ? tr("Bills")
                                                                                          : tr("Treatments"),
                                        tr("Money, ¥")};
    const std::array<const char*, 3> ids {"cuts.r%1", "cuts.f%1", "cuts.m%1"};
    const bool many = m_bins > kFewBins;
    const int width = Theme::current().px(many ? kNarrowField : kFieldWidth);
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        m_fields[i].clear();
        const int row = static_cast<int>(i);
        m_grid->addWidget(textLabel(names[i], TextRole::Quiet), row, 0);
        for (int k = 1; k < m_bins; ++k) {
            auto* field = new QLineEdit;
            field->setObjectName(QString(QLatin1String(ids[i])).arg(k));
            field->setAccessibleName(
                tr("%1: upper bound %2 of %3").arg(names[i], countText(k), countText(m_bins - 1)));
            field->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            field->setFixedWidth(width);
            connect(field, &QLineEdit::textEdited, this, &RfmCutsDialog::change);
            m_grid->addWidget(field, row, k);
            m_fields[i].push_back(field);
        }
    }
    m_grid->setColumnStretch(0, 0);
    m_grid->setColumnStretch(m_bins, 1);
    for (int k = 1; k < m_bins; ++k) {
        m_grid->setColumnStretch(k, 0);
    }
    layout()->activate();
    setMinimumWidth(
        std::max(Theme::current().px(many ? kManyWidth : kWidth), layout()->minimumSize().width()));
}

void RfmCutsDialog::buildSplit()
{
    // The eight segments compare every customer with one line; the classes make up the grid.
    if (m_options.grid != RfmGrid::Eight) {
        m_split->hide();
    }
    m_splitBy->setObjectName(QStringLiteral("cuts.split"));
    auto* grid = new QGridLayout(m_split);
    grid->setContentsMargins(0, size::kGap4, 0, 0);
    grid->setSpacing(size::kGap8);
    auto* name = textLabel(tr("Eight segments: better or worse than"), TextRole::Quiet);
    grid->addWidget(name, 0, 0, 1, 4);
    grid->addWidget(m_splitBy, 0, 4, 1, 3);
    const std::array<QString, 3> names {tr("Last visit within, days"), tr("At least, times"),
                                        tr("At least, ¥")};
    const std::array<const char*, 3> ids {"cuts.splitR", "cuts.splitF", "cuts.splitM"};
    for (std::size_t i = 0; i < m_splitAt.size(); ++i) {
        const int column = static_cast<int>(i) * 2;
        grid->addWidget(textLabel(names[i], TextRole::Caption), 1, column);
        m_splitAt[i]->setObjectName(QLatin1String(ids[i]));
        m_splitAt[i]->setAccessibleName(names[i]);
        m_splitAt[i]->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_splitAt[i]->setFixedWidth(Theme::current().px(kFieldWidth));
        grid->addWidget(m_splitAt[i], 1, column + 1);
        connect(m_splitAt[i], &QLineEdit::textEdited, this, &RfmCutsDialog::change);
    }
    grid->setColumnStretch(6, 1);
    connect(m_splitBy, &SegmentedControl::currentChanged, this, [this] {
        showSplit(m_thresholds);
        change();
    });
}

RfmThreshold RfmCutsDialog::split() const
{
    return static_cast<RfmThreshold>(m_splitBy->current());
}

void RfmCutsDialog::showSplit(const RfmThresholds& thresholds)
{
    const QStringList fields = thresholdFields(thresholds);
    for (std::size_t i = 0; i < m_splitAt.size(); ++i) {
        m_splitAt[i]->setText(fields[static_cast<qsizetype>(i)]);
        m_splitAt[i]->setEnabled(split() == RfmThreshold::Fixed);
    }
}

void RfmCutsDialog::connectParts()
{
    connect(m_method, &SegmentedControl::currentChanged, this, [this] {
        showBounds(nullptr);
        change();
    });
    connect(m_count, &QComboBox::currentIndexChanged, this, [this] {
        setBins(m_count->currentData().toInt());
        change();
    });
    connect(&m_settled, &QTimer::timeout, this, &RfmCutsDialog::preview);
    connect(m_reset, &QPushButton::clicked, this, [this] { showClasses({}); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        emit chosen(classes());
        accept();
    });
    connect(&m_session, &Session::snapshotChanged, this, &QDialog::reject);
}

void RfmCutsDialog::showClasses(const RfmClasses& classes)
{
    m_method->setCurrent(static_cast<int>(classes.method));
    m_cuts = classes.cuts;
    m_thresholds = classes.fixedThresholds;
    m_splitBy->setCurrent(static_cast<int>(classes.threshold));
    showSplit(m_thresholds);
    const QSignalBlocker quiet(m_count);
    m_count->setCurrentIndex(std::max(0, m_count->findData(classes.bins)));
    m_bins = 0;
    setBins(m_count->currentData().toInt());
    change();
}

void RfmCutsDialog::setBins(int bins)
{
    if (bins != m_bins) {
        m_bins = bins;
        m_cuts = spreadCuts(m_cuts, bins);
        buildBounds();
    }
    showBounds(nullptr);
}

bool RfmCutsDialog::isFixed(std::size_t dimension) const
{
    const auto method = static_cast<RfmMethod>(m_method->current());
    return method == RfmMethod::Fixed || (method == RfmMethod::Auto && dimension == 1);
}

void RfmCutsDialog::showBounds(const RfmResult* result)
{
    const CutFields fixed = cutFields(m_cuts);
    const CutFields found = result == nullptr ? CutFields {} : cutFields(*result);
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        for (std::size_t k = 0; k < m_fields[i].size(); ++k) {
            QLineEdit* field = m_fields[i][k];
            field->setEnabled(isFixed(i));
            if (result == nullptr || !isFixed(i)) {
                field->setText((isFixed(i) ? fixed : found)[i].value(static_cast<qsizetype>(k)));
            }
        }
    }
}

RfmClasses RfmCutsDialog::classes() const
{
    return {.method = static_cast<RfmMethod>(m_method->current()),
            .bins = m_bins,
            .cuts = m_cuts,
            .threshold = split(),
            .fixedThresholds = m_thresholds};
}

void RfmCutsDialog::explain()
{
    switch (static_cast<RfmMethod>(m_method->current())) {
    case RfmMethod::Auto:
        m_explained->setText(tr("How often by fixed bounds, because most customers came once or twice; the "
                                "last visit and the money in groups of about the same size."));
        break;
    case RfmMethod::Quantile:
        m_explained->setText(tr("Groups of about the same size; customers with the same figure are never "
                                "torn apart. The bounds follow from the data."));
        break;
    case RfmMethod::Fixed:
        m_explained->setText(
            tr("Each bound is the last figure that belongs to its class. Fixed bounds stay the same next "
               "month, so that the segments of two months can be compared."));
        break;
    case RfmMethod::Breaks:
        m_explained->setText(tr("Cut where the figures have gaps. The bounds follow from the data."));
        break;
    }
}

QString RfmCutsDialog::readFields()
{
    CutFields fields = cutFields(m_cuts);
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        if (isFixed(i)) {
            fields[i].clear();
            for (const QLineEdit* field : m_fields[i]) {
                fields[i] << field->text();
            }
        }
    }
    RfmFixedCuts cuts;
    RfmThresholds thresholds = m_thresholds;
    QString problem = readCuts(fields, cuts);
    if (problem.isEmpty() && m_options.grid == RfmGrid::Eight && split() == RfmThreshold::Fixed) {
        problem
            = readThresholds({m_splitAt[0]->text(), m_splitAt[1]->text(), m_splitAt[2]->text()}, thresholds);
    }
    if (problem.isEmpty()) {
        m_cuts = cuts;
        m_thresholds = thresholds;
    }
    return problem;
}

void RfmCutsDialog::change()
{
    explain();
    m_problem = readFields();
    if (m_problem.isEmpty()) {
        m_settled.start();
        setTone(m_says, Tone::Neutral);
        m_apply->setEnabled(!(classes() == rfmClassesOf(m_options)));
        return;
    }
    m_settled.stop();
    m_session.jobs().cancel(jobKey());
    m_busy->end();
    setTone(m_says, Tone::Bad);
    m_says->setText(m_problem);
    m_model->setSegments(m_now.segments, {});
    m_apply->setEnabled(false);
}

void RfmCutsDialog::preview()
{
    RfmOptions options = m_options;
    setRfmClasses(options, classes());
    m_busy->begin(tr("Counting the segments"));
    m_session.jobs().run<RfmResult>(
        {this, jobKey(), tr("Counting the segments")},
        [snapshot = m_session.snapshot(), options](Job& job) { return rfm(*snapshot, options, job); },
        [this](const Result<RfmResult>& result) { take(result); });
}

void RfmCutsDialog::take(const Result<RfmResult>& result)
{
    m_busy->end();
    if (!result) {
        if (result.error().code != ErrorCode::Cancelled) {
            setTone(m_says, Tone::Bad);
            m_says->setText(sentence(result.error()));
        }
        return;
    }
    showBounds(&*result);
    if (split() != RfmThreshold::Fixed) {
        showSplit(result->thresholds);
    }
    m_model->setSegments(m_now.segments, result->segments);
    m_table->fitColumns();
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(SegmentChangeTable::Name, QHeaderView::Stretch);
    m_table->updateGeometry();
    layout()->activate();
    // All segments in sight where the screen has the room.
    const int most = std::min(Theme::current().px(kMostHeight), mostDialogHeight(*this));
    resize(width(), std::max(height(), std::min(sizeHint().height(), most)));
    const Index moved = movedCustomers(m_now.segment, result->segment);
    m_says->setText(moved == 0
                        ? tr("Every customer stays in the same segment.")
                        : tr("%Ln customer(s) of %1 would change segment.", "", static_cast<int>(moved))
                              .arg(countText(result->scored)));
}

}  // namespace meitrace
