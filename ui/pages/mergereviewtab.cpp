// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mergereviewtab.h"

#include "analytics/workbench/decisions.h"
#include "analytics/workbench/mergereview.h"
#include "ui/pages/decisiondialog.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/viewmodels/reviewview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/currentstack.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QLocale>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

namespace {

QString signedBits(double bits)
{
    const QString figure = QLocale().toString(std::abs(bits), 'f', 1);
    return (bits < 0 ? QStringLiteral("−") : QStringLiteral("+")) + figure;
}

QLabel* cell(const QString& text, TextRole role)
{
    QLabel* label = textLabel(text, role);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    label->setWordWrap(true);
    return label;
}

}  // namespace

MergeReviewTab::MergeReviewTab(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_stack(new CurrentStack)
    , m_nothing(new EmptyState(QStringLiteral("customers"), {}))
    , m_card(new Card)
    , m_reason(textLabel({}, TextRole::Body))
    , m_same(addButton(makeButton({}, ButtonKind::Primary), "btn.same", Qt::Key_Y))
    , m_two(addButton(makeButton({}), "btn.two", Qt::Key_N))
    , m_undo(addButton(makeButton({}, ButtonKind::Ghost), "btn.undoAnswer", Qt::Key_U))
    , m_preview(addButton(makeButton({}, ButtonKind::Ghost), "btn.previewMerge", Qt::Key_W))
    , m_previous(addButton(makeButton({}, ButtonKind::Ghost), "btn.previousPair", Qt::Key_Left))
    , m_next(addButton(makeButton({}, ButtonKind::Ghost), "btn.nextPair", Qt::Key_Right))
{
    m_reason->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(size::kGap8);
    for (QPushButton* button : {m_same, m_two, m_undo, m_preview}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    buttons->addWidget(m_previous);
    buttons->addWidget(m_next);
    m_card->body()->addWidget(m_reason);
    m_card->body()->addLayout(buttons);
    auto* pair = new QWidget;
    auto* column = new QVBoxLayout(pair);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    column->addStretch(1);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(pair);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
    connect(m_same, &QPushButton::clicked, this, [this] { answer(ReviewAnswer::Same); });
    connect(m_two, &QPushButton::clicked, this, [this] { answer(ReviewAnswer::Different); });
    connect(m_undo, &QPushButton::clicked, this, &MergeReviewTab::undo);
    connect(m_preview, &QPushButton::clicked, this, &MergeReviewTab::preview);
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(&session, &Session::snapshotChanged, this, [this] {
        if (!m_session.isOpen()) {
            m_review.reset();
            m_read.reset();
            m_at = 0;
            showPair();
        } else if (isVisible()) {
            read();
        }
    });
    connect(&session.changes(), &QUndoStack::indexChanged, this, &MergeReviewTab::enableButtons);
    connect(&session.jobs(), &JobRunner::started, this, &MergeReviewTab::enableButtons);
    connect(&session.jobs(), &JobRunner::finished, this, &MergeReviewTab::enableButtons);
}

QPushButton* MergeReviewTab::addButton(QPushButton* button, const char* name, const QKeySequence& key)
{
    button->setObjectName(QLatin1String(name));
    auto* shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
    return button;
}

int MergeReviewTab::pairs() const
{
    return m_review ? static_cast<int>(m_review->size()) : 0;
}

void MergeReviewTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void MergeReviewTab::refresh()
{
    if (m_session.isOpen() && m_read != m_session.snapshot()) {
        read();
    } else {
        showPair();
    }
}

void MergeReviewTab::count()
{
    m_session.look<std::int64_t>(
        {this, QStringLiteral("reviewCount"), tr("Comparing records")},
        [](Clinic& clinic, Job& /*job*/) -> Result<std::int64_t> {
            const Result<std::vector<WaitingPair>> found = waitingPairs(clinic.workspace());
            return found ? Result<std::int64_t>(static_cast<std::int64_t>(found->size()))
                         : Result<std::int64_t>(found.error());
        },
        [this](const Result<std::int64_t>& found) {
            m_waiting = found ? static_cast<int>(*found) : 0;
            emit counted();
        });
}

void MergeReviewTab::read()
{
    m_read = m_session.snapshot();
    m_session.look<MergeReview>(
        {this, QStringLiteral("review"), tr("Comparing records")},
        [](Clinic& clinic, Job& job) { return MergeReview::open(clinic.workspace(), job); },
        [this](const Result<MergeReview>& review) {
            if (!review) {
                m_review.reset();
                m_read.reset();
                m_nothing->setSentence(sentence(review.error()));
                m_stack->setCurrentIndex(0);
                return;
            }
            m_review = std::make_shared<const MergeReview>(*review);
            m_waiting = pairs();
            showPair();
            emit counted();
        });
}

void MergeReviewTab::retranslate()
{
    m_card->setTitle(tr("Are these one person?"));
    m_card->setHelp(tr("The program joins by itself only what is certain. What you decide here beats every "
                       "rule and every later import, and can be undone."));
    m_same->setText(tr("Same person (Y)"));
    m_two->setText(tr("Two people (N)"));
    m_undo->setText(tr("Undo (U)"));
    m_preview->setText(tr("What would change (W)"));
    m_previous->setText(tr("← Back"));
    m_next->setText(tr("Not sure, next →"));
    m_previous->setAccessibleName(tr("Pair before"));
    m_next->setAccessibleName(tr("Next pair"));
    showPair();
}

void MergeReviewTab::showPair()
{
    const int count = pairs();
    m_at = std::clamp(m_at, 0, std::max(0, count - 1));
    m_stack->setCurrentIndex(count > 0 ? 1 : 0);
    enableButtons();
    if (count == 0) {
        m_nothing->setSentence(m_session.isOpen() ? tr("No records wait for a decision")
                                                  : tr("No workspace is open"));
        m_nothing->setHint(tr("Records that may be one person are put here when files are loaded."));
        return;
    }
    m_card->setNote(tr("%1 of %2").arg(countText(m_at + 1), countText(count)));
    const ReviewSheet sheet = reviewSheet(m_review->pair(static_cast<std::size_t>(m_at)));
    m_reason->setText(sheet.reason);
    showSheet(sheet);
}

void MergeReviewTab::showSheet(const ReviewSheet& sheet)
{
    delete m_sheet;
    m_sheet = new QWidget;
    auto* grid = new QGridLayout(m_sheet);
    grid->setContentsMargins(0, size::kGap8, 0, size::kGap8);
    grid->setHorizontalSpacing(size::kGap24);
    grid->setVerticalSpacing(size::kGap8);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    grid->addWidget(cell(sheet.leftTitle, TextRole::Strong), 0, 1);
    grid->addWidget(cell(sheet.rightTitle, TextRole::Strong), 0, 2);
    int line = 1;
    for (const ReviewRow& row : sheet.rows) {
        grid->addWidget(textLabel(row.title, TextRole::Quiet), line, 0, Qt::AlignTop);
        QLabel* left = cell(row.left, TextRole::Body);
        QLabel* right = cell(row.right, TextRole::Body);
        setMaskedText(left, row.maskedLeft);
        setMaskedText(right, row.maskedRight);
        for (QLabel* label : {left, right}) {
            setTone(label, row.differs ? Tone::Warn : Tone::Neutral);
        }
        grid->addWidget(left, line, 1, Qt::AlignTop);
        grid->addWidget(right, line++, 2, Qt::AlignTop);
    }
    if (!sheet.weights.empty()) {
        grid->addWidget(hairline(Qt::Horizontal), line++, 0, 1, 3);
        grid->addWidget(textLabel(tr("What speaks for it"), TextRole::Quiet), line, 0, Qt::AlignTop);
        grid->addWidget(cell(sheet.verdict, TextRole::Strong), line, 1);
        grid->addWidget(cell(tr("Weight: each point doubles the odds"), TextRole::Caption), line++, 2);
        for (const ReviewWeight& weight : sheet.weights) {
            grid->addWidget(textLabel(weight.title, TextRole::Quiet), line, 0);
            grid->addWidget(cell(weight.level, TextRole::Body), line, 1);
            QLabel* bits = cell(signedBits(weight.weight), TextRole::Body);
            setTone(bits, weight.weight < 0 ? Tone::Bad : Tone::Good);
            grid->addWidget(bits, line++, 2);
        }
    }
    m_card->body()->insertWidget(1, m_sheet);
}

void MergeReviewTab::step(int by)
{
    m_at += by;
    showPair();
}

void MergeReviewTab::answer(ReviewAnswer answer)
{
    if (pairs() > 0) {
        const ReviewPairView pair = m_review->pair(static_cast<std::size_t>(m_at));
        m_session.decide({pair.left.ident, pair.right.ident, answer});
        enableButtons();
    }
}

void MergeReviewTab::preview()
{
    if (pairs() == 0) {
        return;
    }
    const ReviewPairView pair = m_review->pair(static_cast<std::size_t>(m_at));
    auto* dialog = new DecisionDialog(
        m_session, DecisionDialog::joining(fromUtf8(pair.left.customer), fromUtf8(pair.right.customer)),
        window());
    connect(dialog, &DecisionDialog::decided, this, [this] { answer(ReviewAnswer::Same); });
    dialog->open();
}

void MergeReviewTab::undo()
{
    if (m_session.lastChangeIsDecision()) {
        m_session.changes().undo();
    }
}

void MergeReviewTab::enableButtons()
{
    const bool isFree = !m_session.jobs().isRunning(QStringLiteral("import"));
    const int count = pairs();
    m_same->setEnabled(isFree && count > 0);
    m_two->setEnabled(isFree && count > 0);
    m_preview->setEnabled(isFree && count > 0);
    m_undo->setEnabled(isFree && m_session.lastChangeIsDecision());
    m_previous->setEnabled(m_at > 0);
    m_next->setEnabled(m_at + 1 < count);
}

}  // namespace meitrace
