// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/columnstep.h"

#include "ui/pages/steplayout.h"
#include "ui/text/figures.h"
#include "ui/text/masking.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/importview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace meitrace {

namespace {

constexpr int kSampleWidth = 240;
constexpr int kSampleValues = 3;
constexpr double kSure = 0.9;
enum GridColumn { Header, FirstValues, Field, Remark, kGridColumns };

/// Some values of a column, to recognise it by.
QString sampleOf(const FilePreview& preview, std::size_t column)
{
    QStringList values;
    for (const auto& row : preview.rows) {
        const QString value = column < row.size() ? fromUtf8(row[column]).trimmed() : QString();
        if (!value.isEmpty() && !values.contains(value)) {
            values << value;
        }
        if (values.size() == kSampleValues) {
            break;
        }
    }
    return maskedPhones(values.join(QStringLiteral("  |  ")));
}

/// What the mapping says of a column of the file, by its header or its place.
std::vector<const Mapping::Column*> columnsOf(const Mapping& mapping, const std::string& header,
                                              std::size_t place)
{
    std::vector<const Mapping::Column*> columns;
    for (const Mapping::Column& column : mapping.columns) {
        if (column.header == header || column.header == "#" + std::to_string(place + 1)) {
            columns.push_back(&column);
        }
    }
    return columns;
}

/// A quiet tint behind the cells of a row.
class RowGround final : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::current().tokens().warnSoft);
        painter.drawRoundedRect(rect(), size::kControlRadius, size::kControlRadius);
    }
};

QLabel* headerCell(const QString& text, TextRole role)
{
    QLabel* label = textLabel(text, role);
    label->setContentsMargins(size::kGap8, 0, 0, 0);
    return label;
}

}  // namespace

ColumnStep::ColumnStep(QWidget* parent)
    : QWidget(parent)
    , m_missing(textLabel({}, TextRole::Body))
    , m_remember(new QCheckBox(tr("Remember this for files with the same columns")))
    , m_content(new QWidget)
    , m_grid(new QGridLayout(m_content))
    , m_scroll(scrolled(m_content))
{
    m_missing->setWordWrap(true);
    m_missing->setObjectName(QStringLiteral("text.missing"));
    m_remember->setChecked(true);
    m_remember->setObjectName(QStringLiteral("choice.remember"));
    m_grid->setContentsMargins(0, 0, size::kGap12, 0);
    m_grid->setHorizontalSpacing(size::kGap16);
    m_grid->setVerticalSpacing(size::kGap8);
    m_grid->setColumnStretch(FirstValues, 1);
    QVBoxLayout* column = stepColumn(this);
    column->addWidget(m_missing);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_remember);
    connect(m_remember, &QCheckBox::clicked, this, &ColumnStep::rememberChosen);
}

void ColumnStep::show(const IntakeFile& file)
{
    m_mapping = file.mapping;
    m_remember->setChecked(file.remember);
    m_rows.clear();
    m_toConfirm.clear();
    clearLayout(m_grid);
    if (m_mapping.kind == nullptr || !file.preview) {
        m_missing->setText(tr("Say first what is in the file."));
        return;
    }
    for (const Mapping::Column& column : columnsToConfirm(file)) {
        m_toConfirm.insert(column.header);
    }
    m_grid->addWidget(headerCell(tr("Column in the file"), TextRole::Caption), 0, Header);
    m_grid->addWidget(textLabel(tr("First values"), TextRole::Caption), 0, FirstValues);
    m_grid->addWidget(textLabel(tr("Stands for"), TextRole::Caption), 0, Field);
    for (std::size_t i = 0; i < file.preview->header.size(); ++i) {
        m_rows.push_back(makeRow(file, i));
    }
    m_grid->setRowStretch(static_cast<int>(m_rows.size()) + 1, 1);
    // It scrolls up and down only: a row is never cut.
    m_scroll->setMinimumWidth(m_grid->minimumSize().width()
                              + m_scroll->verticalScrollBar()->sizeHint().width());
    showMissing();
}

bool ColumnStep::standAtOpen()
{
    const auto open = std::find_if(m_rows.begin(), m_rows.end(),
                                   [this](const Row& row) { return m_toConfirm.contains(row.header); });
    if (open == m_rows.end() || open->mark == nullptr) {
        return false;
    }
    open->confirm->setFocus();
    return true;
}

