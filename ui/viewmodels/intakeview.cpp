// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/intakeview.h"

#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/importview.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace meitrace {

namespace {

struct IntakeView {
    Q_DECLARE_TR_FUNCTIONS(IntakeView)
};

constexpr int kMostNamed = 8;
const QChar kDash(0x2014);
const QChar kEllipsis(0x2026);

std::int64_t setAside(const FileCheck& check)
{
    return check.fates[static_cast<std::size_t>(RowFate::Quarantined)];
}

QString stateText(const IntakeFile& file)
{
    if (file.leftOut) {
        return IntakeView::tr("Left out");
    }
    switch (stateOf(file)) {
    case IntakeState::Reading:
        return IntakeView::tr("Being read");
    case IntakeState::Ready:
        return IntakeView::tr("Ready");
    case IntakeState::ToConfirm:
        return IntakeView::tr("%Ln column(s) to confirm", "",
                              static_cast<int>(columnsToConfirm(file).size()));
    case IntakeState::Unclear:
        return IntakeView::tr("Not recognised");
    case IntakeState::Loaded:
        return IntakeView::tr("Loaded already");
    case IntakeState::Unreadable:
        return IntakeView::tr("Cannot be read");
    }
    return {};
}

Tone stateTone(const IntakeFile& file)
{
    const IntakeState state = stateOf(file);
    if (file.leftOut) {
        return Tone::Neutral;
    }
    return state == IntakeState::Ready                                     ? Tone::Good
        : state == IntakeState::ToConfirm || state == IntakeState::Unclear ? Tone::Warn
        : state == IntakeState::Unreadable                                 ? Tone::Bad
                                                                           : Tone::Neutral;
}

/// What reading the file through brings: a mark while it is under way, a dash where it does not happen.
QString waitingText(const IntakeFile& file)
{
    return !file.leftOut && !file.unchecked && !file.problem && (!file.preview || canBeChecked(file))
        ? QString(kEllipsis)
        : QString(kDash);
}

/// Without the remark whose encoding it is: a list of files has no room for it.
QString shortEncoding(std::string_view code)
{
    return code == "gb18030" ? QStringLiteral("GB18030")
        : code == "big5"     ? QStringLiteral("Big5")
                             : encodingName(code);
}

QString rowsText(const FileCheck& check)
{
    const std::int64_t aside = setAside(check);
    return aside == 0 ? countText(check.rows)
                      : IntakeView::tr("%1 set aside of %2").arg(countText(aside), countText(check.rows));
}

/// The days both reach over, as short as these can be said beside the days of the file itself.
QString overlapText(const FileCheck& check, const FileOverlap& overlap)
{
    const QString name = fromUtf8(overlap.name);
    const bool fromStart = overlap.from == check.from;
    const bool toEnd = overlap.to == check.to;
    if (fromStart && toEnd) {
        return IntakeView::tr("all days in %1", "a file").arg(name);
    }
    if (fromStart) {
        return IntakeView::tr("until %1 in %2", "day, file").arg(dayText(overlap.to), name);
    }
    return toEnd ? IntakeView::tr("from %1 in %2", "day, file").arg(dayText(overlap.from), name)
                 : IntakeView::tr("%1 in %2", "days, file").arg(daysText(overlap.from, overlap.to), name);
}

QString overlapsText(const IntakeFile& file, const std::vector<LoadedFile>& loaded)
{
    const std::vector<FileOverlap> overlaps = overlapsOf(file, loaded);
    if (overlaps.empty()) {
        return QString(kDash);
    }
    if (overlaps.size() == 1) {
        return overlapText(*file.check, overlaps.front());
    }
    const auto alike = std::count_if(loaded.begin(), loaded.end(), [&](const LoadedFile& other) {
        return other.kind == file.mapping.kind->id;
    });
    return IntakeView::tr("%1 of %2 loaded files")
        .arg(countText(static_cast<std::int64_t>(overlaps.size())), countText(alike));
}

/// A file and its days on a line each.
QString overlapLines(const IntakeFile& file, const std::vector<LoadedFile>& loaded)
{
    const std::vector<FileOverlap> overlaps = overlapsOf(file, loaded);
    QStringList lines;
    for (const FileOverlap& overlap : overlaps) {
        if (lines.size() < kMostNamed) {
            lines << IntakeView::tr("%1: %2").arg(fromUtf8(overlap.name), daysText(overlap.from, overlap.to));
        }
    }
    const auto more = static_cast<int>(overlaps.size()) - static_cast<int>(lines.size());
    if (more > 0) {
        lines << IntakeView::tr("and %Ln other(s)", "files", more);
    }
    return lines.join(QLatin1Char('\n'));
}

/// What it takes to decide about a file that is not clear.
QString unclearNote(const IntakeFile& file)
{
    QStringList missing;
    for (const std::vector<int>& group : missingFields(file.mapping)) {
        missing << anyOfFields(*file.mapping.kind, group);
    }
    return file.edited && !missing.isEmpty()
        ? IntakeView::tr("Still needed: %1. Look closer and name the columns, or leave the file out.")
              .arg(missing.join(IntakeView::tr("; ")))
        : IntakeView::tr("It is not clear what is in this file. Look closer and say it, or leave the file "
                         "out.");
}

QString confirmNote(const IntakeFile& file)
{
    QStringList columns;
    for (const Mapping::Column& column : columnsToConfirm(file)) {
        columns << IntakeView::tr("“%1” as %2")
                       .arg(fromUtf8(column.header), fieldTitleText(*file.mapping.kind, column.field));
    }
    return IntakeView::tr("Taken by a similar name: %1. Look closer and confirm it once; it is remembered.")
        .arg(columns.join(IntakeView::tr("; ")));
}

QString readyNote(const IntakeFile& file, const std::optional<std::vector<LoadedFile>>& loaded)
{
    if (file.check && loaded && !overlapsOf(file, *loaded).empty()) {
        return IntakeView::tr("Days of this file are loaded already. Equal rows count once; a row that was "
                              "changed takes the place of the earlier one.");
    }
    return file.check && setAside(*file.check) > 0
        ? IntakeView::tr("Rows that cannot be read safely are set aside with their reason; the others are "
                         "imported.")
        : QString();
}

}  // namespace

