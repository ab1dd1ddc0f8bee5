// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "models/pipeline/erasure.h"
#include "models/pipeline/importjob.h"
#include "models/pipeline/resolution.h"
#include "models/store/schema.h"
#include "tests/support/digest.h"
#include "tests/support/plainfile.h"
#include "tests/support/powervfs.h"
#include "tests/support/samplefiles.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <functional>

using namespace meitrace;
using namespace meitrace::test;

namespace {

constexpr const char* kClinic = "clinic.meitrace";

/// Work on a workspace in steps; a step that returned without an error is acknowledged.
struct Scenario {
    std::function<Status(Workspace&)> prepare {};  ///< without any cut
    std::vector<std::function<Status(Workspace&)>> steps {};
    /// Makes a state that may be found between the last two steps; run after all but the last one.
    std::function<Status(Workspace&)> between {};
    bool twice = false;     ///< the power goes once more while the workspace is opened again
    bool careless = false;  ///< without syncing: the harness must see the loss
    /// Replaces opening the workspace: the steps get none.
    std::function<Status(const std::string& vfs)> instead {};
    /// Replaces the comparison with the states before and after each step; as look() below.
    std::function<std::string(const std::string& vfs, std::size_t acknowledged)> look {};
    /// Texts that no byte of any file may hold once the last step was acknowledged, or was found done.
    std::vector<std::string> gone {};
};

/// What came out of one cut.
struct Loss {
    int lost = 0;     ///< an acknowledged step is not there
    int damaged = 0;  ///< not readable, or neither before nor after a step
    std::string first;
};

int seeds()
{
    const char* wanted = std::getenv("MEITRACE_POWERCUT_SEEDS");
    return wanted != nullptr ? std::max(1, std::atoi(wanted)) : 1;
}

/// Cuts the power at every operation of a scenario.
class Sweep {
public:
    explicit Sweep(Scenario scenario)
        : m_scenario(std::move(scenario))
    {
    }

    Status prepare()
    {
        if (m_scenario.instead) {
            return Done {};
        }
        Result<Workspace> workspace = Workspace::create(kClinic, {}, m_disk.name());
        if (!workspace) {
            return workspace.error();
        }
        Status status = m_scenario.prepare ? m_scenario.prepare(*workspace) : Status(Done {});
        if (status) {
            status = remember(*workspace);
        }
        if (status) {
            status = workspace->checkpoint();
            m_start = m_disk.image();
        }
        if (m_scenario.look) {
            return status;
        }
        for (std::size_t i = 0; status && i < m_scenario.steps.size(); ++i) {
            if (i + 1 == m_scenario.steps.size() && m_scenario.between) {
                status = rememberBetween(workspace);
            }
            if (status) {
                status = m_scenario.steps[i](*workspace);
            }
            if (status) {
                status = remember(*workspace);
            }
        }
        return status;
    }

    /// Operations of the whole scenario, from opening to closing.
    Result<std::int64_t> count()
    {
        m_disk.restore(m_start);
        const std::size_t all = m_scenario.instead ? 1 : m_scenario.steps.size();
        return act() == all ? Result<std::int64_t>(m_disk.operations()) : Result<std::int64_t>(m_error);
    }

    Loss run(std::int64_t operations)
    {
        Loss loss;
        for (std::int64_t operation = 1; operation <= operations; ++operation) {
            for (int seed = 0; seed < seeds(); ++seed) {
                cut(operation, static_cast<std::uint64_t>(seed), loss);
            }
        }
        return loss;
    }

private:
    /// A state that nobody acknowledges, made aside.
    Status rememberBetween(Result<Workspace>& workspace)
    {
        if (Status status = workspace->checkpoint(); !status) {
            return status;
        }
        const PowerDisk::Image here = m_disk.image();
        Status status = m_scenario.between(*workspace);
        if (status) {
            status = remember(*workspace);
        }
        workspace = Error {};
        m_disk.restore(here);
        workspace = Workspace::open(kClinic, Workspace::Access::Write, m_disk.name());
        return workspace ? status : Status(workspace.error());
    }

    Status remember(Workspace& workspace)
    {
        Result<Digest> raw = digestOf(workspace, {.derived = false});
        Job job(1);
        if (Status status = refreshDerived(workspace, job); !status) {
            return status;
        }
        Result<Digest> whole = digestOf(workspace);
        if (!raw || !whole) {
            return raw ? whole.error() : raw.error();
        }
        m_states.push_back({std::move(*raw), std::move(*whole)});
        return Done {};
    }

