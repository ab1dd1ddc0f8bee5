// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QString>
#include <QWidget>

namespace meitrace::test {

/// With MEITRACE_GALLERY=folder a picture of the widget is left there, to be looked at; false where it could
/// not be written.
inline bool keepPicture(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("MEITRACE_GALLERY");
    return folder.isEmpty() || widget.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

}  // namespace meitrace::test
