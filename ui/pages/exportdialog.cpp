// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exportdialog.h"

#include "analytics/workbench/exporttable.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/exportview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/toast.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDate>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

constexpr int kWidth = 720;
constexpr int kWidestCell = 220;
constexpr std::array<TextEncoding, 3> kEncodings {TextEncoding::Utf8Bom, TextEncoding::Utf8,
                                                  TextEncoding::Gb18030};

QStringList channelNames()
{
    QStringList names;
    for (const ConsentChannel channel : kReachChannels) {
        names << reachChannelName(channel);
    }
    return names;
}

}  // namespace

ExportDialog::ExportDialog(Session& session, const QString& audience, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_audience(audience)
    , m_stack(new QStackedWidget)
    , m_notice(new NoticeBar)
    , m_purpose(new QLineEdit)
    , m_channel(new SegmentedControl(channelNames(), tr("Channel")))
    , m_identifier(new QComboBox)
    , m_needs(textLabel({}, TextRole::Caption))
    , m_format(new SegmentedControl({tr("CSV"), tr("Excel workbook")}, tr("Format")))
    , m_encoding(new QComboBox)
    , m_file(new QLineEdit)
    , m_choose(makeButton(tr("Choose…")))
    , m_suppression(new SuppressionTable(this))
    , m_table(new DataTable(tr("Who is left out and why")))
    , m_sampleTitle(textLabel({}, TextRole::Quiet))
    , m_sample(new SampleTable(this))
    , m_sampleTable(new DataTable(tr("First rows of the file")))
    , m_scroll(new QScrollArea)
    , m_hint(textLabel({}, TextRole::Caption))
    , m_cancel(makeButton(tr("Cancel")))
    , m_write(makeButton({}, ButtonKind::Primary, QStringLiteral("download")))
    , m_receiptTitle(textLabel({}, TextRole::Section))
    , m_receipt(textLabel({}, TextRole::Body))
    , m_folder(makeButton(tr("Open the folder"), ButtonKind::Secondary, QStringLiteral("folder")))
    , m_close(makeButton(tr("Done"), ButtonKind::Primary))
{
    setObjectName(QStringLiteral("dialog.export"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export “%1”").arg(audience));
    setMinimumWidth(Theme::current().px(kWidth));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::kGap24, size::kGap20, size::kGap24, size::kGap20);
    column->addWidget(m_notice);
    column->addWidget(m_stack);
    m_notice->hide();
    nameParts();
    buildForm();
    buildReceipt();
    connectParts();
    showIdentifiers();
    updatePreview();
    m_purpose->setFocus();
}

void ExportDialog::connectParts()
{
    connect(m_channel, &SegmentedControl::currentChanged, this, [this] {
        const bool ads
            = kReachChannels[static_cast<std::size_t>(m_channel->current())] == ConsentChannel::Ads;
        for (QCheckBox* box : std::as_const(m_columns)) {
            if (ads) {
                box->setChecked(false);
            }
        }
        showIdentifiers();
        updatePreview();
    });
    connect(m_identifier, &QComboBox::currentIndexChanged, this, &ExportDialog::updatePreview);
    for (QCheckBox* box : std::as_const(m_columns)) {
        connect(box, &QCheckBox::clicked, this, &ExportDialog::updatePreview);
    }
    connect(m_encoding, &QComboBox::currentIndexChanged, this, &ExportDialog::updateState);
    connect(m_format, &SegmentedControl::currentChanged, this, [this] {
        m_encoding->setEnabled(m_format->current() == 0);
        proposeFile();
        updateState();
    });
    connect(m_purpose, &QLineEdit::textChanged, this, &ExportDialog::updateState);
    connect(m_file, &QLineEdit::textChanged, this, &ExportDialog::updateState);
    connect(m_file, &QLineEdit::textEdited, this, [this] { m_fileChosen = true; });
    connect(m_choose, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_write, &QPushButton::clicked, this, &ExportDialog::write);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_folder, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_file->text()).absolutePath()));
    });
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request;
    request.audience = m_audience.toStdString();
    request.channel = kReachChannels[static_cast<std::size_t>(m_channel->current())];
    request.identifier = m_identifier->currentData().toString().toStdString();
    request.purpose = m_purpose->text().trimmed().toStdString();
    std::vector<std::string> columns;
    for (const QCheckBox* box : m_columns) {
        if (box->isChecked()) {
            columns.push_back(box->property("code").toString().toStdString());
        }
    }
    request.columns = std::move(columns);
    request.format = m_format->current() == 0 ? TableFormat::Csv : TableFormat::Xlsx;
    request.encoding = kEncodings[static_cast<std::size_t>(m_encoding->currentIndex())];
    request.headers = exportHeaders();
    request.sheet = tr("Customers").toStdString();
    request.program = "MeiTrace " + QCoreApplication::applicationVersion().toStdString();
    return request;
}