    /// Runs the steps until one fails. Returns how many were acknowledged.
    std::size_t act()
    {
        if (m_scenario.instead) {
            const Status status = m_scenario.instead(m_disk.name());
            m_error = status ? Error {} : status.error();
            return status ? 1 : 0;
        }
        Result<Workspace> workspace = Workspace::open(kClinic, Workspace::Access::Write, m_disk.name());
        if (!workspace) {
            m_error = workspace.error();
            return 0;
        }
        if (m_scenario.careless) {
            const Status off = workspace->database().execute("PRAGMA synchronous = OFF");
            m_error = off ? Error {} : off.error();
        }
        for (std::size_t i = 0; i < m_scenario.steps.size(); ++i) {
            if (Status status = m_scenario.steps[i](*workspace); !status) {
                m_error = status.error();
                return i;
            }
        }
        return m_scenario.steps.size();
    }

    void cut(std::int64_t operation, std::uint64_t seed, Loss& loss)
    {
        m_foundDone = false;
        m_disk.restore(m_start);
        m_disk.cutPowerAt(operation);
        const std::size_t acknowledged = act();
        const std::uint64_t dice = randomAt(seed, 7, static_cast<std::uint64_t>(operation));
        const auto damage = static_cast<PowerDisk::Damage>((dice + seed) % 3);
        m_disk.reboot(damage, dice);
        if (m_scenario.twice) {
            m_disk.cutPowerAt(static_cast<std::int64_t>(1 + (dice >> 8U) % 12));
            static_cast<void>(Workspace::open(kClinic, Workspace::Access::Write, m_disk.name()));
            m_disk.reboot(PowerDisk::Damage::Tear, dice + 1);
        }
        std::string found = acknowledged == m_scenario.steps.size() ? traces() : std::string();
        if (found.empty()) {
            found = m_scenario.look ? m_scenario.look(m_disk.name(), acknowledged) : look(acknowledged);
        }
        if (found.empty() && m_foundDone) {
            found = traces();
        }
        if (found.empty()) {
            return;
        }
        ++(found == "lost" ? loss.lost : loss.damaged);
        if (loss.first.empty()) {
            loss.first = "operation " + std::to_string(operation) + ", damage "
                + std::to_string(static_cast<int>(damage)) + ", acknowledged " + std::to_string(acknowledged)
                + ": " + found;
        }
    }

    /// Empty unless a file holds a text that should be gone.
    std::string traces()
    {
        for (const auto& [file, bytes] : m_disk.image()) {
            for (const std::string& text : m_scenario.gone) {
                if (bytes.find(text) != std::string::npos) {
                    return text + " stands in " + file;
                }
            }
        }
        return {};
    }

    /// Empty when all is well; "lost"; or what is wrong.
    std::string look(std::size_t acknowledged)
    {
        Result<Workspace> workspace = Workspace::open(kClinic, Workspace::Access::Write, m_disk.name());
        if (!workspace) {
            return "opening: " + describe(workspace.error());
        }
        Job job(1);
        if (Status status = workspace->verify(job); !status) {
            return "verify: " + describe(status.error());
        }
        const Result<Digest> raw = digestOf(*workspace, {.derived = false});
        if (!raw) {
            return "digest: " + describe(raw.error());
        }
        std::size_t state = m_states.size();
        while (state > 0 && m_states[state - 1].first != *raw) {
            --state;
        }
        if (state == 0) {
            return "neither before nor after a step: " + difference(m_states[acknowledged].first, *raw);
        }
        --state;
        m_foundDone = state + 1 == m_states.size();
        const bool all = acknowledged == m_scenario.steps.size();
        if (state < (all ? m_states.size() - 1 : acknowledged)) {
            return "lost";
        }
        if (Status status = refreshDerived(*workspace, job); !status) {
            return "deriving: " + describe(status.error());
        }
        const Result<Digest> whole = digestOf(*workspace);
        if (!whole) {
            return "digest: " + describe(whole.error());
        }
        const std::string differs = difference(m_states[state].second, *whole);
        if (!differs.empty()) {
            return "derived: " + differs;
        }
        const Status sound = workspace->verify(job);
        return sound ? std::string() : "verify: " + describe(sound.error());
    }

