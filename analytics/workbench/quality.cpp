// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/quality.h"

#include "models/store/batches.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace meitrace {

namespace {

constexpr Day kOldest = 40'178;  // 110 years
constexpr Day kSilence = 31;
constexpr std::int64_t kLeastPerMonth = 4;  // a source with fewer rows has empty months as a matter of course
constexpr double kMostlyEmpty = 0.2;
constexpr std::uint8_t kCustomerKind = 1;
constexpr std::uint8_t kConsentKind = 10;

bool tellsOfTime(const SourceTally& source)
{
    return source.kind != kCustomerKind && source.kind != kConsentKind && !source.months.empty();
}

/// What the keys of a customer come to.
enum KeySign : std::uint8_t { Strong = 1, Phone = 2, PoorPhone = 4, Reachable = 8 };

std::uint8_t signOf(KeyType key)
{
    std::uint8_t sign = keyStrength(key) >= kLinkingStrength ? Strong : 0;
    switch (key) {
    case KeyType::Phone:
        return sign | Phone | Reachable;
    case KeyType::RawPhone:
    case KeyType::MaskedPhone:
    case KeyType::PhoneTail:
        return sign | PoorPhone;
    case KeyType::UnionId:
    case KeyType::OpenId:
    case KeyType::ExternalUserId:
    case KeyType::WechatId:
    case KeyType::Email:
        return sign | Reachable;
    default:
        return sign;
    }
}

class Checker {
public:
    Checker(Clinic& clinic, SnapshotPtr snapshot, Bitset population, Job& job)
        : m_clinic(clinic)
        , m_snapshot(std::move(snapshot))
        , m_population(std::move(population))
        , m_reader(clinic.workspace())
        , m_job(job)
    {
    }

    Result<QualityReport> check(bool withDistinct)
    {
        m_report.dataVersion = m_snapshot->frame().dataVersion;
        m_report.customers = m_population.count();
        for (const QualityRule& rule : qualityRules()) {
            QualityFinding& finding = m_report.findings.emplace_back();
            finding.id = rule.id;
            finding.weight = rule.weight;
            finding.unit = rule.unit;
        }
        if (Status status = readSources(withDistinct); !status) {
            return status.error();
        }
        for (const auto step :
             {&Checker::checkRows, &Checker::checkKeys, &Checker::checkBirthdays, &Checker::checkConsents}) {
            if (Status status = (this->*step)(); !status) {
                return status.error();
            }
        }
        checkTimes();
        checkOverlaps();
        checkFields();
        return std::move(m_report);
    }

private:
    QualityFinding& finding(std::string_view id)
    {
        return *std::find_if(m_report.findings.begin(), m_report.findings.end(),
                             [&](const QualityFinding& f) { return f.id == id; });
    }

    Status readSources(bool withDistinct)
    {
        Result<std::vector<SourceTally>> sources = m_reader.sources(withDistinct, m_job);
        Batches batches(m_clinic.workspace().database());
        const Result<std::vector<ImportBatch>> files = batches.all();
        const Result<std::vector<QuarantineEntry>> aside = batches.quarantine(0, true);
        if (!sources || !files || !aside) {
            return !sources ? sources.error() : (files ? aside.error() : files.error());
        }
        m_report.sources = std::move(*sources);
        std::map<std::int64_t, std::uint8_t> kindOf;
        for (const ImportBatch& file : *files) {
            kindOf[file.id] = file.kind;
            m_rowsOfKind[file.kind] += file.fates.counts()[static_cast<std::size_t>(RowFate::Ok)]
                + file.fates.counts()[static_cast<std::size_t>(RowFate::Fixed)];
        }
        std::set<std::pair<std::int64_t, std::int64_t>> rows;
        for (const QuarantineEntry& entry : *aside) {
            if (rows.emplace(entry.batch, entry.row).second) {
                ++m_rowsOfKind[kindOf[entry.batch]];
            }
        }
        return Done {};
    }

    [[nodiscard]] std::int64_t lookedAt(const QualityRule& rule) const
    {
        std::int64_t rows = 0;
        for (const auto& [number, count] : m_rowsOfKind) {
            const KindSpec& kind = *kindById(number);
            const bool hasField
                = std::any_of(rule.asideFields.begin(), rule.asideFields.end(),
                              [&](std::string_view field) { return fieldIndex(kind, field) >= 0; });
            const bool named = std::any_of(rule.parts.begin(), rule.parts.end(),
                                           [&](const QualityPart& part) { return part.kind == kind.code; });
            const bool anyAside = !rule.asideRules.empty() && rule.asideFields.empty();
            rows += hasField || named || anyAside ? count : 0;
        }
        return rows;
    }

