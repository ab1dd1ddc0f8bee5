// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recipedialog.h"

#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/importview.h"
#include "ui/viewmodels/recipeview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

namespace {

using Test = RecipeStep::Test;
using Action = RecipeStep::Action;

constexpr int kWidth = 560;
constexpr int kDelay = 350;          ///< ms after the last key until the preview starts
constexpr std::int64_t kNewId = -1;  ///< of a rule that has no number yet, in the preview

QString jobKey()
{
    return QStringLiteral("recipePreview");
}

/// The first name stays; a wider one is cut on the screen, never the dialog.
QComboBox* menu(const char* name)
{
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    return box;
}

QLineEdit* line(const char* name)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    return edit;
}

}  // namespace

RecipeDialog::RecipeDialog(Session& session, std::vector<RecipeRule> rules, int row, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_rules(std::move(rules))
    , m_row(row)
    , m_form(new QFormLayout)
    , m_kind(menu("rule.kind"))
    , m_field(menu("rule.field"))
    , m_test(menu("rule.test"))
    , m_text(line("rule.text"))
    , m_action(menu("rule.action"))
    , m_value(line("rule.value"))
    , m_from(menu("rule.from"))
    , m_name(line("rule.name"))
    , m_sentence(textLabel({}, TextRole::Body))
    , m_preview(textLabel({}, TextRole::Caption))
    , m_keep(makeButton(row < 0 ? tr("Add rule") : tr("Keep"), ButtonKind::Primary))
{
    setObjectName(QStringLiteral("dialog.rule"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(row < 0 ? tr("New cleaning rule") : tr("Cleaning rule"));
    build();
    if (row >= 0) {
        fill(m_rules[static_cast<std::size_t>(row)]);
    }
    changed();
}

void RecipeDialog::propose(const RecipeRule& rule)
{
    fill(rule);
    changed();
}

void RecipeDialog::build()
{
    m_keep->setObjectName(QStringLiteral("btn.keepRule"));
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("rule.sentence"));
    m_preview->setWordWrap(true);
    m_preview->setObjectName(QStringLiteral("rule.preview"));
    fillChoices();
    fillFields();
    const auto row = [this](const QString& label, QWidget* field) {
        field->setAccessibleName(label);
        m_form->addRow(label, field);
    };
    m_form->setSpacing(size::kGap12);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    row(tr("Source"), m_kind);
    row(tr("Field"), m_field);
    row(tr("Where it"), m_test);
    row(tr("This"), m_text);
    row(tr("Then"), m_action);
    row(tr("To"), m_value);
    row(tr("From"), m_from);
    row(tr("Name of the rule"), m_name);
    auto* cancel = makeButton(tr("Cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_keep);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::kGap20, size::kGap20, size::kGap20, size::kGap16);
    column->setSpacing(size::kGap16);
    column->addLayout(m_form);
    column->addWidget(m_sentence);
    column->addWidget(m_preview);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(Theme::current().px(kWidth));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connectInputs();
}

void RecipeDialog::fillChoices()
{
    // Sources of which a file is loaded stand first.
    for (const bool loaded : {true, false}) {
        for (const KindSpec& kind : kinds()) {
            const auto& batches = m_session.overview().batches;
            const bool isLoaded = std::any_of(batches.begin(), batches.end(), [&](const ImportBatch& batch) {
                return batch.kind == kind.id;
            });
            if (isLoaded == loaded) {
                m_kind->addItem(capitalised(kindName(kind.code)), int {kind.id});
            }
        }
    }
    for (int test = 0; test <= static_cast<int>(Test::Below); ++test) {
        m_test->addItem(recipeTestName(static_cast<Test>(test)), test);
    }
    for (int action = 0; action <= static_cast<int>(Action::LeaveOut); ++action) {
        m_action->addItem(recipeActionName(static_cast<Action>(action)), action);
    }
    m_test->setCurrentIndex(static_cast<int>(Test::Equals));
}

void RecipeDialog::connectInputs()
{
    m_later.setSingleShot(true);
    m_later.setInterval(kDelay);
    connect(&m_later, &QTimer::timeout, this, &RecipeDialog::startPreview);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        fillFields();
        changed();
    });
    for (QComboBox* box : {m_field, m_test, m_action, m_from}) {
        connect(box, &QComboBox::currentIndexChanged, this, &RecipeDialog::changed);
    }
    for (QLineEdit* edit : {m_text, m_value, m_name}) {
        connect(edit, &QLineEdit::textChanged, this, &RecipeDialog::changed);
    }
    connect(m_keep, &QPushButton::clicked, this, [this] {
        emit chosen(rule());
        accept();
    });
    connect(this, &QDialog::finished, this, [this] { m_session.jobs().cancel(jobKey()); });
}

const KindSpec& RecipeDialog::kind() const
{
    return *kindById(static_cast<std::uint8_t>(m_kind->currentData().toInt()));
}

void RecipeDialog::fillFields()
{
    for (QComboBox* box : {m_field, m_from}) {
        const QSignalBlocker quiet(box);
        box->clear();
        for (int field = 0; field < static_cast<int>(kind().fields.size()); ++field) {
            box->addItem(fieldTitleText(kind(), field), field);
        }
    }
}

void RecipeDialog::fill(const RecipeRule& rule)
{
    m_kind->setCurrentIndex(m_kind->findData(int {rule.kind->id}));
    m_field->setCurrentIndex(rule.step.field);
    m_test->setCurrentIndex(static_cast<int>(rule.step.test));
    m_text->setText(testsNumber(rule.step.test)
                        ? QLocale().toString(rule.step.number, 'f', QLocale::FloatingPointShortest)
                        : fromUtf8(rule.step.text));
    m_action->setCurrentIndex(static_cast<int>(rule.step.action));
    m_value->setText(fromUtf8(rule.step.value));
    m_from->setCurrentIndex(std::max(0, rule.step.from));
    m_name->setText(fromUtf8(rule.step.name));
}

RecipeRule RecipeDialog::rule() const
{
    RecipeRule made;
    made.kind = &kind();
    if (m_row >= 0) {
        made.isOn = m_rules[static_cast<std::size_t>(m_row)].isOn;
        made.step.id = m_rules[static_cast<std::size_t>(m_row)].step.id;
    }
    made.step.field = m_field->currentData().toInt();
    made.step.test = static_cast<Test>(m_test->currentData().toInt());
    made.step.action = static_cast<Action>(m_action->currentData().toInt());
    if (testsText(made.step.test)) {
        made.step.text = m_text->text().trimmed().toStdString();
    } else if (testsNumber(made.step.test)) {
        made.step.number = QLocale().toDouble(m_text->text().trimmed());
    }
    if (writesValue(made.step.action)) {
        made.step.value = m_value->text().toStdString();
    }
    if (made.step.action == Action::TakeFrom) {
        made.step.from = m_from->currentData().toInt();
    }
    made.step.name = m_name->text().trimmed().toStdString();
    return made;
}

void RecipeDialog::changed()
{
    RecipeRule made = rule();
    const auto show = [this](QWidget* field, bool visible) { m_form->setRowVisible(field, visible); };
    const bool number = testsNumber(made.step.test);
    show(m_text, testsText(made.step.test) || number);
    show(m_value, writesValue(made.step.action));
    show(m_from, made.step.action == Action::TakeFrom);
    bool isNumber = true;
    if (number) {
        QLocale().toDouble(m_text->text().trimmed(), &isNumber);
    }
    // A rule is called what it says until somebody gives it another name.
    const QString sentence = recipeSentence(made);
    if (m_name->text() == m_ownName || m_name->text().isEmpty()) {
        m_ownName = sentence;
        if (m_name->text() != sentence) {
            const QSignalBlocker quiet(m_name);
            m_name->setText(sentence);
            made.step.name = sentence.toStdString();
        }
    }
    m_sentence->setText(sentence);
    const bool valid = recipeFault(made.step).empty() && isNumber;
    m_keep->setEnabled(valid);
    if (!valid) {
        m_later.stop();
        m_session.jobs().cancel(jobKey());
        const bool replaces = made.step.action == Action::ReplaceText && made.step.test != Test::Contains;
        m_preview->setText(!isNumber      ? tr("This is no number.")
                               : replaces ? tr("Text can be replaced where the field contains it.")
                                          : tr("Something is missing yet."));
        return;
    }
    m_preview->setText(tr("Looking at the files that are loaded…"));
    m_later.start();
}

void RecipeDialog::startPreview()
{
    std::vector<RecipeRule> rules = m_rules;
    RecipeRule made = rule();
    made.isOn = true;
    if (made.step.id == 0) {
        made.step.id = kNewId;
    }
    const std::int64_t id = made.step.id;
    if (m_row < 0) {
        rules.push_back(made);
    } else {
        rules[static_cast<std::size_t>(m_row)] = made;
    }
    m_session.look<RecipePreview>(
        {this, jobKey(), tr("Trying the rule")},
        [rules, kind = made.kind](Clinic& clinic, Job& job) {
            return previewRecipes(clinic, *kind, rules, job);
        },
        [this, id](const Result<RecipePreview>& preview) { takePreview(preview, id); });
}

void RecipeDialog::takePreview(const Result<RecipePreview>& preview, std::int64_t id)
{
    if (!preview) {
        if (preview.error().code != ErrorCode::Cancelled) {
            m_preview->setText(sentence(preview.error()));
        }
        return;
    }
    if (preview->rowsRead == 0) {
        m_preview->setText(tr("No file of this source is loaded: the rule works on the next one."));
        return;
    }
    const auto rows = preview->rows.find(id);
    if (rows == preview->rows.end()) {
        m_preview->setText(
            tr("None of the %1 rows that are loaded would change.").arg(countText(preview->rowsRead)));
        return;
    }
    QStringList examples;
    for (const RecipeChange& change : preview->examples) {
        if (change.step == id && examples.size() < 3) {
            const QString before = change.before.empty() ? QStringLiteral("—") : fromUtf8(change.before);
            const QString after = change.after.empty() ? QStringLiteral("—") : fromUtf8(change.after);
            examples << (change.before == change.after ? before : tr("%1 → %2").arg(before, after));
        }
    }
    m_preview->setText(tr("%1 of %2 rows that are loaded: %3")
                           .arg(countText(rows->second), countText(preview->rowsRead),
                                examples.join(QStringLiteral(" · "))));
}

}  // namespace meitrace
