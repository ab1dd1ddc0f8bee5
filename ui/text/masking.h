// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace meitrace {

/// While masking is on, names on the screen are shown as their first character and stars, wherever they
/// stand: for showing the window to others. Numbers are masked always.
void setMasking(bool masked);
bool isMasking();

/// A name as its first character and stars
QString maskedName(const QString& name);
/// A name as it may be shown now
QString shownName(const QString& name);

/// A text with the middle of every mobile number in it as stars: "138****8000". For samples of files.
QString maskedPhones(const QString& text);

/// Masking is on while it lives, whatever it was before.
class MaskingScope {
public:
    MaskingScope()
        : m_before(isMasking())
    {
        setMasking(true);
    }
    MaskingScope(const MaskingScope&) = delete;
    MaskingScope& operator=(const MaskingScope&) = delete;
    ~MaskingScope() { setMasking(m_before); }

private:
    bool m_before;
};

}  // namespace meitrace
