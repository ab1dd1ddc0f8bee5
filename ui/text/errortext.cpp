// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/errortext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace meitrace {

namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString text(const std::string& bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

using Expectation = std::pair<std::string_view, const char*>;

/// What a rule or step lacks, by the subject of a BadRule.
constexpr std::array<Expectation, 32> kExpectations {{
    {"term", QT_TRANSLATE_NOOP("ErrorText", "a condition is expected here")},
    {"bracket", QT_TRANSLATE_NOOP("ErrorText", "a bracket is missing")},
    {"joining", QT_TRANSLATE_NOOP("ErrorText", "AND, OR, EXCEPT or the end is expected here")},
    {"one_operator",
     QT_TRANSLATE_NOOP("ErrorText", "AND, OR and EXCEPT cannot stand side by side without brackets")},
    {"comparison",
     QT_TRANSLATE_NOOP("ErrorText", "a comparison is expected here, or it does not fit the value")},
    {"value", QT_TRANSLATE_NOOP("ErrorText", "a value is expected here")},
    {"number", QT_TRANSLATE_NOOP("ErrorText", "a number is expected here")},
    {"whole_number", QT_TRANSLATE_NOOP("ErrorText", "a whole number is expected here")},
    {"date", QT_TRANSLATE_NOOP("ErrorText", "a date such as 2026-06-30 is expected here")},
    {"duration",
     QT_TRANSLATE_NOOP("ErrorText", "a span such as 30min, 12h, 30d, 12w or 24mo is expected here")},
    {"duration_m", QT_TRANSLATE_NOOP("ErrorText", "m could mean minutes or months: write min or mo")},
    {"event", QT_TRANSLATE_NOOP("ErrorText", "an event is expected here")},
    {"measure", QT_TRANSLATE_NOOP("ErrorText", "count, sum(amount) or distinct(field) is expected here")},
    {"window", QT_TRANSLATE_NOOP("ErrorText", "a window such as last 90d is expected here")},
    {"audience", QT_TRANSLATE_NOOP("ErrorText", "there is no such audience")},
    {"cycle", QT_TRANSLATE_NOOP("ErrorText", "the audience refers to itself")},
    {"scope", QT_TRANSLATE_NOOP("ErrorText", "there is no such purpose of consent")},
    {"channel", QT_TRANSLATE_NOOP("ErrorText", "there is no such channel of consent")},
    {"state", QT_TRANSLATE_NOOP("ErrorText", "there is no such state of consent")},
    {"between_and", QT_TRANSLATE_NOOP("ErrorText", "between needs two values with and")},
    {"of", QT_TRANSLATE_NOOP("ErrorText", "of and an event are expected here")},
    {"no_pick", QT_TRANSLATE_NOOP("ErrorText", "first or last cannot stand together with a measure")},
    {"attribute", QT_TRANSLATE_NOOP("ErrorText", "there is no such attribute")},
    {"metric", QT_TRANSLATE_NOOP("ErrorText", "there is no such figure")},
    {"length", QT_TRANSLATE_NOOP("ErrorText", "the rule is too long")},
    {"depth", QT_TRANSLATE_NOOP("ErrorText", "too many brackets inside each other")},
    {"clauses", QT_TRANSLATE_NOOP("ErrorText", "too many conditions")},
    {"utf8", QT_TRANSLATE_NOOP("ErrorText", "bytes that are no text")},
    {"step", QT_TRANSLATE_NOOP("ErrorText", "the step cannot be read")},
    {"field", QT_TRANSLATE_NOOP("ErrorText", "there is no such field")},
    {"filter", QT_TRANSLATE_NOOP("ErrorText", "the filter cannot be read")},
    {"steps", QT_TRANSLATE_NOOP("ErrorText", "the list of steps cannot be read")},
}};

QString expectation(const Error& error)
{
    for (const auto& [subject, sentence] : kExpectations) {
        if (subject == error.subject) {
            return QCoreApplication::translate("ErrorText", sentence);
        }
    }
    return text(error.detail.empty() ? error.subject : error.detail);
}

/// What an option should be: in the chosen language where it is a known phrase.
QString optionDetail(const Error& error)
{
    return error.detail.empty() ? QString() : QCoreApplication::translate("ErrorText", error.detail.c_str());
}

QString ruleSentence(const Error& error)
{
    if (error.subject == "cycle" && !error.value.empty() && error.place.column == 0) {
        return ErrorText::tr(
                   "The rule leads back to the audience itself, by way of “%1”. Name another audience, "
                   "or make one of them a fixed list first.")
            .arg(text(error.value));
    }
    const QString place = placeText(error.place);
    const QString where = place.isEmpty() ? ErrorText::tr("its start") : place;
    return error.value.empty()
        ? ErrorText::tr("The rule cannot be understood at %1: %2.").arg(where, expectation(error))
        : ErrorText::tr("The rule cannot be understood at %1, near “%2”: %3.")
              .arg(where, text(error.value), expectation(error));
}

/// Why a file is no table that can be read.
QString formatSentence(const QString& file, const QString& format)
{
    const std::array<std::pair<QLatin1String, QString>, 9> sentences {{
        {QLatin1String("xls"),
         ErrorText::tr(
             "%1 is an old or a protected Excel workbook. Save it as .xlsx without a password and load "
             "that.")},
        {QLatin1String("xlsx-empty"), ErrorText::tr("%1 has no sheet with rows. Nothing was loaded.")},
        {QLatin1String("xlsx-sheet"), ErrorText::tr("%1 has no sheet of that name. Nothing was loaded.")},
        {QLatin1String("xml-dtd"),
         ErrorText::tr("%1 holds declarations that no spreadsheet writes. For safety it was not read.")},
        {QLatin1String("zip-limits"),
         ErrorText::tr(
             "%1 unpacks to far more than a workbook holds. For safety it was not read; save the sheet "
             "as CSV and load that.")},
        {QLatin1String("zip-encrypted"),
         ErrorText::tr("%1 is protected by a password. Save it without one and load that.")},
        {QLatin1String("zip-part"), ErrorText::tr("%1 is no Excel workbook. Nothing was loaded.")},
        {QLatin1String("html"), ErrorText::tr("%1 is a web page without a table. Nothing was loaded.")},
        {QLatin1String("html-large"),
         ErrorText::tr("%1 is too large for a web page. Save it as CSV and load that.")},
    }};
    const auto* const found = std::find_if(sentences.begin(), sentences.end(),
                                           [&](const auto& sentence) { return sentence.first == format; });
    return found != sentences.end()
        ? found->second.arg(file)
        : ErrorText::tr("%1 is no table of text (it looks like %2). Nothing was loaded.").arg(file, format);
}

QString fileSentence(const Error& error, const QString& subject, const QString& value)
{
    switch (error.code) {
    case ErrorCode::FileMissing:
        return ErrorText::tr("There is no file %1. Check the name.").arg(subject);
    case ErrorCode::FileIsFolder:
        return ErrorText::tr("%1 is a folder. Name the file in it.").arg(subject);
    case ErrorCode::FileEmpty:
        return ErrorText::tr("%1 is empty. Nothing was loaded.").arg(subject);
    case ErrorCode::FileUnreadable:
        return ErrorText::tr("%1 cannot be read. Check that you may open it.").arg(subject);
    case ErrorCode::FileTruncated:
        return ErrorText::tr(
                   "%1 ends too early or is damaged. Nothing was loaded; export or copy the file again.")
            .arg(subject);
    case ErrorCode::FileFormat:
        return formatSentence(subject, value);
    case ErrorCode::FileChanged:
        return ErrorText::tr("%1 changed while it was read. Nothing was loaded; try again.").arg(subject);
    case ErrorCode::EncodingDoubtful:
        return ErrorText::tr("%1 is not in the encoding its beginning promised. Choose the encoding.")
            .arg(subject);
    case ErrorCode::FileLoaded:
        return ErrorText::tr("%1 is loaded already.").arg(subject);
    case ErrorCode::FileUnwritable:
        if (value == QLatin1String("open")) {
            return ErrorText::tr("%1 is open in another program. Close it there or choose another name.")
                .arg(subject);
        }
        if (value == QLatin1String("protected")) {
            return ErrorText::tr("%1 is write-protected. Choose another name.").arg(subject);
        }
        if (value == QLatin1String("folder")) {
            return ErrorText::tr("%1 cannot be written: there is no such folder.").arg(subject);
        }
        return ErrorText::tr("%1 cannot be written. Check the folder and your rights.").arg(subject);
    case ErrorCode::DuplicateHeader:
        return ErrorText::tr("%1 has two columns named “%2”, so it is not clear which is meant. Rename one "
                             "and load the file again.")
            .arg(subject, value);
    default:
        return {};
    }
}

QString mappingSentence(const Error& error, const QString& subject, const QString& value)
{
    switch (error.code) {
    case ErrorCode::UnknownKind:
        return ErrorText::tr("There is no kind of file named “%1”. The command presets lists them.")
            .arg(subject);
    case ErrorCode::UnknownColumn:
        return ErrorText::tr("The file has no column “%2” that the mapping for %1 names.")
            .arg(subject, value);
    case ErrorCode::UnknownField:
        return ErrorText::tr("The mapping %1 names a field “%2” that this kind of file does not have.")
            .arg(subject, value);
    case ErrorCode::MissingField:
        if (error.detail == "days of the file") {
            return ErrorText::tr(
                "The report has no column of days. Say in the file's name which ones it is of, such as "
                "report_20260601-20260630.csv, and load it again.");
        }
        return ErrorText::tr(
                   "No column gives “%2”, which a file of kind %1 must have. Name it in a mapping file.")
            .arg(subject, value);
    case ErrorCode::KindUnclear:
        return ErrorText::tr("It is not clear what kind of file %1 is. Say it with --kind or give a mapping "
                             "with --mapping.")
            .arg(subject);
    case ErrorCode::BadMapping: {
        const QString place = placeText(error.place);
        const QString detail = text(error.detail);
        return place.isEmpty()
            ? ErrorText::tr("The mapping %1 cannot be used: %2.").arg(subject, detail)
            : ErrorText::tr("The mapping %1 cannot be used (%2): %3.").arg(subject, place, detail);
    }
    default:
        return {};
    }
}

QString storeSentence(const Error& error, const QString& subject, const QString& value)
{
    switch (error.code) {
    case ErrorCode::StoreMissing:
        return ErrorText::tr("There is no workspace %1. The command new makes one.").arg(subject);
    case ErrorCode::StoreForeign:
        return ErrorText::tr("%1 is not a MeiTrace workspace. It was not touched.").arg(subject);
    case ErrorCode::StoreNewer:
        return ErrorText::
            tr("The workspace %1 was made by a newer MeiTrace (version %2 of the file). It was not touched; "
               "update the program.")
                .arg(subject, value);
    case ErrorCode::StoreDamaged:
        return ErrorText::tr("The workspace is damaged (%1). It was not touched; go back to a backup.")
            .arg(text(error.detail));
    case ErrorCode::StoreLocked:
        return ErrorText::tr("The workspace %1 is open elsewhere (process %2). Close it there first.")
            .arg(subject, value);
    case ErrorCode::StoreBusy:
        return ErrorText::tr("The workspace is busy. Nothing was changed; try again in a moment.");
    case ErrorCode::StoreReadOnly:
        return ErrorText::tr("The workspace %1 cannot be written here. Nothing was changed.").arg(subject);
    case ErrorCode::DiskFull:
        return error.subject.find('/') == std::string::npos
            ? ErrorText::tr("The disk is full. Everything saved before is kept; make room and try again.")
            : ErrorText::tr(
                  "The disk is full: no room for %1. Everything saved before is kept; make room, or "
                  "choose another place.")
                  .arg(subject);
    case ErrorCode::DiskError:
        return ErrorText::tr("Reading or writing the disk failed. Everything saved before is kept.");
    default:
        return {};
    }
}

QString emptySentence(const Error& error, const QString& subject)
{
    if (error.subject == "outcome") {
        return error.value == "all"
            ? ErrorText::tr("Everybody here reached it: there is nobody to compare with.")
            : ErrorText::tr("Nobody here reached it.");
    }
    constexpr std::array<std::string_view, 6> kDone {"activity",   "path",  "event",
                                                     "conversion", "entry", "pair"};
    return std::find(kDone.begin(), kDone.end(), error.subject) != kDone.end()
        ? ErrorText::tr("Nobody here did anything of that.")
        : ErrorText::tr("There is nothing to compute on: %1.").arg(subject);
}

}  // namespace

