// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QObject>

#include <functional>
#include <memory>

class QApplication;
class QPalette;

namespace meitrace {

class Restyling;

/// The look of the running program. One object lives as long as the process; widgets read it when they paint
/// and repaint on changed().
///
///     Theme::current().install(app);                      // once, after the QApplication
///     Theme::current().setMode(Theme::Mode::Dark);        // any time, no restart
///     painter.setPen(Theme::current().tokens().text2);
class Theme final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    static constexpr double kMinZoom = 0.9;
    static constexpr double kMaxZoom = 1.5;

    static Theme& current();
    ~Theme() override;

    /// Sets style, palette, font and the one style sheet, now and after every change.
    void install(QApplication& app);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    bool isDark() const { return m_tokens->dark; }
    /// Text and controls grow together; clamped to kMinZoom..kMaxZoom.
    double zoom() const { return m_zoom; }
    void setZoom(double zoom);

    /// After the default locale has become another one: English and Chinese have fonts of their own.
    void followLocale();

    const Tokens& tokens() const { return *m_tokens; }
    QFont font(FontRole role) const;
    /// Calls refresh now and after every change, as long as context lives.
    void follow(QObject* context, const std::function<void()>& refresh) const;
    /// A measure of tokens.h at the present zoom, rounded to whole pixels.
    int px(int pixels) const;

signals:
    void changed();

private:
    Theme();
    void apply();

    Mode m_mode = Mode::System;
    double m_zoom = 1.0;
    bool m_systemDark = false;
    const Tokens* m_tokens;
    QApplication* m_app = nullptr;
    std::unique_ptr<Restyling> m_restyling;  ///< with the application
};

/// Font of a role at a zoom, for painters that do not draw to the screen.
QFont themeFont(FontRole role, double zoom);
/// All roles of all three groups.
QPalette themePalette(const Tokens& tokens);
/// The one style sheet of the program. Rules for :focus stand last, so that nothing hides the ring.
QString themeStyleSheet(const Tokens& tokens, double zoom);

}  // namespace meitrace
