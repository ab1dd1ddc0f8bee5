// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/publish/exportmanifest.h"

#include <string_view>

namespace meitrace {

namespace {

std::string quoted(std::string_view text)
{
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += kDigits[byte >> 4U];
            out += kDigits[byte & 15U];
        } else {
            out += c;
        }
    }
    return out + '"';
}

class Lines {
public:
    void text(std::string_view key, std::string_view value) { raw(key, quoted(value)); }
    void textOrNull(std::string_view key, std::string_view value)
    {
        raw(key, value.empty() ? std::string("null") : quoted(value));
    }
    void number(std::string_view key, std::int64_t value) { raw(key, std::to_string(value)); }
    void raw(std::string_view key, const std::string& value)
    {
        m_text += m_text.empty() ? "{\n  " : ",\n  ";
        m_text += quoted(key) + ": " + value;
    }
    [[nodiscard]] std::string finish() const { return m_text + "\n}\n"; }

private:
    std::string m_text;
};

}  // namespace

std::string manifestJson(const ExportManifest& manifest)
{
    std::string columns = "[";
    for (const std::string& column : manifest.columns) {
        columns += (columns.size() > 1 ? ", " : "") + quoted(column);
    }
    std::string removed = "[";
    for (const auto& [reason, count] : manifest.removed) {
        removed += (removed.size() > 1 ? ", " : "") + ("{\"reason\": " + quoted(reason))
            + ", \"count\": " + std::to_string(count) + "}";
    }
    Lines lines;
    lines.text("file", manifest.file);
    lines.text("sha256", manifest.sha256);
    lines.text("workspace", manifest.workspace);
    lines.text("audience", manifest.audience);
    lines.number("audience_version", manifest.version);
    lines.text("kind", manifest.kind);
    lines.textOrNull("rule", manifest.rule);
    lines.textOrNull("origin", manifest.origin);
    lines.text("as_of", manifest.asOf);
    lines.number("data_version", manifest.dataVersion);
    lines.text("channel", manifest.channel);
    lines.text("purpose", manifest.purpose);
    lines.text("identifier", manifest.identifier);
    lines.raw("columns", columns + "]");
    lines.text("format", manifest.format);
    lines.textOrNull("encoding", manifest.encoding);
    lines.number("customers", manifest.customers);
    lines.number("rows", manifest.rows);
    lines.number("held_out", manifest.heldOut);
    lines.raw("removed", removed + "]");
    lines.text("created_at", manifest.createdAt);
    lines.text("delete_by", manifest.deleteBy);
    lines.text("program", manifest.program);
    return lines.finish();
}

}  // namespace meitrace
