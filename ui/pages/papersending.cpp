// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/papersending.h"

#include "ui/text/errortext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QStandardPaths>

namespace meitrace {

namespace {

struct PaperSending {
    Q_DECLARE_TR_FUNCTIONS(PaperSending)
};

}  // namespace

std::optional<PaperSent> printPaper(QWidget* parent, const ReportDocument& document)
{
    if (QPrinterInfo::availablePrinterNames().isEmpty()) {
        return PaperSent {Tone::Warn,
                          PaperSending::tr("There is no printer on this computer. Save the report as PDF and "
                                           "print it where there is one.")};
    }
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setFullPage(true);
    printer.setDocName(document.head().title);
    QPrintDialog dialog(&printer, parent);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange, false);
    if (dialog.exec() != QDialog::Accepted) {
        return std::nullopt;
    }
    return printPaperOn(printer, document);
}

PaperSent printPaperOn(QPrinter& printer, const ReportDocument& document)
{
    if (document.paintOn(printer, printer.resolution())) {
        return {Tone::Good, PaperSending::tr("Sent to the printer.")};
    }
    return {Tone::Bad,
            PaperSending::tr("The printer did not take the pages. Save the report as PDF instead.")};
}

QString askForPdf(QWidget* parent, const QString& title, const QString& fileName)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString proposed = QDir(folder).filePath(fileName + QStringLiteral(".pdf"));
    QString path
        = QFileDialog::getSaveFileName(parent, title, proposed, PaperSending::tr("PDF files (*.pdf)"));
    if (!path.isEmpty() && !path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive)) {
        path += QStringLiteral(".pdf");
    }
    return path;
}

PaperSent savePaper(const ReportDocument& document, const QString& path)
{
    const Status saved = document.savePdf(path.toStdString());
    return saved
        ? PaperSent {Tone::Good, PaperSending::tr("Saved to %1.").arg(QDir::toNativeSeparators(path))}
        : PaperSent {Tone::Bad, sentence(saved.error())};
}

}  // namespace meitrace
