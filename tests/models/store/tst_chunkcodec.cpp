// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/hash.h"
#include "models/base/random.h"
#include "models/store/chunkcodec.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <vector>

using namespace meitrace;

namespace {

/// Empty when the values come back as they were.
std::string roundTrip(const std::vector<std::int64_t>& values)
{
    const std::string bytes = encodeChunk(values.data(), static_cast<Index>(values.size()));
    const auto view = ChunkView::open(bytes);
    if (!view) {
        return "cannot be opened";
    }
    if (view->rows() != static_cast<Index>(values.size())) {
        return "rows";
    }
    std::vector<std::int64_t> back(values.size(), 42);
    view->decode(back.data());
    return back == values ? std::string() : "other values";
}

template <typename T>
void append(std::string& bytes, T value)
{
    std::array<char, sizeof value> raw {};
    std::memcpy(raw.data(), &value, sizeof value);
    bytes.append(raw.data(), raw.size());
}

/// A chunk's bytes put together by hand: the header behind its hash, the payload, the padding.
struct RawChunk {
    std::uint8_t version = 1;
    std::uint8_t width = 0;
    std::uint8_t form = 0;
    std::uint32_t rows = 0;
    std::int64_t base = 0;
    std::uint32_t exceptions = 0;
    std::string payload {};

