// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/demo/clinicbook.h"
#include "models/demo/sheet.h"
#include "models/demo/world.h"

#include <string>
#include <string_view>

namespace meitrace::demo {

/// What every writer of files needs. World is not const: writers mark the handles that they put into files.
struct Export {
    std::string folder;
    World& world;
    PlantedRows planted {};
    PlantedRows unplanted {};  ///< of the truth files, which have no dirt
    DemoFiles files {};
    /// Spend by channel, in the order of ClinicBook::channels, as it stands in the files (double level left
    /// out)
    std::vector<Fen> spend {};
    Fen doubleSpend = 0;  ///< of the campaign whose units are exported a second time (T14)
    Fen balances = 0;     ///< what the file of cards says is still to be delivered
};

/// Writes the file of a layout: fill puts its rows.  Errors  FileUnwritable, DiskFull, those of fill
template <typename Fill>
Status writeSheet(Export& out, std::string_view layout, Fill fill)
{
    Result<Sheet> sheet = Sheet::create(out.folder, layout, out.world.options.seed, out.planted);
    if (!sheet) {
        return sheet.error();
    }
    const Status status = fill(*sheet);
    return status ? sheet->finish(out.files) : status;
}

// Each writes the files of its name and appends them to out.files. Errors  FileUnwritable, DiskFull,
// Cancelled
Status writeCustomers(Export& out);
Status writeLeads(Export& out);
Status writeBookings(Export& out);
Status writeVisits(Export& out);
Status writeBills(Export& out);
Status writeDeliveries(Export& out);
Status writeConsents(Export& out);
Status writeTouches(Export& out);
Status writeSpend(Export& out);
Status writeBalances(Export& out);
Status writeVouchers(Export& out);
Status writeShopOrders(Export& out);
Status writeContacts(Export& out);
Status writeAdLeads(Export& out);
Status writeMembers(Export& out);
Status writeNotes(Export& out);
Status writeSurveys(Export& out);
Status writeFollowups(Export& out);
Status writeServiceRecords(Export& out);
Status writeTargets(Export& out);
Status writeItems(Export& out);
Status writeWeb(Export& out, Job& job);
Status writeTruth(Export& out);

// Cells that several files share.

/// "H0000123"
std::string chartText(int number);
/// Chart that a document of this time carries; empty when the person had none yet. arrived: the person was in
/// the house, so the first chart is right even minutes before it was opened.
std::string chartAt(Export& out, int person, Second when, bool arrived);
/// As the clinic's system writes it; staff and test entries have names that say so.
std::string nameText(const World& world, int person);
/// The person's own number; marks it.
std::string phoneText(Export& out, int person);
/// The number that a document of this time shows: that of the chart it carries, which may have none.
std::string phoneAt(Export& out, int person, Second when);
/// Staff have no names: word, store letter, two digits
std::string staffText(std::string_view wordKey, int store, int number);
const std::string& storeText(int store);
const std::string& yesNo(bool yes);
/// Number with zeros in front
std::string padded(std::int64_t number, std::size_t digits);
/// The time, or 0 where it lies after the as-of day
Second ifTold(Second when);
/// What the clinic sells, by index
const Item& itemOf(int index);
/// One of a list of words, by any number
const std::string& wordAt(std::string_view key, std::uint64_t number);
/// Prefix, day of the time as 20260630, and number with at least four digits
std::string documentNumber(std::string_view prefix, Second when, int numberOfDay);

/// Counts documents per day.
class DayCounter {
public:
    int next(Second when)
    {
        const Day day = dayOf(when);
        m_count = day == m_day ? m_count + 1 : 1;
        m_day = day;
        return m_count;
    }

private:
    Day m_day = 0;
    int m_count = 0;
};

}  // namespace meitrace::demo