    Scenario m_scenario;
    PowerDisk m_disk {"power"};
    PowerDisk::Image m_start;
    std::vector<std::pair<Digest, Digest>> m_states;  ///< before the first step and after each: raw, derived
    bool m_foundDone = false;  ///< the last step was found done when the file was opened again
    Error m_error;
};

}  // namespace

class TestPowerCut : public QObject {
    Q_OBJECT

private:
    Scratch m_scratch;
    std::map<std::string, MappingChoice> m_mappings;
    std::vector<std::string> m_bills;
    std::vector<std::string> m_webEvents;
    std::int64_t m_largeFile = ImportRequest().largeFile;

    std::string makeFile(const std::string& code, std::uint64_t seed, int keys)
    {
        const KindSpec& kind = *kindByCode(code);
        SampleFile file
            = sampleFile(kind, {.seed = seed, .rows = 30, .dirtPerMille = 10, .people = 4, .keys = keys});
        m_mappings[code].mappingFile = m_scratch.write(code + ".json", mappingText(kind, file.header));
        return m_scratch.write(code + std::to_string(seed) + ".csv", file.csv());
    }

    /// Bills of one woman among those of others, one of hers set aside.
    std::string fileWithHer()
    {
        m_mappings["her"].mappingFile = m_scratch.write(
            "her.json",
            R"({"kind":"his_billing","columns":{"his_no":"his_no","name":"name","phone":"phone",)"
            R"("order_no":"order_no","pay_time":"pay_time","paid_amount":"paid_amount"}})");
        std::string rows = "his_no,name,phone,order_no,pay_time,paid_amount\n";
        for (int i = 0; i < 60; ++i) {
            const bool hers = i % 6 == 0;
            rows += (hers ? "A100999100,欧阳诗涵,13955554444" : "B" + std::to_string(i) + ",,") + ",O"
                + std::to_string(i) + (i == 12 ? ",never" : ",2026-03-01 10:00:00") + ",100\n";
        }
        return m_scratch.write("her.csv", rows);
    }

    std::function<Status(Workspace&)> import(const std::string& code, const std::string& file)
    {
        return [this, code, file](Workspace& workspace) { return importAll(workspace, code, {file}); };
    }

    Status importAll(Workspace& workspace, const std::string& code, std::vector<std::string> files)
    {
        Job job(1);
        ImportRequest request;
        request.files = std::move(files);
        request.mapping = m_mappings[code];
        request.largeFile = m_largeFile;
        const auto report = importFiles(workspace, request, job);
        if (!report) {
            return report.error();
        }
        return report->failure ? Status(*report->failure) : Status(Done {});
    }

    Status importEverything(Workspace& workspace)
    {
        Status status = importAll(workspace, "his_billing", m_bills);
        return status ? importAll(workspace, "web_event", m_webEvents) : status;
    }

    /// A merge of two customers by hand, or its undoing.
    static Status decide(Workspace& workspace, bool takeBack)
    {
        Database& database = workspace.database();
        Result<Transaction> transaction = Transaction::begin(database);
        if (!transaction) {
            return transaction.error();
        }
        Status status = database.execute(
            takeBack
                ? "UPDATE identity_decision SET undone = 1"
                : "INSERT INTO identity_decision(what, a_ident, b_ident, group_no, decided_ms) SELECT 1, "
                  "min(ident_id), max(ident_id), 1, 0 FROM ident");
        Job job(1);
        if (status) {
            const auto report = resolveWorkspace(workspace, job);
            status = report ? workspace.audit("merge", "decision 1", "") : Status(report.error());
        }
        return status ? transaction->commit() : status;
    }

    static Status migrateToTwo(Database& database)
    {
        Result<Transaction> transaction = Transaction::begin(database);
        if (!transaction) {
            return transaction.error();
        }
        Status status = database.execute(
            "CREATE TABLE bill_line_2(doc_id INTEGER PRIMARY KEY, ident INTEGER, paid INTEGER) STRICT;"
            "INSERT INTO bill_line_2 SELECT doc_id, ident, paid_amount FROM bill_line;"
            "DROP TABLE visit; ALTER TABLE lead ADD COLUMN touch INTEGER; PRAGMA user_version = "
            + std::to_string(schemaVersion() + 1));
        return status ? transaction->commit() : status;
    }

