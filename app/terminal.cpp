// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal.h"

#include <algorithm>
#include <csignal>
#include <cstdio>

namespace meitrace {

namespace {

volatile std::sig_atomic_t interrupted = 0;

extern "C" void noteInterrupt(int number)
{
    if (interrupted != 0) {
        std::signal(number, SIG_DFL);
        std::raise(number);
    }
    interrupted = 1;
}

void writeTo(FILE* file, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), file);
    std::fflush(file);
}

constexpr int kBarPlaces = 40;

}  // namespace

void catchInterrupt()
{
    std::signal(SIGINT, noteInterrupt);
    std::signal(SIGTERM, noteInterrupt);
}

void writeOutput(const QString& text)
{
    writeTo(stdout, text);
}

void writeError(const QString& text)
{
    writeTo(stderr, text.endsWith(u'\n') ? text : text + u'\n');
}

bool TerminalJob::stopped() const
{
    return interrupted != 0;
}

void TerminalJob::progress(double share)
{
    if (!m_showBar) {
        return;
    }
    const int places = static_cast<int>(std::clamp(share, 0.0, 1.0) * kBarPlaces);
    const std::lock_guard lock(m_mutex);
    if (places != m_shown) {
        m_shown = places;
        const QString bar = QString(places, u'#') + QString(kBarPlaces - places, u'.');
        writeTo(stderr, QStringLiteral("\r[%1] %2 %").arg(bar).arg(places * 100 / kBarPlaces, 3));
    }
}

void TerminalJob::finishLine()
{
    if (m_shown >= 0) {
        writeTo(stderr, QStringLiteral("\r%1\r").arg(QString(kBarPlaces + 8, u' ')));
        m_shown = -1;
    }
}

}  // namespace meitrace
