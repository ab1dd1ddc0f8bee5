// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importsteps.h"

#include "ui/text/figures.h"
#include "ui/text/masking.h"
#include "ui/text/names.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/importview.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QItemSelectionModel>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <array>

namespace meitrace {

namespace {

constexpr int kWidestColumn = 220;
constexpr int kSampleWidth = 240;
constexpr int kWidestReason = 340;
constexpr int kSampleValues = 3;
constexpr double kSure = 0.9;

constexpr std::array<const char*, 6> kEncodings {"auto", "utf-8", "gb18030", "utf-16le", "utf-16be", "big5"};
constexpr std::array<char, 5> kDelimiters {0, ',', '\t', ';', '|'};

void clear(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

QScrollArea* scrolled(QWidget* content)
{
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return scroll;
}

QVBoxLayout* stepColumn(QWidget* step)
{
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kGap12);
    return column;
}

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

/// A choice with its name in front of it.
QWidget* labelled(const QString& name, QComboBox* choice)
{
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kGap8);
    row->addWidget(textLabel(name, TextRole::Quiet));
    row->addWidget(choice);
    choice->setAccessibleName(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return both;
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

}  // namespace

ReadingStep::ReadingStep(QWidget* parent)
    : QWidget(parent)
    , m_sheet(new QComboBox)
    , m_encoding(new QComboBox)
    , m_delimiter(new QComboBox)
    , m_header(new QCheckBox(tr("The first row names the columns")))
    , m_found(textLabel({}, TextRole::Caption))
    , m_table(new DataTable(tr("First rows of the file")))
    , m_model(new PreviewTable(this))
{
    m_sheet->setObjectName(QStringLiteral("choice.sheet"));
    m_encoding->setObjectName(QStringLiteral("choice.encoding"));
    m_delimiter->setObjectName(QStringLiteral("choice.delimiter"));
    m_table->setObjectName(QStringLiteral("table.preview"));
    m_table->setModel(m_model);
    m_table->setEmptyText(tr("The file holds no rows"));
    auto* row = new QWidget;
    auto* choices = new FlowLayout(row, size::kGap12);
    choices->addWidget(labelled(tr("Sheet"), m_sheet));
    choices->addWidget(labelled(tr("Encoding"), m_encoding));
    choices->addWidget(labelled(tr("Separator"), m_delimiter));
    choices->addWidget(m_header);
    QVBoxLayout* column = stepColumn(this);
    column->addWidget(row);
    column->addWidget(m_table, 1);
    column->addWidget(m_found);
    connect(m_sheet, &QComboBox::activated, this, &ReadingStep::choose);
    connect(m_encoding, &QComboBox::activated, this, &ReadingStep::choose);
    connect(m_delimiter, &QComboBox::activated, this, &ReadingStep::choose);
    connect(m_header, &QCheckBox::clicked, this, &ReadingStep::choose);
}

void ReadingStep::show(const FilePreview& preview, const ReadingChoices& choices)
{
    m_choices = choices;
    m_sheet->clear();
    for (const std::string& sheet : preview.sheets) {
        m_sheet->addItem(fromUtf8(sheet));
    }
    m_sheet->setCurrentText(fromUtf8(preview.sheet));
    // What a format has no say in is not asked.
    m_sheet->parentWidget()->setVisible(preview.sheets.size() > 1);
    m_encoding->parentWidget()->setVisible(preview.format == "csv" || preview.format == "html");
    m_delimiter->parentWidget()->setVisible(preview.format == "csv");
    m_header->setVisible(preview.format != "jsonl");
    m_encoding->clear();
    for (const char* code : kEncodings) {
        const bool found = std::string_view(code) == "auto";
        m_encoding->addItem(found ? tr("%1 (found)").arg(encodingName(preview.encoding)) : encodingName(code),
                            QString::fromLatin1(code));
        if (choices.encoding == code) {
            m_encoding->setCurrentIndex(m_encoding->count() - 1);
        }
    }
    m_delimiter->clear();
    for (const char code : kDelimiters) {
        m_delimiter->addItem(code == 0 ? tr("%1 (found)").arg(delimiterName(preview.delimiter))
                                       : delimiterName(code),
                             int {code});
        if (choices.delimiter == code) {
            m_delimiter->setCurrentIndex(m_delimiter->count() - 1);
        }
    }
    m_header->setChecked(choices.header);
    m_model->setPreview(preview);
    m_table->fitColumns(kWidestColumn);
    m_found->setText(
        tr("The first %1 rows are shown; an import reads them all. The file itself is not changed.")
            .arg(countText(static_cast<std::int64_t>(preview.rows.size()))));
}

void ReadingStep::choose()
{
    m_choices.sheet = m_sheet->count() > 1 ? m_sheet->currentText().toStdString() : std::string();
    m_choices.encoding = m_encoding->currentData().toString().toStdString();
    m_choices.delimiter = static_cast<char>(m_delimiter->currentData().toInt());
    m_choices.header = m_header->isChecked();
    emit chosen(m_choices);
}

KindStep::KindStep(QWidget* parent)
    : QWidget(parent)
{
    auto* content = new QWidget;
    m_list = new QVBoxLayout(content);
    m_list->setContentsMargins(size::kGap4, 0, 0, 0);
    m_list->setSpacing(size::kGap8);
    QVBoxLayout* column = stepColumn(this);
    column->addWidget(textLabel(tr("What is in this file?"), TextRole::Section));
    column->addWidget(scrolled(content), 1);
}

void KindStep::show(const FilePreview& preview, const KindSpec* chosen)
{
    clear(m_list);
    bool first = true;
    for (const auto& [code, score] : preview.kinds) {
        const KindSpec* kind = kindByCode(code);
        auto* row = new QWidget;
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto* button = new QRadioButton(capitalised(kindName(code)));
        button->setObjectName(QStringLiteral("kind.") + QString::fromStdString(code));
        button->setAutoExclusive(false);
        button->setChecked(kind == chosen);
        line->addWidget(button);
        if (first && score > 0) {
            line->addWidget(new Pill(tr("Fits best"), Tone::Good));
        }
        line->addStretch();
        first = false;
        m_list->addWidget(row);
        connect(button, &QRadioButton::clicked, this,
                [this, id = QString::fromStdString(code)] { emit this->chosen(id); });
    }
    m_list->addStretch();
}

ColumnStep::ColumnStep(QWidget* parent)
    : QWidget(parent)
    , m_missing(textLabel({}, TextRole::Body))
    , m_remember(new QCheckBox(tr("Remember this for files with the same columns")))
    , m_content(new QWidget)
    , m_grid(new QGridLayout(m_content))
{
    m_missing->setWordWrap(true);
    m_remember->setChecked(true);
    m_remember->setObjectName(QStringLiteral("choice.remember"));
    m_grid->setContentsMargins(size::kGap4, 0, size::kGap12, 0);
    m_grid->setHorizontalSpacing(size::kGap16);
    m_grid->setVerticalSpacing(size::kGap8);
    m_grid->setColumnStretch(1, 1);
    QVBoxLayout* column = stepColumn(this);
    column->addWidget(m_missing);
    column->addWidget(scrolled(m_content), 1);
    column->addWidget(m_remember);
}

bool ColumnStep::remembers() const
{
    return m_remember->isChecked();
}

void ColumnStep::show(const FilePreview& preview, const Mapping& mapping)
{
    m_mapping = mapping;
    m_header = preview.header;
    m_fields.clear();
    clear(m_grid);
    if (mapping.kind == nullptr) {
        m_missing->setText(tr("Say first what is in the file."));
        return;
    }
    const QStringList titles {tr("Column in the file"), tr("First values"), tr("Stands for")};
    for (int column = 0; column < titles.size(); ++column) {
        m_grid->addWidget(textLabel(titles[column], TextRole::Caption), 0, column);
    }
    for (std::size_t i = 0; i < preview.header.size(); ++i) {
        const int row = static_cast<int>(i) + 1;
        auto* sample = textLabel(sampleOf(preview, i), TextRole::Quiet);
        sample->setToolTip(sample->text());
        sample->setText(sample->fontMetrics().elidedText(sample->text(), Qt::ElideRight,
                                                         Theme::current().px(kSampleWidth)));
        auto* fields = new QComboBox;
        fields->setObjectName(QStringLiteral("field.%1").arg(i));
        fields->setAccessibleName(tr("Field for column %1").arg(fromUtf8(preview.header[i])));
        fields->addItem(tr("Not used"), -1);
        for (int field = 0; field < static_cast<int>(mapping.kind->fields.size()); ++field) {
            fields->addItem(fieldTitleText(*mapping.kind, field), field);
        }
        for (const Mapping::Column* column : columnsOf(mapping, preview.header[i], i)) {
            fields->setCurrentIndex(column->field + 1);
            if (column->confidence < kSure) {
                m_grid->addWidget(new Pill(tr("Please check"), Tone::Warn), row, 3);
            }
        }
        m_grid->addWidget(textLabel(fromUtf8(preview.header[i]), TextRole::Strong), row, 0);
        m_grid->addWidget(sample, row, 1);
        m_grid->addWidget(fields, row, 2);
        m_fields.push_back(fields);
        connect(fields, &QComboBox::activated, this, [this, fields, header = preview.header[i]] {
            choose(header, fields->currentData().toInt());
        });
    }
    m_grid->setRowStretch(static_cast<int>(preview.header.size()) + 1, 1);
    showMissing();
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
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        if (m_header[i] != header && field >= 0 && m_fields[i]->currentData().toInt() == field) {
            m_fields[i]->setCurrentIndex(0);
        }
    }
    showMissing();
    emit chosen(m_mapping);
}

void ColumnStep::showMissing()
{
    QStringList missing;
    for (const std::vector<int>& group : missingFields(m_mapping)) {
        missing << anyOfFields(*m_mapping.kind, group);
    }
    m_missing->setText(missing.isEmpty() ? tr(
                           "Everything this kind of file must have is there. What is not used is left out.")
                                         : tr("Still needed: %1.").arg(missing.join(tr("; "))));
    setTone(m_missing, missing.isEmpty() ? Tone::Neutral : Tone::Warn);
}

CheckStep::CheckStep(QWidget* parent)
    : QWidget(parent)
    , m_summary(textLabel({}, TextRole::Strong))
    , m_examples(textLabel({}, TextRole::Quiet))
    , m_table(new DataTable(tr("Rows set aside and cells repaired, by reason")))
    , m_model(new CauseTable(this))
{
    m_table->setObjectName(QStringLiteral("table.causes"));
    m_summary->setObjectName(QStringLiteral("text.summary"));
    m_table->setModel(m_model);
    m_summary->setWordWrap(true);
    m_examples->setWordWrap(true);
    QVBoxLayout* column = stepColumn(this);
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    column->addWidget(m_examples);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                QStringList lines;
                if (current.isValid()) {
                    for (const FileCheck::Example& example : m_model->causeAt(current.row()).examples) {
                        lines << exampleText(example);
                    }
                }
                m_examples->setText(lines.mid(0, 8).join(tr("; ")));
            });
}

void CheckStep::show(const FileCheck& check, const KindSpec* kind)
{
    const auto count = [&](RowFate fate) { return check.fates[static_cast<std::size_t>(fate)]; };
    m_summary->setText(tr("%1 rows: %2 as they stand, %3 repaired, %4 set aside, %5 left out (totals, "
                          "repeated headers, blank)")
                           .arg(countText(check.rows), countText(count(RowFate::Ok)),
                                countText(count(RowFate::Fixed)), countText(count(RowFate::Quarantined)),
                                countText(count(RowFate::Skipped))));
    m_model->setCheck(check, kind);
    m_table->setEmptyText(tr("Every row can be read as it stands"));
    m_table->fitColumns(kWidestReason);
    m_examples->clear();
}

void CheckStep::showWaiting()
{
    m_summary->setText(tr("Reading the whole file…"));
    m_model->setCheck({}, nullptr);
    m_table->setEmptyText({});
}

void CheckStep::showSentence(const QString& sentence)
{
    m_summary->setText(sentence);
    m_model->setCheck({}, nullptr);
    m_table->setEmptyText({});
}

}  // namespace meitrace
