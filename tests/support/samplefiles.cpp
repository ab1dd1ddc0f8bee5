// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplefiles.h"

#include "models/base/calendar.h"
#include "models/domain/person.h"
#include "models/domain/trade.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace meitrace::test {

namespace {

constexpr std::array<std::string_view, 8> kNames {"王芳", "李娜",   "张伟", "刘洋",
                                                  "陈静", "欧阳锋", "赵敏", "孙丽"};
constexpr std::array<std::string_view, 4> kLabels {"海淀店", "光子嫩肤", "夏季活动", "a \"quoted\", label"};
constexpr std::array<std::string_view, 4> kEvents {"page_view", "item_view", "search", "own thing"};
constexpr std::array<std::string_view, 4> kChannels {"xhs_org", "美团", "wecom", "somewhere else"};

class RowMaker {
public:
    RowMaker(const KindSpec& kind, const SampleOptions& options)
        : m_kind(kind)
        , m_options(options)
        , m_random(options.seed, kind.id)
    {
    }

    std::vector<std::string> row()
    {
        const auto person = m_random.below(static_cast<std::uint64_t>(m_options.people));
        std::vector<std::string> cells;
        for (const FieldSpec& field : m_kind.fields) {
            const bool dirty = m_random.below(1000) < static_cast<std::uint64_t>(m_options.dirtPerMille);
            cells.push_back(dirty ? dirt(field) : cell(field, person));
        }
        return cells;
    }

    Random& random() { return m_random; }

private:
    std::string pick(std::span<const std::string_view> texts)
    {
        return std::string(texts[m_random.below(texts.size())]);
    }

    std::string dirt(const FieldSpec& field)
    {
        switch (m_random.below(3)) {
        case 0:
            return {};
        case 1:
            return isNumeric(field.type) ? "2026-13-45 x" : "，全角　";
        default:
            return isNumeric(field.type) ? "n/a" : "1.38E+10";
        }
    }

    std::string time()
    {
        const auto day = static_cast<Day>(20454 + m_random.below(180));  // from 2026-01-01 on
        std::string text = isoDate(day) + " ";
        for (const std::uint64_t below : {std::uint64_t {24}, std::uint64_t {60}, std::uint64_t {60}}) {
            const auto number = m_random.below(below);
            text += (number < 10 ? "0" : "") + std::to_string(number) + ":";
        }
        text.pop_back();
        return text;
    }

    std::string personCell(const FieldSpec& field, std::uint64_t person)
    {
        if (field.type == FieldType::Phone) {
            // A second number of a few people: their handles meet.
            const std::uint64_t number = field.name == "phone2" ? person / 2 : person;
            return "1391234" + std::to_string(1000 + number);
        }
        if (field.type == FieldType::Email) {
            return "p" + std::to_string(person) + "@example.com";
        }
        return m_random.chance(700'000) ? std::string(field.name).substr(0, 3) + std::to_string(person)
                                        : std::string();
    }

    std::string key(const FieldSpec& field)
    {
        const bool natural = std::find(m_kind.naturalKey.begin(), m_kind.naturalKey.end(), field.name)
            != m_kind.naturalKey.end();
        const auto number = m_random.below(natural ? static_cast<std::uint64_t>(m_options.keys) : 5);
        return std::string(field.name).substr(0, 2) + std::to_string(number);
    }

    std::string code(std::span<const std::string_view> codes)
    {
        return std::string(codes[1 + m_random.below(codes.size() - 1)]);
    }

    std::string cell(const FieldSpec& field, std::uint64_t person)
    {
        if (field.use == FieldUse::Person) {
            return personCell(field, person);
        }
        if (field.name == "remaining_both") {
            return std::to_string(1 + m_random.below(9)) + "/" + std::to_string(m_random.below(900)) + ".50";
        }
        switch (field.type) {
        case FieldType::Name:
            return std::string(kNames[person % kNames.size()]);
        case FieldType::Phone:
        case FieldType::Email:
            return personCell(field, person);
        case FieldType::Key:
            return key(field);
        case FieldType::Channel:
            return pick(kChannels);
        case FieldType::EventName:
            return pick(kEvents);
        case FieldType::Time:
            return time();
        case FieldType::Date:
            return isoDate(static_cast<Day>(8000 + person * 97));
        case FieldType::Money:
            return std::to_string(m_random.below(900)) + "." + std::to_string(10 + m_random.below(90));
        case FieldType::Quantity:
        case FieldType::Count:
            return std::to_string(1 + m_random.below(40));
        case FieldType::Bool:
            return m_random.chance(500'000) ? "是" : "否";
        case FieldType::Gender:
            return person % 2 == 0 ? "女" : "男";
        case FieldType::BookingStatus:
            return code(kBookingStatusCodes);
        case FieldType::VisitType:
            return code(kVisitTypeCodes);
        case FieldType::BillKind:
            return code(kBillKindCodes);
        case FieldType::ConsentScope:
            return code(kConsentScopeCodes);
        case FieldType::ConsentChannel:
            return code(kConsentChannelCodes);
        case FieldType::ConsentState:
            return code(kConsentStateCodes);
        case FieldType::Figure:
            return std::to_string(1 + m_random.below(10)) + (m_random.chance(200'000) ? "分" : "");
        case FieldType::Ratio:
            return std::to_string(1 + m_random.below(99)) + "%";
        case FieldType::Duration:
            return "00:0" + std::to_string(m_random.below(10)) + ":1" + std::to_string(m_random.below(10));
        case FieldType::VoucherStatus:
            return code(kVoucherStatusCodes);
        case FieldType::Direction:
            return code(kDirectionCodes);
        case FieldType::ServiceKind:
            return code(kServiceKindCodes);
        case FieldType::Text:
        case FieldType::Label:
            break;
        }
        return pick(kLabels);
    }

    const KindSpec& m_kind;
    const SampleOptions& m_options;
    Random m_random;
};

}  // namespace

std::string SampleFile::csv() const
{
    std::string text;
    const auto add = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            std::string cell = cells[i];
            if (cell.find_first_of(",\"\n") != std::string::npos) {
                for (std::size_t at = 0; (at = cell.find('"', at)) != std::string::npos; at += 2) {
                    cell.insert(at, 1, '"');
                }
                cell = '"' + cell + '"';
            }
            text += (i == 0 ? "" : ",") + cell;
        }
        text += '\n';
    };
    add(header);
    for (const auto& row : rows) {
        add(row);
    }
    return text;
}

SampleFile sampleFile(const KindSpec& kind, const SampleOptions& options)
{
    SampleFile file;
    for (const FieldSpec& field : kind.fields) {
        file.header.emplace_back(field.name);
    }
    RowMaker maker(kind, options);
    while (file.rows.size() < static_cast<std::size_t>(options.rows)) {
        if (!file.rows.empty() && maker.random().chance(100'000)) {
            file.rows.push_back(file.rows[maker.random().below(file.rows.size())]);
        } else if (options.dirtPerMille > 0 && maker.random().chance(20'000)) {
            file.rows.emplace_back(file.header.size());
            file.rows.back().front() = maker.random().chance(500'000) ? "合计" : file.header.front();
        } else {
            file.rows.push_back(maker.row());
        }
    }
    return file;
}

}  // namespace meitrace::test
