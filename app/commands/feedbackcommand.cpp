// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// feedback: how satisfied customers are, of what they complain, who still waits
#include "analytics/workbench/tables.h"
#include "analytics/workbench/voicebook.h"
#include "app/commands/choosing.h"
#include "app/commands/commands.h"
#include "app/commands/opening.h"
#include "app/commands/reading.h"
#include "app/format.h"
#include "app/texttable.h"
#include "ui/text/figures.h"
#include "ui/viewmodels/feedbacktables.h"
#include "ui/viewmodels/feedbackview.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

constexpr std::array<const char*, 4> kKeys {"item", "staff", "store", "week"};
constexpr std::array<const char*, kFeedbackCauses> kCauses {
    "satisfied",        "not_satisfied",    "no_complaint",      "complaint", "called_in_1_day",
    "called_in_3_days", "called_in_7_days", "called_in_14_days", "not_called"};
constexpr std::array<const char*, 4> kVerdicts {"too_few", "usual", "low", "high"};

Status readOptions(const CommandContext& context, FeedbackOptions& options, std::vector<FeedbackKey>& keys)
{
    using Source = std::pair<const char*, std::optional<VoiceSource>>;
    Status status = readRange(context, options.from, options.to, options.asOf);
    status = status ? readDays(context, "back", options.backDays) : status;
    status = status ? readDays(context, "open", options.openDays) : status;
    status = status ? readDays(context, "come-back", options.comeBackDays) : status;
    status = status ? choose(context, "source",
                             std::array {Source {"all", std::nullopt}, Source {"survey", VoiceSource::Survey},
                                         Source {"call", VoiceSource::Call}},
                             options.source)
                    : status;
    if (status && context.isSet("by")) {
        FeedbackKey key = FeedbackKey::Item;
        using Key = std::pair<const char*, FeedbackKey>;
        status = choose(context, "by",
                        std::array {Key {"item", FeedbackKey::Item}, Key {"staff", FeedbackKey::Staff},
                                    Key {"store", FeedbackKey::Store}, Key {"week", FeedbackKey::Week}},
                        key);
        keys = {key};
    }
    return status;
}

Json groupJson(const FeedbackGroup& group)
{
    return {{"n", group.satisfied.n},
            {"satisfied", group.satisfied.hits},
            {"score", numberOrNull(proportion(group.satisfied.hits, group.satisfied.n))},
            {"ci_low", group.interval.low},
            {"ci_high", group.interval.high},
            {"expected_low", group.band.low},
            {"expected_high", group.band.high},
            {"verdict", kVerdicts[static_cast<std::size_t>(group.verdict)]},
            {"mean_grade", numberOrNull(group.mean)},
            {"nps", numberOrNull(group.nps())},
            {"asked", group.asked},
            {"complaints", group.complained.hits},
            {"treatment_days", group.complained.n},
            {"complaints_verdict", kVerdicts[static_cast<std::size_t>(group.complainedVerdict)]}};
}

Json openJson(const OpenVoice& open, const Snapshot& snapshot)
{
    return {{"customer", snapshot.customerCode(open.customer)},
            {"kind", open.kind == OpenVoice::Kind::Complaint ? "complaint" : "low_answer"},
            {"time", snapshot.frame().zone.isoTime(open.time)},
            {"age_d", open.age},
            {"grade", open.grade > 0 ? Json(open.grade) : Json()},
            {"nps", open.nps >= 0 ? Json(open.nps) : Json()},
            {"topic", open.topic.empty() ? Json() : Json(open.topic)},
            {"item", open.item.empty() ? Json() : Json(open.item)},
            {"store", open.store.empty() ? Json() : Json(open.store)}};
}

