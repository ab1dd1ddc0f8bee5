// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/reportdocument.h"
#include "ui/widgets/tone.h"

#include <QString>

#include <optional>

class QPrinter;
class QWidget;

namespace meitrace {

/// How it went, to be said to the user.
struct PaperSent {
    Tone tone = Tone::Good;
    QString text;
};

/// Asks for a printer and prints; nothing when the user thinks better of it. Says so where there is none.
std::optional<PaperSent> printPaper(QWidget* parent, const ReportDocument& document);
PaperSent printPaperOn(QPrinter& printer, const ReportDocument& document);

/// Asks where; empty when the user thinks better of it. The answer ends in ".pdf".
QString askForPdf(QWidget* parent, const QString& title, const QString& fileName);
PaperSent savePaper(const ReportDocument& document, const QString& path);

}  // namespace meitrace
