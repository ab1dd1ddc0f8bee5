// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/publish/zipencoder.h"

#include <array>
#include <cassert>
#include <utility>
#include <zlib.h>

namespace meitrace {

namespace {

// Fields of the format (PKWARE APPNOTE 6.3): little-endian, sizes behind each part because they are not known
// in front of it.
constexpr std::uint32_t kLocalHeader = 0x04034B50;
constexpr std::uint32_t kSizesBehind = 0x08074B50;
constexpr std::uint32_t kListEntry = 0x02014B50;
constexpr std::uint32_t kListEnd = 0x06054B50;
constexpr std::uint32_t kVersion = 20;
constexpr std::uint32_t kFlags = 8;
constexpr std::uint32_t kDeflate = 8;
constexpr std::uint32_t kTime = 0;
constexpr std::uint32_t kFirstOf1980 = 0x21;
constexpr std::size_t kBuffer = 1U << 16U;

}  // namespace

struct ZipEncoder::Deflater {
    z_stream stream {};
    std::array<char, kBuffer> buffer {};
    std::uint32_t crc = 0;
    std::uint32_t packed = 0;
    std::uint32_t size = 0;
};

ZipEncoder::ZipEncoder()
    : m_deflater(std::make_unique<Deflater>())
{
    // -15: a raw stream without zlib's own head; 8: its usual memory.
    [[maybe_unused]] const int status
        = deflateInit2(&m_deflater->stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
    assert(status == Z_OK);
}

ZipEncoder::~ZipEncoder()
{
    deflateEnd(&m_deflater->stream);
}

void ZipEncoder::put16(std::uint32_t value)
{
    m_bytes += static_cast<char>(value & 0xFFU);
    m_bytes += static_cast<char>((value >> 8U) & 0xFFU);
}

void ZipEncoder::put32(std::uint32_t value)
{
    put16(value & 0xFFFFU);
    put16(value >> 16U);
}

void ZipEncoder::begin(std::string_view name)
{
    m_parts.push_back({.name = std::string(name), .offset = position()});
    deflateReset(&m_deflater->stream);
    m_deflater->crc = static_cast<std::uint32_t>(crc32(0, nullptr, 0));
    m_deflater->packed = 0;
    m_deflater->size = 0;
    put32(kLocalHeader);
    put16(kVersion);
    put16(kFlags);
    put16(kDeflate);
    put16(kTime);
    put16(kFirstOf1980);
    put32(0);
    put32(0);
    put32(0);
    put16(static_cast<std::uint32_t>(name.size()));
    put16(0);
    m_bytes += name;
}

void ZipEncoder::pump(std::string_view bytes, bool last)
{
    z_stream& stream = m_deflater->stream;
    // zlib reads through a pointer that is not const and does not write there.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT
    stream.avail_in = static_cast<uInt>(bytes.size());
    do {
        stream.next_out = reinterpret_cast<Bytef*>(m_deflater->buffer.data());
        stream.avail_out = static_cast<uInt>(kBuffer);
        deflate(&stream, last ? Z_FINISH : Z_NO_FLUSH);
        const std::size_t made = kBuffer - stream.avail_out;
        m_bytes.append(m_deflater->buffer.data(), made);
        m_deflater->packed += static_cast<std::uint32_t>(made);
    } while (stream.avail_out == 0);
}

void ZipEncoder::append(std::string_view bytes)
{
    m_deflater->crc = static_cast<std::uint32_t>(crc32(
        m_deflater->crc, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
    m_deflater->size += static_cast<std::uint32_t>(bytes.size());
    pump(bytes, false);
}

void ZipEncoder::end()
{
    pump({}, true);
    Part& part = m_parts.back();
    part.crc = m_deflater->crc;
    part.packed = m_deflater->packed;
    part.size = m_deflater->size;
    put32(kSizesBehind);
    put32(part.crc);
    put32(part.packed);
    put32(part.size);
}

void ZipEncoder::part(std::string_view name, std::string_view bytes)
{
    begin(name);
    append(bytes);
    end();
}

void ZipEncoder::finish()
{
    const std::uint32_t list = position();
    for (const Part& part : m_parts) {
        put32(kListEntry);
        put16(kVersion);
        put16(kVersion);
        put16(kFlags);
        put16(kDeflate);
        put16(kTime);
        put16(kFirstOf1980);
        put32(part.crc);
        put32(part.packed);
        put32(part.size);
        put16(static_cast<std::uint32_t>(part.name.size()));
        for (int field = 0; field < 4; ++field) {
            put16(0);  // extra field, comment, disk, kind of content
        }
        put32(0);
        put32(part.offset);
        m_bytes += part.name;
    }
    const std::uint32_t bytes = position() - list;
    put32(kListEnd);
    put16(0);
    put16(0);
    put16(static_cast<std::uint32_t>(m_parts.size()));
    put16(static_cast<std::uint32_t>(m_parts.size()));
    put32(bytes);
    put32(list);
    put16(0);
}

std::string ZipEncoder::takeBytes()
{
    m_taken += m_bytes.size();
    return std::exchange(m_bytes, std::string());
}

}  // namespace meitrace
