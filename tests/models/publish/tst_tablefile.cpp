// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "models/publish/exportmanifest.h"
#include "models/publish/tablefile.h"
#include "tests/support/handcsv.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

#include <map>
#include <zlib.h>

using namespace meitrace;
using namespace meitrace::test;

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::uint32_t numberAt(const std::string& bytes, std::size_t at, int size)
{
    std::uint32_t number = 0;
    for (int i = size - 1; i >= 0; --i) {
        number = number << 8U | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    }
    return number;
}

std::string inflated(const std::string& packed, std::size_t size)
{
    std::string out(size + 1, '\0');
    z_stream stream {};
    inflateInit2(&stream, -15);
    std::string in = packed;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int status = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    out.resize(status == Z_STREAM_END ? stream.total_out : 0);
    return out;
}

/// A small reader of archives, by the list of parts at their end; a part whose checksum is wrong is missing.
std::map<std::string, std::string> partsOf(const std::string& zip)
{
    std::map<std::string, std::string> parts;
    const std::size_t end = zip.rfind("PK\x05\x06");
    const std::uint32_t count = numberAt(zip, end + 10, 2);
    std::size_t at = numberAt(zip, end + 16, 4);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t crc = numberAt(zip, at + 16, 4);
        const std::uint32_t packed = numberAt(zip, at + 20, 4);
        const std::uint32_t size = numberAt(zip, at + 24, 4);
        const std::uint32_t nameSize = numberAt(zip, at + 28, 2);
        const std::size_t local = numberAt(zip, at + 42, 4);
        const std::string name = zip.substr(at + 46, nameSize);
        const std::size_t data = local + 30 + numberAt(zip, local + 26, 2) + numberAt(zip, local + 28, 2);
        const std::string bytes = inflated(zip.substr(data, packed), size);
        if (bytes.size() == size
            && crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(size)) == crc
            && zip.substr(local + 30, nameSize) == name) {
            parts[name] = bytes;
        }
        at += 46 + nameSize;
    }
    return parts;
}

struct Sheet {
    Rows rows;
    int formulas = 0;
    std::vector<std::string> quoted;  ///< cells marked to stay text
    bool whole = false;
};

/// Reads cells by their references, so that empty ones keep their place.
Sheet sheetOf(const std::string& xml)
{
    Sheet sheet;
    QXmlStreamReader reader(QByteArray::fromStdString(xml));
    std::size_t column = 0;
    bool isQuoted = false;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::StartElement && reader.name() == QLatin1String("row")) {
            sheet.rows.emplace_back();
        } else if (token == QXmlStreamReader::StartElement && reader.name() == QLatin1String("c")) {
            column = static_cast<std::size_t>(reader.attributes().value(QLatin1String("r")).at(0).unicode()
                                              - u'A');
            isQuoted = reader.attributes().value(QLatin1String("s")) == QLatin1String("2");
        } else if (token == QXmlStreamReader::StartElement && reader.name() == QLatin1String("f")) {
            ++sheet.formulas;
        } else if (token == QXmlStreamReader::StartElement && reader.name() == QLatin1String("t")) {
            std::vector<std::string>& row = sheet.rows.back();
            row.resize(column + 1);
            row[column] = reader.readElementText().toStdString();
            if (isQuoted) {
                sheet.quoted.push_back(row[column]);
            }
        }
    }
    sheet.whole = !reader.hasError();
    return sheet;
}

/// Writes rows and returns the hash the file says of itself.
Result<std::string> writeFile(const std::string& path, const Rows& rows,
                              TableFormat format = TableFormat::Xlsx)
{
    Result<TableFile> file = TableFile::create(path, format, TextEncoding::Utf8Bom, "客户");
    if (!file) {
        return file.error();
    }
    for (const auto& row : rows) {
        for (const std::string& cell : row) {
            file->text(cell);
        }
        if (Status status = file->endRow(); !status) {
            return status.error();
        }
    }
    Result<std::string> hash = file->seal();
    if (hash) {
        if (Status status = file->place(); !status) {
            return status.error();
        }
    }
    return hash;
}

}  // namespace

class TestTableFile : public QObject {
    Q_OBJECT

private:
    Scratch m_scratch;

private slots:
    void aWorkbookHoldsExactlyTheTextsThatWereGiven()
    {
        const Rows rows {{"编号", "Name"},
                         {"013800138000", "王小明 <b> & \"x\""},
                         {"12345678901234567890", " led by a blank"},
                         {"1.38E+10", ""},
                         {"2026-06-30", "line\nbreak"}};
        MEITRACE_OK(writeFile(m_scratch.path("a.xlsx"), rows));
        const auto parts = partsOf(fileBytes(m_scratch.path("a.xlsx")));
        QCOMPARE(parts.size(), std::size_t {6});
        const Sheet sheet = sheetOf(parts.at("xl/worksheets/sheet1.xml"));
        QVERIFY(sheet.whole);
        Rows expected = rows;
        expected[3].pop_back();  // an empty cell at the end is not there
        QVERIFY(sheet.rows == expected);
        QVERIFY(parts.at("xl/workbook.xml").find("name=\"客户\"") != std::string::npos);
        // Text format, so that a spreadsheet does not turn 013800138000 into a number when it is edited.
        QVERIFY(parts.at("xl/worksheets/sheet1.xml").find("t=\"n\"") == std::string::npos);
        QVERIFY(parts.at("xl/styles.xml").find("numFmtId=\"49\"") != std::string::npos);
    }

