// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/asktext.h"

#include "ui/theme/theme.h"
#include "ui/widgets/words.h"

#include <QInputDialog>

namespace meitrace {

std::optional<QString> askText(QWidget* parent, const TextQuestion& question)
{
    constexpr int kWidth = 420;
    QInputDialog dialog(parent);
    dialog.setInputMode(QInputDialog::TextInput);
    dialog.setWindowTitle(question.title);
    dialog.setLabelText(question.label);
    dialog.setTextValue(question.text);
    dialog.setOkButtonText(question.verb);
    dialog.setCancelButtonText(words::cancel());
    dialog.resize(Theme::current().px(kWidth), dialog.sizeHint().height());
    if (dialog.exec() != QDialog::Accepted || dialog.textValue().trimmed().isEmpty()) {
        return std::nullopt;
    }
    return dialog.textValue().trimmed();
}

}  // namespace meitrace
