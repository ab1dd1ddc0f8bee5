// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/audiences.h"

#include "analytics/campaign/ruleparser.h"
#include "analytics/customer/rfm.h"
#include "analytics/features/firsttouch.h"
#include "analytics/workbench/audiencecircle.h"
#include "analytics/workbench/rfmclasses.h"
#include "models/resources/resource.h"
#include "models/store/rows.h"

#include <algorithm>
#include <limits>

namespace meitrace {

namespace {

AttributePtr numberMetric(const std::string& name, Index customers, const std::function<double(Index)>& value)
{
    auto metric = std::make_shared<Attribute>();
    metric->name = name;
    metric->type = name == "monetary" ? AttributeType::Money : AttributeType::Number;
    metric->number.resize(customers);
    for (Index c = 0; c < customers; ++c) {
        metric->number[c] = value(c);
    }
    return metric;
}

AttributePtr segmentMetric(const RfmResult& rfm)
{
    auto metric = std::make_shared<Attribute>();
    metric->name = "rfm.segment";
    metric->code.setZero(rfm.segment.size());
    for (Index c = 0; c < rfm.segment.size(); ++c) {
        if (rfm.segment[c] != RfmResult::kNoSegment) {
            metric->code[c] = metric->texts.add(rfm.segments[rfm.segment[c]].code);
        }
    }
    return metric;
}

/// The eleven segments stand on 5 or 10 classes.
bool carrySegments(const RfmClasses& classes)
{
    return classes.bins % 5 == 0;
}

/// With the classes the clinic keeps; segments with the usual ones where those kept cannot carry them.
Result<RfmResult> rfmOfRules(const Snapshot& snapshot, const RfmClasses& classes, RfmGrid grid, Day asOf,
                             Job& job)
{
    RfmOptions options;
    options.asOf = asOf;
    options.grid = grid;
    options.includeAnonymous = true;
    if (grid == RfmGrid::Eight || carrySegments(classes)) {
        setRfmClasses(options, classes);
    }
    return rfm(snapshot, options, job);
}

/// A number of each customer's RFM; nullptr for another name.
AttributePtr rfmMetric(const RfmResult& rfm, const std::string& name, Index customers)
{
    const auto metric = [&](const auto& column) {
        return numberMetric(name, customers, [&](Index c) {
            return rfm.recency[c] < 0 ? std::numeric_limits<double>::quiet_NaN()
                                      : static_cast<double>(column[c]);
        });
    };
    if (name == "rfm.r" || name == "rfm.f" || name == "rfm.m") {
        return metric(name == "rfm.r" ? rfm.r : (name == "rfm.f" ? rfm.f : rfm.m));
    }
    if (name == "recency_d") {
        return metric(rfm.recency);
    }
    if (name == "frequency") {
        return metric(rfm.frequency);
    }
    return name == "monetary" ? metric(rfm.monetary) : nullptr;
}

/// Metrics named in rules. Who never bought has none: unknown.
Result<std::vector<AttributePtr>> metricsFor(const Snapshot& snapshot, const RfmClasses& classes,
                                             std::vector<std::string> names, Day asOf, Job& job)
{
    std::vector<AttributePtr> metrics;
    const auto touch = std::find(names.begin(), names.end(), "first_touch");
    if (touch != names.end()) {
        Result<AttributePtr> channel = firstTouch(snapshot, asOf, job);
        if (!channel) {
            return channel.error();
        }
        metrics.push_back(*std::move(channel));
        names.erase(touch);
    }
    if (names.empty()) {
        return metrics;
    }
    const auto segment = std::find(names.begin(), names.end(), "rfm.segment");
    const bool wantsSegment = segment != names.end();
    const RfmGrid grid = wantsSegment || carrySegments(classes) ? RfmGrid::Eleven : RfmGrid::Eight;
    Result<RfmResult> rfm = rfmOfRules(snapshot, classes, grid, asOf, job);
    if (rfm && wantsSegment) {
        metrics.push_back(segmentMetric(*rfm));
        names.erase(segment);
        if (!names.empty() && !carrySegments(classes)) {
            rfm = rfmOfRules(snapshot, classes, RfmGrid::Eight, asOf, job);
        }
    }
    if (!rfm) {
        return rfm.error();
    }
    for (const std::string& name : names) {
        if (AttributePtr metric = rfmMetric(*rfm, name, snapshot.customers())) {
            metrics.push_back(std::move(metric));
        }
    }
    return metrics;
}

Result<std::vector<NamedAudience>> namedAudiences(Clinic& clinic, const Snapshot& snapshot)
{
    std::vector<NamedAudience> audiences;
    Result<Statement> query
        = clinic.workspace().database().prepare("SELECT name, rule, frozen FROM audience ORDER BY name");
    Result<Statement> members = clinic.workspace().database().prepare(
        "SELECT customer FROM audience_member WHERE name = ? ORDER BY customer");
    if (!query || !members) {
        return query ? members.error() : query.error();
    }
    const Status status = forEachRow(*query, [&](const Statement& row) -> Status {
        NamedAudience& audience = audiences.emplace_back();
        audience.name = row.text(0);
        if (row.integer(2) == 0) {
            Result<RuleNode> rule = parseRule(row.text(1), ruleWords());
            if (!rule) {
                return rule.error();
            }
            audience.rule = std::move(*rule);
            return Done {};
        }
        audience.frozen = Bitset(snapshot.customers());
        members->bind(1, std::string_view(audience.name));
        return forEachRow(*members, [&](const Statement& member) {
            const auto* begin = snapshot.frame().code.data();
            const auto* end = begin + snapshot.customers();
            const auto number = static_cast<std::uint32_t>(member.integer(0));
            const auto* place = std::lower_bound(begin, end, number);
            if (place != end && *place == number) {
                audience.frozen->set(place - begin);
            }
        });
    });
    if (!status) {
        return status.error();
    }
    return audiences;
}

/// Known customers (or everybody) without test persons.
Result<Bitset> everybody(const Snapshot& snapshot, bool includeAnonymous, Job& job)
{
    Bitset all = includeAnonymous ? Bitset(snapshot.customers(), true) : snapshot.known();
    const auto test = snapshot.attribute("is_test", job);
    if (!test) {
        return test.error().code == ErrorCode::NotFound ? Result<Bitset>(std::move(all))
                                                        : Result<Bitset>(test.error());
    }
    for (Index c = 0; c < snapshot.customers(); ++c) {
        if ((*test)->number[c] == 1.0) {
            all.reset(c);
        }
    }
    return all;
}

/// Puts an audience in the place of the one of its name.
class AudienceWriter {
public:
    static Result<AudienceWriter> prepare(Database& database)
    {
        Result<Statement> put
            = database.prepare("INSERT INTO audience(name, rule, version, saved_ms, frozen, as_of, origin) "
                               "VALUES (?, ?, 1, ?, ?, ?, ?) ON CONFLICT(name) DO UPDATE SET "
                               "rule = excluded.rule, version = version + 1, saved_ms = excluded.saved_ms, "
                               "frozen = excluded.frozen, as_of = excluded.as_of, origin = excluded.origin");
        Result<Statement> clear = database.prepare("DELETE FROM audience_member WHERE name = ?");
        Result<Statement> add = database.prepare("INSERT INTO audience_member(name, customer) VALUES (?, ?)");
        if (!put || !clear || !add) {
            return !put ? put.error() : (!clear ? clear.error() : add.error());
        }
        return AudienceWriter(std::move(*put), std::move(*clear), std::move(*add));
    }

