// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/theme/colourdifference.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace meitrace::test {

namespace {

constexpr double kPi = std::numbers::pi;

double toLinear(double c)
{
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double fromLinear(double c)
{
    const double clamped = std::clamp(c, 0.0, 1.0);
    return clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * std::pow(clamped, 1 / 2.4) - 0.055;
}

void toLab(const QColor& colour, double (&lab)[3])
{
    const double r = toLinear(colour.redF());
    const double g = toLinear(colour.greenF());
    const double b = toLinear(colour.blueF());
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const double y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    const double z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    lab[0] = 116 * y - 16;
    lab[1] = 500 * (x - y);
    lab[2] = 200 * (y - z);
}

double degrees(double radians)
{
    const double d = radians * 180 / kPi;
    return d < 0 ? d + 360 : d;
}

double radians(double d)
{
    return d * kPi / 180;
}

}  // namespace

double labDifference(const double (&p)[3], const double (&q)[3])
{
    const double c7 = std::pow((std::hypot(p[1], p[2]) + std::hypot(q[1], q[2])) / 2, 7);
    const double g = 0.5 * (1 - std::sqrt(c7 / (c7 + std::pow(25.0, 7))));
    const double a1 = (1 + g) * p[1];
    const double a2 = (1 + g) * q[1];
    const double c1 = std::hypot(a1, p[2]);
    const double c2 = std::hypot(a2, q[2]);
    const double h1 = c1 < 1e-12 ? 0 : degrees(std::atan2(p[2], a1));
    const double h2 = c2 < 1e-12 ? 0 : degrees(std::atan2(q[2], a2));
    double dh = h2 - h1;
    double sum = h1 + h2;
    if (c1 * c2 < 1e-12) {
        dh = 0;
    } else if (std::abs(h2 - h1) > 180) {
        dh += h2 > h1 ? -360 : 360;
        sum += sum < 360 ? 360 : -360;
    }
    const double h = c1 * c2 < 1e-12 ? sum : sum / 2;
    const double l = (p[0] + q[0]) / 2;
    const double c = (c1 + c2) / 2;
    const double t = 1 - 0.17 * std::cos(radians(h - 30)) + 0.24 * std::cos(radians(2 * h))
        + 0.32 * std::cos(radians(3 * h + 6)) - 0.20 * std::cos(radians(4 * h - 63));
    const double sl = 1 + 0.015 * (l - 50) * (l - 50) / std::sqrt(20 + (l - 50) * (l - 50));
    const double sc = 1 + 0.045 * c;
    const double sh = 1 + 0.015 * c * t;
    const double m7 = std::pow(c, 7);
    const double rt = -2 * std::sqrt(m7 / (m7 + std::pow(25.0, 7)))
        * std::sin(radians(60 * std::exp(-std::pow((h - 275) / 25, 2))));
    const double x = (q[0] - p[0]) / sl;
    const double y = (c2 - c1) / sc;
    const double z = 2 * std::sqrt(c1 * c2) * std::sin(radians(dh / 2)) / sh;
    return std::sqrt(x * x + y * y + z * z + rt * y * z);
}

double colourDifference(const QColor& a, const QColor& b)
{
    double p[3];
    double q[3];
    toLab(a, p);
    toLab(b, q);
    return labDifference(p, q);
}

QColor seen(const QColor& colour, Sight sight)
{
    static constexpr double kMatrix[3][9]
        = {{0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
           {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
           {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}};
    if (sight == Sight::Normal) {
        return colour;
    }
    const auto& m = kMatrix[static_cast<int>(sight) - 1];
    const double in[3] = {toLinear(colour.redF()), toLinear(colour.greenF()), toLinear(colour.blueF())};
    float out[3];
    for (int i = 0; i < 3; ++i) {
        out[i]
            = static_cast<float>(fromLinear(m[3 * i] * in[0] + m[3 * i + 1] * in[1] + m[3 * i + 2] * in[2]));
    }
    return QColor::fromRgbF(out[0], out[1], out[2]);
}

}  // namespace meitrace::test
