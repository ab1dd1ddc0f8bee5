// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/format.h"

#include "app/texttable.h"
#include "ui/text/names.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cmath>

namespace meitrace {

namespace {

struct Format {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

}  // namespace

Json numberOrNull(double value)
{
    return std::isnan(value) ? Json() : Json(value);
}

Json secondsOrNull(double milliseconds)
{
    return std::isnan(milliseconds) ? Json() : Json(milliseconds / 1000.0);
}

Json fileJson(const FileReport& report)
{
    Json json;
    json["file"] = report.file;
    json["kind"] = report.kind;
    json["encoding"] = report.encoding;
    json["delimiter"] = report.delimiter;
    json["rows_read"] = report.rowsRead;
    for (const RowFate fate : kReportedFates) {
        json[std::string(fateCode(fate))] = report.fates[static_cast<std::size_t>(fate)];
    }
    json["batch"] = report.batch > 0 ? Json(report.batch) : Json();
    json["already_loaded"] = report.alreadyLoaded;
    json["preset"] = report.preset.empty() ? Json() : Json(report.preset);
    json["unmapped"] = report.unmapped;
    return json;
}

QString filesText(const std::vector<FileReport>& files)
{
    using Align = TextTable::Align;
    QStringList header {Format::tr("File"), Format::tr("Kind"), Format::tr("Encoding"), Format::tr("Rows")};
    for (const RowFate fate : kReportedFates) {
        header << fateName(fate);
    }
    header << Format::tr("Batch");
    TextTable table(header, {Align::Left, Align::Left, Align::Left});
    for (const FileReport& report : files) {
        QStringList cells {QFileInfo(fromUtf8(report.file)).fileName(), kindName(report.kind),
                           fromUtf8(report.encoding), countText(report.rowsRead)};
        for (const RowFate fate : kReportedFates) {
            cells << countText(report.fates[static_cast<std::size_t>(fate)]);
        }
        cells << (report.batch > 0 ? QString::number(report.batch) : QStringLiteral("—"));
        table.row(cells);
    }
    return table.text();
}

}  // namespace meitrace