    /// Without members.
    Status put(const SavedAudience& audience)
    {
        Status status = m_put.bind(1, std::string_view(audience.name))
                            .bind(2, std::string_view(audience.rule))
                            .bind(3, platform::now())
                            .bind(4, std::int64_t {audience.frozen ? 1 : 0})
                            .bind(5, std::int64_t {audience.asOf})
                            .bind(6, std::string_view(audience.origin))
                            .run();
        return status ? m_clear.bind(1, std::string_view(audience.name)).run() : status;
    }

    Status putMembers(const std::string& name, const Bitset& members, const Snapshot& snapshot)
    {
        Status status = Done {};
        members.forEach([&](Index c) {
            if (status) {
                status = m_add.bind(1, std::string_view(name))
                             .bind(2, std::int64_t {snapshot.frame().code[c]})
                             .run();
            }
        });
        return status;
    }

private:
    AudienceWriter(Statement put, Statement clear, Statement add)
        : m_put(std::move(put))
        , m_clear(std::move(clear))
        , m_add(std::move(add))
    {
    }

    Statement m_put;
    Statement m_clear;
    Statement m_add;
};

}  // namespace

const KeywordTable& ruleWords()
{
    static const KeywordTable words = [] {
        Result<KeywordTable> table = KeywordTable::parse(resource("text/rule_keywords.csv"));
        return table ? std::move(*table) : KeywordTable::english();
    }();
    return words;
}

Result<ReadyRule> readyRule(Clinic& clinic, const AudienceQuestion& question, Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!snapshot) {
        return snapshot.error();
    }
    Result<RuleNode> rule = parseRule(question.rule, ruleWords());
    if (!rule) {
        return rule.error();
    }
    ReadyRule ready;
    ready.rule = std::move(*rule);
    ready.options.asOf = question.asOf;
    Result<Bitset> population = everybody(**snapshot, question.includeAnonymous, job);
    Result<std::vector<NamedAudience>> audiences = namedAudiences(clinic, **snapshot);
    if (!population || !audiences) {
        return population ? audiences.error() : population.error();
    }
    ready.options.population = std::move(*population);
    ready.options.audiences = std::move(*audiences);
    const Day asOf = question.asOf == kMissingDay ? (*snapshot)->frame().asOf : question.asOf;
    const Result<RfmClasses> classes = savedRfmClasses(clinic);
    if (!classes) {
        return classes.error();
    }
    Result<std::vector<AttributePtr>> metrics
        = metricsFor(**snapshot, *classes, metricsOf(ready.rule, ready.options.audiences), asOf, job);
    if (!metrics) {
        return metrics.error();
    }
    ready.options.metrics = std::move(*metrics);
    return ready;
}