QString placeText(const Place& place)
{
    if (place.line > 0 && place.column > 0) {
        return ErrorText::tr("line %1, column %2").arg(place.line).arg(place.column);
    }
    if (place.line > 0) {
        return ErrorText::tr("line %1").arg(place.line);
    }
    return place.column > 0 ? ErrorText::tr("character %1").arg(place.column) : QString();
}

QString sentence(const Error& error)
{
    const QString subject = text(error.subject);
    const QString value = text(error.value);
    for (const QString& answer : {fileSentence(error, subject, value), mappingSentence(error, subject, value),
                                  storeSentence(error, subject, value)}) {
        if (!answer.isEmpty()) {
            return answer;
        }
    }
    switch (error.code) {
    case ErrorCode::Cancelled:
        return ErrorText::tr("Cancelled. The workspace is as it was before.");
    case ErrorCode::EmptyInput:
        return emptySentence(error, subject);
    case ErrorCode::BadOption:
        return value.isEmpty() ? ErrorText::tr("The option %1 is missing or cannot be used. %2")
                                     .arg(subject, optionDetail(error))
                                     .trimmed()
                               : ErrorText::tr("The option %1 cannot be “%2”. %3")
                                     .arg(subject, value, optionDetail(error))
                                     .trimmed();
    case ErrorCode::BadRule:
        return ruleSentence(error);
    case ErrorCode::NotFound:
        return value.isEmpty() ? ErrorText::tr("There is no “%1”.").arg(subject)
                               : ErrorText::tr("There is no %1 “%2”.").arg(subject, value);
    case ErrorCode::Exists:
        return ErrorText::tr("%1 exists already and is not overwritten.").arg(subject);
    default:
        return ErrorText::tr(
                   "Something went wrong inside the program (%1). The workspace is as it was before.")
            .arg(text(error.detail));
    }
}

namespace {

// in the order of ErrorCode
constexpr std::array<std::string_view, static_cast<std::size_t>(ErrorCode::Internal) + 1> kErrorCodes {
    "cancelled",       "empty_input",      "bad_option",        "bad_rule",       "not_found",
    "exists",          "file_missing",     "file_is_folder",    "file_empty",     "file_unreadable",
    "file_truncated",  "file_format",      "encoding_doubtful", "file_changed",   "file_loaded",
    "file_unwritable", "duplicate_header", "unknown_kind",      "unknown_column", "unknown_field",
    "missing_field",   "kind_unclear",     "bad_mapping",       "store_missing",  "store_foreign",
    "store_newer",     "store_damaged",    "store_locked",      "store_busy",     "store_read_only",
    "disk_full",       "disk_error",       "internal"};

}  // namespace

std::string_view errorCode(ErrorCode code)
{
    return kErrorCodes[std::min(static_cast<std::size_t>(code), kErrorCodes.size() - 1)];
}

}  // namespace meitrace