    static std::string checkTwo(const std::string& vfs)
    {
        Result<Database> database = Database::open(kClinic, Database::Mode::ReadWrite, vfs);
        if (!database) {
            return describe(database.error());
        }
        const auto integrity = database->queryText("PRAGMA integrity_check(1)");
        const auto copied = database->queryInteger(
            "SELECT (SELECT count(*) FROM bill_line_2) = (SELECT count(*) FROM bill_line) AND NOT EXISTS "
            "(SELECT 1 FROM sqlite_schema WHERE name = 'visit')");
        if (!integrity || !copied) {
            return "version 2 cannot be read";
        }
        return *integrity == "ok" && copied->value_or(0) == 1 ? "" : "between the versions";
    }

    static std::function<Status(Workspace&)> undo(std::int64_t batch)
    {
        return [batch](Workspace& workspace) {
            Job job(1);
            return undoImport(workspace, batch, job);
        };
    }

    static Result<Loss> lossOf(Scenario scenario)
    {
        Sweep sweep(std::move(scenario));
        if (Status status = sweep.prepare(); !status) {
            return status.error();
        }
        const Result<std::int64_t> operations = sweep.count();
        if (!operations) {
            return operations.error();
        }
        qInfo("%lld operations", static_cast<long long>(*operations));
        if (*operations < 10 || *operations > 600) {
            return Error {
                .code = ErrorCode::BadOption, .subject = "operations", .detail = "too few or too many"};
        }
        return sweep.run(*operations);
    }

