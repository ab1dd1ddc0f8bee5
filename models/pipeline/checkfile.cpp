// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/checkfile.h"

#include "models/base/platform.h"
#include "models/pipeline/rowpump.h"
#include "models/store/batchspans.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr std::size_t kExamples = 20;

using CausePlace = std::tuple<int, std::string, RowRule>;

/// What is worse comes first.
int rank(RowFate fate)
{
    return fate == RowFate::Quarantined ? 0 : fate == RowFate::Skipped ? 1 : 2;
}

/// Looks at the rows and keeps nothing of them but what is to be said.
class CheckSink final : public RowSink {
public:
    [[nodiscard]] std::unique_ptr<Prepared> prepare(CleanBlock block) const override
    {
        auto prepared = std::make_unique<Prepared>();
        prepared->block = std::move(block);
        return prepared;
    }

    Status take(Prepared& prepared, FateLog& fates) override
    {
        static_cast<void>(fates);
        const CleanBlock& block = prepared.block;
        noteTimes(block);
        for (const CellIssue& issue : block.issues) {
            const auto row = static_cast<std::size_t>(issue.row);
            const std::string field = issue.field < 0
                ? std::string()
                : std::string(block.kind->fields[static_cast<std::size_t>(issue.field)].name);
            const int order = rank(block.fates[row]);
            FileCheck::Cause& cause = m_causes[{order, field, issue.rule}];
            cause.field = field;
            cause.rule = issue.rule;
            cause.fate = order == 2 ? RowFate::Fixed : block.fates[row];
            ++cause.cells;
            if (cause.examples.size() < kExamples) {
                cause.examples.push_back({block.rows.line[row], issue.value, issue.suggestion});
            }
        }
        return Done {};
    }

    Status finish(FateLog& fates, Job& job) override
    {
        static_cast<void>(fates);
        static_cast<void>(job);
        return Done {};
    }

    [[nodiscard]] std::vector<FileCheck::Cause> causes() const
    {
        std::vector<FileCheck::Cause> list;
        list.reserve(m_causes.size());
        for (const auto& [place, cause] : m_causes) {
            list.push_back(cause);
        }
        std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
            return rank(a.fate) != rank(b.fate) ? rank(a.fate) < rank(b.fate) : a.cells > b.cells;
        });
        return list;
    }

    /// kMissing: no row that is kept has a main time
    [[nodiscard]] Millis firstTime() const { return m_first; }
    [[nodiscard]] Millis lastTime() const { return m_last; }

private:
    void noteTimes(const CleanBlock& block)
    {
        const FieldValues* times = block.find(fieldIndex(*block.kind, block.kind->mainTime));
        if (times == nullptr) {
            return;
        }
        for (const Millis time : times->number) {
            if (time != kMissing) {
                m_first = m_first == kMissing ? time : std::min(m_first, time);
                m_last = m_last == kMissing ? time : std::max(m_last, time);
            }
        }
    }

    Millis m_first = kMissing;
    Millis m_last = kMissing;
    std::map<CausePlace, FileCheck::Cause> m_causes;
};

}  // namespace

Result<FileCheck> checkFile(Workspace& workspace, OpenFile& file, const std::string& path, Job& job)
{
    const Result<std::shared_ptr<const CleaningPlan>> plan = CleaningPlan::make(
        file.mapping, file.source->shape().header, sampleRows(file), workspace.zone(), platform::now(), path);
    if (!plan) {
        return plan.error();
    }
    CheckSink sink;
    FateLog fates;
    BlockHooks hooks;
    hooks.inOrder = [&](const CleanBlock& block) { fates.append(block.fates); };
    if (Status status = pumpRows(file, **plan, sink, hooks, fates, job); !status) {
        return status.error();
    }
    FileCheck check;
    check.rows = fates.rows();
    check.fates = fates.counts();
    check.causes = sink.causes();
    if (sink.firstTime() != kMissing) {
        check.from = clinicDay(workspace, sink.firstTime());
        check.to = clinicDay(workspace, sink.lastTime());
    }
    return check;
}

}  // namespace meitrace