Json resultJson(const FeedbackResult& result, const std::vector<FeedbackKey>& keys, const Snapshot& snapshot)
{
    Json json {{"all", groupJson(result.all)},
               {"answers", result.answers},
               {"unlinked", result.unlinked},
               {"complaints", result.complaints}};
    json["items"] = Json::array();
    for (const FeedbackGroup& group : result.groups) {
        if (std::find(keys.begin(), keys.end(), group.key) != keys.end()) {
            Json one = groupJson(group);
            one["by"] = kKeys[static_cast<std::size_t>(group.key)];
            one["value"] = group.value;
            json["items"].push_back(std::move(one));
        }
    }
    json["open"] = Json::array();
    for (const OpenVoice& open : result.open) {
        json["open"].push_back(openJson(open, snapshot));
    }
    json["came_back"] = Json::array();
    for (std::size_t cause = 0; cause < kFeedbackCauses; ++cause) {
        const Share& share = result.cameBack[cause];
        const Interval interval = wilson(share.hits, share.n);
        json["came_back"].push_back({{"cause", kCauses[cause]},
                                     {"customers", share.n},
                                     {"came_back", share.hits},
                                     {"rate", numberOrNull(proportion(share.hits, share.n))},
                                     {"ci_low", interval.low},
                                     {"ci_high", interval.high}});
    }
    return json;
}

QString resultText(const FeedbackResult& result, const FeedbackOptions& options,
                   const std::vector<FeedbackKey>& keys, const SnapshotPtr& snapshot)
{
    QString text;
    for (const FeedbackKey key : keys) {
        FeedbackTable groups;
        groups.setResult(result, key);
        text += modelText(groups) + u'\n';
    }
    OpenVoiceTable open;
    open.setResult(result, snapshot);
    ComeBackTable back;
    back.setResult(result, options);
    return text + modelText(open) + u'\n' + modelText(back) + u'\n' + feedbackCaption(result, options) + u'\n'
        + sentencesText(feedbackFindings(result, options)) + u'\n';
}

Status writeMembers(const CommandContext& context, const Snapshot& snapshot, const FeedbackBook& book,
                    const FeedbackOptions& options, const FeedbackResult& result)
{
    struct Line {
        std::size_t group = 0;
        Index customer = 0;
    };
    std::vector<Line> lines;
    for (std::size_t group = 0; group < result.groups.size(); ++group) {
        const Result<Bitset> members = feedbackMembers(snapshot, book, options, result,
                                                       {.group = static_cast<int>(group)}, context.job);
        if (!members) {
            return members.error();
        }
        members->forEach([&](Index customer) { lines.push_back({group, customer}); });
    }
    return writeTable(
        context.value("members"), {"by", "value", "customer"}, static_cast<Index>(lines.size()),
        [&](Index row, std::vector<std::string>& cells) {
            const Line& line = lines[static_cast<std::size_t>(row)];
            const FeedbackGroup& group = result.groups[line.group];
            cells = {kKeys[static_cast<std::size_t>(group.key)], group.value,
                     snapshot.customerCode(line.customer)};
        },
        context.job);
}

}  // namespace

Result<Answer> runFeedback(const CommandContext& context)
{
    FeedbackOptions options;
    std::vector<FeedbackKey> keys {FeedbackKey::Item, FeedbackKey::Staff, FeedbackKey::Store};
    if (Status status = readOptions(context, options, keys); !status) {
        return status.error();
    }
    Result<OpenedClinic> opened = openClinic(context, options.asOf, false);
    if (!opened) {
        return opened.error();
    }
    options.population = std::move(opened->population);
    const Snapshot& snapshot = *opened->snapshot;
    const Result<FeedbackBook> book = feedbackBook(opened->clinic.workspace(), snapshot, context.job);
    if (!book) {
        return book.error();
    }
    const Result<FeedbackResult> result = feedback(snapshot, *book, options, context.job);
    if (!result) {
        return result.error();
    }
    if (context.isSet("members")) {
        if (Status status = writeMembers(context, snapshot, *book, options, *result); !status) {
            return status.error();
        }
    }
    Answer answer;
    answer.options = {{"back_d", options.backDays},
                      {"open_d", options.openDays},
                      {"come_back_d", options.comeBackDays},
                      {"where", whereJson(context)}};
    answer.used = result->customers;
    answer.exclude("not_selected", result->notSelected);
    answer.dataVersion = snapshot.frame().dataVersion;
    answer.asOf = result->asOf;
    answer.result = resultJson(*result, keys, snapshot);
    answer.text = resultText(*result, options, keys, opened->snapshot);
    return answer;
}

}  // namespace meitrace
