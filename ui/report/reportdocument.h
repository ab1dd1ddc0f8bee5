// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "ui/report/paper.h"

#include <QByteArray>
#include <QString>

#include <string>
#include <vector>

class QPagedPaintDevice;
class QPainter;

namespace meitrace {

/// What stands on every page of a report.
struct ReportHead {
    QString title;
    QString clinic;
    QString period;
    QString stamp;  ///< when it was made, up to which day the data go, its run
};

/// A report as finished pages: the same pages go to the preview, to the printer and into the PDF. Always in
/// the light palette. Painting needs a QApplication and its thread.
class ReportDocument {
public:
    ReportDocument() = default;
    ReportDocument(ReportHead head, std::vector<PaperPage> pages);

    [[nodiscard]] int pages() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] const ReportHead& head() const { return m_head; }
    /// One page (0-based) in paper points, the paper's corner at the painter's origin. The paper itself is
    /// not painted.
    void paint(QPainter& painter, int page) const;
    /// All pages on a printer or a PDF writer; the whole sheet is painted on, so it must have no margins of
    /// its own. False when the device refuses.
    bool paintOn(QPagedPaintDevice& device, double dotsPerInch) const;

    [[nodiscard]] QByteArray pdf() const;
    /// In one step: a file that was there stays whole until the new one is.
    /// Errors  FileIsFolder, FileUnwritable, DiskFull
    [[nodiscard]] Status savePdf(const std::string& path) const;

private:
    void paintFrame(QPainter& painter, int page) const;

    ReportHead m_head;
    std::vector<PaperPage> m_pages;
};

}  // namespace meitrace
