// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "models/identity/names.h"
#include "models/identity/resolver.h"

#include <benchmark/benchmark.h>
#include <deque>
#include <string>

using namespace meitrace;

namespace {

std::string han(std::uint64_t from, std::uint64_t index)
{
    const std::uint64_t point = 0x4E00 + (from * 97 + index) % 3000;
    return {static_cast<char>(0xE0U | (point >> 12U)), static_cast<char>(0x80U | ((point >> 6U) & 0x3FU)),
            static_cast<char>(0x80U | (point & 0x3FU))};
}

/// Handles of a clinic, two per person, three keys per handle: charts with name, phone and birth date,
/// contacts with a nickname, the phone and a unionid. loose: of half of the persons the contact shares no key
/// with the chart, only name and birth date, so that the two have to be compared.
struct Handles {
    explicit Handles(std::uint32_t count, bool loose = false)
    {
        input.keys.reserve(std::size_t {3} * count);
        for (std::uint32_t i = 0; i < count; ++i) {
            input.idents.push_back(i);
            const std::uint64_t person = i / 2;
            const bool alone = loose && i % 4 == 1;
            if (!alone) {
                add(i, KeyType::Phone, std::to_string(16'800'000'000ULL + mix64(person) % 1'000'000'000));
            }
            if (i % 2 == 0 || alone) {
                add(i, KeyType::Name,
                    han(1, person % 100) + han(2, person / 7 % 800) + han(3, person / 11 % 800));
                add(i, KeyType::BirthDate,
                    "19" + std::to_string(60 + person % 40) + "-0" + std::to_string(1 + mix64(person) % 9)
                        + "-1" + std::to_string(person % 9));
            }
            if (alone) {
                add(i, KeyType::ExternalUserId, "wm" + std::to_string(mix64(i)));
            } else if (i % 2 != 0) {
                add(i, KeyType::ExternalUserId, "wm" + std::to_string(mix64(i)));
                add(i, KeyType::UnionId, "o6_" + std::to_string(mix64(person)));
            }
        }
    }

    void add(std::uint32_t ident, KeyType type, std::string value)
    {
        texts.push_back(std::move(value));
        input.keys.push_back({ident, type, texts.back(), kMissing, kMissing});
    }

    IdentityInput input;
    std::deque<std::string> texts;
};

void resolve(benchmark::State& state)
{
    Handles handles(static_cast<std::uint32_t>(state.range(0)), state.range(1) == 2);
    Job job(2);
    if (state.range(1) == 1) {  // as on every import but the first
        const auto first = resolveIdentities(handles.input, job);
        for (const IdentLink& link : first->links) {
            handles.input.previous.emplace_back(link.ident, link.customer);
        }
    }
    for (auto _ : state) {
        const auto resolution = resolveIdentities(handles.input, job);
        benchmark::DoNotOptimize(resolution->links.data());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(resolve)
    ->Args({100'000, 0})
    ->Args({1'000'000, 0})
    ->Args({1'000'000, 1})
    ->Args({1'000'000, 2})
    ->Unit(benchmark::kMillisecond);

void readNames(benchmark::State& state)
{
    const std::string names[] {"\u738B\u82B3", "\u6B27\u9633\u5A1C\u5A1C", "\u738B\u5C0F\u59D0", "Anna Lee"};
    for (auto _ : state) {
        for (const std::string& name : names) {
            benchmark::DoNotOptimize(readName(name));
        }
    }
    state.SetItemsProcessed(state.iterations() * 4);
}
BENCHMARK(readNames);

}  // namespace
