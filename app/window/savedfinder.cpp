// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/savedfinder.h"

#include "analytics/workbench/analysisbook.h"
#include "analytics/workbench/audiences.h"
#include "ui/session/session.h"
#include "ui/text/figures.h"
#include "ui/viewmodels/analysisview.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct SavedFinder {
    Q_DECLARE_TR_FUNCTIONS(SavedFinder)
};

struct Saved {
    std::vector<SavedAudience> audiences;
    std::vector<SavedAnalysis> analyses;
};

Result<Saved> readSaved(Clinic& clinic, Job& job)
{
    Result<std::vector<SavedAudience>> audiences = savedAudiences(clinic, job);
    Result<std::vector<SavedAnalysis>> analyses = savedAnalyses(clinic);
    if (!audiences || !analyses) {
        return audiences ? analyses.error() : audiences.error();
    }
    return Saved {std::move(*audiences), std::move(*analyses)};
}

QVector<Palette::Entry> foundAudiences(const Saved& saved, const QString& text,
                                       const std::function<void(const QString& name)>& openAudience)
{
    QVector<Palette::Entry> found;
    for (const SavedAudience& audience : saved.audiences) {
        const QString name = fromUtf8(audience.name);
        if (name.contains(text, Qt::CaseInsensitive)) {
            found.push_back(
                {name, SavedFinder::tr("Audience"), [openAudience, name] { openAudience(name); }});
        }
    }
    return found;
}

QVector<Palette::Entry> foundAnalyses(const Saved& saved, const QString& text, Session& session)
{
    QVector<Palette::Entry> found;
    for (const SavedAnalysis& analysis : saved.analyses) {
        const QString name = fromUtf8(analysis.name);
        const QString kind = fromUtf8(analysis.kind);
        if (name.contains(text, Qt::CaseInsensitive)) {
            found.push_back({name, analysisKindName(analysis.kind),
                             [&session, kind, name] { session.requestAnalysis(kind, name); }});
        }
    }
    return found;
}

}  // namespace

void findSaved(Session& session, const QPointer<Palette>& palette, const QString& text,
               const std::function<void(const QString& name)>& openAudience)
{
    session.look<Saved>({palette, QStringLiteral("findSaved"), SavedFinder::tr("Reading what is saved")},
                        readSaved, [&session, palette, text, openAudience](const Result<Saved>& saved) {
                            if (saved && palette) {
                                palette->addFound(text,
                                                  foundAudiences(*saved, text, openAudience)
                                                      + foundAnalyses(*saved, text, session));
                            }
                        });
}

}  // namespace meitrace
