// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/directory.h"

#include "models/base/pinyin.h"
#include "models/base/text.h"
#include "models/identity/names.h"
#include "models/store/identities.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <utility>

namespace meitrace {

namespace {

constexpr std::size_t kLeastTail = 3;
constexpr std::size_t kLeastMasked = 8;
constexpr std::size_t kCodeDigits = 7;
constexpr std::size_t kMostDigits = 10;
constexpr std::array<std::uint64_t, kMostDigits + 1> kPowers {
    1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000, 10'000'000'000};

bool isDigits(std::string_view text)
{
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isLetters(std::string_view text)
{
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::string maskedNumber(std::string_view number)
{
    if (number.size() < kLeastMasked || number.find('*') != std::string_view::npos) {
        return std::string(number);
    }
    return std::string(number.substr(0, 3)) + "****" + std::string(number.substr(number.size() - 4));
}

std::string Directory::maskedPhone(Index customer) const
{
    const std::string_view number = text(m_phone, customer);
    return number.size() < kLeastMasked && !number.empty() ? "****" + std::string(number)
                                                           : maskedNumber(number);
}

void Directory::findCodes(const Snapshot& snapshot, std::string_view query, Bitset& found) const
{
    const bool whole = query.front() == 'c' || query.front() == 'C';
    const std::string_view digits = whole ? query.substr(1) : query;
    if (!isDigits(digits) || digits.size() > kMostDigits) {
        return;
    }
    std::uint64_t wanted = 0;
    for (const char digit : digits) {
        wanted = wanted * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    const Column<std::uint32_t>& codes = snapshot.frame().code;
    for (Index customer = 0; customer < codes.size(); ++customer) {
        // A number is shown with seven digits, longer ones as they are.
        const std::uint64_t code = codes[customer];
        std::size_t width = kCodeDigits;
        while (width < kMostDigits && code >= kPowers[width]) {
            ++width;
        }
        if (digits.size() <= width
            && (whole ? code / kPowers[width - digits.size()] : code % kPowers[digits.size()]) == wanted) {
            found.set(customer);
        }
    }
}

void Directory::findText(std::string_view wanted, Bitset& found) const
{
    // All texts stand behind each other: one search through them all, then whose text it was.
    const bool tails = isDigits(wanted) && wanted.size() >= kLeastTail;
    const std::boyer_moore_horspool_searcher search(wanted.begin(), wanted.end());
    auto entry = m_entries.begin();
    for (auto from = m_letters.begin();;) {
        from = std::search(from, m_letters.end(), search);
        if (from == m_letters.end()) {
            return;
        }
        const auto at = static_cast<std::size_t>(from - m_letters.begin());
        while (entry->begin + entry->size <= at) {
            ++entry;
        }
        const std::size_t end = entry->begin + std::size_t {entry->size};
        if (at + wanted.size() <= end && (entry->isName || (tails && at + wanted.size() == end))) {
            found.set(static_cast<Index>(entry->customer));
        }
        ++from;
    }
}

void Directory::learnSounds() const
{
    std::call_once(m_sounded, [this] {
        for (const Entry& entry : m_entries) {
            if (entry.isName) {
                const NameSound sound = soundOf(text(entry));
                m_sounds.push_back(
                    {.customer = entry.customer,
                     .initials = static_cast<std::uint32_t>(m_spoken.size()),
                     .syllables = static_cast<std::uint32_t>(m_spoken.size() + sound.initials.size())});
                m_spoken += sound.initials;
                m_spoken += sound.syllables;
            }
        }
        m_sounds.push_back({.customer = kNone,
                            .initials = static_cast<std::uint32_t>(m_spoken.size()),
                            .syllables = static_cast<std::uint32_t>(m_spoken.size())});
    });
}

void Directory::findSound(std::string_view letters, Bitset& found) const
{
    learnSounds();
    const std::boyer_moore_horspool_searcher search(letters.begin(), letters.end());
    auto sound = m_sounds.begin();
    for (auto from = m_spoken.begin();; ++from) {
        from = std::search(from, m_spoken.end(), search);
        if (from == m_spoken.end()) {
            return;
        }
        const auto at = static_cast<std::size_t>(from - m_spoken.begin());
        while (std::next(sound)->initials <= at) {
            ++sound;
        }
        const std::size_t end = at + letters.size();
        if (end <= sound->syllables || (at == sound->syllables && end <= std::next(sound)->initials)) {
            found.set(static_cast<Index>(sound->customer));
        }
    }
}

Bitset Directory::find(const Snapshot& snapshot, std::string_view query) const
{
    const std::string wanted = normalised(query);
    Bitset found(snapshot.customers());
    if (wanted.empty()) {
        for (Index customer = 0; customer < snapshot.customers(); ++customer) {
            found.set(customer);
        }
        return found;
    }
    findCodes(snapshot, wanted, found);
    findText(wanted, found);
    std::string letters = folded(wanted);
    letters.erase(std::remove(letters.begin(), letters.end(), ' '), letters.end());
    if (isLetters(letters)) {
        findSound(letters, found);
    }
    return found;
}

Result<std::shared_ptr<const Directory>> Directory::read(Workspace& workspace, const Snapshot& snapshot,
                                                         Job& job)
{
    auto directory = std::make_shared<Directory>();
    const auto customers = static_cast<std::size_t>(snapshot.customers());
    directory->m_name.assign(customers, kNone);
    directory->m_phone.assign(customers, kNone);
    std::vector<std::pair<bool, Millis>> nameWeight(customers);
    std::vector<std::pair<bool, Millis>> phoneWeight(customers);
    const auto& codes = snapshot.frame().code;
    workspace.database().watch(&job);
    const Status status
        = Identities(workspace.database()).readContacts([&](const Identities::Contact& contact) {
              const auto* const place
                  = std::lower_bound(codes.data(), codes.data() + codes.size(), contact.customer);
              if (place == codes.data() + codes.size() || *place != contact.customer
                  || contact.value.size() > 200) {
                  return;
              }
              const auto customer = static_cast<std::size_t>(place - codes.data());
              const bool isName = contact.type == KeyType::Name;
              const auto number = static_cast<std::uint32_t>(directory->m_entries.size());
              directory->m_entries.push_back(
                  {.customer = static_cast<std::uint32_t>(customer),
                   .begin = static_cast<std::uint32_t>(directory->m_letters.size()),
                   .size = static_cast<std::uint16_t>(contact.value.size()),
                   .isName = isName});
              directory->m_letters += contact.value;
              // A full name is shown before a title or a remark, a whole number before a masked one or a
              // tail, whatever is newer.
              const bool isWhole = isName ? isFullName(contact.value) : contact.type == KeyType::Phone;
              const auto weight = std::pair(isWhole, contact.last);
              std::vector<std::uint32_t>& best = isName ? directory->m_name : directory->m_phone;
              std::pair<bool, Millis>& bestWeight = (isName ? nameWeight : phoneWeight)[customer];
              if (best[customer] == kNone || weight > bestWeight
                  || (weight == bestWeight
                      && contact.value < directory->text(best, static_cast<Index>(customer)))) {
                  best[customer] = number;
                  bestWeight = weight;
              }
          });
    workspace.database().watch(nullptr);
    if (!status) {
        return status.error();
    }
    return std::shared_ptr<const Directory>(std::move(directory));
}

}  // namespace meitrace
