// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/firstpass.h"

#include "models/ingest/encodingprobe.h"
#include "models/ingest/gzipstream.h"
#include "models/ingest/passingcheck.h"
#include "models/ingest/sniffing.h"

#include <cstring>
#include <functional>
#include <initializer_list>
#include <simdjson.h>
#include <utility>

namespace meitrace {

namespace {

constexpr std::int64_t kChunk = 256 << 10;
constexpr std::int64_t kLongestCharacter = 4;

Result<std::unique_ptr<ByteStream>> unpackedFrom(Result<std::unique_ptr<ByteStream>> stream, bool compressed,
                                                 const std::string& name)
{
    return stream && compressed ? gzipStream(std::move(*stream), name) : std::move(stream);
}

Result<std::string> headOf(const ByteOrigin& origin, bool compressed)
{
    Result<std::unique_ptr<ByteStream>> stream = openUnpacked(origin, compressed);
    if (!stream) {
        return stream.error();
    }
    std::string head(static_cast<std::size_t>(kSniffBytes), '\0');
    const Result<std::int64_t> got = readFully(**stream, head.data(), kSniffBytes);
    if (!got) {
        return got.error();
    }
    head.resize(static_cast<std::size_t>(*got));
    if (head.empty()) {
        return Error {.code = ErrorCode::FileEmpty, .subject = origin.name()};
    }
    return head;
}

/// Hands a stream to a visitor in chunks that begin where the visitor stopped reading the one before.
using Visitor = std::function<std::int64_t(std::string_view bytes, bool final)>;
Status visit(ByteStream& stream, const Visitor& visitor)
{
    const std::unique_ptr<char[]> chunk(new char[static_cast<std::size_t>(kChunk + kLongestCharacter)]);
    std::int64_t kept = 0;
    while (true) {
        const Result<std::int64_t> got = stream.read(chunk.get() + kept, kChunk);
        if (!got) {
            return got.error();
        }
        const std::int64_t size = kept + *got;
        const std::int64_t seen = visitor({chunk.get(), static_cast<std::size_t>(size)}, *got == 0);
        if (*got == 0) {
            return Done {};
        }
        kept = size - seen;
        std::memmove(chunk.get(), chunk.get() + seen, static_cast<std::size_t>(kept));
    }
}

/// Whether all of the stream is UTF-8.
Result<bool> isUtf8Throughout(ByteStream& stream)
{
    bool valid = true;
    const Status read = visit(stream, [&](std::string_view bytes, bool final) {
        const std::int64_t whole = final ? static_cast<std::int64_t>(bytes.size()) : wholeCharacters(bytes);
        valid = valid && simdjson::validate_utf8(bytes.data(), static_cast<std::size_t>(whole));
        return whole;
    });
    return read ? Result<bool>(valid) : Result<bool>(read.error());
}

Status probeAll(const ByteOrigin& origin, bool compressed, EncodingProbe& probe)
{
    Result<std::unique_ptr<ByteStream>> stream = openUnpacked(origin, compressed);
    if (!stream) {
        return stream.error();
    }
    return visit(**stream, [&](std::string_view bytes, bool final) { return probe.add(bytes, final); });
}

/// For a file that is not UTF-8 throughout.
Result<Encoding> encodingByContent(const ByteOrigin& origin, bool compressed)
{
    EncodingProbe gb18030 {.encoding = Encoding::Gb18030};
    if (const Status probed = probeAll(origin, compressed, gb18030); !probed) {
        return probed.error();
    }
    if (gb18030.badLines == 0 && isPlausible(gb18030)) {
        return Encoding::Gb18030;
    }
    EncodingProbe utf8 {.encoding = Encoding::Utf8};
    EncodingProbe big5 {.encoding = Encoding::Big5};
    for (EncodingProbe* probe : {&utf8, &big5}) {
        if (const Status probed = probeAll(origin, compressed, *probe); !probed) {
            return probed.error();
        }
    }
    return bestEncoding(utf8, gb18030, big5);
}

/// known: what the beginning decides
Result<Encoding> encodingOfAll(const ByteOrigin& origin, bool compressed, std::optional<Encoding> known,
                               bool isUtf8)
{
    if (known || isUtf8) {
        return known.value_or(Encoding::Utf8);
    }
    return encodingByContent(origin, compressed);
}

constexpr bool isWide(Encoding encoding)
{
    return encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be;
}

/// What the beginning alone decides. Empty = the whole file has to be looked at.
std::optional<Encoding> encodingFromHead(std::string_view head, std::optional<Encoding> wanted)
{
    const std::optional<ByteOrderMark> mark = byteOrderMark(head);
    if (wanted) {
        return mark && isWide(*wanted) && isWide(mark->encoding) ? mark->encoding : *wanted;
    }
    return mark ? std::optional<Encoding>(mark->encoding) : looksLikeUtf16(head);
}

}  // namespace

Result<std::unique_ptr<ByteStream>> openUnpacked(const ByteOrigin& origin, bool compressed)
{
    return unpackedFrom(origin.open(), compressed, origin.name());
}

Result<FileFacts> firstPass(const ByteOrigin& origin, std::optional<Encoding> wanted,
                            std::int64_t readOnceFrom, std::string_view expected)
{
    FileFacts facts;
    Result<std::string> head = headOf(origin, false);
    if (head && looksLikeGzip(*head)) {
        facts.compressed = true;
        head = headOf(origin, true);
    }
    if (!head) {
        return head.error();
    }
    const std::string_view foreign = foreignFormat(*head);
    if (!foreign.empty() && foreign != expected && !(wanted && isWide(*wanted) && foreign == "binary")) {
        return Error {.code = ErrorCode::FileFormat, .subject = origin.name(), .value = std::string(foreign)};
    }
    const std::optional<Encoding> known = encodingFromHead(*head, wanted);
    const std::optional<ByteOrderMark> mark = byteOrderMark(*head);

    const Result<std::int64_t> size = origin.size();
    if (!size) {
        return size.error();
    }
    const bool beginsInUtf8 = known.value_or(Encoding::Utf8) == Encoding::Utf8 && !wanted
        && simdjson::validate_utf8(head->data(), static_cast<std::size_t>(wholeCharacters(*head)));
    if (*size >= readOnceFrom && !facts.compressed && beginsInUtf8) {
        facts.encoding = Encoding::Utf8;
        facts.diskBytes = *size;
        facts.isConfirmed = false;
        facts.markBytes = mark ? mark->bytes : 0;
        return facts;
    }

    Result<std::unique_ptr<ByteStream>> onDisk = origin.open();
    if (!onDisk) {
        return onDisk.error();
    }
    auto passing = std::make_unique<PassingCheck>(std::move(*onDisk), origin.name(), false);
    const PassingCheck& counter = *passing;
    Result<std::unique_ptr<ByteStream>> stream
        = unpackedFrom(std::unique_ptr<ByteStream>(std::move(passing)), facts.compressed, origin.name());
    if (!stream) {
        return stream.error();
    }
    const Result<bool> isUtf8 = isUtf8Throughout(**stream);
    if (!isUtf8) {
        return isUtf8.error();
    }
    facts.diskBytes = counter.diskBytes();
    facts.contentHash = counter.hash();
    const Result<Encoding> encoding = encodingOfAll(origin, facts.compressed, known, *isUtf8);
    if (!encoding) {
        return encoding.error();
    }
    facts.encoding = *encoding;
    facts.markBytes = mark && mark->encoding == facts.encoding ? mark->bytes : 0;
    return facts;
}

}  // namespace meitrace
