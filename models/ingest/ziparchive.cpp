// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/ziparchive.h"

#include <cerrno>
#include <utility>
#include <zip.h>

namespace meitrace {

namespace {

Error openingError(const std::string& path, int code, int systemError)
{
    if (code == ZIP_ER_NOENT || systemError == ENOENT) {
        return {.code = ErrorCode::FileMissing, .subject = path};
    }
    if (code == ZIP_ER_OPEN || code == ZIP_ER_READ) {
        return {.code = ErrorCode::FileUnreadable, .subject = path};
    }
    return {.code = ErrorCode::FileTruncated, .subject = path, .value = "zip"};
}

Error formatError(const std::string& path, const char* what)
{
    return {.code = ErrorCode::FileFormat, .subject = path, .value = what};
}

class EntryStream final : public ByteStream {
public:
    EntryStream(zip_file_t* file, std::string name, std::int64_t most)
        : m_file(file)
        , m_name(std::move(name))
        , m_most(most)
    {
    }
    EntryStream(const EntryStream&) = delete;
    EntryStream& operator=(const EntryStream&) = delete;
    ~EntryStream() override { zip_fclose(m_file); }

    Result<std::int64_t> read(char* buffer, std::int64_t count) override
    {
        const zip_int64_t got = zip_fread(m_file, buffer, static_cast<zip_uint64_t>(count));
        if (got < 0) {
            return Error {.code = ErrorCode::FileTruncated, .subject = m_name, .value = "zip"};
        }
        m_taken += got;
        if (m_taken > m_most) {  // what the archive says of its size may be a lie
            return formatError(m_name, "zip-limits");
        }
        return std::int64_t {got};
    }

    [[nodiscard]] std::int64_t diskBytes() const override { return m_taken; }

private:
    zip_file_t* m_file;
    std::string m_name;
    std::int64_t m_most;
    std::int64_t m_taken = 0;
};

/// Adds the entry's size to the total. "" or what is wrong with it.
const char* checkEntry(const zip_stat_t& entry, const ZipLimits& limits, std::int64_t& total)
{
    const auto size = static_cast<std::int64_t>(entry.size);
    const auto packed = static_cast<std::int64_t>(entry.comp_size);
    total += size;
    if (size < 0 || size > limits.partBytes || total > limits.totalBytes
        || (size > limits.ratioFrom && size / limits.ratio > packed)) {
        return "zip-limits";
    }
    return (entry.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && entry.encryption_method != ZIP_EM_NONE
        ? "zip-encrypted"
        : "";
}

}  // namespace

void ZipArchive::Close::operator()(zip* archive) const
{
    zip_discard(archive);
}

ZipArchive::ZipArchive(zip* archive, std::string name, const ZipLimits& limits)
    : m_archive(archive)
    , m_name(std::move(name))
    , m_limits(limits)
{
}

Result<ZipArchive> ZipArchive::checked(zip* archive, const std::string& name, const ZipLimits& limits)
{
    ZipArchive opened(archive, name, limits);
    const zip_int64_t entries = zip_get_num_entries(archive, 0);
    if (entries > limits.entries) {
        return formatError(name, "zip-limits");
    }
    std::int64_t total = 0;
    for (zip_int64_t i = 0; i < entries; ++i) {
        zip_stat_t entry {};
        if (zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &entry) != 0) {
            return Error {.code = ErrorCode::FileTruncated, .subject = name, .value = "zip"};
        }
        const char* problem = checkEntry(entry, limits, total);
        if (*problem != '\0') {
            return formatError(name, problem);
        }
    }
    return opened;
}

Result<ZipArchive> ZipArchive::open(const std::string& path, const ZipLimits& limits)
{
    int code = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY, &code);
    return archive == nullptr ? openingError(path, code, errno) : checked(archive, path, limits);
}

Result<ZipArchive> ZipArchive::fromBytes(std::string bytes, const std::string& name, const ZipLimits& limits)
{
    auto kept = std::make_unique<std::string>(std::move(bytes));
    zip_error_t problem;
    zip_error_init(&problem);
    zip_source_t* source = zip_source_buffer_create(kept->data(), kept->size(), 0, &problem);
    zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &problem);
    const int code = zip_error_code_zip(&problem);
    zip_error_fini(&problem);
    if (archive == nullptr) {
        if (source != nullptr) {
            zip_source_free(source);
        }
        return openingError(name, code, 0);
    }
    Result<ZipArchive> opened = checked(archive, name, limits);
    if (opened) {
        opened->m_bytes = std::move(kept);
    }
    return opened;
}

bool ZipArchive::has(const std::string& entry) const
{
    return zip_name_locate(m_archive.get(), entry.c_str(), 0) >= 0;
}

std::int64_t ZipArchive::sizeOf(const std::string& entry) const
{
    zip_stat_t found {};
    return zip_stat(m_archive.get(), entry.c_str(), 0, &found) == 0 ? static_cast<std::int64_t>(found.size)
                                                                    : 0;
}

Result<std::unique_ptr<ByteStream>> ZipArchive::stream(const std::string& entry) const
{
    zip_file_t* file = zip_fopen(m_archive.get(), entry.c_str(), 0);
    if (file == nullptr) {
        return formatError(m_name, "zip-part");
    }
    return std::unique_ptr<ByteStream>(std::make_unique<EntryStream>(file, m_name, m_limits.partBytes));
}

}  // namespace meitrace
