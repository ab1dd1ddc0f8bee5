// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/clinicbook.h"
#include "models/demo/dirt.h"

#include <algorithm>
#include <array>

namespace meitrace::demo {

namespace {

bool allDigits(std::string_view text)
{
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// 0 to 9 become their full-width forms.
std::string fullWidth(std::string_view text)
{
    std::string wide;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            wide += "\xEF\xBC";
            wide += static_cast<char>(0x90 + (c - '0'));
        } else {
            wide += c;
        }
    }
    return wide;
}

bool twistPhone(std::string_view how, std::string& cell)
{
    if (cell.size() != 11 || !allDigits(cell)) {
        return false;
    }
    const std::string a = cell.substr(0, 3);
    const std::string b = cell.substr(3, 4);
    const std::string c = cell.substr(7);
    if (how == "plus86") {
        cell = "+86 " + a + "-" + b + "-" + c;
    } else if (how == "spaces") {
        cell = a + " " + b + " " + c;
    } else if (how == "dashes") {
        cell = a + "-" + b + "-" + c;
    } else if (how == "zeros86") {
        cell = "0086" + cell;
    } else if (how == "float") {
        cell += ".0";
    } else if (how == "wide") {
        cell = fullWidth(cell);
    } else if (how == "guard") {
        cell = "=\"" + cell + "\"";
    } else if (how == "apostrophe") {
        cell = "'" + cell;
    } else if (how == "note") {
        cell += word("phone.note");
    } else if (how == "masked") {
        cell = a + "****" + c;
    } else if (how == "placeholder") {
        cell = "11111111111";
    } else if (how == "scientific") {
        cell = cell.substr(0, 1) + "." + cell.substr(1, 5) + "E+10";
    } else {
        return false;
    }
    return true;
}

/// "2026-06-30 14:05:09" or "2026-06-30"; systems also write zeros where there is no date
bool twistDate(std::string_view how, std::string& cell)
{
    if (how == "zero" && cell.empty()) {
        cell = "0000-00-00 00:00:00";
        return true;
    }
    if (cell.size() < 10 || cell[4] != '-' || cell[7] != '-') {
        return false;
    }
    const std::string year = cell.substr(0, 4);
    const std::string month = cell.substr(cell[5] == '0' ? 6 : 5, cell[5] == '0' ? 1 : 2);
    const std::string day = cell.substr(cell[8] == '0' ? 9 : 8, cell[8] == '0' ? 1 : 2);
    const std::string rest = cell.substr(10);
    if (how == "slash") {
        cell = year + "/" + month + "/" + day + rest;
    } else if (how == "zh") {
        cell = year + word("date.year") + month + word("date.month") + day + word("date.day") + rest;
    } else if (how == "zero") {
        cell = "0000-00-00";
    } else if (how == "1900") {
        cell = "1900-01-01";
    } else if (how == "future") {
        cell[2] = '6';  // 2026 typed as 2066
    } else if (how == "bad") {
        cell = year + "-13-32";
    } else {
        return false;
    }
    return true;
}

std::string groupedByThousands(const std::string& yuan)
{
    std::string grouped = yuan;
    for (std::size_t i = 3; i < yuan.size(); i += 3) {
        grouped.insert(yuan.size() - i, ",");
    }
    return grouped;
}

bool isWholeThousands(std::string_view yuan, std::string_view fen)
{
    return yuan.size() >= 5 && yuan.substr(yuan.size() - 3) == "000" && fen == "00";
}

/// "12000" as "1.2"
std::string inTenThousands(const std::string& yuan)
{
    const std::string tens = yuan.substr(0, yuan.size() - 4);
    const char thousand = yuan[yuan.size() - 4];
    return thousand == '0' ? tens : tens + "." + thousand;
}

/// "1299.00", perhaps with a minus
bool twistMoney(std::string_view how, std::string& cell)
{
    const bool negative = !cell.empty() && cell.front() == '-';
    const std::string plain = negative ? cell.substr(1) : cell;
    const std::size_t point = plain.find('.');
    if (point == std::string::npos || !allDigits(plain.substr(0, point))
        || !allDigits(plain.substr(point + 1))) {
        return false;
    }
    const std::string yuan = plain.substr(0, point);
    const std::string fen = plain.substr(point + 1);
    if (how == "yuan" && !negative) {
        cell = word("money.sign") + groupedByThousands(yuan) + "." + fen;
    } else if (how == "suffix" && !negative) {
        cell = plain + word("money.yuan");
    } else if (how == "brackets" && negative) {
        cell = "(" + plain + ")";
    } else if (how == "wide" && !negative) {
        cell = fullWidth(plain);
    } else if (how == "wan" && !negative && isWholeThousands(yuan, fen)) {
        cell = inTenThousands(yuan) + word("money.wan");
    } else if (how == "free" && plain == "0.00") {
        cell = word("money.free");
    } else if (how == "nan") {
        cell = "#VALUE!";
    } else {
        return false;
    }
    return true;
}

/// "3": somebody struck one off too many.
bool twistCount(std::string& cell)
{
    if (!allDigits(cell) || cell.size() > 3) {
        return false;
    }
    cell = std::to_string(std::stoi(cell) + 1);
    return true;
}

/// A card past its day that the system still calls in force.
bool twistCard(std::string& cell)
{
    const std::vector<std::string>& states = words("card.states");
    if (cell != states[3]) {
        return false;
    }
    cell = states[0];
    return true;
}

}  // namespace

bool applyTwist(std::string_view twist, std::string& cell)
{
    const std::size_t dot = twist.find('.');
    const std::string_view family = twist.substr(0, dot);
    const std::string_view how = dot == std::string_view::npos ? std::string_view() : twist.substr(dot + 1);
    if (family == "phone") {
        return twistPhone(how, cell);
    }
    if (family == "date") {
        return twistDate(how, cell);
    }
    if (family == "money") {
        return twistMoney(how, cell);
    }
    if (family == "count") {
        return twistCount(cell);
    }
    if (family == "card") {
        return twistCard(cell);
    }
    if (family == "null") {
        const std::vector<std::string>& nothing = words("null.words");
        cell = nothing[how.empty() ? 0 : static_cast<std::size_t>(how.front() - '0') % nothing.size()];
        return true;
    }
    if (family == "blank") {
        cell.clear();
        return true;
    }
    if (family == "guard") {
        cell = "=\"" + cell + "\"";
        return true;
    }
    return false;
}

}  // namespace meitrace::demo
