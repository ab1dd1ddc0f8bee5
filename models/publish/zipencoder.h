// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// A ZIP archive as a stream of bytes, deflated, without a clock: equal parts give equal bytes. Nothing is
/// kept but the part in hand and the list of parts. Up to 4 GiB.
class ZipEncoder {
public:
    ZipEncoder();
    ZipEncoder(const ZipEncoder&) = delete;
    ZipEncoder& operator=(const ZipEncoder&) = delete;
    ~ZipEncoder();

    /// Begins a part; the one before must have ended. name: ASCII, with '/' between folders
    void begin(std::string_view name);
    void append(std::string_view bytes);
    void end();
    /// begin, append and end
    void part(std::string_view name, std::string_view bytes);
    /// Writes the list of parts. Nothing comes after it.
    void finish();

    /// Bytes not taken yet
    [[nodiscard]] std::size_t pending() const { return m_bytes.size(); }
    [[nodiscard]] std::string takeBytes();

private:
    struct Deflater;
    struct Part {
        std::string name;
        std::uint32_t offset = 0;
        std::uint32_t crc = 0;
        std::uint32_t packed = 0;
        std::uint32_t size = 0;
    };

    void put16(std::uint32_t value);
    void put32(std::uint32_t value);
    void pump(std::string_view bytes, bool last);
    [[nodiscard]] std::uint32_t position() const
    {
        return static_cast<std::uint32_t>(m_taken + m_bytes.size());
    }

    std::string m_bytes;
    std::size_t m_taken = 0;
    std::vector<Part> m_parts;
    std::unique_ptr<Deflater> m_deflater;
};

}  // namespace meitrace