    Status checkRows()
    {
        for (const QualityRule& rule : qualityRules()) {
            if (rule.unit != QualityUnit::Rows && rule.unit != QualityUnit::Cells) {
                continue;
            }
            Result<QualityTally> tally = m_reader.tally(rule, m_job);
            if (!tally) {
                return tally.error();
            }
            QualityFinding& found = finding(rule.id);
            found.count = tally->count;
            found.of = lookedAt(rule);
            found.byMonth = std::move(tally->byMonth);
            found.byBatch = std::move(tally->byBatch);
            found.undated = tally->undated;
        }
        return Done {};
    }

    void setCustomers(std::string_view id, Bitset customers)
    {
        QualityFinding& found = finding(id);
        found.customers = std::move(customers);
        found.count = found.customers.count();
        found.of = m_report.customers;
    }

    Status checkKeys()
    {
        const Column<std::uint32_t>& codes = m_snapshot->frame().code;
        std::vector<std::uint8_t> signs(static_cast<std::size_t>(m_snapshot->customers()));
        Status status = m_reader.eachKey(
            [&](std::uint32_t customer, KeyType key) {
                const auto* place = std::lower_bound(codes.data(), codes.data() + codes.size(), customer);
                if (place != codes.data() + codes.size() && *place == customer) {
                    signs[static_cast<std::size_t>(place - codes.data())] |= signOf(key);
                }
            },
            m_job);
        if (!status) {
            return status;
        }
        Bitset unusable(m_snapshot->customers());
        Bitset nameless(m_snapshot->customers());
        Bitset unreachable(m_snapshot->customers());
        m_population.forEach([&](Index customer) {
            const unsigned sign = signs[static_cast<std::size_t>(customer)];
            if ((sign & PoorPhone) != 0 && (sign & Phone) == 0) {
                unusable.set(customer);
            }
            if ((sign & Strong) == 0) {
                nameless.set(customer);
            }
            if ((sign & Reachable) == 0) {
                unreachable.set(customer);
            }
        });
        setCustomers("phone_unusable", std::move(unusable));
        setCustomers("no_identifier", std::move(nameless));
        setCustomers("no_contact", std::move(unreachable));
        return Done {};
    }

    Status checkBirthdays()
    {
        const auto birth = m_snapshot->attribute("birth_date", m_job);
        if (!birth) {
            return birth.error();
        }
        if (Status status = m_snapshot->load({EventField::Time}, m_job); !status) {
            return status;
        }
        Bitset impossible(m_snapshot->customers());
        m_population.forEach([&](Index customer) {
            const double born = (*birth)->number[customer];
            const Index first = m_snapshot->begin(customer);
            if (std::isnan(born) || first == m_snapshot->end(customer)) {
                return;
            }
            const Day contact = m_snapshot->dayOf(m_snapshot->time()[first]);
            if (born > contact || born < contact - kOldest) {
                impossible.set(customer);
            }
        });
        setCustomers("born_after_visit", std::move(impossible));
        return Done {};
    }

    /// Who never said yes or no to being written to. Without any consent file that is everybody.
    Status checkConsents()
    {
        if (Status status = m_snapshot->loadConsents(m_job); !status) {
            return status;
        }
        Bitset silent(m_snapshot->customers());
        m_population.forEach([&](Index customer) {
            const bool said = std::any_of(
                m_snapshot->consentBegin(customer), m_snapshot->consentEnd(customer),
                [](const ConsentRecord& record) { return record.scope == ConsentScope::Marketing; });
            if (!said) {
                silent.set(customer);
            }
        });
        setCustomers("consent_unknown", std::move(silent));
        return Done {};
    }

