// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/xmlscanner.h"

#include <expat.h>
#include <utility>

namespace meitrace {

namespace {

constexpr int kPiece = 64 << 10;
constexpr int kDeepest = 64;

std::string_view localName(const char* name)
{
    const std::string_view whole = name;
    const std::size_t colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

}  // namespace

struct XmlScanner::Calls {
    static void XMLCALL open(void* user, const XML_Char* name, const XML_Char** attributes)
    {
        auto& scanner = *static_cast<XmlScanner*>(user);
        if (++scanner.m_depth > kDeepest) {
            XML_StopParser(scanner.m_parser, XML_FALSE);
            return;
        }
        scanner.m_handler.opened(localName(name), XmlAttributes(attributes));
    }

    static void XMLCALL close(void* user, const XML_Char* name)
    {
        auto& scanner = *static_cast<XmlScanner*>(user);
        --scanner.m_depth;
        scanner.m_handler.closed(localName(name));
    }

    static void XMLCALL text(void* user, const XML_Char* text, int size)
    {
        static_cast<XmlScanner*>(user)->m_handler.text({text, static_cast<std::size_t>(size)});
    }

    static void XMLCALL declaration(void* user, const XML_Char* /*name*/, const XML_Char* /*system*/,
                                    const XML_Char* /*publicId*/, int /*internal*/)
    {
        auto& scanner = *static_cast<XmlScanner*>(user);
        scanner.m_hasDeclaration = true;
        XML_StopParser(scanner.m_parser, XML_FALSE);
    }
};

std::string_view XmlAttributes::value(std::string_view name) const
{
    for (const char** pair = m_pairs; *pair != nullptr; pair += 2) {
        if (localName(*pair) == name) {
            return pair[1];
        }
    }
    return {};
}

bool XmlAttributes::isTrue(std::string_view name) const
{
    const std::string_view text = value(name);
    return text == "1" || text == "true" || text == "on";
}

XmlScanner::XmlScanner(std::unique_ptr<ByteStream> stream, XmlHandler& handler, std::string file)
    : m_stream(std::move(stream))
    , m_handler(handler)
    , m_file(std::move(file))
    , m_parser(XML_ParserCreate(nullptr))
{
    XML_SetUserData(m_parser, this);
    XML_SetElementHandler(m_parser, &Calls::open, &Calls::close);
    XML_SetCharacterDataHandler(m_parser, &Calls::text);
    XML_SetStartDoctypeDeclHandler(m_parser, &Calls::declaration);
}

XmlScanner::~XmlScanner()
{
    XML_ParserFree(m_parser);
}

Result<bool> XmlScanner::step()
{
    if (m_ended) {
        return false;
    }
    void* buffer = XML_GetBuffer(m_parser, kPiece);
    if (buffer == nullptr) {
        return Error {.code = ErrorCode::FileUnreadable, .subject = m_file, .detail = "no memory for XML"};
    }
    const Result<std::int64_t> got = m_stream->read(static_cast<char*>(buffer), kPiece);
    if (!got) {
        return got.error();
    }
    m_ended = *got == 0;
    if (XML_ParseBuffer(m_parser, static_cast<int>(*got), m_ended ? 1 : 0) == XML_STATUS_ERROR) {
        m_ended = true;
        if (m_hasDeclaration) {
            return Error {.code = ErrorCode::FileFormat, .subject = m_file, .value = "xml-dtd"};
        }
        return Error {.code = ErrorCode::FileTruncated,
                      .subject = m_file,
                      .value = "xml",
                      .detail = XML_ErrorString(XML_GetErrorCode(m_parser))};
    }
    return !m_ended;
}

Status XmlScanner::finish()
{
    while (true) {
        const Result<bool> more = step();
        if (!more) {
            return more.error();
        }
        if (!*more) {
            return Done {};
        }
    }
}

Status scanXml(Result<std::unique_ptr<ByteStream>> stream, XmlHandler& handler, const std::string& file)
{
    return stream ? XmlScanner(std::move(*stream), handler, file).finish() : Status(stream.error());
}

}  // namespace meitrace
