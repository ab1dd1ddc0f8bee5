// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/audittext.h"

#include "models/domain/person.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/viewmodels/exportview.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace meitrace {

namespace {

struct AuditText {
    Q_DECLARE_TR_FUNCTIONS(AuditText)
};

using Entry = std::pair<const char*, const char*>;

constexpr std::array<Entry, 13> kActions {
    {{"new", QT_TRANSLATE_NOOP("AuditText", "New workspace")},
     {"import", QT_TRANSLATE_NOOP("AuditText", "Import")},
     {"undo-import", QT_TRANSLATE_NOOP("AuditText", "File taken out")},
     {"requeue", QT_TRANSLATE_NOOP("AuditText", "Mended rows loaded")},
     {"erase", QT_TRANSLATE_NOOP("AuditText", "Person erased")},
     {"export", QT_TRANSLATE_NOOP("AuditText", "Export")},
     {"copy-of", QT_TRANSLATE_NOOP("AuditText", "Copy of a person's data")},
     {"audience", QT_TRANSLATE_NOOP("AuditText", "Audience")},
     {"analysis", QT_TRANSLATE_NOOP("AuditText", "Saved analysis")},
     {"merge", QT_TRANSLATE_NOOP("AuditText", "Customers merged")},
     {"split", QT_TRANSLATE_NOOP("AuditText", "Customers kept apart")},
     {"undo-decision", QT_TRANSLATE_NOOP("AuditText", "Decision taken back")},
     {"migrate", QT_TRANSLATE_NOOP("AuditText", "Workspace brought up to date")}}};

/// Parts of a detail that stand alone.
constexpr std::array<Entry, 8> kPhrases {
    {{"saved", QT_TRANSLATE_NOOP("AuditText", "saved")},
     {"renamed", QT_TRANSLATE_NOOP("AuditText", "renamed")},
     {"deleted", QT_TRANSLATE_NOOP("AuditText", "deleted")},
     {"put back", QT_TRANSLATE_NOOP("AuditText", "put back")},
     {"frozen", QT_TRANSLATE_NOOP("AuditText", "fixed list")},
     {"live", QT_TRANSLATE_NOOP("AuditText", "live")},
     {"counted anew", QT_TRANSLATE_NOOP("AuditText", "counted anew")},
     {"the file was not written", QT_TRANSLATE_NOOP("AuditText", "the file was not written")}}};

/// Words that a number follows or goes before.
constexpr std::array<Entry, 6> kCounted {{{"rows", QT_TRANSLATE_N_NOOP("AuditText", "%Ln row(s)")},
                                          {"events", QT_TRANSLATE_N_NOOP("AuditText", "%Ln event(s)")},
                                          {"handles", QT_TRANSLATE_N_NOOP("AuditText", "%Ln identifier(s)")},
                                          {"documents", QT_TRANSLATE_N_NOOP("AuditText", "%Ln document(s)")},
                                          {"people", QT_TRANSLATE_N_NOOP("AuditText", "%Ln person(s)")},
                                          {"pairs", QT_TRANSLATE_N_NOOP("AuditText", "%Ln pair(s)")}}};

constexpr std::array<Entry, 5> kObjects {{{"batch", QT_TRANSLATE_NOOP("AuditText", "File %1")},
                                          {"export", QT_TRANSLATE_NOOP("AuditText", "Export %1")},
                                          {"erasure", QT_TRANSLATE_NOOP("AuditText", "Erasure %1")},
                                          {"decision", QT_TRANSLATE_NOOP("AuditText", "Decision %1")},
                                          {"customer", QT_TRANSLATE_NOOP("AuditText", "Customer %1")}}};

constexpr std::array<Entry, 4> kPlainObjects {
    {{"workspace", QT_TRANSLATE_NOOP("AuditText", "Workspace")},
     {"audience", QT_TRANSLATE_NOOP("AuditText", "Audience")},
     {"analysis", QT_TRANSLATE_NOOP("AuditText", "Analysis")},
     {"restore", QT_TRANSLATE_NOOP("AuditText", "Restored backup")}}};

template <std::size_t Count>
const char* find(const std::array<Entry, Count>& table, const QString& word)
{
    const auto found = std::find_if(table.begin(), table.end(), [&word](const Entry& entry) {
        return word == QLatin1String(entry.first);
    });
    return found == table.end() ? nullptr : found->second;
}

/// Empty where the table has no such word.
template <std::size_t Count>
QString lookUp(const std::array<Entry, Count>& table, const QString& word)
{
    const char* text = find(table, word);
    return text == nullptr ? QString() : QCoreApplication::translate("AuditText", text);
}

/// "44,304 rows" for "rows 44304" and "44304 rows"; empty for anything else
QString countedPart(const QString& part)
{
    static const QRegularExpression kAfter(QStringLiteral("^(\\D+) (\\d{1,9})$"));
    static const QRegularExpression kBefore(QStringLiteral("^(\\d{1,9}) (\\D+)$"));
    const QRegularExpressionMatch after = kAfter.match(part);
    const QRegularExpressionMatch before = kBefore.match(part);
    const QString word = after.hasMatch() ? after.captured(1) : before.captured(2);
    const int number = (after.hasMatch() ? after.captured(2) : before.captured(1)).toInt();
    if (word == QStringLiteral("from batch")) {
        return AuditText::tr("from file %1").arg(number);
    }
    const char* text = find(kCounted, word);
    return text == nullptr ? QString() : QCoreApplication::translate("AuditText", text, nullptr, number);
}

QString channelText(const QString& code)
{
    const auto found = std::find_if(kConsentChannelCodes.begin(), kConsentChannelCodes.end(),
                                    [&code](std::string_view known) { return fromUtf8(known) == code; });
    return found == kConsentChannelCodes.end()
        ? code
        : reachChannelName(static_cast<ConsentChannel>(found - kConsentChannelCodes.begin()));
}

/// The line of an export; empty for anything else.
QString exportText(const QString& detail)
{
    static const QRegularExpression kExport(
        QStringLiteral("^(\\w+), (\\d+) rows of (.+), sha256 ([0-9a-f]+)$"));
    const QRegularExpressionMatch match = kExport.match(detail);
    if (!match.hasMatch()) {
        return {};
    }
    QStringList columns;
    for (const QString& column : match.captured(3).split(u',', Qt::SkipEmptyParts)) {
        columns << exportColumnName(column.trimmed().toStdString());
    }
    return AuditText::tr("%1, rows: %2, columns: %3, SHA-256 %4", "channel, number, columns")
        .arg(channelText(match.captured(1)), countText(match.captured(2).toLongLong()),
             columns.join(AuditText::tr(", ", "between columns")), match.captured(4));
}

}  // namespace

QString auditActionText(std::string_view action)
{
    const QString known = lookUp(kActions, fromUtf8(action));
    return known.isEmpty() ? fromUtf8(action) : known;
}

QString auditObjectText(std::string_view object)
{
    const QString text = fromUtf8(object);
    const QString plain = lookUp(kPlainObjects, text);
    const QString numbered = lookUp(kObjects, text.section(u' ', 0, 0));
    return !plain.isEmpty()                                 ? plain
        : numbered.isEmpty() || !text.contains(QChar(u' ')) ? text
                                                            : numbered.arg(text.section(u' ', 1));
}

QString auditDetailText(std::string_view detail)
{
    const QString whole = fromUtf8(detail);
    if (QString text = exportText(whole); !text.isEmpty()) {
        return text;
    }
    QStringList parts;
    for (const QString& part : whole.split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        const QString phrase = lookUp(kPhrases, part);
        const QString counted = countedPart(part);
        parts << (!phrase.isEmpty() ? phrase : !counted.isEmpty() ? counted : kindName(part.toStdString()));
    }
    return parts.join(AuditText::tr(", ", "between parts of a line of the log"));
}

}  // namespace meitrace
