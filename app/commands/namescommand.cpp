// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/naming.h"
#include "app/commands/commands.h"
#include "app/texttable.h"
#include "ui/viewmodels/namingview.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct NamesCommand {
    Q_DECLARE_TR_FUNCTIONS(NamesCommand)
};

Json coverageJson(const NameCoverage& coverage)
{
    return {{"rows", coverage.rows}, {"rows_unknown", coverage.unclear}};
}

Json nameJson(const UnclearName& name)
{
    return {{"name", name.said.text},
            {"of", name.subject == NameSubject::Item ? "item" : "channel"},
            {"kind", std::string(name.kind->code)},
            {"field", std::string(name.kind->fields[static_cast<std::size_t>(name.field)].name)},
            {"rows", name.said.rows},
            {"customers", name.said.customers},
            {"category", name.category.empty() ? Json() : Json(name.category)},
            {"suggestion", name.suggestion.empty() ? Json() : Json(name.suggestion)}};
}

QString reviewText(const NameReview& review)
{
    NameTable table;
    table.setNames(review.names);
    QString text = review.names.empty() ? NamesCommand::tr("Every name is known.") + u'\n' : modelText(table);
    for (const NameSubject subject : {NameSubject::Item, NameSubject::Channel}) {
        const QString line = coverageText(subject, review.of(subject));
        text += line.isEmpty() ? QString() : line + u'\n';
    }
    return text;
}

}  // namespace

Result<Answer> runNames(const CommandContext& context)
{
    Result<Clinic> clinic = Clinic::forReading(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    const Result<NameReview> review = reviewNames(*clinic, context.job);
    if (!review) {
        return review.error();
    }
    Answer answer;
    answer.result["items"] = coverageJson(review->items);
    answer.result["channels"] = coverageJson(review->channels);
    answer.result["names"] = Json::array();
    for (const UnclearName& name : review->names) {
        answer.result["names"].push_back(nameJson(name));
    }
    answer.used = review->items.rows + review->channels.rows;
    answer.dataVersion = review->dataVersion;
    answer.text = reviewText(*review);
    return answer;
}

}  // namespace meitrace
