// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/directory.h"

#include "models/base/pinyin.h"
#include "models/base/text.h"
#include "models/store/identities.h"

#include <algorithm>
#include <limits>

namespace meitrace {

namespace {

constexpr std::size_t kLeastTail = 3;
constexpr std::size_t kLeastMasked = 8;

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
    if (!isDigits(digits)) {
        return;
    }
    for (Index customer = 0; customer < snapshot.customers(); ++customer) {
        const std::string code = snapshot.customerCode(customer);
        const std::string_view number = std::string_view(code).substr(1);
        if (whole
                ? number.substr(0, digits.size()) == digits
                : number.size() >= digits.size() && number.substr(number.size() - digits.size()) == digits) {
            found.set(customer);
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
    const bool digits = isDigits(wanted) && wanted.size() >= kLeastTail;
    std::string letters = folded(wanted);
    letters.erase(std::remove(letters.begin(), letters.end(), ' '), letters.end());
    const bool sound = isLetters(letters);
    for (const Entry& entry : m_entries) {
        const std::string_view text = this->text(entry);
        const bool hit = entry.isName
            ? text.find(wanted) != std::string::npos || (sound && soundsLike(soundOf(text), letters))
            : digits && text.size() >= wanted.size() && text.substr(text.size() - wanted.size()) == wanted;
        if (hit) {
            found.set(static_cast<Index>(entry.customer));
        }
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
    std::vector<Millis> nameTime(customers, std::numeric_limits<Millis>::min());
    std::vector<Millis> phoneTime = nameTime;
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
              // A whole number is shown before a masked one or a tail, whatever is newer.
              const Millis weight = isName || contact.type == KeyType::Phone ? contact.last : kMissing;
              std::vector<std::uint32_t>& best = isName ? directory->m_name : directory->m_phone;
              Millis& bestTime = (isName ? nameTime : phoneTime)[customer];
              if (best[customer] == kNone || weight > bestTime
                  || (weight == bestTime
                      && contact.value < directory->text(best, static_cast<Index>(customer)))) {
                  best[customer] = number;
                  bestTime = weight;
              }
          });
    workspace.database().watch(nullptr);
    if (!status) {
        return status.error();
    }
    return std::shared_ptr<const Directory>(std::move(directory));
}

}  // namespace meitrace
