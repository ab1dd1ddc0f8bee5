// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importsteps.h"

#include "ui/pages/steplayout.h"
#include "ui/text/figures.h"
#include "ui/text/masking.h"
#include "ui/text/names.h"
#include "ui/theme/tokens.h"
#include "ui/viewmodels/importview.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <array>

namespace meitrace {

namespace {

constexpr int kWidestColumn = 220;
constexpr int kWidestReason = 340;

constexpr std::array<const char*, 6> kEncodings {"auto", "utf-8", "gb18030", "utf-16le", "utf-16be", "big5"};
constexpr std::array<char, 5> kDelimiters {0, ',', '\t', ';', '|'};

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

/// A box measures the ink of its words, and takes a full-width bracket at their end for narrower than it is.
void makeRoom(QComboBox* box)
{
    const QFontMetrics metrics = box->fontMetrics();
    int more = 0;
    for (int i = 0; i < box->count(); ++i) {
        const QString words = box->itemText(i);
        more = std::max(more, metrics.horizontalAdvance(words) - metrics.boundingRect(words).width());
    }
    box->setMinimumWidth(box->sizeHint().width() + more);
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
    makeRoom(m_encoding);
    makeRoom(m_delimiter);
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
    clearLayout(m_list);
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
