// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/streamsink.h"

#include "models/base/hash.h"
#include "models/domain/eventtype.h"
#include "models/pipeline/streamblock.h"

#include <algorithm>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace meitrace {

namespace {

constexpr Index kRunRows = 6'000'000;  // about 250 MB: memory is bounded whatever the size of the file
constexpr double kPersonsPace
    = 2;  // people are written before their events are, so that more can be done beside

struct PreparedStream final : RowSink::Prepared {
    PersonBlock persons;
    StreamBlock stream;
};

class StreamSink final : public RowSink {
public:
    explicit StreamSink(const StreamTarget& target)
        : m_target(target)
        , m_persons(target.identities, target.scope)
        , m_events(target.database)
    {
        m_run.reserve(std::min(kRunRows + (Index {1} << 18U), target.expectedRows));
    }

    StreamSink(const StreamSink&) = delete;
    StreamSink& operator=(const StreamSink&) = delete;
    ~StreamSink() override
    {
        if (m_release.joinable()) {
            m_release.join();
        }
    }

    [[nodiscard]] std::unique_ptr<Prepared> prepare(CleanBlock block) const override
    {
        auto prepared = std::make_unique<PreparedStream>();
        prepared->persons = groupByPerson(block);
        prepared->stream = makeStreamBlock(block);
        prepared->block = std::move(block);
        return prepared;
    }

    Status take(Prepared& base, FateLog& fates) override
    {
        auto& prepared = static_cast<PreparedStream&>(base);
        const Result<std::vector<std::uint32_t>> handles
            = m_persons.handles(prepared.block, prepared.persons);
        if (!handles) {
            return handles.error();
        }
        if (Status status = append(prepared, *handles); !status) {
            return status;
        }
        if (m_run.rows() >= kRunRows) {
            Job job(0);
            Status status = flush(fates, {}, job);
            m_run.clear();
            return status;
        }
        return Done {};
    }

    Status finish(FateLog& fates, Job& job) override
    {
        EventStore::Besides persons;
        if (!m_target.again) {
            persons = [this](double share) { return writePersons(kPersonsPace * share); };
        }
        Status status = flush(fates, persons, job);
        if (status && persons) {
            status = writePersons(1);
        }
        m_release = std::thread([this] {
            m_run = EventRun();
            m_persons.release();
        });
        return status;
    }

private:
    Status writePersons(double share)
    {
        if (m_personsDone) {
            return Done {};
        }
        Status status = m_persons.writeUpTo(share, m_target.batch);
        if (!status || share < 1) {
            return status;
        }
        m_personsDone = true;
        return m_target.peopleWritten ? m_target.peopleWritten() : status;
    }

    Status append(const PreparedStream& prepared, const std::vector<std::uint32_t>& handles)
    {
        const StreamBlock& stream = prepared.stream;
        const auto count = static_cast<Index>(stream.rowOf.size());
        const Index first = m_run.extend(count);
        m_run.setConstant(static_cast<int>(EventField::Batch), static_cast<std::uint32_t>(m_target.batch));
        std::uint32_t* ident = m_run.ident() + first;
        const auto row = m_run.codes(static_cast<int>(EventField::Row));
        const auto content = m_run.codes(kContentField);
        const auto time = m_run.time();
        for (Index i = 0; i < count; ++i) {
            const std::uint32_t kept = stream.rowOf[static_cast<std::size_t>(i)];
            ident[i] = handles[prepared.persons.entryOf[kept]];
            row[first + i] = static_cast<std::uint32_t>(
                numberOf(prepared.block.rows.firstRow + prepared.block.kept[kept]));
            content[first + i] = static_cast<std::uint32_t>(prepared.block.content[kept]);
            time[first + i] = stream.time[static_cast<std::size_t>(i)];
        }
        const auto copy = [first](const auto& from, const auto& to) {
            using Cell = std::decay_t<decltype(to[first])>;
            for (std::size_t i = 0; i < from.size(); ++i) {
                to[first + static_cast<Index>(i)] = static_cast<Cell>(from[i]);
            }
        };
        if (!stream.amount.empty()) {
            copy(stream.amount, m_run.amount());
        }
        if (!stream.precision.empty()) {
            copy(stream.precision, m_run.narrow(EventField::Precision));
        }
        if (!stream.session.empty()) {
            copy(stream.session, m_run.codes(static_cast<int>(EventField::Session)));
        }
        for (const CodedColumn& column : stream.coded) {
            std::vector<std::uint32_t> codes(column.texts.size());
            for (std::size_t i = 0; i < codes.size(); ++i) {
                const Result<std::uint32_t> code = m_target.dictionaries.code(column.field, column.texts[i]);
                if (!code) {
                    return code.error();
                }
                codes[i] = *code;
            }
            m_run.fillCodes(column.field, [&](auto cells) {
                using Cell = std::decay_t<decltype(cells[first])>;
                for (std::size_t i = 0; i < column.code.size(); ++i) {
                    cells[first + static_cast<Index>(i)] = static_cast<Cell>(codes[column.code[i]]);
                }
            });
        }
        return Done {};
    }

    Status flush(FateLog& fates, const EventStore::Besides& besides, Job& job)
    {
        if (m_run.rows() == 0) {
            return Done {};
        }
        const Result<std::vector<std::uint32_t>> known
            = m_events.knownRows(m_run, static_cast<std::uint32_t>(m_target.batch), m_spent, job);
        if (!known) {
            return known.error();
        }
        for (const std::uint32_t event : *known) {
            fates.change(m_run.value(static_cast<int>(EventField::Row), event), RowFate::Duplicate);
        }
        return m_events.write(m_run, false, *known, job, besides);
    }

    StreamTarget m_target;
    PersonTable m_persons;
    EventStore m_events;
    EventRun m_run;
    std::vector<std::uint64_t> m_spent;  ///< events of this file that earlier runs found in the stream
    bool m_personsDone = false;
    std::thread m_release;  ///< gives large memory back beside the rest of the import
};

}  // namespace

std::unique_ptr<RowSink> makeStreamSink(const StreamTarget& target)
{
    return std::make_unique<StreamSink>(target);
}

}  // namespace meitrace
