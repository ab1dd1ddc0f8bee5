// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/reviewview.h"

#include "ui/text/figures.h"
#include "ui/text/masking.h"
#include "ui/text/personnames.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace meitrace {

namespace {

struct ReviewText {
    Q_DECLARE_TR_FUNCTIONS(ReviewText)
};

QString reasonText(const ReviewPairView& pair)
{
    switch (pair.reason) {
    case ReviewPair::Reason::Contradiction:
        return ReviewText::tr("They share this: %1. But names, birth dates or id cards differ.")
            .arg(keyTypeName(pair.key));
    case ReviewPair::Reason::Nameless:
        return ReviewText::tr("This belongs to more than one person: %1. One of the two has no full name.")
            .arg(keyTypeName(pair.key));
    case ReviewPair::Reason::WeakKey:
        return ReviewText::tr("Only this speaks for one person: %1.").arg(keyTypeName(pair.key));
    case ReviewPair::Reason::LargeCluster:
        return ReviewText::tr("They are one customer now, and an unusually large one. Is that right?");
    case ReviewPair::Reason::Likely:
        return ReviewText::tr("Nothing joins them for certain, but what is known looks like one person.");
    }
    return {};
}

QString levelText(Level level)
{
    switch (level) {
    case Level::Equal:
        return ReviewText::tr("the same");
    case Level::Alike:
        return ReviewText::tr("reads alike");
    case Level::Near:
        return ReviewText::tr("nearly the same");
    case Level::Partial:
        return ReviewText::tr("in part the same");
    case Level::Kin:
        return ReviewText::tr("the same family name");
    case Level::Different:
        return ReviewText::tr("different");
    case Level::Unknown:
        break;
    }
    return ReviewText::tr("not known");
}

QString fieldTitle(const std::string& field)
{
    const std::map<std::string, KeyType> kKeys {
        {"name", KeyType::Name}, {"birth_date", KeyType::BirthDate}, {"phone", KeyType::Phone}};
    const auto found = kKeys.find(field);
    return found == kKeys.end() ? fromUtf8(field) : keyTypeName(found->second);
}

struct Values {
    QStringList shown;
    QStringList masked;
    bool shared = false;
};

std::map<KeyType, Values> valuesOf(const ReviewRecord& record)
{
    std::map<KeyType, Values> values;
    for (const ReviewRecord::Line& line : record.lines) {
        const QString text = fromUtf8(line.value);
        const bool isName = line.type == KeyType::Name;
        Values& here = values[line.type];
        here.shown << (isName ? shownName(text) : text);
        here.masked << (isName ? maskedName(text) : text);
        here.shared = here.shared || line.shared;
    }
    return values;
}

}  // namespace

ReviewSheet reviewSheet(const ReviewPairView& pair)
{
    ReviewSheet sheet;
    sheet.leftTitle = fromUtf8(pair.left.customer);
    sheet.rightTitle = fromUtf8(pair.right.customer);
    sheet.reason = reasonText(pair);
    std::map<KeyType, Values> left = valuesOf(pair.left);
    std::map<KeyType, Values> right = valuesOf(pair.right);
    std::map<KeyType, bool> all;
    for (const auto* side : {&left, &right}) {
        for (const auto& [type, values] : *side) {
            all[type] = all[type] || values.shared;
        }
    }
    const QString separator = QStringLiteral("\n");
    for (const auto& [type, shared] : all) {
        const Values& a = left[type];
        const Values& b = right[type];
        sheet.rows.push_back({.title = keyTypeName(type),
                              .left = a.shown.join(separator),
                              .right = b.shown.join(separator),
                              .maskedLeft = a.masked.join(separator),
                              .maskedRight = b.masked.join(separator),
                              .differs = !a.shown.isEmpty() && !b.shown.isEmpty() && !shared});
    }
    if (pair.hasEvidence) {
        for (const FieldEvidence& field : pair.evidence.fields) {
            if (field.level != Level::Unknown) {
                sheet.weights.push_back({fieldTitle(field.field), levelText(field.level), field.weight});
            }
        }
        std::stable_sort(sheet.weights.begin(), sheet.weights.end(),
                         [](const ReviewWeight& a, const ReviewWeight& b) {
                             return std::abs(a.weight) > std::abs(b.weight);
                         });
        sheet.weights.push_back({ReviewText::tr("Starting point"),
                                 ReviewText::tr("two records picked at random"), pair.evidence.prior});
        sheet.verdict
            = ReviewText::tr("%1 likely the same person").arg(percentText(pair.evidence.probability));
    }
    return sheet;
}

}  // namespace meitrace