    [[nodiscard]] std::string bytes() const
    {
        std::string rest;
        append(rest, version);
        append(rest, width);
        append(rest, form);
        append(rest, std::uint8_t {0});
        append(rest, rows);
        append(rest, base);
        append(rest, exceptions);
        append(rest, std::uint32_t {0});
        rest += payload + std::string(8, '\0');
        std::string whole;
        append(whole, hash64(rest));
        return whole + rest;
    }
};

/// 1000 + 0, 1, 255 in a byte each.
RawChunk packedChunk()
{
    return {.width = 1, .rows = 3, .base = 1'000, .payload = std::string("\x00\x01\xff", 3)};
}

/// Five sevens, but row 1 is -2 and row 4 is 2^40.
RawChunk sparseChunk()
{
    RawChunk chunk {.rows = 5, .base = 7, .exceptions = 2};
    append(chunk.payload, std::uint16_t {1});
    append(chunk.payload, std::int64_t {-2});
    append(chunk.payload, std::uint16_t {4});
    append(chunk.payload, std::int64_t {1} << 40U);
    return chunk;
}

std::vector<std::int64_t> decoded(const std::string& bytes)
{
    const auto view = ChunkView::open(bytes);
    std::vector<std::int64_t> values(view ? static_cast<std::size_t>(view->rows()) : 0);
    if (view) {
        view->decode(values.data());
    }
    return values;
}

}  // namespace

class TestChunkCodec : public QObject {
    Q_OBJECT

private slots:
    void everyWidthComesBack()
    {
        Random random(1);
        for (unsigned width = 1; width <= 8; ++width) {
            for (const std::size_t rows :
                 {std::size_t {1}, std::size_t {2}, std::size_t {999}, std::size_t {65'536}}) {
                const std::uint64_t range
                    = width == 8 ? ~std::uint64_t {0} : (std::uint64_t {1} << (8 * width)) - 1;
                const std::uint64_t base = random.next();
                std::vector<std::int64_t> values;
                for (std::size_t i = 0; i < rows; ++i) {
                    values.push_back(static_cast<std::int64_t>(base + (random.next() & range)));
                }
                values.front() = static_cast<std::int64_t>(base);
                values.back() = static_cast<std::int64_t>(base + range);
                const std::string wrong = roundTrip(values);
                QVERIFY2(wrong.empty(), (std::to_string(width) + " bytes, " + wrong).c_str());
            }
        }
    }

    void extremesComeBack()
    {
        constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
        const std::vector<std::vector<std::int64_t>> cases {{kMissing},
                                                            {kMax},
                                                            {kMissing, kMax},
                                                            {kMissing, 0, kMax, -1, 1},
                                                            {0, kMissing, 0, 0},
                                                            {-1, -1, -1},
                                                            {kMissing, kMissing, 5},
                                                            {0},
                                                            {kMax, kMax - 1},
                                                            {-128, 127},
                                                            {0, 255},
                                                            {0, 256}};
        for (const auto& values : cases) {
            const std::string wrong = roundTrip(values);
            QVERIFY2(wrong.empty(), wrong.c_str());
        }
    }

    void aConstantTakesNoSpace()
    {
        for (const std::int64_t value : {std::int64_t {0}, std::int64_t {-7}, kMissing}) {
            const std::vector<std::int64_t> values(65'536, value);
            const std::string bytes = encodeChunk(values.data(), 65'536);
            QCOMPARE(bytes.size(), std::size_t {40});
            const auto view = ChunkView::open(bytes);
            QVERIFY(view && view->isConstant());
            QCOMPARE(view->constant(), value);
            QCOMPARE(roundTrip(values), std::string());
        }
    }

    void fewExceptionsTakeTenBytesEach()
    {
        Random random(2);
        for (const std::int64_t usual : {std::int64_t {0}, kMissing, std::int64_t {1'780'000'000'000}}) {
            std::vector<std::int64_t> values(10'000, usual);
            for (int i = 0; i < 30; ++i) {
                values[random.below(values.size())] = static_cast<std::int64_t>(random.next());
            }
            values[0] = usual;
            const auto exceptions = static_cast<std::size_t>(
                std::count_if(values.begin(), values.end(), [&](std::int64_t v) { return v != usual; }));
            QCOMPARE(encodeChunk(values.data(), 10'000).size(), 40 + 10 * exceptions);
            QCOMPARE(roundTrip(values), std::string());
        }
    }

    void runsTakeABitARowAndAValueEach()
    {
        Random random(3);
        for (const Index rows : {Index {63}, Index {64}, Index {65}, Index {1'000}, kChunkRows}) {
            std::vector<std::int64_t> values;
            Index runs = 0;
            while (static_cast<Index>(values.size()) < rows) {
                const auto value = static_cast<std::int64_t>(random.next() >> 30U);
                const auto left = static_cast<std::uint64_t>(rows) - values.size();
                values.insert(values.end(), std::min<std::uint64_t>(left, 8 + random.below(80)), value);
                ++runs;
            }
            // Both ends of the range are there, so every value takes 5 bytes.
            values.front() = 0;
            values.back() = (std::int64_t {1} << 34U) - 1;
            runs = 1;
            for (std::size_t i = 1; i < values.size(); ++i) {
                runs += values[i] != values[i - 1] ? 1 : 0;
            }
            const std::size_t expected = 40 + static_cast<std::size_t>((rows + 63) / 64 * 8 + 5 * runs);
            QCOMPARE(encodeChunk(values.data(), rows).size(), expected);
            QCOMPARE(roundTrip(values), std::string());
        }
    }

    void narrowValuesGiveTheSameBytesAsWideOnes()
    {
        Random random(4);
        for (int round = 0; round < 200; ++round) {
            std::vector<std::uint32_t> narrow;
            const std::uint64_t range = std::uint64_t {1} << random.below(33);
            const std::size_t most = 1 + random.below(300);
            while (narrow.size() < most) {
                narrow.insert(narrow.end(), 1 + random.below(1 + static_cast<std::uint64_t>(round % 40)),
                              static_cast<std::uint32_t>(random.below(range)));
            }
            const std::vector<std::int64_t> wide(narrow.begin(), narrow.end());
            const auto rows = static_cast<Index>(narrow.size());
            QVERIFY(encodeChunk(narrow.data(), rows) == encodeChunk(wide.data(), rows));
            std::vector<std::uint32_t> back(narrow.size());
            ChunkView::open(encodeChunk(narrow.data(), rows))->decode(back.data());
            QVERIFY(back == narrow);
        }
    }

    void aConstantNeedsNoValues()
    {
        for (const std::int64_t value : {std::int64_t {0}, std::int64_t {7}, kMissing}) {
            const std::vector<std::int64_t> values(500, value);
            QVERIFY(constantChunk(value, 500) == encodeChunk(values.data(), 500));
            QCOMPARE(isZeroChunk(constantChunk(value, 500)), value == 0);
        }
        const std::vector<std::int64_t> mixed {0, 1};
        QVERIFY(!isZeroChunk(encodeChunk(mixed.data(), 2)));
    }

    void zerosAfterAnotherFirstValueAreFoundToo()
    {
        std::vector<std::int64_t> values(10'000, 0);
        values[0] = 123'456'789;
        QCOMPARE(encodeChunk(values.data(), 10'000).size(), std::size_t {50});
        QCOMPARE(roundTrip(values), std::string());
    }

    void randomMixturesComeBack()
    {
        Random random(3);
        for (int round = 0; round < 400; ++round) {
            std::vector<std::int64_t> values(1 + random.below(300));
            const std::uint64_t share = random.below(1'000'000);
            const unsigned shift = static_cast<unsigned>(random.below(64));
            const auto usual = static_cast<std::int64_t>(random.next() >> shift);
            for (std::int64_t& value : values) {
                value = random.chance(share) ? static_cast<std::int64_t>(random.next() >> shift) : usual;
            }
            const std::string wrong = roundTrip(values);
            QVERIFY2(wrong.empty(), ("round " + std::to_string(round) + ": " + wrong).c_str());
        }
    }

    void narrowColumnsDecodeIntoTheirOwnType()
    {
        const std::vector<std::int64_t> values {0, 65'535, 7, 300};
        const std::string bytes = encodeChunk(values.data(), 4);
        std::array<std::uint16_t, 4> narrow {};
        ChunkView::open(bytes)->decode(narrow.data());
        QCOMPARE(narrow, (std::array<std::uint16_t, 4> {0, 65'535, 7, 300}));
    }

    void everyFlippedBitIsSeen()
    {
        const std::vector<std::vector<std::int64_t>> cases {
            {1, 2, 3, 250}, {9, 9, 9}, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 77'777'777'777}};
        for (const auto& values : cases) {
            const std::string sound = encodeChunk(values.data(), static_cast<Index>(values.size()));
            for (std::size_t bit = 0; bit < sound.size() * 8; ++bit) {
                std::string bytes = sound;
                bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
                QVERIFY2(!ChunkView::open(bytes), std::to_string(bit).c_str());
            }
        }
    }

    void chunksOfTheFirstVersionAreRead()
    {
        const std::vector<std::int64_t> packed {1'000, 1'001, 1'255};
        const std::vector<std::int64_t> sparse {7, -2, 7, 7, std::int64_t {1} << 40U};
        QCOMPARE(decoded(packedChunk().bytes()), packed);
        QCOMPARE(decoded(sparseChunk().bytes()), sparse);
        const RawChunk constant {.rows = 4, .base = -9};
        QCOMPARE(decoded(constant.bytes()), std::vector<std::int64_t>(4, -9));
        QVERIFY(ChunkView::open(constant.bytes())->isConstant());
        RawChunk outside = sparseChunk();
        outside.rows = 4;
        QVERIFY(!ChunkView::open(outside.bytes()));
    }

    void theSecondVersionNamesTheForm()
    {
        RawChunk sparse = sparseChunk();
        sparse.version = 2;
        QVERIFY(!ChunkView::open(sparse.bytes()));  // packed chunks have no exceptions
        sparse.form = 1;
        QCOMPARE(decoded(sparse.bytes()), decoded(sparseChunk().bytes()));
        // The same values are written as these bytes.
        RawChunk packed = packedChunk();
        packed.version = 2;
        const std::vector<std::int64_t> values {1'000, 1'001, 1'255};
        QVERIFY(encodeChunk(values.data(), 3) == packed.bytes());
    }

    void unknownVersionsAreRefused()
    {
        for (const int version : {0, 3, 4, 255}) {
            RawChunk packed = packedChunk();
            packed.version = static_cast<std::uint8_t>(version);
            QVERIFY(!ChunkView::open(packed.bytes()));
        }
    }

    void otherLengthsAreRefused()
    {
        const std::vector<std::int64_t> values {1, 2, 3, 250};
        const std::string sound = encodeChunk(values.data(), 4);
        for (std::size_t size = 0; size < sound.size(); ++size) {
            QVERIFY(!ChunkView::open(std::string_view(sound).substr(0, size)));
        }
        QVERIFY(!ChunkView::open(sound + '\0'));
        QVERIFY(!ChunkView::open({}));
    }
};

MEITRACE_TEST(TestChunkCodec)

#include "tst_chunkcodec.moc"