QString intakeSummary(const std::vector<IntakeFile>& files)
{
    const auto among
        = [&](auto&& test) { return static_cast<int>(std::count_if(files.begin(), files.end(), test)); };
    const auto inState = [&](IntakeState state) {
        return among([state](const IntakeFile& file) { return !file.leftOut && stateOf(file) == state; });
    };
    QStringList parts;
    const auto add = [&parts](int number, const QString& text) {
        if (number > 0) {
            parts << text.arg(countText(number));
        }
    };
    add(inState(IntakeState::Ready), IntakeView::tr("%1 ready", "files"));
    add(inState(IntakeState::ToConfirm), IntakeView::tr("%1 to confirm", "files"));
    add(inState(IntakeState::Unclear), IntakeView::tr("%1 not recognised", "files"));
    add(inState(IntakeState::Unreadable), IntakeView::tr("%1 cannot be read", "files"));
    add(inState(IntakeState::Loaded), IntakeView::tr("%1 loaded already", "files"));
    add(inState(IntakeState::Reading), IntakeView::tr("%1 being read", "files"));
    add(among([](const IntakeFile& file) { return file.leftOut; }), IntakeView::tr("%1 left out", "files"));
    return IntakeView::tr("%1: %2").arg(IntakeView::tr("%Ln file(s)", "", static_cast<int>(files.size())),
                                        parts.join(IntakeView::tr(", ")));
}

QString intakeDemand(const std::vector<IntakeFile>& files)
{
    const auto waiting
        = static_cast<int>(std::count_if(files.begin(), files.end(), [](const IntakeFile& file) {
              return holdsUp(file) && stateOf(file) != IntakeState::Reading;
          }));
    if (waiting > 0) {
        return IntakeView::tr("%Ln file(s) hold up the import: look closer and decide, or leave them out.",
                              "", waiting);
    }
    if (std::any_of(files.begin(), files.end(), holdsUp)) {
        return {};
    }
    return std::any_of(files.begin(), files.end(), isTaken) ? QString()
                                                            : IntakeView::tr("Nothing is left to import.");
}

QString intakeNote(const IntakeFiles& all, int file)
{
    const IntakeFile& one = all.files[static_cast<std::size_t>(file)];
    if (one.leftOut) {
        return IntakeView::tr("This file is not imported. It stays where it is.");
    }
    switch (stateOf(one)) {
    case IntakeState::Unreadable:
        return sentence(*one.problem);
    case IntakeState::Unclear:
        return unclearNote(one);
    case IntakeState::ToConfirm:
        return confirmNote(one);
    case IntakeState::Loaded:
        return IntakeView::tr("The same content is loaded already: this file is left out.");
    case IntakeState::Ready:
        return readyNote(one, all.loaded);
    case IntakeState::Reading:
        break;
    }
    return {};
}

IntakeTable::IntakeTable(const IntakeFiles& all, QObject* parent)
    : ReadOnlyTable(kColumns, parent)
    , m_all(all)
{
}

void IntakeTable::changed(int file)
{
    emit dataChanged(index(file, 0), index(file, kColumns - 1));
}

int IntakeTable::count() const
{
    return static_cast<int>(m_all.files.size());
}

QString IntakeTable::title(int column) const
{
    return QStringList {tr("File"), tr("Recognised as"), tr("Encoding"),
                        tr("Rows"), tr("Period"),        tr("Overlap", "with loaded files"),
                        tr("State")}
        .value(column);
}

bool IntakeTable::isNumber(int column) const
{
    return column == Rows;
}

QString IntakeTable::text(int row, int column) const
{
    const IntakeFile& file = fileAt(row);
    switch (column) {
    case File:
        return QFileInfo(QString::fromStdString(file.path)).fileName();
    case Kind: {
        const bool known = file.preview && file.mapping.kind != nullptr
            && (file.preview->certain || file.edited || canBeChecked(file));
        return known ? capitalised(kindName(file.mapping.kind->code)) : QString(kDash);
    }
    case Encoding:
        return file.preview ? shortEncoding(file.preview->encoding) : QString(kDash);
    case Rows:
        return file.check ? rowsText(*file.check) : waitingText(file);
    case Period:
        return !file.check                    ? waitingText(file)
            : file.check->from == kMissingDay ? QString(kDash)
                                              : daysText(file.check->from, file.check->to);
    case Overlap:
        return file.check && m_all.loaded ? overlapsText(file, *m_all.loaded) : waitingText(file);
    case State:
        return stateText(file);
    default:
        return {};
    }
}

QVariant IntakeTable::mark(int row, int column, int role) const
{
    const IntakeFile& file = fileAt(row);
    if (role == PillRole && column == State) {
        return static_cast<int>(stateTone(file));
    }
    if (role == QuietRole) {
        return file.leftOut || stateOf(file) == IntakeState::Loaded;
    }
    if (role == Qt::ToolTipRole && column == File) {
        return QString::fromStdString(file.path);
    }
    if (role == Qt::ToolTipRole && column == Overlap && m_all.loaded) {
        return overlapLines(file, *m_all.loaded);
    }
    return {};
}

}  // namespace meitrace
