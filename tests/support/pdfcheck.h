// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QString>
#include <QStringList>

namespace meitrace::test {

/// What poppler's tools say of a PDF: an opinion from outside.
class PdfCheck {
public:
    explicit PdfCheck(QString path)
        : m_path(std::move(path))
    {
    }

    [[nodiscard]] static bool isAvailable()
    {
        return !QStandardPaths::findExecutable(QStringLiteral("pdfinfo")).isEmpty();
    }

    [[nodiscard]] int pages() const
    {
        static const QRegularExpression kPages(QStringLiteral("^Pages:\\s+(\\d+)"),
                                               QRegularExpression::MultilineOption);
        return kPages.match(run(QStringLiteral("pdfinfo"), {m_path})).captured(1).toInt();
    }
    [[nodiscard]] bool isA4() const
    {
        return run(QStringLiteral("pdfinfo"), {m_path}).contains(QStringLiteral("(A4)"));
    }
    /// Lines of pdffonts behind its head.
    [[nodiscard]] QStringList fonts() const
    {
        return run(QStringLiteral("pdffonts"), {m_path}).split(u'\n', Qt::SkipEmptyParts).mid(2);
    }
    /// All text in compatibility form: some glyphs stand for two characters, and the other one comes back.
    [[nodiscard]] QString text() const
    {
        return run(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), m_path, QStringLiteral("-")})
            .normalized(QString::NormalizationForm_KC);
    }

private:
    static QString run(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished(30'000);
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    QString m_path;
};

}  // namespace meitrace::test
