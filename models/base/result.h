// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace meitrace {

/// What went wrong, as data. Sentences for people are written in ui/text only.
enum class ErrorCode {
    Cancelled,
    EmptyInput,        ///< nothing to compute on
    BadOption,         ///< subject: option name
    BadRule,           ///< audience rule or step; place.column: 1-based character
    NotFound,          ///< subject: what was asked for
    Exists,            ///< refused to overwrite; subject: path or name
    FileMissing,       ///< subject: path
    FileIsFolder,      ///< subject: path
    FileEmpty,         ///< subject: path
    FileUnreadable,    ///< subject: path
    FileTruncated,     ///< subject: path; a compressed file that ends too early or is damaged
    FileFormat,        ///< subject: path; not delimited text
    EncodingDoubtful,  ///< subject: path; its beginning promised another encoding than what follows
    FileChanged,       ///< subject: path; it changed while it was read
    FileLoaded,        ///< subject: path; the same content is loaded already, detail: batch
    FileUnwritable,    ///< subject: path
    DuplicateHeader,   ///< subject: path, value: header
    UnknownKind,       ///< subject: kind
    UnknownColumn,     ///< subject: mapping, value: column
    UnknownField,      ///< subject: mapping, value: field
    MissingField,      ///< subject: kind, value: required field without a column
    KindUnclear,       ///< subject: path; no kind fits well enough
    BadMapping,        ///< subject: mapping file, place: where, detail: what
    StoreMissing,
    StoreForeign,  ///< not a workspace of this program
    StoreNewer,    ///< value: its version
    StoreDamaged,  ///< detail: first finding
    StoreLocked,   ///< value: who holds it
    StoreBusy,
    StoreReadOnly,
    DiskFull,
    DiskError,  ///< reading or writing failed; detail: system message
    Internal    ///< a defect of ours; detail says where
};

/// Where in a file or a text something stands. 0 = not known.
struct Place {
    std::int64_t line = 0;    ///< 1-based physical line
    std::int64_t column = 0;  ///< 1-based
};

struct Error {
    ErrorCode code {};
    std::string subject {};  ///< option, column, file or table concerned; UTF-8, never personal data
    std::string value {};    ///< the offending value, at most 40 characters; shown, never logged
    Place place {};
    std::string detail {};  ///< for the log, not for the screen; never personal data
};

/// A value or an Error. Callers must look: discarding one is a compiler warning, and warnings are errors.
template <typename T>
class [[nodiscard]] Result {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): returning a plain value is the point
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }

    // NOLINTNEXTLINE(google-explicit-constructor)
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    explicit operator bool() const noexcept { return m_state.index() == 0; }

    const T& operator*() const&
    {
        assert(*this);
        return std::get<0>(m_state);
    }

    T& operator*() &
    {
        assert(*this);
        return std::get<0>(m_state);
    }

    T&& operator*() &&
    {
        assert(*this);
        return std::move(std::get<0>(m_state));
    }

    const T* operator->() const
    {
        assert(*this);
        return &std::get<0>(m_state);
    }

    T* operator->()
    {
        assert(*this);
        return &std::get<0>(m_state);
    }

    const Error& error() const
    {
        assert(!*this);
        return std::get<1>(m_state);
    }

private:
    std::variant<T, Error> m_state;
};

/// The outcome of something that returns nothing: Done or an Error.
struct Done {};
using Status = Result<Done>;

}  // namespace meitrace