    void checkTimes()
    {
        QualityFinding& gaps = finding("gap_in_time");
        QualityFinding& ended = finding("source_ended");
        const Day asOf = m_snapshot->frame().asOf;
        for (const SourceTally& source : m_report.sources) {
            if (!tellsOfTime(source)) {
                continue;
            }
            Millis last = kMissing;
            for (const auto& [batch, span] : source.batches) {
                last = std::max(last, span.last);
            }
            ++ended.of;
            if (last != kMissing && m_snapshot->dayOf(last) < asOf - kSilence) {
                ended.places.push_back({.kind = source.kind, .from = m_snapshot->dayOf(last), .to = asOf});
            }
            const Day first = source.months.begin()->first;
            const Day end = source.months.rbegin()->first;
            std::int64_t months = 0;
            std::vector<QualityPlace> empty;
            for (Day month = first; month <= end; month = monthStart(month, 1)) {
                ++months;
                if (!source.months.contains(month)) {
                    empty.push_back({.kind = source.kind, .from = month, .to = monthStart(month, 1) - 1});
                }
            }
            gaps.of += months;
            if (source.rows >= months * kLeastPerMonth) {
                gaps.places.insert(gaps.places.end(), empty.begin(), empty.end());
            }
        }
        gaps.count = static_cast<std::int64_t>(gaps.places.size());
        ended.count = static_cast<std::int64_t>(ended.places.size());
    }

    void checkOverlaps()
    {
        QualityFinding& found = finding("files_overlap");
        std::set<std::int64_t> files;
        for (const SourceTally& source : m_report.sources) {
            found.of += static_cast<std::int64_t>(source.batches.size());
            if (!tellsOfTime(source)) {
                continue;
            }
            for (const QualityPlace& place : overlapsOf(source)) {
                files.insert({place.batch, place.otherBatch});
                found.places.push_back(place);
            }
        }
        found.count = static_cast<std::int64_t>(files.size());
    }

    /// Pairs of files of a source that share more than one day
    [[nodiscard]] std::vector<QualityPlace> overlapsOf(const SourceTally& source) const
    {
        std::vector<QualityPlace> places;
        for (auto a = source.batches.begin(); a != source.batches.end(); ++a) {
            for (auto b = std::next(a); b != source.batches.end(); ++b) {
                if (a->second.first == kMissing || b->second.first == kMissing) {
                    continue;
                }
                const Day from = m_snapshot->dayOf(std::max(a->second.first, b->second.first));
                const Day to = m_snapshot->dayOf(std::min(a->second.last, b->second.last));
                if (to > from) {
                    places.push_back({.kind = source.kind,
                                      .batch = a->first,
                                      .otherBatch = b->first,
                                      .from = from,
                                      .to = to});
                }
            }
        }
        return places;
    }

    void checkFields()
    {
        QualityFinding& found = finding("field_mostly_empty");
        for (const SourceTally& source : m_report.sources) {
            for (const FieldFill& fill : source.fields) {
                ++found.of;
                const double share
                    = fill.of > 0 ? static_cast<double>(fill.valid) / static_cast<double>(fill.of) : 1;
                if (share < kMostlyEmpty) {
                    found.places.push_back({.kind = source.kind, .field = fill.field, .share = share});
                }
            }
        }
        found.count = static_cast<std::int64_t>(found.places.size());
    }

    Clinic& m_clinic;
    SnapshotPtr m_snapshot;
    Bitset m_population;
    QualityReader m_reader;
    Job& m_job;
    QualityReport m_report;
    std::map<std::uint8_t, std::int64_t> m_rowsOfKind;
};

}  // namespace

int QualityReport::openProblems() const
{
    return static_cast<int>(std::count_if(findings.begin(), findings.end(),
                                          [](const QualityFinding& finding) { return finding.isOpen(); }));
}

const QualityFinding* QualityReport::find(std::string_view id) const
{
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [&](const QualityFinding& finding) { return finding.id == id; });
    return found == findings.end() ? nullptr : &*found;
}

Result<QualityReport> qualityReport(Clinic& clinic, const QualityOptions& options, Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!snapshot) {
        return snapshot.error();
    }
    Bitset population
        = options.population.size() == (*snapshot)->customers() ? options.population : (*snapshot)->known();
    return Checker(clinic, *snapshot, std::move(population), job).check(options.withDistinct);
}

Result<std::vector<QualityRow>> qualityRows(Clinic& clinic, std::string_view check, std::int64_t limit,
                                            Job& job)
{
    const QualityRule* rule = qualityRuleById(check);
    if (rule == nullptr) {
        return Error {.code = ErrorCode::NotFound, .subject = "check", .value = std::string(check)};
    }
    return QualityReader(clinic.workspace()).rows(*rule, limit, job);
}

}  // namespace meitrace