    static void survives(Scenario scenario)
    {
        const Result<Loss> swept = lossOf(std::move(scenario));
        MEITRACE_OK(swept);
        const Loss& loss = *swept;
        QVERIFY2(loss.lost == 0 && loss.damaged == 0,
                 (std::to_string(loss.lost) + " lost, " + std::to_string(loss.damaged) + " damaged; first "
                  + loss.first)
                     .c_str());
    }

private slots:
    void initTestCase()
    {
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            m_bills.push_back(makeFile("his_billing", seed, 20));
            m_webEvents.push_back(makeFile("web_event", seed, 20));
        }
        QVERIFY(!m_scratch.folder().empty());
    }

    void everyImportIsWholeOrAbsent()
    {
        survives({.prepare = import("his_billing", m_bills[0]),
                  .steps = {import("web_event", m_webEvents[0]), import("his_billing", m_bills[1]),
                            import("web_event", m_webEvents[1]), import("his_billing", m_bills[2]),
                            import("web_event", m_webEvents[2])}});
    }

    void aLargeFileWrittenStraightIsWholeOrAbsent()
    {
        m_largeFile = 0;
        survives({.prepare = import("his_billing", m_bills[0]),
                  .steps = {import("web_event", m_webEvents[0]), import("his_billing", m_bills[1]),
                            import("web_event", m_webEvents[1])},
                  .twice = true});
        m_largeFile = ImportRequest().largeFile;
    }

    void aSecondCutWhileOpeningAgainDoesNoHarm()
    {
        survives({.prepare = import("his_billing", m_bills[0]),
                  .steps = {import("web_event", m_webEvents[0]), import("his_billing", m_bills[1])},
                  .twice = true});
    }

    void severalFilesOfOneImportAreOneStepEach()
    {
        // The step as a whole is acknowledged at its end, but each file in it is whole or absent.
        survives({.prepare = import("his_billing", m_bills[0]),
                  .steps = {import("web_event", m_webEvents[0]),
                            [this](Workspace& workspace) {
                                return importAll(workspace, "his_billing", {m_bills[1], m_bills[2]});
                            }},
                  .between = import("his_billing", m_bills[1])});
    }

    void everyUndoIsWholeOrAbsent()
    {
        survives({.prepare = [this](Workspace& workspace) { return importEverything(workspace); },
                  .steps = {undo(1), undo(5)}});
    }

    void everyMergeIsWholeOrAbsent()
    {
        survives({.prepare = [this](Workspace& workspace) { return importEverything(workspace); },
                  .steps = {[](Workspace& workspace) { return decide(workspace, false); },
                            [](Workspace& workspace) { return decide(workspace, true); }}});
    }

    void everyErasureIsWholeOrAbsentAndLeavesNoTrace()
    {
        const std::string file = fileWithHer();
        const auto erase = [](Workspace& workspace) {
            const auto customer
                = workspace.database().queryInteger("SELECT customer FROM ident_customer JOIN ident USING "
                                                    "(ident_id) WHERE native = 'his_no=his:A100999100'");
            if (!customer) {
                return Status(customer.error());
            }
            Job job(1);
            const auto report
                = eraseCustomer(workspace, static_cast<std::uint32_t>(customer->value_or(0)), false, job);
            if (!report) {
                return Status(report.error());
            }
            // Erased, but told as not yet cleared: not what this sweep calls acknowledged.
            return report->logCleared && report->remains == 0
                ? Status(Done {})
                : Status(Error {.code = ErrorCode::DiskError, .subject = "traces"});
        };
        for (const bool twice : {false, true}) {
            survives({.prepare =
                          [&](Workspace& workspace) {
                              Status status = importAll(workspace, "her", {file});
                              return status ? importAll(workspace, "his_billing", {m_bills[0]}) : status;
                          },
                      .steps = {erase},
                      .twice = twice,
                      .gone = {"13955554444", "欧阳诗涵", "A100999100"}});
        }
    }

    void derivingIsWholeOrAbsent()
    {
        survives({.prepare = [this](Workspace& workspace) { return importEverything(workspace); },
                  .steps = {[](Workspace& workspace) {
                                // Data that changed without being derived from, as between two files.
                                const auto version = workspace.increment("data_version");
                                return version ? Status(Done {}) : Status(version.error());
                            },
                            [](Workspace& workspace) {
                                Job job(1);
                                Status status = refreshDerived(workspace, job);
                                return status ? workspace.checkpoint() : status;
                            }}});
    }

    void aNewWorkspaceIsWholeOrNone()
    {
        survives({.instead =
                      [](const std::string& vfs) {
                          const Result<Workspace> made = Workspace::create(kClinic, {}, vfs);
                          return made ? Status(Done {}) : Status(made.error());
                      },
                  .look =
                      [](const std::string& vfs, std::size_t acknowledged) {
                          Result<Workspace> workspace
                              = Workspace::open(kClinic, Workspace::Access::Write, vfs);
                          if (!workspace) {
                              // Half a file is never taken for a workspace.
                              const ErrorCode code = workspace.error().code;
                              const bool none
                                  = code == ErrorCode::StoreForeign || code == ErrorCode::StoreReadOnly;
                              return acknowledged > 0 ? std::string("lost")
                                                      : (none ? "" : describe(workspace.error()));
                          }
                          Job job(1);
                          const Status sound = workspace->verify(job);
                          return sound ? std::string() : describe(sound.error());
                      }});
    }

    void aMigrationIsWholeOrAbsent()
    {
        // The newest version gets a step to the next one, as Workspace::open would take it.
        const auto versionOf
            = [](Workspace& workspace) { return workspace.database().queryInteger("PRAGMA user_version"); };
        survives({.prepare = [this](Workspace& workspace) { return importEverything(workspace); },
                  .steps = {[](Workspace& workspace) { return migrateToTwo(workspace.database()); }},
                  .look =
                      [versionOf](const std::string& vfs, std::size_t acknowledged) {
                          Result<Workspace> old = Workspace::open(kClinic, Workspace::Access::Write, vfs);
                          if (old) {
                              Job job(1);
                              const Status sound = old->verify(job);
                              const auto version = versionOf(*old);
                              return acknowledged > 0                       ? std::string("lost")
                                  : !sound                                  ? describe(sound.error())
                                  : version && **version == schemaVersion() ? ""
                                                                            : "between the versions";
                          }
                          if (old.error().code != ErrorCode::StoreNewer) {
                              return describe(old.error());
                          }
                          return checkTwo(vfs);
                      }});
    }

    void withoutSyncingTheHarnessSeesLossAndDamage()
    {
        const Result<Loss> swept
            = lossOf({.prepare = import("his_billing", m_bills[0]),
                      .steps = {import("web_event", m_webEvents[0]), import("his_billing", m_bills[1]),
                                import("web_event", m_webEvents[1])},
                      .careless = true});
        MEITRACE_OK(swept);
        qInfo("%d lost, %d damaged", swept->lost, swept->damaged);
        QVERIFY(swept->lost > 0);
        QVERIFY(swept->damaged > 0);
    }
};

MEITRACE_TEST(TestPowerCut)

#include "tst_powercut.moc"
