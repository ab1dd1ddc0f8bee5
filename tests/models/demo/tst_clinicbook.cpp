// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/calendar.h"
#include "models/demo/clinicbook.h"
#include "models/demo/cliniccalendar.h"
#include "models/demo/sheet.h"
#include "models/domain/kind.h"
#include "models/resources/resourcetable.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <set>

using namespace meitrace;
using namespace meitrace::demo;

class TestClinicBook : public QObject {
    Q_OBJECT

private slots:
    void sharesAreWhole()
    {
        const ClinicBook& book = ClinicBook::get();
        int personas = 0;
        for (const Persona& persona : book.personas) {
            personas += persona.share;
            QCOMPARE(persona.items.size(), persona.weights.size());
            QVERIFY(!persona.items.empty());
        }
        int channels = 0;
        for (const SourceChannel& channel : book.channels) {
            channels += channel.share;
            QCOMPARE(channel.affinity.size(), book.personas.size());
        }
        QCOMPARE(personas, 1000);
        QCOMPARE(channels, 1000);
        QCOMPARE(book.personas.size(), std::size_t {7});
        QCOMPARE(book.channels.size(), std::size_t {12});
    }

    void itemsKnowPriceAndRhythm()
    {
        const ClinicBook& book = ClinicBook::get();
        const Item& light = book.items[static_cast<std::size_t>(book.item("IPL-M22"))];
        QCOMPARE(light.typical, Fen {98'000});
        QCOMPARE(light.stepTypical, 35);
        QCOMPARE(light.againTypical, 90);
        QCOMPARE(light.courseSessions, 5);
        QVERIFY(light.lightPulse);
        QCOMPARE(book.item("PKG-IPL5"), -1);  // packages are sold as courses of their items
        QVERIFY(book.items[static_cast<std::size_t>(book.item("SKU-SPF"))].product);
    }

    /// The importer must recognise every column without a mapping file.
    void everyHeaderIsASynonymOfItsField()
    {
        const ResourceTable synonyms("domain/header_synonyms.csv");
        std::set<std::string> known;
        for (std::size_t r = 0; r < synonyms.rows(); ++r) {
            known.insert(synonyms.text(r, "source_kind") + "/" + synonyms.text(r, "canonical_field") + "/"
                         + synonyms.text(r, "synonym"));
        }
        const ResourceTable layouts("demo/layouts.csv");
        std::set<std::string> kindsSeen;
        for (std::size_t r = 0; r < layouts.rows(); ++r) {
            const Layout& layout = layoutOf(layouts.text(r, "layout"));
            if (layout.kind.empty()) {
                continue;
            }
            kindsSeen.insert(layout.kind);
            const KindSpec* kind = kindByCode(layout.kind);
            QVERIFY2(kind != nullptr, layout.kind.c_str());
            const std::string& field = layouts.text(r, "field");
            std::string header = layouts.text(r, "header");
            header = header.substr(0, header.find('('));  // what stands in brackets says no more
            const std::string entry = layout.kind + "/" + field + "/" + header;
            // Real files have such columns, too.
            const bool ignored = field == "remark" || field == "template" || field.rfind("seller", 0) == 0;
            const bool isQuestion = header.find("、") != std::string::npos;  // known by the words in it
            QVERIFY2(ignored || isQuestion || known.count(entry) == 1, entry.c_str());
            QVERIFY2(ignored || fieldIndex(*kind, field) >= 0, entry.c_str());
        }
        QVERIFY(kindsSeen.size() >= 10);
    }

    void headersOfOneFileAreDifferent()
    {
        const ResourceTable layouts("demo/layouts.csv");
        for (std::size_t r = 0; r < layouts.rows(); ++r) {
            const Layout& layout = layoutOf(layouts.text(r, "layout"));
            const std::size_t twice = layout.kind == "youzan_order" ? 1 : 0;  // as the shop writes it
            QCOMPARE(std::set<std::string>(layout.headers.begin(), layout.headers.end()).size() + twice,
                     layout.headers.size());
            QCOMPARE(std::set<std::string>(layout.fields.begin(), layout.fields.end()).size(),
                     layout.fields.size());
        }
    }

    void quirksNameColumnsThatExist()
    {
        const ResourceTable quirks("demo/quirks.csv");
        QVERIFY(quirks.rows() > 80);
        for (std::size_t r = 0; r < quirks.rows(); ++r) {
            const std::vector<std::string>& fields = layoutOf(quirks.text(r, "layout")).fields;
            for (const char* column : {"field", "key", "needs"}) {
                const std::string& name = quirks.text(r, column);
                QVERIFY2(name.empty() || std::find(fields.begin(), fields.end(), name) != fields.end(),
                         name.c_str());
            }
        }
    }

    void theClinicRestsAroundLunarNewYear()
    {
        const ClinicCalendar& calendar = ClinicCalendar::get();
        QCOMPARE(isoDate(calendar.firstDay()), std::string("2023-07-01"));
        QCOMPARE(isoDate(calendar.asOf()), std::string("2026-06-30"));
        int closed = 0;
        for (Day day = calendar.firstDay(); day <= calendar.asOf(); ++day) {
            closed += calendar.isOpen(day) ? 0 : 1;
        }
        QCOMPARE(closed, 21);
        QVERIFY(!calendar.isOpen(dayFromCivil(2024, 2, 10)));
        QVERIFY(calendar.promotion(dayFromCivil(2025, 11, 11)) == "双11");
        QVERIFY(calendar.promotion(dayFromCivil(2025, 11, 12)).empty());
    }

    void chosenDaysAreOpenAndNear()
    {
        const ClinicCalendar& calendar = ClinicCalendar::get();
        Draw draw(1, 1, Purpose::World);
        for (int i = 0; i < 5'000; ++i) {
            const Day target = calendar.firstDay() + draw.between(0, 1000);
            const Day day = calendar.openDayNear(draw, target, target - 1);
            QVERIFY(calendar.isOpen(day));
            QVERIFY(day >= target - 1 && day <= target + 12);
        }
    }
};

MEITRACE_TEST(TestClinicBook)
#include "tst_clinicbook.moc"
