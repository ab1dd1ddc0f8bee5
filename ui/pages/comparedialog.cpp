// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/comparedialog.h"

#include "ui/charts/comparebars.h"
#include "ui/pages/charttoggle.h"
#include "ui/pages/savedbar.h"
#include "ui/text/errortext.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/analysisview.h"
#include "ui/viewmodels/personaview.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kWidth = 640;
constexpr int kHeight = 600;
constexpr int kBars = 10;

QString jobKey()
{
    return QStringLiteral("compareSet");
}

}  // namespace

CompareDialog::CompareDialog(Session& session, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_card(new Card)
    , m_conclusion(textLabel({}, TextRole::Body))
    , m_bars(new CompareBars(tr("Shares in this set and in the rest")))
    , m_toggle(nullptr)
    , m_empty(new EmptyState(QStringLiteral("compare"), {}))
    , m_busy(nullptr)
    , m_saved(new SavedBar(session, QStringLiteral("persona"), nullptr, SavedBar::Travel::Alone))
    , m_hint(textLabel({}, TextRole::Caption))
{
    setObjectName(QStringLiteral("dialog.compare"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare with the rest"));
    resize(Theme::current().px(kWidth), Theme::current().px(kHeight));
    build();
}

CompareDialog::CompareDialog(Session& session, const CompareSet& set, QWidget* parent)
    : CompareDialog(session, parent)
{
    m_card->setTitle(tr("“%1” and the rest").arg(set.title));
    m_saved->setVisible(!set.rule.isEmpty());
    m_hint->setVisible(set.rule.isEmpty());
    if (set.rule.isEmpty()) {
        compare(set.members);
        return;
    }
    AnalysisDefinition definition {.filter = session.scope().customers,
                                   .options = PersonaQuestion {.of = set.rule.toStdString()}};
    ask(definition);
}

CompareDialog::CompareDialog(Session& session, const QString& analysis, QWidget* parent)
    : CompareDialog(session, parent)
{
    m_hint->hide();
    m_saved->openAnalysis(analysis);
}

void CompareDialog::build()
{
    m_bars->setObjectName(QStringLiteral("chart.compare"));
    m_conclusion->setObjectName(QStringLiteral("compare.sentence"));
    m_conclusion->setWordWrap(true);
    m_card->body()->addWidget(m_conclusion);
    m_toggle = new ChartToggle(m_card, m_bars);
    m_toggle->retranslate();
    m_toggle->hide();
    m_card->body()->addWidget(m_empty, 1);
    m_empty->hide();
    m_card->body()->addStretch();
    m_busy = new BusyOverlay(m_card);
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_card);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* close = makeButton(tr("Close"), ButtonKind::Primary);
    m_saved->retranslate();
    m_hint->setObjectName(QStringLiteral("text.compareHint"));
    m_hint->setText(tr("To keep this comparison, save these customers as an audience first."));
    m_hint->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(size::kGap8);
    buttons->addWidget(m_saved);
    buttons->addWidget(m_hint, 1);
    buttons->addStretch();
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::kGap20, size::kGap20, size::kGap20, size::kGap16);
    column->setSpacing(size::kGap16);
    column->addWidget(m_saved->below());
    column->addWidget(scroll, 1);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_saved, &SavedBar::chosen, this, &CompareDialog::ask);
    connect(m_busy, &BusyOverlay::cancelRequested, this, &QDialog::reject);
    connect(&m_session, &Session::snapshotChanged, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, [this] { m_session.jobs().cancel(jobKey()); });
}

void CompareDialog::ask(const AnalysisDefinition& definition)
{
    const auto* question = std::get_if<PersonaQuestion>(&definition.options);
    if (question == nullptr) {
        return;
    }
    m_card->setTitle(tr("“%1” and the rest").arg(setName(question->of)));
    m_asked = definition;
    m_busy->begin(tr("Comparing"));
    m_session.look<Compared>(
        {this, jobKey(), tr("Comparing")},
        [definition, snapshot = m_session.snapshot()](Clinic& clinic, Job& job) -> Result<Compared> {
            clinic.adopt(snapshot);
            Result<PersonaResult> result = askPersona(clinic, definition, job);
            if (!result) {
                return result.error();
            }
            AnalysisOutcome outcome = outcomeOf(*snapshot, *result);
            return Compared {*std::move(result), std::move(outcome)};
        },
        [this](const Result<Compared>& compared) { take(compared); });
}

void CompareDialog::compare(const Bitset& members)
{
    PersonaOptions options;
    options.members = members;
    options.population = m_session.population();
    options.population |= members;
    m_busy->begin(tr("Comparing"));
    m_session.jobs().run<Compared>(
        {this, jobKey(), tr("Comparing")},
        [snapshot = m_session.snapshot(), options](Job& job) -> Result<Compared> {
            Result<PersonaResult> result = persona(*snapshot, options, job);
            return result ? Result<Compared>(Compared {*std::move(result), {}})
                          : Result<Compared>(result.error());
        },
        [this](const Result<Compared>& compared) { take(compared); });
}

void CompareDialog::take(const Result<Compared>& result)
{
    m_busy->end();
    m_toggle->setVisible(static_cast<bool>(result));
    m_empty->setVisible(!result);
    m_saved->setShown(result && m_asked ? std::optional(ShownAnalysis {*m_asked, result->outcome})
                                        : std::nullopt);
    if (!result) {
        const Error& error = result.error();
        m_empty->setSentence(
            error.code != ErrorCode::EmptyInput ? sentence(error)
                : error.subject == "rest"
                ? tr("There are fewer than 10 other customers to compare with.")
                : tr("There are fewer than 10 customers in this set. Nothing is compared, so "
                     "that nobody can be recognised."));
        return;
    }
    m_conclusion->setText(personaConclusion(result->persona));
    m_bars->setData(personaBars(result->persona, kBars));
    m_bars->setSummary(personaConclusion(result->persona));
    m_card->setCaption(personaCaption(result->persona));
    m_toggle->setVisible(!m_bars->isEmpty());
    m_toggle->refresh();
}

}  // namespace meitrace
