// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/personaview.h"

#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/text/personnames.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

namespace meitrace {

namespace {

struct PersonaView {
    Q_DECLARE_TR_FUNCTIONS(PersonaView)
};

constexpr std::size_t kNamed = 3;
constexpr double kYears = 365.25;

QString numberText(const PersonaTrait& trait, double number)
{
    return trait.type == AttributeType::Money ? roundMoneyText(number)
        : number == std::floor(number)        ? countText(std::llround(number))
                                              : QLocale().toString(number, 'f', 1);
}

QString bandText(const PersonaTrait& trait)
{
    if (trait.attribute == "age" || std::isnan(trait.high)) {
        return fromUtf8(trait.value);
    }
    if (std::isinf(trait.low)) {
        return PersonaView::tr("up to %1").arg(numberText(trait, trait.high));
    }
    if (std::isinf(trait.high)) {
        return PersonaView::tr("more than %1").arg(numberText(trait, trait.low));
    }
    return PersonaView::tr("more than %1 and up to %2")
        .arg(numberText(trait, trait.low), numberText(trait, trait.high));
}

QString daysText(const PersonaTrait& trait)
{
    const auto days = [](double number) {
        return number > kYears * 2 - 1 && std::fmod(number, 365) == 0
            ? PersonaView::tr("%1 years").arg(countText(std::llround(number / 365)))
            : PersonaView::tr("%1 days").arg(countText(std::llround(number)));
    };
    if (std::isinf(trait.low)) {
        return PersonaView::tr("%1 ago at most").arg(days(trait.high));
    }
    return std::isinf(trait.high)
        ? PersonaView::tr("more than %1 ago").arg(days(trait.low))
        : PersonaView::tr("more than %1 and at most %2 ago").arg(days(trait.low), days(trait.high));
}

/// ">30..90" into what lies between; a value that is no band stays as it is.
void readBand(PersonaTrait& trait)
{
    static const QRegularExpression kBand(
        QStringLiteral("^(?:<=(?<most>\\d+)|>(?<over>\\d+)(?:\\.\\.(?<to>\\d+))?)$"));
    const QRegularExpressionMatch match = kBand.match(fromUtf8(trait.value));
    if (!match.hasMatch()) {
        trait.type = AttributeType::Category;
        return;
    }
    constexpr double kEndless = std::numeric_limits<double>::infinity();
    const QString over = match.captured(u"over");
    const QString upTo = match.captured(u"most") + match.captured(u"to");
    trait.low = over.isEmpty() ? -kEndless : over.toDouble();
    trait.high = upTo.isEmpty() ? kEndless : upTo.toDouble();
}

/// Notable ones, or all where there are none; those that say how the group was made are no news.
std::vector<const PersonaTrait*> shownTraits(const PersonaResult& result)
{
    std::vector<const PersonaTrait*> notable;
    std::vector<const PersonaTrait*> all;
    for (const PersonaTrait& trait : result.traits) {
        if (!trait.isDefining) {
            all.push_back(&trait);
            if (trait.isNotable) {
                notable.push_back(&trait);
            }
        }
    }
    return notable.empty() ? all : notable;
}

}  // namespace

QString traitText(const PersonaTrait& trait)
{
    if (trait.attribute == "event") {
        return PersonaView::tr("Has had: %1").arg(eventName(trait.value));
    }
    if (trait.attribute == "first_channel") {
        return PersonaView::tr("First came by: %1").arg(channelName(trait.value));
    }
    const QString value = trait.type == AttributeType::Category
        ? attributeValueName(trait.attribute, trait.value)
        : trait.type == AttributeType::Date && trait.attribute != "age" ? daysText(trait)
                                                                        : bandText(trait);
    return PersonaView::tr("%1: %2", "attribute, value")
        .arg(capitalised(attributeName(trait.attribute)), value);
}

QString savedTraitText(const std::string& subject, bool isSince)
{
    const std::size_t middle = subject.find('=');
    if (middle == std::string::npos) {
        return fromUtf8(subject);
    }
    PersonaTrait trait;
    trait.attribute = subject.substr(0, middle);
    trait.value = subject.substr(middle + 1);
    if (!isSince) {
        return traitText(trait);
    }
    trait.type = AttributeType::Date;
    readBand(trait);
    return traitText(trait);
}

CompareData personaBars(const PersonaResult& result, int most)
{
    CompareData data;
    data.averageName = PersonaView::tr("mark = the rest");
    data.labelHeader = PersonaView::tr("Trait");
    data.valueHeader = PersonaView::tr("In this set, in the rest");
    data.averageHeader = PersonaView::tr("Difference, 95 % certain");
    data.most = 1;
    for (const PersonaTrait* trait : shownTraits(result)) {
        if (data.items.size() == most) {
            break;
        }
        const auto points = [](double share) { return QLocale().toString(share * 100, 'f', 1); };
        data.items.append(
            {.label = traitText(*trait),
             .value = trait->shareIn,
             .average = trait->shareRest,
             .valueText
             = PersonaView::tr("%1, rest %2").arg(percentText(trait->shareIn), percentText(trait->shareRest)),
             .averageText = PersonaView::tr("%1 to %2 points")
                                .arg(points(trait->difference.low), points(trait->difference.high))});
    }
    return data;
}

QString personaConclusion(const PersonaResult& result)
{
    QStringList names;
    std::size_t notable = 0;
    for (const PersonaTrait& trait : result.traits) {
        if (trait.isNotable && !trait.isDefining) {
            if (notable++ < kNamed) {
                names << PersonaView::tr("%1 (%2 against %3)")
                             .arg(traitText(trait), percentText(trait.shareIn), percentText(trait.shareRest));
            }
        }
    }
    if (result.traits.empty()) {
        return PersonaView::tr("There is nothing known of these customers that could be compared.");
    }
    return notable == 0 ? PersonaView::tr(
               "No difference from the rest is certain. The largest ones are shown; treat them with care.")
                        : PersonaView::tr("What sets them apart most: %1.")
                              .arg(names.join(PersonaView::tr("; ", "between traits")));
}

QString personaCaption(const PersonaResult& result)
{
    const QString who
        = PersonaView::tr("%1 in this set, %2 in the rest. Shares are of those whose value is known.")
              .arg(customersText(result.members), customersText(result.rest));
    const Index hidden = result.suppressed + result.complementary;
    return hidden == 0
        ? who
        : PersonaView::tr("%1 %2", "two sentences")
              .arg(who,
                   PersonaView::tr(
                       "%n value(s) not shown, because fewer than 10 customers could be recognised.", "",
                       static_cast<int>(hidden)));
}

}  // namespace meitrace
