// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/filepreview.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace meitrace {

/// A file that was loaded before, and the days its rows in force are of.
struct LoadedFile {
    std::int64_t batch = 0;
    std::uint8_t kind = 0;
    std::string name;
    Day from = kMissingDay;  ///< kMissingDay: nothing of it is dated
    Day to = kMissingDay;
};

/// Every loaded file, by its number.  Cost, errors  as batchSpans()
Result<std::vector<LoadedFile>> loadedFiles(Workspace& workspace, Job& job);

/// A file that waits to be imported, as far as it is known.
struct IntakeFile {
    std::string path;
    ReadingChoices choices {};
    std::optional<FilePreview> preview {};  ///< nothing while nobody has looked into it
    std::optional<Error> problem {};
    Mapping mapping {};    ///< of the preview, with what somebody changed
    bool edited = false;   ///< somebody changed or confirmed something
    bool remember = true;  ///< what was changed or confirmed holds for files with the same columns
    std::optional<FileCheck> check {};
    bool unchecked = false;  ///< somebody stopped the check: its rows stay uncounted
    bool leftOut = false;    ///< somebody said so
};

enum class IntakeState {
    Reading,    ///< nobody has looked into it yet
    Ready,      ///< may be imported
    ToConfirm,  ///< columns that were matched by a similar name wait for a word
    Unclear,    ///< its kind, or a column it must have, is not known
    Loaded,     ///< the same content is in the workspace
    Unreadable
};

/// What keeps a file from being imported comes before what does not.
IntakeState stateOf(const IntakeFile& file);

/// Columns that stand for a field by a similar name only, and of which nobody said that they do.
std::vector<Mapping::Column> columnsToConfirm(const IntakeFile& file);

/// The mapping with one of its columns confirmed; it is no guess any more.
Mapping withConfirmed(Mapping mapping, const std::string& header);

/// Whether all is known that reading the file through takes.
bool canBeChecked(const IntakeFile& file);

/// Whether a file would be taken with the others of its list.
bool isTaken(const IntakeFile& file);
/// Whether the others have to wait until somebody decides about it or it has been read.
bool holdsUp(const IntakeFile& file);

/// Days that a file and a loaded one of the same kind both reach over.
struct FileOverlap {
    std::int64_t batch = 0;
    std::string name;
    Day from = kMissingDay;
    Day to = kMissingDay;
};

/// Overlaps of a file whose rows are checked, the latest first; none for a file that is loaded already.
std::vector<FileOverlap> overlapsOf(const IntakeFile& file, const std::vector<LoadedFile>& loaded);

}  // namespace meitrace