bool isChoice(std::string_view rule)
{
    return !rule.empty() && rule != "all";
}

Result<Bitset> populationOf(Clinic& clinic, const AudienceQuestion& question, Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!snapshot) {
        return snapshot.error();
    }
    if (question.rule.empty()) {
        return everybody(**snapshot, question.includeAnonymous, job);
    }
    const Result<ReadyRule> ready = readyRule(clinic, question, job);
    if (!ready) {
        return ready.error();
    }
    Result<Audience> audience = evaluateAudience(**snapshot, ready->rule, ready->options, job);
    if (!audience) {
        return audience.error();
    }
    return std::move(audience->members);
}

Result<std::vector<SavedAudience>> savedAudiences(Clinic& clinic, Job& job)
{
    static_cast<void>(job);
    return readRows(
        clinic.workspace().database().prepare("SELECT name, rule, version, frozen, as_of, (SELECT count(*) "
                                              "FROM audience_member m WHERE m.name = "
                                              "a.name), origin, saved_ms FROM audience a ORDER BY name"),
        [&](const Statement& row) {
            return SavedAudience {.name = std::string(row.text(0)),
                                  .rule = std::string(row.text(1)),
                                  .version = row.integer(2),
                                  .frozen = row.integer(3) != 0,
                                  .asOf = static_cast<Day>(row.integer(4)),
                                  .members = row.integer(5),
                                  .origin = std::string(row.text(6)),
                                  .savedAt = row.integer(7)};
        });
}

Status saveAudience(Clinic& clinic, const SavedAudience& audience, const Bitset& members, Job& job)
{
    if (!audience.frozen) {
        const Result<std::vector<SavedAudience>> saved = savedAudiences(clinic, job);
        Status status = saved ? checkNoCircle(*saved, audience.name, audience.rule) : Status(saved.error());
        if (!status) {
            return status;
        }
    }
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!snapshot) {
        return snapshot.error();
    }
    Database& database = clinic.workspace().database();
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) {
        return transaction.error();
    }
    Result<AudienceWriter> writer = AudienceWriter::prepare(database);
    if (!writer) {
        return writer.error();
    }
    Status status = writer->put(audience);
    if (status && audience.frozen) {
        status = writer->putMembers(audience.name, members, **snapshot);
    }
    if (status) {
        status = clinic.workspace().audit("audience", "audience", audience.frozen ? "frozen" : "live");
    }
    return status ? transaction->commit() : status;
}

}  // namespace meitrace
