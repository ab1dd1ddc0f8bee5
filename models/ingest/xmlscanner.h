// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/byteorigin.h"

#include <memory>
#include <string>
#include <string_view>

struct XML_ParserStruct;

namespace meitrace {

/// The attributes of an element, valid while it is opened.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs)
        : m_pairs(pairs)
    {
    }
    /// By name without its prefix; empty when it is not there.
    [[nodiscard]] std::string_view value(std::string_view name) const;
    [[nodiscard]] bool isTrue(std::string_view name) const;

private:
    const char** m_pairs;
};

/// Told what stands in a document. Names come without their prefixes.
class XmlHandler {
public:
    XmlHandler() = default;
    XmlHandler(const XmlHandler&) = delete;
    XmlHandler& operator=(const XmlHandler&) = delete;
    virtual ~XmlHandler() = default;

    virtual void opened(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void closed(std::string_view /*name*/) {}
    /// A text may come in several pieces.
    virtual void text(std::string_view /*piece*/) {}
};

/// Reads an XML document piece by piece. Document type declarations, and with them entities of any kind, are
/// refused; so is nesting deeper than any table has.
class XmlScanner {
public:
    XmlScanner(std::unique_ptr<ByteStream> stream, XmlHandler& handler, std::string file);
    XmlScanner(const XmlScanner&) = delete;
    XmlScanner& operator=(const XmlScanner&) = delete;
    ~XmlScanner();

    /// Reads one more piece; false at the end of the document.
    ///
    /// Errors  those of the stream; FileFormat (value: "xml-dtd"), FileTruncated (not well-formed)
    Result<bool> step();
    /// Reads all that is left.
    Status finish();
    /// Bytes of the document read so far.
    [[nodiscard]] std::int64_t bytes() const { return m_stream->diskBytes(); }

    struct Calls;

private:
    std::unique_ptr<ByteStream> m_stream;
    XmlHandler& m_handler;
    std::string m_file;
    XML_ParserStruct* m_parser;
    bool m_hasDeclaration = false;
    int m_depth = 0;
    bool m_ended = false;
};

/// Reads a whole document.
Status scanXml(Result<std::unique_ptr<ByteStream>> stream, XmlHandler& handler, const std::string& file);

}  // namespace meitrace
