// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/masking.h"

#include <QRegularExpression>

namespace meitrace {

namespace {

bool& masking()
{
    static bool on = false;
    return on;
}

}  // namespace

void setMasking(bool masked)
{
    masking() = masked;
}

bool isMasking()
{
    return masking();
}

QString maskedName(const QString& name)
{
    return name.isEmpty() ? name : name.left(1) + QStringLiteral("**");
}

QString shownName(const QString& name)
{
    return isMasking() ? maskedName(name) : name;
}

QString maskedPhones(const QString& text)
{
    static const QRegularExpression kMobile(
        QStringLiteral("(?<!\\d)(1[3-9]\\d)[ -]?\\d{4}[ -]?(\\d{4})(?!\\d)"));
    QString masked = text;
    return masked.replace(kMobile, QStringLiteral("\\1****\\2"));
}

}  // namespace meitrace
