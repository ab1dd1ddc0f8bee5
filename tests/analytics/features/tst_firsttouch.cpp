// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/features/firsttouch.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;

namespace {

constexpr Day kStart = 20'000;

SnapshotBuilder::Event eventOn(int day, const char* type, const char* channel)
{
    SnapshotBuilder::Event event;
    event.time = (kStart + day) * kDayMillis;
    event.type = type;
    if (channel[0] != '\0') {
        event.texts[EventField::Channel] = channel;
    }
    return event;
}

std::string touchOf(const Snapshot& snapshot, Index customer, Day asOf = kMissingDay)
{
    Job job(1);
    const auto touch = firstTouch(snapshot, asOf, job);
    return touch ? std::string((*touch)->texts.text((*touch)->code[customer])) : "failed";
}

}  // namespace

class TestFirstTouch : public QObject {
    Q_OBJECT

private slots:
    void theFirstOwnEventWithAChannelDecides()
    {
        SnapshotBuilder builder;
        const Index ann = builder.addCustomer();
        builder.addEvent(ann, eventOn(0, "page_view", ""));
        builder.addEvent(ann, eventOn(1, "lead", "xhs_org"));
        builder.addEvent(ann, eventOn(2, "lead", "mt_dp"));
        builder.setText(ann, "source", "walkin");
        QCOMPARE(touchOf(*builder.build(), ann), std::string("xhs_org"));
    }

    void messagesToHerAndConsentsDoNotCount()
    {
        SnapshotBuilder builder;
        const Index ann = builder.addCustomer();
        builder.addEvent(ann, eventOn(0, "touch_sent", "sms"));
        builder.addEvent(ann, eventOn(1, "consent_given", "wechat"));
        builder.addEvent(ann, eventOn(2, "page_view", "dy_ads"));
        QCOMPARE(touchOf(*builder.build(), ann), std::string("dy_ads"));
    }

    void withoutSuchAnEventTheSourceSaysIt()
    {
        SnapshotBuilder builder;
        const Index ann = builder.addCustomer();
        builder.addEvent(ann, eventOn(0, "touch_sent", "sms"));
        builder.setText(ann, "source", "walkin");
        const Index ben = builder.addCustomer();
        builder.addEvent(ben, eventOn(0, "treat", ""));
        const SnapshotPtr snapshot = builder.build();
        QCOMPARE(touchOf(*snapshot, ann), std::string("walkin"));
        QCOMPARE(touchOf(*snapshot, ben), std::string());
    }

    void nothingAfterTheAsOfDayIsSeen()
    {
        SnapshotBuilder builder;
        const Index ann = builder.addCustomer();
        builder.addEvent(ann, eventOn(5, "lead", "xhs_org"));
        builder.setText(ann, "source", "walkin");
        const SnapshotPtr snapshot = builder.build();
        QCOMPARE(touchOf(*snapshot, ann, kStart + 4), std::string("walkin"));
        QCOMPARE(touchOf(*snapshot, ann, kStart + 5), std::string("xhs_org"));
    }

    void typesOfTheClinicsOwnAreHerOwnDoing()
    {
        SnapshotBuilder builder;
        const Index ann = builder.addCustomer();
        builder.addEvent(ann, eventOn(0, "open_day", "event_offline"));
        builder.addEvent(ann, eventOn(1, "lead", "xhs_org"));
        QCOMPARE(touchOf(*builder.build(), ann), std::string("event_offline"));
    }
};

MEITRACE_TEST(TestFirstTouch)
#include "tst_firsttouch.moc"
