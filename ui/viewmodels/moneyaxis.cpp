// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/moneyaxis.h"

#include <QCoreApplication>
#include <QLocale>

namespace meitrace {

namespace {

struct MoneyAxis {
    Q_DECLARE_TR_FUNCTIONS(MoneyAxis)
};

}  // namespace

double moneyAxisUnit()
{
    return QLocale().language() == QLocale::Chinese ? 1'000'000 : 100'000;
}

QString moneyAxisTitle()
{
    return MoneyAxis::tr("Money, thousand ¥");
}

}  // namespace meitrace
