// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace meitrace {

namespace {

QString& chosen()
{
    static QString language;
    return language;
}

}  // namespace

QString systemLanguage()
{
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

QString optionValue(const QStringList& arguments, const char* option)
{
    const QString name = QStringLiteral("--") + QLatin1String(option);
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == name) {
            return arguments.value(i + 1);
        }
        if (arguments[i].startsWith(name + u'=')) {
            return arguments[i].mid(name.size() + 1);
        }
    }
    return {};
}

void setLanguage(const QString& language)
{
    static std::unique_ptr<QTranslator> translator;
    static std::unique_ptr<QTranslator> ofQt;  // buttons and dialogs of the toolkit
    const bool isChinese = language == QStringLiteral("zh_CN");
    chosen() = isChinese ? language : QStringLiteral("en");
    QLocale::setDefault(QLocale(isChinese ? QStringLiteral("zh_CN") : QStringLiteral("en_US")));
    translator.reset();  // takes itself out
    ofQt.reset();
    auto words = std::make_unique<QTranslator>();
    if (isChinese
        && words->load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        ofQt = std::move(words);
        QCoreApplication::installTranslator(ofQt.get());
    }
    // The sources are English; the English translation holds the forms of one and of many.
    auto loaded = std::make_unique<QTranslator>();
    if (loaded->load(QStringLiteral(":/i18n/meitrace_%1.qm").arg(chosen()))) {
        translator = std::move(loaded);
        QCoreApplication::installTranslator(translator.get());
    }
}

QString currentLanguage()
{
    return chosen();
}

}  // namespace meitrace
