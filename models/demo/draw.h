// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/random.h"

#include <cstdint>
#include <span>

namespace meitrace::demo {

/// exp and log from + - * / alone, so that every machine gives the same bits (libm does not promise that).
/// Relative error below 1e-14 for |x| <= 30.
double plainExp(double x);
/// Natural logarithm of x > 0; error below 1e-14 relative to max(1, |log x|).
double plainLog(double x);
/// Nearest integer, halves away from zero.
std::int64_t rounded(double x);

/// What random numbers are for. Every (seed, person, purpose) has a sequence of its own, so one part of the
/// model may draw more or fewer numbers without moving any other.
enum class Purpose : std::uint8_t {
    Who,
    Lead,
    Visits,
    Money,
    Handles,
    Consent,
    Touches,
    Web,
    Staff,
    Dirt,
    World,  ///< not of a person; the stream's number says of what
    Cards,
    Vouchers,
    Shop,
    Contacts,
    Voice,  ///< of a visit: what she says about it
    Service,
    Calls,  ///< of a delivery
    Notes
};

/// The distributions of the model over one stream. No std:: distribution, no libm.
/// Never two draws among the arguments of one call: compilers order them differently.
class Draw {
public:
    Draw(std::uint64_t seed, std::int64_t person, Purpose purpose)
        : m_random(seed, (static_cast<std::uint64_t>(person) << 8U) | static_cast<std::uint64_t>(purpose))
    {
    }

    std::uint64_t below(std::uint64_t bound) { return m_random.below(bound); }
    /// Uniform in [low, high]
    int between(int low, int high)
    {
        return low + static_cast<int>(m_random.below(static_cast<std::uint64_t>(high - low) + 1));
    }
    /// True with probability p
    bool chance(double p) { return m_random.unit() < p; }
    /// Uniform in (0, 1)
    double unit() { return m_random.unit() + 0x1.0p-54; }
    /// Standard normal, from a table of 4,096 quantiles
    double normal();
    double lognormal(double mu, double sigma) { return plainExp(mu + sigma * normal()); }
    double exponential(double mean) { return -mean * plainLog(unit()); }
    int poisson(double mean);
    /// Beta with the given mean in (0, 1) and concentration a + b = 4
    double beta(double mean);
    /// Index drawn in proportion to weights; their sum is at least 1
    std::size_t pick(std::span<const int> weights);

private:
    Random m_random;
};

}  // namespace meitrace::demo
