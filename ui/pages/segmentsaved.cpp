// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The question behind the page of segments, as it is saved and opened again.
#include "ui/pages/savedbar.h"
#include "ui/pages/segmentspage.h"

namespace meitrace {

AnalysisDefinition SegmentsPage::definition() const
{
    const Scope& scope = session().scopeOfPopulation();
    RfmOptions options = m_options;
    options.population = {};
    if (!scope.period.isWhole()) {
        options.asOf = kMissingDay;
    }
    return {{}, scope.customers, analysisPeriod(scope.period), std::move(options)};
}

void SegmentsPage::setDefinition(const AnalysisDefinition& definition)
{
    if (const auto* options = std::get_if<RfmOptions>(&definition.options)) {
        session().jobs().cancel(QStringLiteral("rfmClasses"));
        m_ownAsOf = options->asOf;
        setOptions(*options);
    }
}

}  // namespace meitrace