void ExportDialog::showIdentifiers()
{
    const ConsentChannel channel = kReachChannels[static_cast<std::size_t>(m_channel->current())];
    const QSignalBlocker quiet(m_identifier);
    m_identifier->clear();
    for (const ExportIdentifier& identifier : exportIdentifiers(channel)) {
        m_identifier->addItem(exportColumnName(identifier.code), fromUtf8(identifier.code));
    }
    m_needs->setText(channel == ConsentChannel::Ads
                         ? tr("Needs consent to hand data to advertising platforms.")
                         : tr("Needs consent to marketing on this channel."));
    m_preview.reset();
}

void ExportDialog::updatePreview()
{
    updateState();
    m_session.jobs().run<ExportPreview>(
        {this, QStringLiteral("exportPreview"), tr("Counting whom the file may hold")},
        [path = m_session.path().toStdString(), asked = request()](Job& job) -> Result<ExportPreview> {
            Result<Clinic> clinic = Clinic::forReading(path, job);
            return clinic ? previewExport(*clinic, asked, job) : Result<ExportPreview>(clinic.error());
        },
        [this](const Result<ExportPreview>& preview) {
            if (!preview) {
                m_notice->setNotice(Tone::Bad, sentence(preview.error()));
                m_preview.reset();
                m_suppression->clear();
                m_sample->clear();
                updateState();
                return;
            }
            m_notice->hide();
            m_preview = *preview;
            m_suppression->setPreview(*preview);
            m_sample->setPreview(*preview);
            m_sampleTable->fitColumns(kWidestCell);
            m_table->fitColumns();
            m_table->updateGeometry();
            proposeFile();
            updateState();
            fitHeight();
        });
}

void ExportDialog::updateState()
{
    const Index rows = m_preview ? m_preview->rows() : 0;
    m_write->setText(tr("Export %1", "so many customers").arg(customersText(rows)));
    const QString kind
        = m_format->current() == 0 ? tr("CSV, %1").arg(m_encoding->currentText()) : tr("Excel workbook");
    m_sampleTitle->setText(
        tr("First rows as they stand in the file (%1). Names and numbers are masked here only.").arg(kind));
    m_write->setEnabled(rows > 0 && !m_purpose->text().trimmed().isEmpty() && !m_file->text().isEmpty());
    if (m_preview && rows == 0) {
        m_hint->setText(tr("Nobody in this audience may be reached on this channel."));
    } else if (m_purpose->text().trimmed().isEmpty()) {
        m_hint->setText(tr("Say what for before exporting."));
    } else {
        m_hint->setText(tr("Who wrote it, when, what for and how many goes into the log of this workspace."));
    }
}

