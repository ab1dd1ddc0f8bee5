// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/publish/tablefile.h"

#include <utility>

namespace meitrace {

namespace {

constexpr std::size_t kFlushBytes = 1U << 20U;

}  // namespace

TableFile::TableFile(platform::FileWriter file, TableFormat format, TextEncoding encoding,
                     const std::string& sheet)
    : m_file(std::move(file))
{
    if (format == TableFormat::Csv) {
        m_csv = std::make_unique<CsvEncoder>(CsvFormat {.encoding = encoding});
    } else {
        m_xlsx = std::make_unique<XlsxEncoder>(sheet);
    }
}

Result<TableFile> TableFile::create(const std::string& path, TableFormat format, TextEncoding encoding,
                                    const std::string& sheet)
{
    Result<platform::FileWriter> file = platform::FileWriter::open(path);
    if (!file) {
        return file.error();
    }
    return TableFile(std::move(*file), format, encoding, sheet);
}

void TableFile::text(std::string_view cell)
{
    if (m_csv != nullptr) {
        m_csv->text(cell);
    } else {
        m_xlsx->text(cell);
    }
}

Status TableFile::flush()
{
    const std::string bytes = m_csv != nullptr ? m_csv->takeBytes() : m_xlsx->takeBytes();
    m_hash.add(bytes);
    return m_file.append(bytes);
}

Status TableFile::endRow()
{
    if (m_csv != nullptr) {
        m_csv->endRow();
    } else {
        m_xlsx->endRow();
    }
    const std::size_t pending = m_csv != nullptr ? m_csv->pending() : m_xlsx->pending();
    return pending < kFlushBytes ? Status(Done {}) : flush();
}

Result<std::string> TableFile::seal()
{
    if (m_xlsx != nullptr) {
        m_xlsx->finish();
    }
    Status status = flush();
    if (status) {
        status = m_file.sync();
    }
    return status ? Result<std::string>(m_hash.finish()) : Result<std::string>(status.error());
}

Status TableFile::place()
{
    return m_file.commit();
}

}  // namespace meitrace