ColumnStep::Row ColumnStep::makeRow(const IntakeFile& file, std::size_t column)
{
    const int place = static_cast<int>(column) + 1;
    Row row;
    row.header = file.preview->header[column];
    auto* sample = textLabel(sampleOf(*file.preview, column), TextRole::Quiet);
    sample->setToolTip(sample->text());
    sample->setText(
        sample->fontMetrics().elidedText(sample->text(), Qt::ElideRight, Theme::current().px(kSampleWidth)));
    row.field = new QComboBox;
    row.field->setObjectName(QStringLiteral("field.%1").arg(column));
    row.field->setAccessibleName(tr("Field for column %1").arg(fromUtf8(row.header)));
    row.field->addItem(tr("Not used"), -1);
    for (int field = 0; field < static_cast<int>(m_mapping.kind->fields.size()); ++field) {
        row.field->addItem(fieldTitleText(*m_mapping.kind, field), field);
    }
    for (const Mapping::Column* fed : columnsOf(m_mapping, row.header, column)) {
        row.field->setCurrentIndex(fed->field + 1);
        if (m_toConfirm.contains(row.header)) {
            markRow(row, place);
        } else if (fed->confidence < kSure) {
            m_grid->addWidget(new Pill(tr("Please check"), Tone::Warn), place, Remark);
        }
    }
    m_grid->addWidget(headerCell(fromUtf8(row.header), TextRole::Strong), place, Header);
    m_grid->addWidget(sample, place, FirstValues);
    m_grid->addWidget(row.field, place, Field);
    connect(row.field, &QComboBox::activated, this,
            [this, field = row.field, header = row.header] { choose(header, field->currentData().toInt()); });
    return row;
}

void ColumnStep::markRow(Row& row, int place)
{
    row.ground = new RowGround;
    m_grid->addWidget(row.ground, place, 0, 1, kGridColumns);
    row.ground->lower();
    row.mark = new QWidget;
    auto* line = new QHBoxLayout(row.mark);
    line->setContentsMargins(0, 0, size::kGap4, 0);
    line->setSpacing(size::kGap8);
    line->addWidget(new Pill(tr("Similar name, please confirm"), Tone::Warn));
    row.confirm = makeButton(tr("Confirm"));
    row.confirm->setObjectName(QStringLiteral("confirm.%1").arg(place - 1));
    row.confirm->setAccessibleName(
        tr("Confirm: %1 stands for %2").arg(fromUtf8(row.header), row.field->currentText()));
    line->addWidget(row.confirm);
    m_grid->addWidget(row.mark, place, Remark);
    connect(row.confirm, &QPushButton::clicked, this, [this, header = row.header] { confirm(header); });
}

void ColumnStep::choose(const std::string& header, int field)
{
    // One column feeds one field and the other way round.
    std::erase_if(m_mapping.columns, [&](const Mapping::Column& column) {
        return column.header == header || (field >= 0 && column.field == field);
    });
    if (field >= 0) {
        m_mapping.columns.push_back({.field = field, .header = header, .confidence = 1, .reason = "mapping"});
    }
    for (const Row& row : m_rows) {
        if (row.header != header && field >= 0 && row.field->currentData().toInt() == field) {
            row.field->setCurrentIndex(0);
            m_toConfirm.erase(row.header);
        }
    }
    m_toConfirm.erase(header);
    dropMarks();
    showMissing();
    emit chosen(m_mapping);
}

void ColumnStep::confirm(const std::string& header)
{
    m_mapping = withConfirmed(std::move(m_mapping), header);
    m_toConfirm.erase(header);
    dropMarks();
    showMissing();
    emit chosen(m_mapping);
}

/// Marks of columns that need no confirmation any more go; whoever pressed one by key stands at the next.
void ColumnStep::dropMarks()
{
    bool hadFocus = false;
    QWidget* next = nullptr;
    for (Row& row : m_rows) {
        if (row.mark == nullptr) {
            continue;
        }
        if (m_toConfirm.contains(row.header)) {
            next = next == nullptr ? row.confirm : next;
            continue;
        }
        if (row.confirm->hasFocus()) {
            hadFocus = true;
            row.field->setFocus();
        }
        for (QWidget* gone : {row.ground, std::exchange(row.mark, nullptr)}) {
            gone->hide();
            gone->deleteLater();
        }
    }
    if (hadFocus && next != nullptr) {
        next->setFocus();
    }
}

void ColumnStep::showMissing()
{
    QStringList missing;
    for (const std::vector<int>& group : missingFields(m_mapping)) {
        missing << anyOfFields(*m_mapping.kind, group);
    }
    const auto open = static_cast<int>(m_toConfirm.size());
    m_missing->setText(
        !missing.isEmpty() ? tr("Still needed: %1.").arg(missing.join(tr("; ")))
            : open > 0
            ? tr("%Ln column(s) stand for a field by a similar name only: please confirm.", "", open)
            : tr("Everything this kind of file must have is there. What is not used is left out."));
    setTone(m_missing, missing.isEmpty() && open == 0 ? Tone::Neutral : Tone::Warn);
}

}  // namespace meitrace

#include "columnstep.moc"
