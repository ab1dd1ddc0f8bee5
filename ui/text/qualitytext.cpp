// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/qualitytext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

struct Quality {
    Q_DECLARE_TR_FUNCTIONS(Quality)
};

struct CheckText {
    std::string_view id;
    const char* name;
    const char* meaning;
    const char* advice;
};

// clang-format off
constexpr std::array<CheckText, 23> kChecks {{
    { "rows_set_aside", QT_TRANSLATE_NOOP("Quality", "Rows set aside"),
      QT_TRANSLATE_NOOP("Quality", "Rows that could not be read safely. They count nowhere until they are mended."),
      QT_TRANSLATE_NOOP("Quality", "Save them, mend the marked cells and load the file again.") },
    { "missing_amount", QT_TRANSLATE_NOOP("Quality", "Missing amount"),
      QT_TRANSLATE_NOOP("Quality", "Bills, treatments and deals whose amount is missing or is no number."),
      QT_TRANSLATE_NOOP("Quality", "Fill in the amount in the source system and export again.") },
    { "order_of_two", QT_TRANSLATE_NOOP("Quality", "Order of two customers"),
      QT_TRANSLATE_NOOP("Quality", "One order number stands in the name of two customers."),
      QT_TRANSLATE_NOOP("Quality", "See whether the number was reused or the two are one person.") },
    { "negative_price", QT_TRANSLATE_NOOP("Quality", "Negative price"),
      QT_TRANSLATE_NOOP("Quality", "A sale, treatment or ad spend below zero that is no refund."),
      QT_TRANSLATE_NOOP("Quality", "Correct the sign, or mark the line as a refund.") },
    { "duplicate_order", QT_TRANSLATE_NOOP("Quality", "Duplicate order"),
      QT_TRANSLATE_NOOP("Quality", "The same customer, item, minute and amount under a further order number."),
      QT_TRANSLATE_NOOP("Quality", "Void the surplus order where it was entered twice.") },
    { "refund_without_sale", QT_TRANSLATE_NOOP("Quality", "Refund without sale"),
      QT_TRANSLATE_NOOP("Quality", "A refund whose order number has no sale."),
      QT_TRANSLATE_NOOP("Quality", "Load the older bills as well, or add the order number to the refund.") },
    { "refund_above_price", QT_TRANSLATE_NOOP("Quality", "Refund above price"),
      QT_TRANSLATE_NOOP("Quality", "More was paid back than was received for the line."),
      QT_TRANSLATE_NOOP("Quality", "Check the amount of the refund.") },
    { "future_date", QT_TRANSLATE_NOOP("Quality", "Future date"),
      QT_TRANSLATE_NOOP("Quality", "A date later than the day the file was loaded. Booked slots may lie ahead."),
      QT_TRANSLATE_NOOP("Quality", "Correct the date; often the year is wrong.") },
    { "time_order", QT_TRANSLATE_NOOP("Quality", "Times out of order"),
      QT_TRANSLATE_NOOP("Quality", "Refunded before it was paid, ended before it began, booked after the slot."),
      QT_TRANSLATE_NOOP("Quality", "Correct the earlier or the later time.") },
    { "card_sum", QT_TRANSLATE_NOOP("Quality", "Card that does not add up"),
      QT_TRANSLATE_NOOP("Quality", "The sessions left are not those bought and given less those used."),
      QT_TRANSLATE_NOOP("Quality", "Compare with the card in the clinic system; “Totals” lists by how many.") },
    { "card_overdue", QT_TRANSLATE_NOOP("Quality", "Expired card still in force"),
      QT_TRANSLATE_NOOP("Quality", "Sessions are left, the day is over, and the card bears the same state as cards that hold."),
      QT_TRANSLATE_NOOP("Quality", "Extend the card or close it, so that what is owed is right.") },
    { "missing_item", QT_TRANSLATE_NOOP("Quality", "Bill without item"),
      QT_TRANSLATE_NOOP("Quality", "A sale that names no item. It is missing in every breakdown by item."),
      QT_TRANSLATE_NOOP("Quality", "Add the item to the line.") },
    { "lead_without_source", QT_TRANSLATE_NOOP("Quality", "Lead without source"),
      QT_TRANSLATE_NOOP("Quality", "A lead that names no source. It counts for no channel."),
      QT_TRANSLATE_NOOP("Quality", "Have the source filled in when the lead is taken down.") },
    { "phone_unusable", QT_TRANSLATE_NOOP("Quality", "Unknown phone"),
      QT_TRANSLATE_NOOP("Quality", "Customers whose phone number is not valid, masked or only a tail."),
      QT_TRANSLATE_NOOP("Quality", "Ask for the full number at the next visit.") },
    { "no_identifier", QT_TRANSLATE_NOOP("Quality", "Customer without identifier"),
      QT_TRANSLATE_NOOP("Quality", "Customers known by a name only: nothing joins their visits."),
      QT_TRANSLATE_NOOP("Quality", "Add the chart number or the phone to their rows.") },
    { "born_after_visit", QT_TRANSLATE_NOOP("Quality", "Born after the first visit"),
      QT_TRANSLATE_NOOP("Quality", "The date of birth lies after the first contact, or 110 years before it."),
      QT_TRANSLATE_NOOP("Quality", "Correct the date of birth in the customer record.") },
    { "gap_in_time", QT_TRANSLATE_NOOP("Quality", "Months without rows"),
      QT_TRANSLATE_NOOP("Quality", "Months inside the time of a source in which it has no row at all."),
      QT_TRANSLATE_NOOP("Quality", "Load the file of the missing months.") },
    { "source_ended", QT_TRANSLATE_NOOP("Quality", "Source out of date"),
      QT_TRANSLATE_NOOP("Quality", "Sources whose last row is more than 31 days older than the latest day of the data."),
      QT_TRANSLATE_NOOP("Quality", "Export this source anew.") },
    { "impossible_birthday", QT_TRANSLATE_NOOP("Quality", "Impossible birthday"),
      QT_TRANSLATE_NOOP("Quality", "Dates of birth and ages that cannot be. They were emptied while loading."),
      QT_TRANSLATE_NOOP("Quality", "Correct them in the source system; the rows are loaded all the same.") },
    { "no_contact", QT_TRANSLATE_NOOP("Quality", "No way to write to"),
      QT_TRANSLATE_NOOP("Quality", "Customers without a phone, WeChat or e-mail address."),
      QT_TRANSLATE_NOOP("Quality", "Ask for one at the next visit.") },
    { "consent_unknown", QT_TRANSLATE_NOOP("Quality", "Consent unknown"),
      QT_TRANSLATE_NOOP("Quality", "Customers who never said yes or no to messages. They are left out of every export."),
      QT_TRANSLATE_NOOP("Quality", "Ask for consent and load the consent file.") },
    { "files_overlap", QT_TRANSLATE_NOOP("Quality", "Files that overlap"),
      QT_TRANSLATE_NOOP("Quality", "Files of one kind that tell of the same days. Equal rows count once; rows that differ count in both."),
      QT_TRANSLATE_NOOP("Quality", "Fine for several shops; otherwise take the surplus file out.") },
    { "field_mostly_empty", QT_TRANSLATE_NOOP("Quality", "Fields mostly empty"),
      QT_TRANSLATE_NOOP("Quality", "Fields filled in fewer than one of five rows. Figures by them are of a few only."),
      QT_TRANSLATE_NOOP("Quality", "Fill them in, or leave them out of comparisons.") },
}};
// clang-format on

QString textOf(std::string_view id, const char* CheckText::*text)
{
    const auto* found = std::find_if(kChecks.begin(), kChecks.end(),
                                     [&](const CheckText& check) { return check.id == id; });
    return found == kChecks.end() ? QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()))
                                  : Quality::tr(found->*text);
}

}  // namespace

QString checkName(std::string_view id)
{
    return textOf(id, &CheckText::name);
}

QString checkMeaning(std::string_view id)
{
    return textOf(id, &CheckText::meaning);
}

QString checkAdvice(std::string_view id)
{
    return textOf(id, &CheckText::advice);
}

}  // namespace meitrace
