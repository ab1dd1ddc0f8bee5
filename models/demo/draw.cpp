// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/draw.h"

#include <array>
#include <cmath>

namespace meitrace::demo {

namespace {

constexpr double kLn2 = 0.693147180559945309417;
constexpr double kInverseRootTwoPi = 0.398942280401432677940;
constexpr std::size_t kQuantiles = 4096;
constexpr std::size_t kHalf = kQuantiles / 2;

/// Quantiles (k + 1/2) / 4096 of the standard normal in millionths: integers, so that nothing depends on
/// rounding later.
std::array<std::int32_t, kQuantiles> normalQuantiles()
{
    std::array<std::int32_t, kQuantiles> table {};
    constexpr double kStep = 1.0 / 1024;
    const auto density = [](double x) { return kInverseRootTwoPi * plainExp(-0.5 * x * x); };
    double x = 0.0;
    double below = 0.5;
    for (std::size_t k = 0; k < kHalf; ++k) {
        const double target = (static_cast<double>(kHalf + k) + 0.5) / static_cast<double>(kQuantiles);
        double slice = 0.0;
        while (true) {
            slice = kStep / 6 * (density(x) + 4 * density(x + kStep / 2) + density(x + kStep));
            if (below + slice >= target) {
                break;
            }
            below += slice;
            x += kStep;
        }
        const double z = x + kStep * (target - below) / slice;
        table[kHalf + k] = static_cast<std::int32_t>(rounded(z * 1e6));
        table[kHalf - 1 - k] = -table[kHalf + k];
    }
    return table;
}

}  // namespace

double plainExp(double x)
{
    const std::int64_t twos = rounded(x / kLn2);
    const double rest = x - static_cast<double>(twos) * kLn2;
    double term = 1.0;
    double sum = 1.0;
    for (int i = 1; i <= 16; ++i) {
        term = term * rest / i;
        sum += term;
    }
    for (std::int64_t i = 0; i < twos; ++i) {
        sum *= 2.0;
    }
    for (std::int64_t i = 0; i > twos; --i) {
        sum *= 0.5;
    }
    return sum;
}

double plainLog(double x)
{
    std::int64_t twos = 0;
    while (x > 1.4142) {
        x *= 0.5;
        ++twos;
    }
    while (x < 0.7071) {
        x *= 2.0;
        --twos;
    }
    const double s = (x - 1.0) / (x + 1.0);
    const double square = s * s;
    double power = s;
    double sum = 0.0;
    for (int i = 1; i <= 25; i += 2) {
        sum += power / i;
        power *= square;
    }
    return 2.0 * sum + static_cast<double>(twos) * kLn2;
}

std::int64_t rounded(double x)
{
    return x >= 0.0 ? static_cast<std::int64_t>(std::floor(x + 0.5)) : -static_cast<std::int64_t>(0.5 - x);
}

double Draw::normal()
{
    static const std::array<std::int32_t, kQuantiles> table = normalQuantiles();
    return static_cast<double>(table[m_random.below(kQuantiles)]) / 1e6;
}

int Draw::poisson(double mean)
{
    const double u = unit();
    double share = plainExp(-mean);
    double below = share;
    int count = 0;
    while (u > below && count < 200) {
        ++count;
        share = share * mean / count;
        below += share;
    }
    return count;
}

double Draw::beta(double mean)
{
    // Johnk 1964: needs only powers of uniforms.
    const double a = 4.0 * mean;
    const double b = 4.0 - a;
    for (int attempt = 0; attempt < 1000; ++attempt) {
        const double x = plainExp(plainLog(unit()) / a);
        const double y = plainExp(plainLog(unit()) / b);
        if (x + y > 0.0 && x + y <= 1.0) {
            return x / (x + y);
        }
    }
    return mean;
}

std::size_t Draw::pick(std::span<const int> weights)
{
    std::uint64_t total = 0;
    for (const int weight : weights) {
        total += static_cast<std::uint64_t>(weight);
    }
    std::uint64_t at = below(total);
    std::size_t index = 0;
    while (at >= static_cast<std::uint64_t>(weights[index])) {
        at -= static_cast<std::uint64_t>(weights[index]);
        ++index;
    }
    return index;
}

}  // namespace meitrace::demo
