// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/intake.h"

#include "models/store/batchspans.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr std::string_view kSimilarName = "similar";
constexpr std::string_view kSaid = "mapping";

}  // namespace

Result<std::vector<LoadedFile>> loadedFiles(Workspace& workspace, Job& job)
{
    const Result<std::vector<BatchHead>> heads = Batches(workspace.database()).heads();
    if (!heads) {
        return heads.error();
    }
    const Result<std::map<std::int64_t, BatchSpan>> spans = batchSpans(workspace, job);
    if (!spans) {
        return spans.error();
    }
    std::vector<LoadedFile> files;
    files.reserve(heads->size());
    for (const BatchHead& head : *heads) {
        LoadedFile& file = files.emplace_back();
        file.batch = head.id;
        file.kind = head.kind;
        file.name = head.fileName;
        if (const auto span = spans->find(head.id); span != spans->end() && span->second.first != kMissing) {
            file.from = clinicDay(workspace, span->second.first);
            file.to = clinicDay(workspace, span->second.last);
        }
    }
    return files;
}

IntakeState stateOf(const IntakeFile& file)
{
    if (file.problem) {
        return IntakeState::Unreadable;
    }
    if (!file.preview) {
        return IntakeState::Reading;
    }
    if (file.preview->loadedAs != 0) {
        return IntakeState::Loaded;
    }
    const bool isKnown = file.preview->certain || file.edited;
    if (!isKnown || !canBeChecked(file)) {
        return IntakeState::Unclear;
    }
    return columnsToConfirm(file).empty() ? IntakeState::Ready : IntakeState::ToConfirm;
}

std::vector<Mapping::Column> columnsToConfirm(const IntakeFile& file)
{
    std::vector<Mapping::Column> columns;
    if (file.preview && !file.preview->remembered) {
        std::copy_if(file.mapping.columns.begin(), file.mapping.columns.end(), std::back_inserter(columns),
                     [](const Mapping::Column& column) { return column.reason == kSimilarName; });
    }
    return columns;
}

Mapping withConfirmed(Mapping mapping, const std::string& header)
{
    for (Mapping::Column& column : mapping.columns) {
        if (column.header == header) {
            column.confidence = 1;
            column.reason = kSaid;
        }
    }
    return mapping;
}

bool canBeChecked(const IntakeFile& file)
{
    return !file.problem && file.preview && file.mapping.kind != nullptr
        && missingFields(file.mapping).empty();
}

bool isTaken(const IntakeFile& file)
{
    return !file.leftOut && stateOf(file) == IntakeState::Ready;
}

bool holdsUp(const IntakeFile& file)
{
    const IntakeState state = stateOf(file);
    return !file.leftOut && state != IntakeState::Ready && state != IntakeState::Loaded;
}

std::vector<FileOverlap> overlapsOf(const IntakeFile& file, const std::vector<LoadedFile>& loaded)
{
    std::vector<FileOverlap> overlaps;
    if (!file.check || file.check->from == kMissingDay || file.mapping.kind == nullptr
        || stateOf(file) == IntakeState::Loaded) {
        return overlaps;
    }
    for (const LoadedFile& other : loaded) {
        const Day from = std::max(file.check->from, other.from);
        const Day to = std::min(file.check->to, other.to);
        if (other.kind == file.mapping.kind->id && other.from != kMissingDay && from <= to) {
            overlaps.push_back({.batch = other.batch, .name = other.name, .from = from, .to = to});
        }
    }
    std::stable_sort(overlaps.begin(), overlaps.end(),
                     [](const FileOverlap& a, const FileOverlap& b) { return a.to > b.to; });
    return overlaps;
}

}  // namespace meitrace
