// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcomepage.h"

#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kWidth = 620;
constexpr int kFolderWidth = 380;

}  // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
    , m_title(textLabel({}, TextRole::Title))
    , m_tagline(textLabel({}, TextRole::Quiet))
    , m_start(new Card)
    , m_sample(makeButton({}, ButtonKind::Primary, QStringLiteral("play")))
    , m_new(makeButton({}, ButtonKind::Secondary, QStringLiteral("plus")))
    , m_open(makeButton({}, ButtonKind::Secondary, QStringLiteral("folder")))
    , m_recent(new Card)
{
    setObjectName(QStringLiteral("page.welcome"));
    m_sample->setObjectName(QStringLiteral("btn.sample"));
    m_new->setObjectName(QStringLiteral("btn.new"));
    m_open->setObjectName(QStringLiteral("btn.open"));
    m_start->setHero(true);
    for (int i = 0; i < 3; ++i) {
        m_steps.push_back(textLabel({}, TextRole::Body));
        m_start->body()->addWidget(m_steps.back());
    }
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(size::kGap8);
    buttons->addWidget(m_sample);
    buttons->addWidget(m_new);
    buttons->addWidget(m_open);
    buttons->addStretch();
    m_start->body()->addSpacing(size::kGap8);
    m_start->body()->addLayout(buttons);
    auto* inner = new QWidget;
    inner->setFixedWidth(kWidth);
    auto* column = new QVBoxLayout(inner);
    column->setSpacing(size::kCardGap);
    column->addWidget(m_title);
    column->addWidget(m_tagline);
    column->addWidget(m_start);
    column->addWidget(m_recent);
    auto* content = new QWidget;
    auto* middle = new QVBoxLayout(content);
    middle->addStretch(1);
    middle->addWidget(inner, 0, Qt::AlignHCenter);
    middle->addStretch(2);
    // Many recent files must not make the window taller than the screen.
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
    connect(m_sample, &QPushButton::clicked, this, &WelcomePage::sampleRequested);
    connect(m_new, &QPushButton::clicked, this, &WelcomePage::newRequested);
    connect(m_open, &QPushButton::clicked, this, &WelcomePage::openRequested);
    retranslate();
    setRecent({});
}

void WelcomePage::retranslate()
{
    m_title->setText(tr("MeiTrace"));
    m_tagline->setText(tr("See the path each customer took"));
    m_start->setTitle(tr("Three steps to begin"));
    m_steps[0]->setText(
        tr("1  Load the sample clinic, or make a workspace of your own and drop your export files"));
    m_steps[1]->setText(tr("2  Look at the funnel and click where customers are lost"));
    m_steps[2]->setText(tr("3  Save them as an audience"));
    m_sample->setText(tr("Load sample data"));
    m_new->setText(tr("New workspace…"));
    m_open->setText(tr("Open…"));
    m_recent->setTitle(tr("Opened lately"));
}

void WelcomePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void WelcomePage::setRecent(const QStringList& files)
{
    while (QLayoutItem* item = m_recent->body()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& file : files) {
        QPushButton* link
            = makeButton(QFileInfo(file).completeBaseName(), ButtonKind::Link, QStringLiteral("file"));
        link->setToolTip(file);
        connect(link, &QPushButton::clicked, this, [this, file] { emit fileRequested(file); });
        // Several clinics may be called the same: the folder tells them apart.
        const QString folder = QDir::toNativeSeparators(QFileInfo(file).absolutePath());
        auto* where = textLabel({}, TextRole::Caption);
        where->setText(
            where->fontMetrics().elidedText(folder, Qt::ElideMiddle, Theme::current().px(kFolderWidth)));
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(size::kGap12);
        row->addWidget(link);
        row->addWidget(where);
        row->addStretch();
        m_recent->body()->addWidget(line);
    }
    m_recent->setVisible(!files.isEmpty());
}

}  // namespace meitrace
