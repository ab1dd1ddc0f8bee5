// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/exportview.h"

#include "analytics/workbench/directory.h"
#include "analytics/workbench/exporttable.h"
#include "ui/text/figures.h"
#include "ui/text/masking.h"
#include "ui/text/names.h"
#include "ui/theme/cellroles.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace meitrace {

namespace {

struct ExportText {
    Q_DECLARE_TR_FUNCTIONS(ExportText)
};

// Details of refusals, shown behind the option they are about (ui/text/errortext.cpp looks them up).
[[maybe_unused]] constexpr std::array kDetails {
    QT_TRANSLATE_NOOP("ErrorText", "the name of a file"),
    QT_TRANSLATE_NOOP("ErrorText", "this is the workspace itself"),
    QT_TRANSLATE_NOOP("ErrorText", "a database stands there"),
    QT_TRANSLATE_NOOP("ErrorText", "another audience needs it"),
    QT_TRANSLATE_NOOP("ErrorText", "not among the columns a file of customers may have"),
    QT_TRANSLATE_NOOP("ErrorText", "a column is given twice"),
    QT_TRANSLATE_NOOP("ErrorText", "wechat, sms, email, call or ads"),
    QT_TRANSLATE_NOOP("ErrorText", "does not reach people on this channel"),
    QT_TRANSLATE_NOOP("ErrorText", "nobody in this file agreed to the use of health data"),
    QT_TRANSLATE_NOOP("ErrorText", "what the people in the file are written to for"),
    QT_TRANSLATE_NOOP("ErrorText", "a workbook holds 1,048,575 customers; write CSV"),
    QT_TRANSLATE_NOOP("ErrorText", "utf-8-bom, utf-8 or gb18030"),
    QT_TRANSLATE_NOOP("ErrorText", "csv or xlsx"),
};

}  // namespace

QString reachChannelName(ConsentChannel channel)
{
    switch (channel) {
    case ConsentChannel::Any:
        return ExportText::tr("Any channel");
    case ConsentChannel::Wechat:
        return ExportText::tr("WeChat");
    case ConsentChannel::Sms:
        return ExportText::tr("SMS");
    case ConsentChannel::Call:
        return ExportText::tr("Call");
    case ConsentChannel::Email:
        return ExportText::tr("E-mail");
    case ConsentChannel::Ads:
        return ExportText::tr("Ads");
    }
    return {};
}

QString exportColumnName(std::string_view code)
{
    const std::array<std::pair<std::string_view, QString>, 7> own {
        {{"external_userid", ExportText::tr("External user id")},
         {"phone", ExportText::tr("Phone")},
         {"email", ExportText::tr("E-mail address")},
         {"customer", ExportText::tr("Customer number")},
         {"name", ExportText::tr("Name")},
         {"last_item", ExportText::tr("Last treatment")},
         {"last_treatment", ExportText::tr("Day of the last treatment")}}};
    for (const auto& [known, name] : own) {
        if (known == code) {
            return name;
        }
    }
    return capitalised(attributeName(code));
}

QString exportReasonName(std::string_view code)
{
    const std::array<QString, kExportReasons> names {ExportText::tr("No longer a customer of their own"),
                                                     ExportText::tr("Test person"),
                                                     ExportText::tr("The clinic's own people"),
                                                     ExportText::tr("Under 18"),
                                                     ExportText::tr("Refused or unsubscribed"),
                                                     ExportText::tr("No consent"),
                                                     ExportText::tr("Nothing to reach them by"),
                                                     ExportText::tr("Reached by the same as another")};
    for (std::size_t reason = 0; reason < kExportReasonCodes.size(); ++reason) {
        if (kExportReasonCodes[reason] == code) {
            return names[reason];
        }
    }
    return fromUtf8(code);
}

std::map<std::string, std::string, std::less<>> exportHeaders()
{
    std::map<std::string, std::string, std::less<>> headers;
    for (const std::string_view code : {"external_userid", "phone", "email"}) {
        headers.emplace(code, exportColumnName(code).toStdString());
    }
    for (const ExportField& field : exportFields()) {
        headers.emplace(field.code, exportColumnName(field.code).toStdString());
    }
    return headers;
}

QString audienceOriginText(const SavedAudience& audience)
{
    if (!audience.rule.empty()) {
        return fromUtf8(audience.rule);
    }
    return audience.origin.empty() ? ExportText::tr("A list, saved on %1").arg(dayText(audience.asOf))
                                   : ExportText::tr("From: %1").arg(fromUtf8(audience.origin));
}

SampleTable::SampleTable(QObject* parent)
    : ReadOnlyTable(0, parent)
{
}

void SampleTable::setPreview(const ExportPreview& preview)
{
    beginResetModel();
    m_columns = preview.columns;
    m_rows = preview.firstRows;
    setColumns(static_cast<int>(m_columns.size()));
    endResetModel();
}

void SampleTable::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int SampleTable::count() const
{
    return static_cast<int>(m_rows.size());
}

QString SampleTable::title(int column) const
{
    return exportColumnName(m_columns[static_cast<std::size_t>(column)]);
}

QString SampleTable::text(int row, int column) const
{
    const auto at = static_cast<std::size_t>(column);
    const std::string& cell = m_rows[static_cast<std::size_t>(row)][at];
    const std::string& code = m_columns[at];
    if (code == "name") {
        return maskedName(fromUtf8(cell));
    }
    if (code == "email") {
        const std::size_t sign = cell.find('@');
        return sign == std::string::npos
            ? maskedName(fromUtf8(cell))
            : maskedName(fromUtf8(cell.substr(0, sign))) + fromUtf8(cell.substr(sign));
    }
    return fromUtf8(code == "phone" ? maskedNumber(cell) : cell);
}

SuppressionTable::SuppressionTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void SuppressionTable::setPreview(const ExportPreview& preview)
{
    beginResetModel();
    m_rows.clear();
    m_rows.push_back({ExportText::tr("In the audience"), preview.audience.size(), true});
    for (const auto& [reason, count] : removedList(preview.selection)) {
        m_rows.push_back({exportReasonName(reason), -count, false});
    }
    m_rows.push_back({ExportText::tr("In the file"), preview.rows(), true});
    endResetModel();
}

void SuppressionTable::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int SuppressionTable::count() const
{
    return static_cast<int>(m_rows.size());
}

QString SuppressionTable::title(int column) const
{
    return column == Reason ? ExportText::tr("Who") : ExportText::tr("Customers");
}

bool SuppressionTable::isNumber(int column) const
{
    return column == Customers;
}

QString SuppressionTable::text(int row, int column) const
{
    const Row& line = m_rows[static_cast<std::size_t>(row)];
    return column == Reason  ? line.reason
        : line.customers < 0 ? u'\u2212' + countText(-line.customers)
                             : countText(line.customers);
}

QVariant SuppressionTable::mark(int row, int /*column*/, int role) const
{
    return role == QuietRole ? QVariant(!m_rows[static_cast<std::size_t>(row)].isTotal) : QVariant();
}

}  // namespace meitrace