    void nothingInAWorkbookRuns()
    {
        const Rows rows {{"=1+1", "@SUM(A1)", "+86138", "-cmd", "＝1", "fine", "-12.5"}};
        MEITRACE_OK(writeFile(m_scratch.path("f.xlsx"), rows));
        const Sheet sheet
            = sheetOf(partsOf(fileBytes(m_scratch.path("f.xlsx"))).at("xl/worksheets/sheet1.xml"));
        QCOMPARE(sheet.formulas, 0);
        QVERIFY(sheet.rows == rows);
        QVERIFY((sheet.quoted == std::vector<std::string> {"=1+1", "@SUM(A1)", "+86138", "-cmd", "＝1"}));
    }

    void whatXmlCannotHoldIsLeftOut()
    {
        MEITRACE_OK(writeFile(m_scratch.path("x.xlsx"),
                              {{std::string("a\0b\x01"
                                            "c",
                                            5),
                                "\xFF", "\xF0\x9F\x98\x80"}}));
        const Sheet sheet
            = sheetOf(partsOf(fileBytes(m_scratch.path("x.xlsx"))).at("xl/worksheets/sheet1.xml"));
        QVERIFY(sheet.whole);
        QVERIFY((sheet.rows == Rows {{"abc", "\xEF\xBF\xBD", "\xF0\x9F\x98\x80"}}));
    }

    void randomTextsComeBackFromALongSheet()
    {
        const std::vector<std::string> pieces {"a", "王", "\"", "<",  ">",  "&", "]]>",
                                               "'", "=",  "\n", "\t", "𠮷", " "};
        Random random(7);
        Rows rows;
        for (int i = 0; i < 20'000; ++i) {
            std::string cell = std::to_string(i);
            for (std::uint64_t k = random.below(8); k > 0; --k) {
                cell += pieces[random.below(pieces.size())];
            }
            rows.push_back({cell, "x" + cell});
        }
        const auto hash = writeFile(m_scratch.path("long.xlsx"), rows);
        MEITRACE_OK(hash);
        const std::string bytes = fileBytes(m_scratch.path("long.xlsx"));
        QCOMPARE(*hash, sha256Hex(bytes));
        const Sheet sheet = sheetOf(partsOf(bytes).at("xl/worksheets/sheet1.xml"));
        QVERIFY(sheet.whole);
        QVERIFY(sheet.rows == rows);
        MEITRACE_OK(writeFile(m_scratch.path("again.xlsx"), rows));
        QVERIFY(fileBytes(m_scratch.path("again.xlsx")) == bytes);
    }

    void theHashOfACsvIsThatOfTheFile()
    {
        const auto hash
            = writeFile(m_scratch.path("a.csv"), {{"手机号", "=x"}, {"138", "王"}}, TableFormat::Csv);
        MEITRACE_OK(hash);
        const std::string bytes = fileBytes(m_scratch.path("a.csv"));
        QCOMPARE(bytes, std::string("\xEF\xBB\xBF手机号,'=x\r\n138,王\r\n"));
        QCOMPARE(*hash, sha256Hex(bytes));
        // "abc" and its published digest: the stream is SHA-256 and not something like it.
        Sha256Stream stream;
        stream.add("a");
        stream.add("bc");
        QCOMPARE(stream.finish(),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void nothingStandsThereBeforeItIsPlaced()
    {
        const std::string path = m_scratch.write("kept.csv", "from before");
        {
            Result<TableFile> file = TableFile::create(path, TableFormat::Csv, TextEncoding::Utf8, {});
            MEITRACE_OK(file);
            file->text("new");
            MEITRACE_OK(file->endRow());
            MEITRACE_OK(file->seal());
            QCOMPARE(fileBytes(path), std::string("from before"));
        }
        QCOMPARE(fileBytes(path), std::string("from before"));
        QVERIFY(!QFileInfo::exists(QString::fromStdString(path + ".part")));
        MEITRACE_OK(writeFile(path, {{"new"}}, TableFormat::Csv));
        QCOMPARE(fileBytes(path), std::string("\xEF\xBB\xBFnew\r\n"));
        const auto rights = std::filesystem::status(path).permissions() & std::filesystem::perms::mask;
        QVERIFY(rights == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    }

    void aManifestIsReadableJson()
    {
        ExportManifest manifest;
        manifest.file = "a\"b.csv";
        manifest.audience = "老客\n唤醒\\";
        manifest.columns = {"phone", "name"};
        manifest.rows = 7;
        manifest.customers = 10;
        manifest.removed = {{"minor", 1}, {"no_consent", 2}};
        const QJsonObject json
            = QJsonDocument::fromJson(QByteArray::fromStdString(manifestJson(manifest))).object();
        QCOMPARE(json.value(QStringLiteral("file")).toString(), QStringLiteral("a\"b.csv"));
        QCOMPARE(json.value(QStringLiteral("audience")).toString(), QString::fromUtf8("老客\n唤醒\\"));
        QVERIFY(json.value(QStringLiteral("rule")).isNull());
        QCOMPARE(json.value(QStringLiteral("columns")).toArray().size(), 2);
        qint64 sum = json.value(QStringLiteral("rows")).toInteger();
        const QJsonArray removed = json.value(QStringLiteral("removed")).toArray();
        for (const QJsonValue& entry : removed) {
            sum += entry.toObject().value(QStringLiteral("count")).toInteger();
        }
        QCOMPARE(sum, json.value(QStringLiteral("customers")).toInteger());
    }
};

MEITRACE_TEST(TestTableFile)

#include "tst_tablefile.moc"
