// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/profilesheet.h"

#include "ui/report/journeytext.h"
#include "ui/report/paperflow.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/viewmodels/customerfileview.h"
#include "ui/viewmodels/profileview.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <memory>

namespace meitrace {

namespace {

struct ProfileSheet {
    Q_DECLARE_TR_FUNCTIONS(ProfileSheet)
};

constexpr double kChartHigh = 190;
constexpr std::size_t kMostCards = 6;
constexpr std::size_t kMostPurchases = 18;
constexpr std::size_t kMostFacts = 16;  ///< in two columns

struct Sheet {
    const Profile& profile;
    const CustomerFile& file;
    const SnapshotFrame& frame;
    const ProfileSheetOptions& options;
};

QVector<ProfileFact> whoSheIs(const Sheet& sheet)
{
    Profile shown = sheet.profile;
    if (!sheet.options.named) {
        shown.keys.erase(std::remove_if(shown.keys.begin(), shown.keys.end(),
                                        [](const auto& key) { return key.first == KeyType::Name; }),
                         shown.keys.end());
    }
    QVector<ProfileFact> facts = profileKeys(shown);
    facts << profileTraits(sheet.profile);
    return facts.mid(0, static_cast<qsizetype>(kMostFacts));
}

/// Names and values in two halves beside each other
PaperTable factTable(const QVector<ProfileFact>& facts)
{
    PaperTable table;
    table.columns = {{{}, 1}, {{}, 1.4}, {{}, 1}, {{}, 1.4}};
    const qsizetype half = (facts.size() + 1) / 2;
    for (qsizetype i = 0; i < half; ++i) {
        const ProfileFact right = i + half < facts.size() ? facts[i + half] : ProfileFact {};
        table.rows.push_back({{facts[i].name, facts[i].value, right.name, right.value}});
    }
    return table;
}

PaperTable consentTable(const QVector<ProfileFact>& consents)
{
    PaperTable table;
    table.columns = {{ProfileSheet::tr("Purpose and channel"), 1.4}, {ProfileSheet::tr("What she said"), 2}};
    for (const ProfileFact& consent : consents) {
        table.rows.push_back({{consent.name, consent.value}});
    }
    return table;
}

PaperTable cardTable(const Sheet& sheet)
{
    PaperTable table;
    table.columns = {{ProfileSheet::tr("Card"), 2},
                     {ProfileSheet::tr("Left"), 1, Qt::AlignRight},
                     {ProfileSheet::tr("Worth"), 1, Qt::AlignRight},
                     {ProfileSheet::tr("Valid until"), 1.2, Qt::AlignRight}};
    for (const CustomerCard& card : sheet.file.cards) {
        if (card.isOpen() && table.rows.size() < kMostCards) {
            table.rows.push_back(
                {{itemName(card.item), sessionsText(card),
                  card.worth == kMissing ? QString() : roundMoneyText(static_cast<double>(card.worth)),
                  card.expires == kMissing ? ProfileSheet::tr("no end")
                                           : reportDay(sheet.frame.zone.dayOf(card.expires, 0))}});
        }
    }
    return table;
}

PaperTable purchaseTable(const Sheet& sheet, std::size_t rows)
{
    PaperTable table;
    table.columns = {{ProfileSheet::tr("Day"), 1.1},
                     {ProfileSheet::tr("Item"), 2.2},
                     {ProfileSheet::tr("What"), 1},
                     {ProfileSheet::tr("Amount"), 1, Qt::AlignRight}};
    for (std::size_t i = 0; i < std::min(rows, sheet.file.purchases.size()); ++i) {
        const CustomerPurchase& purchase = sheet.file.purchases[i];
        table.rows.push_back(
            {{purchase.time == kMissing ? QString() : reportDay(sheet.frame.zone.dayOf(purchase.time, 0)),
              itemName(purchase.item), purchaseName(purchase),
              purchase.amount == kMissing ? QString()
                                          : roundMoneyText(static_cast<double>(purchase.amount))}});
    }
    return table;
}

/// "and 12 more"
void addRest(PaperFlow& flow, std::size_t all, std::size_t shown)
{
    if (all > shown) {
        flow.gap(4);
        flow.text(ProfileSheet::tr("and %Ln more", "", static_cast<int>(all - shown)), PaperFont::Caption,
                  true);
    }
}

void addContacts(PaperFlow& flow, const Sheet& sheet)
{
    const auto chart = std::make_shared<Timeline>();
    chart->setData(profileTimeline(sheet.profile, sheet.frame));
    if (chart->isEmpty()) {
        return;
    }
    flow.heading(ProfileSheet::tr("Contacts over all channels"));
    flow.gap(4);
    flow.block(kChartHigh, [chart](QPainter& painter, const QRectF& box) {
        chart->paintTo(painter, box, ChartStyle::print());
    });
    flow.gap(10);
}

/// rows: of the purchases, as many as the page may hold
std::vector<PaperPage> compose(const Sheet& sheet, std::size_t rows)
{
    PaperFlow flow;
    const QString code = fromUtf8(sheet.profile.code);
    flow.section(
        sheet.options.named ? profileTitle(sheet.profile) : ProfileSheet::tr("Customer %1").arg(code),
        ProfileSheet::tr("Net paid is what was paid less what was paid back. A visit is a day in the "
                         "clinic. Numbers and ids are shown in part. For the use of the clinic only."));
    flow.text(ProfileSheet::tr("%1, %2 visits, net paid %3, %4 sessions left, worth %5", "code first")
                  .arg(code, countText(sheet.profile.visits),
                       roundMoneyText(static_cast<double>(sheet.profile.spend)),
                       thousandthsText(sheet.file.sessionsLeft()),
                       roundMoneyText(static_cast<double>(sheet.file.worthLeft()))),
              PaperFont::Body, true);
    flow.gap(8);
    flow.table(factTable(whoSheIs(sheet)));
    flow.gap(12);
    const QVector<ProfileFact> consents = profileConsents(sheet.profile, sheet.frame);
    flow.heading(ProfileSheet::tr("Consent"));
    if (consents.isEmpty()) {
        flow.text(ProfileSheet::tr("None on file: she may not be written to for marketing."));
    } else {
        flow.table(consentTable(consents));
    }
    flow.gap(12);
    addContacts(flow, sheet);
    const auto open
        = static_cast<std::size_t>(std::count_if(sheet.file.cards.begin(), sheet.file.cards.end(),
                                                 [](const CustomerCard& card) { return card.isOpen(); }));
    if (open > 0) {
        flow.heading(ProfileSheet::tr("Cards with sessions left"));
        flow.table(cardTable(sheet));
        addRest(flow, open, kMostCards);
        flow.gap(12);
    }
    if (!sheet.file.purchases.empty() && rows > 0) {
        flow.heading(ProfileSheet::tr("Last purchases and treatments"), 0);
        flow.table(purchaseTable(sheet, rows));
        addRest(flow, sheet.file.purchases.size(), rows);
    }
    return flow.take();
}

}  // namespace

ReportDocument profileSheet(const Profile& profile, const CustomerFile& file, const SnapshotFrame& frame,
                            const ProfileSheetOptions& options)
{
    const Sheet sheet {profile, file, frame, options};
    std::size_t rows = std::min(kMostPurchases, file.purchases.size());
    std::vector<PaperPage> pages = compose(sheet, rows);
    while (pages.size() > 1 && rows > 0) {
        pages = compose(sheet, --rows);
    }
    pages.resize(1);
    const QString day = QLocale().toString(options.made, ProfileSheet::tr("MMM d, yyyy, HH:mm"));
    return {
        ReportHead {.title = ProfileSheet::tr("Customer file %1").arg(fromUtf8(profile.code)),
                    .clinic = options.clinic,
                    .period = ProfileSheet::tr("up to %1").arg(reportDay(frame.asOf)),
                    .stamp = ProfileSheet::tr("Made on %1, data up to %2").arg(day, reportDay(frame.asOf))},
        std::move(pages)};
}

}  // namespace meitrace
