// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace::demo {

/// Something the clinic sells, from catalogue and cycles.
struct Item {
    std::string code;
    std::string name;
    std::string category;  ///< code
    std::string categoryName;
    std::string technology;
    bool product = false;
    Fen typical = 0;  ///< list price of one session or piece
    int courseSessions = 1;
    int stepMin = 0;  ///< days inside a course; 0 = no such rule
    int stepTypical = 0;
    int againMin = 0;  ///< days between courses or single treatments; 0 = no such rule
    int againTypical = 0;
    bool lightPulse = false;  ///< technology ipl: its price rises (T15)
};

enum class Season : std::uint8_t { Base, Hair, Surgery };

struct Persona {
    std::string code;
    int share = 0;  ///< per mille
    int ageMin = 0, ageMax = 0;
    double oneAndDone = 0;
    double loyalty = 0;
    double female = 0;
    Season season = Season::Base;
    std::vector<int> items;    ///< indexes into ClinicBook::items
    std::vector<int> weights;  ///< beside items
};

struct SourceChannel {
    std::string code;
    std::string name;      ///< as the clinic's systems write it
    std::string platform;  ///< as the reports of spend write it; empty = no spend
    int share = 0;         ///< per mille
    Fen costPerLead = 0;
    double book = 0, arrive = 0, deal = 0, ticket = 0, loyalty = 0;
    std::vector<int> affinity;  ///< per persona, per mille
};

/// The model's parameters, read once from resources/demo and resources/domain. Immutable.
struct ClinicBook {
    std::vector<Item> items;
    std::vector<Persona> personas;
    std::vector<SourceChannel> channels;

    static const ClinicBook& get();
    /// Index, or -1
    [[nodiscard]] int item(std::string_view code) const;
    [[nodiscard]] int channel(std::string_view code) const;
    [[nodiscard]] int persona(std::string_view code) const;
};

/// The words the systems write, by key ("booking.no_show"). A key that does not exist is a programmer's
/// mistake.
const std::string& word(std::string_view key);
/// Words of a list, separated by | in the resource
const std::vector<std::string>& words(std::string_view key);

}  // namespace meitrace::demo