void ExportDialog::proposeFile()
{
    if (m_fileChosen || !m_preview) {
        return;
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString name = m_audience;
    const QString forbidden = QStringLiteral("\\/:*?\"<>|");
    for (const QChar c : forbidden) {
        name.replace(c, u'_');
    }
    m_file->setText(QDir(folder).filePath(
        QStringLiteral("%1_%2_%3.%4")
            .arg(name, QDate::currentDate().toString(QStringLiteral("yyyyMMdd")),
                 QString::number(m_preview->rows()),
                 m_format->current() == 0 ? QStringLiteral("csv") : QStringLiteral("xlsx"))));
}

void ExportDialog::chooseFile()
{
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export to"), m_file->text(),
        m_format->current() == 0 ? tr("Tables of text (*.csv)") : tr("Excel workbooks (*.xlsx)"));
    if (!file.isEmpty()) {
        m_fileChosen = true;
        m_chosenFile = file;
        m_file->setText(file);
    }
}

bool ExportDialog::mayReplace()
{
    const QString file = m_file->text();
    // Who chose a file in a dialog was asked there. What is no file is refused with a reason of its own.
    if (file == m_chosenFile || !QFileInfo(file).isFile()) {
        return true;
    }
    const QString question
        = tr("“%1” is there already. Put the list of %2 in its place?", "file, customers")
              .arg(QFileInfo(file).fileName(), customersText(m_preview ? m_preview->rows() : 0));
    return QMessageBox::question(this, tr("Replace the file"), question) == QMessageBox::Yes;
}

void ExportDialog::write()
{
    if (!mayReplace()) {
        return;
    }
    m_write->setEnabled(false);
    m_session.change<ExportReceipt>(
        {this, QStringLiteral("export"), tr("Writing the file")},
        [asked = request(), file = m_file->text().toStdString()](Clinic& clinic, Job& job) {
            return writeExport(clinic, asked, file, job);
        },
        [this](const Result<ExportReceipt>& receipt) { take(receipt); });
}

void ExportDialog::take(const Result<ExportReceipt>& receipt)
{
    updateState();
    if (!receipt) {
        m_notice->setNotice(Tone::Bad, sentence(receipt.error()));
        return;
    }
    m_notice->hide();
    m_receiptTitle->setText(
        tr("%1 written", "so many customers").arg(customersText(receipt->preview.rows())));
    m_receipt->setText(
        tr("File: %1\nRows: %2\nLeft out: %3\nManifest beside it: %4\nDelete it by: %5\nSHA-256: %6")
            .arg(QDir::toNativeSeparators(fromUtf8(receipt->path)), countText(receipt->preview.rows()),
                 countText(receipt->preview.selection.removedCount()),
                 QFileInfo(fromUtf8(receipt->manifest)).fileName(), dayText(receipt->deleteBy),
                 fromUtf8(receipt->sha256)));
    m_stack->setCurrentIndex(1);
    m_stack->removeWidget(m_stack->widget(0));  // the receipt is a few lines: the dialog gets as small
    layout()->activate();
    adjustSize();
    m_close->setFocus();
    emit exported(fromUtf8(receipt->path));
}

void exportCustomers(Session& session, QWidget* parent, const Bitset& members, const QString& origin)
{
    const Day asOf = session.snapshot()->frame().asOf;
    QString plain = origin.simplified().left(60);
    plain.remove(u'"');
    const std::string wanted = plain.isEmpty() ? std::string("list") : plain.toStdString();
    session.change<std::string>(
        {parent, QStringLiteral("saveAudience"), ExportDialog::tr("Saving the audience")},
        [wanted, asOf, members, from = origin.toStdString()](Clinic& clinic,
                                                             Job& job) -> Result<std::string> {
            const Result<std::string> name = freeAudienceName(clinic, wanted, job);
            if (!name) {
                return name.error();
            }
            const Status saved = saveAudience(clinic,
                                              {.name = *name,
                                               .rule = {},
                                               .frozen = true,
                                               .asOf = asOf,
                                               .members = members.count(),
                                               .origin = from},
                                              members, job);
            return saved ? name : Result<std::string>(saved.error());
        },
        [&session, parent](const Result<std::string>& name) {
            if (!name) {
                Toast::show(parent->window(), sentence(name.error()));
                return;
            }
            auto* dialog = new ExportDialog(session, fromUtf8(*name), parent);
            dialog->setModal(true);
            dialog->open();
        });
}

}  // namespace meitrace
