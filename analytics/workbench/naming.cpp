// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/naming.h"

#include "analytics/clinic/itemcatalogue.h"
#include "models/domain/channel.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace meitrace {

namespace {

std::optional<NameSubject> subjectOf(const FieldSpec& field)
{
    if (field.type == FieldType::Channel) {
        return NameSubject::Channel;
    }
    return field.name == "item_name" ? std::optional(NameSubject::Item) : std::nullopt;
}

/// Nothing where the name is known.
std::optional<UnclearName> unclear(NameSubject subject, const FieldText& said)
{
    UnclearName name {.subject = subject, .said = said};
    if (subject == NameSubject::Channel) {
        return channelByCode(said.text) ? std::nullopt : std::optional(std::move(name));
    }
    const ItemMatch match = ItemCatalogue::standard().match(said.text);
    if (match.item != nullptr) {
        return std::nullopt;
    }
    name.category = match.category;
    name.suggestion = match.suggestion == nullptr ? std::string() : match.suggestion->code;
    return name;
}

Status reviewField(Clinic& clinic, const KindSpec& kind, int field, NameSubject subject, NameReview& review,
                   Job& job)
{
    const Result<std::vector<FieldText>> texts = fieldTexts(clinic.workspace(), kind, field, job);
    if (!texts) {
        return texts.error();
    }
    NameCoverage& coverage = subject == NameSubject::Item ? review.items : review.channels;
    for (const FieldText& said : *texts) {
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        coverage.rows += said.rows;
        if (std::optional<UnclearName> name = unclear(subject, said)) {
            coverage.unclear += said.rows;
            name->kind = &kind;
            name->field = field;
            review.names.push_back(*std::move(name));
        }
    }
    return Done {};
}

}  // namespace

Result<NameReview> reviewNames(Clinic& clinic, Job& job)
{
    NameReview review;
    const Result<std::int64_t> version = clinic.workspace().number("data_version");
    if (!version) {
        return version.error();
    }
    review.dataVersion = *version;
    for (const KindSpec& kind : kinds()) {
        for (std::size_t field = 0; field < kind.fields.size(); ++field) {
            const std::optional<NameSubject> subject = subjectOf(kind.fields[field]);
            const Status status = subject
                ? reviewField(clinic, kind, static_cast<int>(field), *subject, review, job)
                : Status(Done {});
            if (!status) {
                return status.error();
            }
        }
    }
    std::stable_sort(review.names.begin(), review.names.end(),
                     [](const UnclearName& a, const UnclearName& b) { return a.said.rows > b.said.rows; });
    return review;
}

}  // namespace meitrace
