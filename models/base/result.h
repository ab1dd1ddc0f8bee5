// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

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

/// A value or an Error. Callers must look: discarding one is a compiler warning, and warnings are errors. A
/// union of its own: std::variant costs the compiler ten times as much per type, and nearly every file has
/// dozens.
template <typename T>
class [[nodiscard]] Result {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): returning a plain value is the point
    Result(T value)
        : m_value(std::move(value))
        , m_isValue(true)
    {
    }

    // NOLINTNEXTLINE(google-explicit-constructor)
    Result(Error error)
        : m_error(std::move(error))
        , m_isValue(false)
    {
    }

    Result(const Result& other) requires std::is_copy_constructible_v<T> : m_isValue(other.m_isValue)
    {
        if (m_isValue) {
            std::construct_at(std::addressof(m_value), other.m_value);
        } else {
            std::construct_at(std::addressof(m_error), other.m_error);
        }
    }

    Result(Result&& other) noexcept
        : m_isValue(other.m_isValue)
    {
        take(std::move(other));
    }

    Result& operator=(const Result& other) requires std::is_copy_constructible_v<T>
    {
        if (this != &other) {
            *this = Result(other);
        }
        return *this;
    }

    Result& operator=(Result&& other) noexcept
    {
        if (this != &other) {
            destroy();
            m_isValue = other.m_isValue;
            take(std::move(other));
        }
        return *this;
    }

    ~Result() { destroy(); }

    explicit operator bool() const noexcept { return m_isValue; }

    const T& operator*() const&
    {
        demand(m_isValue);
        return m_value;
    }

    T& operator*() &
    {
        demand(m_isValue);
        return m_value;
    }

    T&& operator*() &&
    {
        demand(m_isValue);
        return std::move(m_value);
    }

    const T* operator->() const
    {
        demand(m_isValue);
        return std::addressof(m_value);
    }

    T* operator->()
    {
        demand(m_isValue);
        return std::addressof(m_value);
    }

    const Error& error() const
    {
        demand(!m_isValue);
        return m_error;
    }

private:
    /// Also in builds without assertions: what is not there must not be read.
    static void demand(bool isThere)
    {
        assert(isThere);
        if (!isThere) {
            std::abort();
        }
    }

    void take(Result&& other) noexcept
    {
        if (m_isValue) {
            std::construct_at(std::addressof(m_value), std::move(other.m_value));
        } else {
            std::construct_at(std::addressof(m_error), std::move(other.m_error));
        }
    }

    void destroy() noexcept
    {
        if (m_isValue) {
            std::destroy_at(std::addressof(m_value));
        } else {
            std::destroy_at(std::addressof(m_error));
        }
    }

    union {
        T m_value;      // NOLINT(readability-identifier-naming): a private member all the same
        Error m_error;  // NOLINT(readability-identifier-naming)
    };
    bool m_isValue;
};

/// The outcome of something that returns nothing: Done or an Error.
struct Done {};
using Status = Result<Done>;

}  // namespace meitrace
