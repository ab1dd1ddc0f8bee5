// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/kind.h"
#include "models/pipeline/erasure.h"
#include "models/pipeline/originals.h"
#include "tests/models/pipeline/pipelineworld.h"
#include "tests/support/digest.h"
#include "tests/support/testmain.h"
#include "tests/support/zipmaker.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace meitrace;
using namespace meitrace::test;

namespace {

std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    }
    return out;
}

std::string asWorkbook(const SampleFile& file)
{
    const auto row = [](const std::vector<std::string>& cells) {
        std::string xml = "<row>";
        for (const std::string& cell : cells) {
            xml += "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(cell) + "</t></is></c>";
        }
        return xml + "</row>";
    };
    std::string data = row(file.header);
    for (const auto& cells : file.rows) {
        data += row(cells);
    }
    return bookOf({.sheets = {{"data", data}}});
}

/// The first line names every column, so that the names of the file come in their order.
std::string asJsonLines(const SampleFile& file)
{
    std::string lines;
    for (const auto& cells : file.rows) {
        nlohmann::ordered_json line = nlohmann::ordered_json::object();
        for (std::size_t i = 0; i < file.header.size(); ++i) {
            line[file.header[i]] = i < cells.size() ? cells[i] : std::string();
        }
        lines += line.dump() + "\n";
    }
    return lines;
}

std::string asPage(const SampleFile& file)
{
    const auto row = [](const std::vector<std::string>& cells) {
        std::string html = "<tr>";
        for (const std::string& cell : cells) {
            html += "<td>" + escaped(cell) + "</td>";
        }
        return html + "</tr>\n";
    };
    std::string page = "<html><body><table>" + row(file.header);
    for (const auto& cells : file.rows) {
        page += row(cells);
    }
    return page + "</table></body></html>";
}

/// All that does not name the file.
Digest ofPeople(Workspace& workspace)
{
    Digest digest = *digestOf(workspace);
    Digest people;
    for (const char* table :
         {"ident", "ident_key", "ident_attribute", "customer", "ident_customer", "blocked_key"}) {
        people[table] = withoutFile(digest[table]);
    }
    // A row stands on another line where the header takes none.
    people["quarantine"] = {std::to_string(digest["quarantine"].size())};
    return people;
}

}  // namespace

class TestFormats : public QObject {
    Q_OBJECT

private:
    PipelineWorld m_world {"formats"};

private slots:
    void theSameTableInAnyFormatIsTheSameData_data()
    {
        QTest::addColumn<int>("kind");
        for (const KindSpec& kind : kinds()) {
            QTest::newRow(std::string(kind.code).c_str()) << int {kind.id};
        }
    }

    /// With dirt in it: the same rows are set aside for the same reasons. Taken out again, nothing is left.
    void theSameTableInAnyFormatIsTheSameData()
    {
        QFETCH(int, kind);
        const KindSpec& spec = *kindById(static_cast<std::uint8_t>(kind));
        const SampleFile file = sampleFile(spec, {.seed = 31, .rows = 80, .dirtPerMille = 20, .people = 9});
        const std::string name = std::string(spec.code);
        Result<Workspace> text = m_world.newWorkspace();
        MEITRACE_OK(text);
        const std::string csv = m_world.write(name + ".csv", spec, file);
        const auto expected = m_world.import(*text, {csv});
        MEITRACE_OK(expected);
        const Digest people = ofPeople(*text);
        for (const auto& [ending, bytes] : {std::pair {".xlsx", asWorkbook(file)},
                                            {".jsonl", asJsonLines(file)},
                                            {".html", asPage(file)}}) {
            const std::string path = m_world.scratch().write(name + ending, bytes);
            static_cast<void>(
                m_world.scratch().write(name + ending + ".json", mappingText(spec, file.header)));
            Result<Workspace> other = m_world.newWorkspace();
            MEITRACE_OK(other);
            const Digest empty = ofPeople(*other);
            const auto report = m_world.import(*other, {path});
            MEITRACE_OK(report);
            QCOMPARE(report->files[0].rowsRead, expected->files[0].rowsRead);
            QCOMPARE(report->files[0].fates, expected->files[0].fates);
            const std::string differs = difference(ofPeople(*other), people);
            QVERIFY2(differs.empty(), (path + ": " + differs).c_str());
            Job job(1);
            MEITRACE_OK(other->verify(job));
            MEITRACE_OK(undoImport(*other, report->files[0].batch, job));
            QVERIFY(ofPeople(*other) == empty);
        }
    }

    /// The original of a workbook is kept whole; erasing somebody leaves everybody else's rows.
    void erasingSomebodyWorksOnAWorkbook()
    {
        const KindSpec& spec = *kindByCode("his_billing");
        const SampleFile file = sampleFile(spec, {.seed = 7, .rows = 40, .people = 5});
        const std::string path = m_world.scratch().write("bills.xlsx", asWorkbook(file));
        static_cast<void>(m_world.scratch().write("bills.xlsx.json", mappingText(spec, file.header)));
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        MEITRACE_OK(m_world.import(*workspace, {path}));
        const auto customer = workspace->database().queryInteger("SELECT min(customer) FROM ident_customer");
        QVERIFY(customer && customer->has_value());
        Job job(1);
        const auto report
            = eraseCustomer(*workspace, static_cast<std::uint32_t>(customer->value()), false, job);
        MEITRACE_OK(report);
        QVERIFY(report->rowCount() > 0);
        MEITRACE_OK(workspace->verify(job));
        const auto batches = Batches(workspace->database()).all();
        MEITRACE_OK(batches);
        const auto counts = (*batches)[0].fates.counts();
        QCOMPARE(counts[static_cast<std::size_t>(RowFate::Erased)], report->rowCount());
        const auto rest = originalRows(*workspace, (*batches)[0], {0, 1, 2, 3, 4, 5, 6, 7});
        MEITRACE_OK(rest);
        for (const OriginalRows::Row& row : rest->rows) {
            QVERIFY((*batches)[0].fates.at(row.number) != RowFate::Erased);
            QCOMPARE(row.cells, file.rows[static_cast<std::size_t>(row.number)]);
        }
        QVERIFY(!rest->rows.empty());
    }
};

MEITRACE_TEST(TestFormats)
#include "tst_formats.moc"
