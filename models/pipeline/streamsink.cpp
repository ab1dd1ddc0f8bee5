// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/streamsink.h"

#include "models/base/hash.h"
#include "models/domain/eventtype.h"
#include "models/pipeline/streamblock.h"

#include <algorithm>
#include <array>
#include <span>
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

    /// Codes of this block's texts in the dictionaries, by place among its coded columns.
    Result<std::vector<std::vector<std::uint32_t>>> dictionaryCodes(const StreamBlock& stream)
    {
        std::vector<std::vector<std::uint32_t>> codes(stream.coded.size());
        for (std::size_t c = 0; c < codes.size(); ++c) {
            codes[c].reserve(stream.coded[c].texts.size());
            for (const std::string_view text : stream.coded[c].texts) {
                const Result<std::uint32_t> code = m_target.dictionaries.code(stream.coded[c].field, text);
                if (!code) {
                    return code.error();
                }
                codes[c].push_back(*code);
            }
        }
        return codes;
    }

    Status append(const PreparedStream& prepared, const std::vector<std::uint32_t>& handles)
    {
        const StreamBlock& stream = prepared.stream;
        const Result<std::vector<std::vector<std::uint32_t>>> codes = dictionaryCodes(stream);
        if (!codes) {
            return codes.error();
        }
        m_run.setConstant(static_cast<int>(EventField::Batch), static_cast<std::uint32_t>(m_target.batch));
        // A few rows at a time, all columns of them: they lie apart, and stay in the nearest cache meanwhile.
        constexpr std::size_t kTogether = 256;
        std::array<Index, kTogether> places {};
        for (std::size_t begin = 0; begin < stream.rowOf.size(); begin += kTogether) {
            const std::size_t count = std::min(kTogether, stream.rowOf.size() - begin);
            for (std::size_t i = 0; i < count; ++i) {
                places[i] = m_run.add(handles[prepared.persons.entryOf[stream.rowOf[begin + i]]]);
            }
            fill(prepared, *codes, begin, {places.data(), count});
        }
        return Done {};
    }

    /// The cells of the events from `begin` on; places are their rows in the run.
    void fill(const PreparedStream& prepared, const std::vector<std::vector<std::uint32_t>>& codes,
              std::size_t begin, std::span<const Index> places)
    {
        const StreamBlock& stream = prepared.stream;
        const auto row = m_run.codes(static_cast<int>(EventField::Row));
        const auto content = m_run.codes(kContentField);
        const auto time = m_run.time();
        for (std::size_t i = 0; i < places.size(); ++i) {
            const std::uint32_t kept = stream.rowOf[begin + i];
            row[places[i]] = static_cast<std::uint32_t>(
                numberOf(prepared.block.rows.firstRow + prepared.block.kept[kept]));
            content[places[i]] = static_cast<std::uint32_t>(prepared.block.content[kept]);
            time[places[i]] = stream.time[begin + i];
        }
        const auto copy = [&](const auto& from, const auto& to) {
            using Cell = std::decay_t<decltype(to[0])>;
            for (std::size_t i = 0; i < places.size(); ++i) {
                to[places[i]] = static_cast<Cell>(from[begin + i]);
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
        for (std::size_t c = 0; c < codes.size(); ++c) {
            const CodedColumn& column = stream.coded[c];
            m_run.fillCodes(column.field, [&](auto cells) {
                using Cell = std::decay_t<decltype(cells[0])>;
                for (std::size_t i = 0; i < places.size(); ++i) {
                    cells[places[i]] = static_cast<Cell>(codes[c][column.code[begin + i]]);
                }
            });
        }
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
