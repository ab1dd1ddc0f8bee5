// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/restyling.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QLocale>
#include <QPalette>
#include <QStyleHints>

#include <algorithm>
#include <cmath>

namespace meitrace {

Theme::Theme()
    : m_tokens(&lightTokens())
{
}

Theme::~Theme() = default;

Theme& Theme::current()
{
    static Theme theme;
    return theme;
}

void Theme::install(QApplication& app)
{
    m_systemDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    m_app = &app;
    m_restyling = std::make_unique<Restyling>(app);
    connect(&app, &QObject::destroyed, this, [this] {
        m_app = nullptr;
        m_restyling.reset();
    });
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    m_systemDark = QApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    connect(QApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            [this](Qt::ColorScheme scheme) {
                m_systemDark = scheme == Qt::ColorScheme::Dark;
                apply();
            });
#endif
    QApplication::setStyle(new ThemeStyle);
    apply();
}

void Theme::setMode(Mode mode)
{
    if (mode != m_mode) {
        m_mode = mode;
        apply();
    }
}

void Theme::setZoom(double zoom)
{
    const double wanted = std::clamp(zoom, kMinZoom, kMaxZoom);
    if (std::abs(wanted - m_zoom) > 1e-9) {
        m_zoom = wanted;
        apply();
    }
}

QFont Theme::font(FontRole role) const
{
    return themeFont(role, m_zoom);
}

void Theme::follow(QObject* context, const std::function<void()>& refresh) const
{
    refresh();
    connect(this, &Theme::changed, context, refresh);
}

int Theme::px(int pixels) const
{
    return static_cast<int>(std::lround(pixels * m_zoom));
}

void Theme::followLocale()
{
    if (m_app != nullptr && QApplication::font().families() != font(FontRole::Body).families()) {
        apply();
    }
}

void Theme::apply()
{
    const bool dark = m_mode == Mode::Dark || (m_mode == Mode::System && m_systemDark);
    m_tokens = dark ? &darkTokens() : &lightTokens();
    if (m_app != nullptr) {
        QApplication::setPalette(themePalette(*m_tokens));
        QApplication::setFont(font(FontRole::Body));
        m_restyling->restyle(themeStyleSheet(*m_tokens, m_zoom));
    }
    emit changed();
}

QFont themeFont(FontRole role, double zoom)
{
    QFont font;
    QStringList families {QStringLiteral("PingFang SC"), QStringLiteral("Microsoft YaHei UI"),
                          QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans SC"),
                          QStringLiteral("sans-serif")};
    if (QLocale().language() != QLocale::Chinese) {
        // Quotation marks of Chinese fonts are as wide as a character.
        families
            = QStringList {QStringLiteral("Segoe UI"), QStringLiteral("SF Pro Text"), QStringLiteral("Inter")}
            + families;
    }
    font.setFamilies(families);
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(fontPixels(role) * zoom))));
    font.setWeight(static_cast<QFont::Weight>(fontWeight(role)));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QPalette themePalette(const Tokens& t)
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor& normal, const QColor& disabled) {
        p.setColor(QPalette::Active, role, normal);
        p.setColor(QPalette::Inactive, role, normal);
        p.setColor(QPalette::Disabled, role, disabled);
    };
    const QColor faint = mixed(t.text3, t.surface, 0.25);
    set(QPalette::Window, t.window, t.window);
    set(QPalette::WindowText, t.text, faint);
    set(QPalette::Base, t.surface, t.sunken);
    set(QPalette::AlternateBase, t.sunken, t.sunken);
    set(QPalette::ToolTipBase, t.surface, t.surface);
    set(QPalette::ToolTipText, t.text, t.text);
    set(QPalette::PlaceholderText, t.text3, faint);
    set(QPalette::Text, t.text, faint);
    set(QPalette::Button, t.surface, t.sunken);
    set(QPalette::ButtonText, t.text, faint);
    set(QPalette::BrightText, t.bad, t.bad);
    set(QPalette::Light, t.surface, t.surface);
    set(QPalette::Midlight, t.sunken, t.sunken);
    set(QPalette::Mid, t.strongBorder, t.border);
    set(QPalette::Dark, t.fieldBorder, t.strongBorder);
    set(QPalette::Shadow, t.strongBorder, t.border);
    set(QPalette::Highlight, t.accent, t.strongBorder);
    set(QPalette::HighlightedText, t.onAccent, t.text2);
    set(QPalette::Link, t.accent, faint);
    set(QPalette::LinkVisited, t.accent, faint);
    return p;
}

}  // namespace meitrace
