// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/sheetreader.h"

#include "models/ingest/xmlscanner.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace meitrace {

namespace {

constexpr std::size_t kMostColumns = 16'384;
constexpr std::size_t kLongestCell = std::size_t {1} << 20U;  // Excel stops at 32,767 characters

template <typename T>
T numberOr(std::string_view text, T otherwise)
{
    T number {};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

/// "AB12" is column 27; kMostColumns when it is none.
std::size_t columnOf(std::string_view place)
{
    std::size_t column = 0;
    for (const char c : place) {
        if (c < 'A' || c > 'Z') {
            break;
        }
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
        if (column > kMostColumns) {
            return kMostColumns;
        }
    }
    return column == 0 ? kMostColumns : column - 1;
}

class SheetHandler final : public XmlHandler {
public:
    explicit SheetHandler(const Workbook& book)
        : m_book(book)
    {
    }

    void opened(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name == "sheetData") {
            m_inData = true;
        } else if (m_inData && name == "row") {
            m_row = TextRow();
            m_row.line = m_line = numberOr(attributes.value("r"), m_line + 1);
            m_column = 0;
        } else if (m_inData && name == "c") {
            openCell(attributes);
        } else if (m_inCell) {
            m_inValue = name == "v";
            m_runs.opened(name);
        }
    }

    void closed(std::string_view name) override
    {
        if (name == "sheetData") {
            m_inData = false;
        } else if (m_inCell && name == "c") {
            closeCell();
        } else if (m_inCell) {
            m_inValue = m_inValue && name != "v";
            m_runs.closed(name);
        } else if (m_inData && name == "row" && !m_row.isBlank()) {
            rows.push_back(std::move(m_row));
        }
    }

    void text(std::string_view piece) override
    {
        if (m_inCell && (m_inValue || m_runs.isText()) && m_text.size() < kLongestCell) {
            m_text.append(piece);
        }
    }

    std::vector<TextRow> rows;

private:
    void openCell(const XmlAttributes& attributes)
    {
        const std::string_view place = attributes.value("r");
        m_column = place.empty() ? m_column : columnOf(place);
        m_type = attributes.value("t");
        m_style = numberOr<std::size_t>(attributes.value("s"), 0);
        m_text.clear();
        m_runs = TextRuns();
        m_inCell = true;
        m_inValue = false;
    }

    void closeCell()
    {
        m_inCell = false;
        std::string text = cellText();
        if (!text.empty() && m_column < kMostColumns) {
            m_row.cells.resize(std::max(m_row.cells.size(), m_column + 1));
            m_row.cells[m_column] = std::move(text);
        }
        ++m_column;
    }

    /// s: shared text, inlineStr and str: the text itself, b: true or false, e: an error as it is shown
    std::string cellText()
    {
        if (m_type == "s") {
            const auto number = numberOr<std::size_t>(m_text, m_book.texts.size());
            return std::string(m_book.texts.text(number));
        }
        if (m_type == "b") {
            return m_text == "1" ? "TRUE" : "FALSE";
        }
        if (m_type == "d") {  // an ISO date as text
            std::replace(m_text.begin(), m_text.end(), 'T', ' ');
            return m_text;
        }
        if ((!m_type.empty() && m_type != "n") || m_text.empty()) {
            return m_text;
        }
        const NumberForm form = m_style < m_book.forms.size() ? m_book.forms[m_style] : NumberForm();
        return numberText(m_text, form, m_book.is1904);
    }

    const Workbook& m_book;
    TextRow m_row;
    TextRuns m_runs;
    std::string m_text;
    std::string m_type;
    std::size_t m_style = 0;
    std::size_t m_column = 0;
    std::int64_t m_line = 0;
    bool m_inData = false;
    bool m_inCell = false;
    bool m_inValue = false;
};

}  // namespace

struct SheetReader::Parts {
    Parts(std::unique_ptr<ByteStream> stream, const Workbook& book, const std::string& file)
        : handler(book)
        , scanner(std::move(stream), handler, file)
    {
    }

    SheetHandler handler;
    XmlScanner scanner;
    std::int64_t bytes = 0;
};

SheetReader::SheetReader(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

SheetReader::SheetReader(SheetReader&&) noexcept = default;
SheetReader& SheetReader::operator=(SheetReader&&) noexcept = default;
SheetReader::~SheetReader() = default;

Result<SheetReader> SheetReader::open(const ZipArchive& archive, const Workbook& book, std::size_t sheet)
{
    Result<std::unique_ptr<ByteStream>> stream = archive.stream(book.sheets[sheet].part);
    if (!stream) {
        return stream.error();
    }
    auto parts = std::make_unique<Parts>(std::move(*stream), book, archive.name());
    parts->bytes = archive.sizeOf(book.sheets[sheet].part);
    return SheetReader(std::move(parts));
}

Result<std::vector<TextRow>> SheetReader::next()
{
    std::vector<TextRow>& rows = m_parts->handler.rows;
    bool more = true;
    while (rows.empty() && more) {
        const Result<bool> step = m_parts->scanner.step();
        if (!step) {
            return step.error();
        }
        more = *step;
    }
    return std::exchange(rows, {});
}

double SheetReader::share() const
{
    const auto all = static_cast<double>(std::max<std::int64_t>(1, m_parts->bytes));
    return std::min(1.0, static_cast<double>(m_parts->scanner.bytes()) / all);
}

}  // namespace meitrace
