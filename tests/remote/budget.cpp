// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/budget.h"

#include "support/handclock.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using casemate::test::HandClock;
using remote::Bucket;
using remote::Lane;

class Budget final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMinuteHoldsTheLimit();
    void aPullLeavesRoomForAPerson();
    void foregroundGoesFirst();
    void huntingRunsOneAtATime();
    void huntingIsLimitedByTheMinute();
    void aPauseHoldsItsBucketOnly();
    void aLongerPauseIsNotShortened();
    void whoeverIsGoneIsNotServed();
    void theStateIsTold();
    void newLimitsHoldAtOnce();

private:
    // Lets queued calls run.
    static void settle() { QCoreApplication::sendPostedEvents(); }
};

void Budget::aMinuteHoldsTheLimit()
{
    HandClock clock;
    remote::Budget budget(clock);
    int gone = 0;
    for (int i = 0; i < 250; ++i)
        budget.admit(Bucket::Security, Lane::Foreground, this, [&] { ++gone; });
    QCOMPARE(gone, 0); // never within the call
    settle();
    QCOMPARE(gone, 100);
    clock.advance(59s);
    QCOMPARE(gone, 100);
    clock.advance(1s);
    QCOMPARE(gone, 200);
    clock.advance(60s);
    QCOMPARE(gone, 250);
}

void Budget::aPullLeavesRoomForAPerson()
{
    HandClock clock;
    remote::Budget budget(clock);
    int pulled = 0;
    int asked = 0;
    for (int i = 0; i < 200; ++i)
        budget.admit(Bucket::Security, Lane::Sync, this, [&] { ++pulled; });
    settle();
    QCOMPARE(pulled, 80);
    for (int i = 0; i < 30; ++i)
        budget.admit(Bucket::Security, Lane::Foreground, this, [&] { ++asked; });
    settle();
    QCOMPARE(asked, 20);
    QCOMPARE(pulled, 80);
}

void Budget::foregroundGoesFirst()
{
    HandClock clock;
    remote::Budget budget(clock, {.security = 1, .sync = 1, .hunting = 1});
    QStringList order;
    budget.admit(Bucket::Security, Lane::Sync, this, [&] { order << QStringLiteral("first"); });
    settle();
    for (int i = 0; i < 3; ++i)
        budget.admit(Bucket::Security, Lane::Sync, this, [&] { order << QStringLiteral("sync"); });
    budget.admit(Bucket::Security, Lane::Foreground, this, [&] { order << QStringLiteral("person"); });
    settle();
    clock.advance(120s);
    QCOMPARE(order, QStringList({QStringLiteral("first"), QStringLiteral("person"), QStringLiteral("sync")}));
}

void Budget::huntingRunsOneAtATime()
{
    HandClock clock;
    remote::Budget budget(clock);
    int gone = 0;
    for (int i = 0; i < 3; ++i)
        budget.admit(Bucket::Hunting, Lane::Foreground, this, [&] { ++gone; });
    settle();
    QCOMPARE(gone, 1);
    clock.advance(300s);
    QCOMPARE(gone, 1);
    budget.finished(Bucket::Hunting);
    settle();
    QCOMPARE(gone, 2);
}

void Budget::huntingIsLimitedByTheMinute()
{
    HandClock clock;
    remote::Budget budget(clock);
    int gone = 0;
    for (int i = 0; i < 100; ++i) {
        budget.admit(Bucket::Hunting, Lane::Foreground, this, [&] {
            ++gone;
            budget.finished(Bucket::Hunting);
        });
    }
    for (int i = 0; i < 100; ++i)
        settle();
    QCOMPARE(gone, 30);
}

void Budget::aPauseHoldsItsBucketOnly()
{
    HandClock clock;
    remote::Budget budget(clock);
    int hunted = 0;
    int asked = 0;
    budget.pause(Bucket::Security, 20s);
    budget.admit(Bucket::Security, Lane::Foreground, this, [&] { ++asked; });
    budget.admit(Bucket::Hunting, Lane::Foreground, this, [&] { ++hunted; });
    settle();
    QCOMPARE(hunted, 1);
    QCOMPARE(asked, 0);
    clock.advance(19999ms);
    QCOMPARE(asked, 0);
    clock.advance(1ms);
    QCOMPARE(asked, 1);
}

void Budget::aLongerPauseIsNotShortened()
{
    HandClock clock;
    remote::Budget budget(clock);
    int asked = 0;
    budget.pause(Bucket::Security, 60s);
    budget.pause(Bucket::Security, 1s);
    budget.admit(Bucket::Security, Lane::Foreground, this, [&] { ++asked; });
    settle();
    clock.advance(59s);
    QCOMPARE(asked, 0);
    clock.advance(1s);
    QCOMPARE(asked, 1);
}

void Budget::whoeverIsGoneIsNotServed()
{
    HandClock clock;
    remote::Budget budget(clock, {.security = 1, .sync = 1, .hunting = 1});
    int gone = 0;
    auto asker = std::make_unique<QObject>();
    budget.admit(Bucket::Security, Lane::Foreground, asker.get(), [&] { ++gone; });
    asker.reset();
    bool served = false;
    budget.admit(Bucket::Security, Lane::Sync, this, [&] { served = true; });
    settle();
    QCOMPARE(gone, 0);
    QVERIFY(served); // and the dead one has used up nothing
}

void Budget::theStateIsTold()
{
    HandClock clock;
    remote::Budget budget(clock);
    QSignalSpy spy(&budget, &remote::Budget::changed);
    budget.admit(Bucket::Security, Lane::Sync, this, [] {});
    settle();
    QCOMPARE(spy.size(), 1);
    QCOMPARE(budget.state().used, 1);
    QCOMPARE(budget.state().limit, 100);
    QVERIFY(!budget.state().pausedUntil);
    budget.pause(Bucket::Security, 30s);
    QCOMPARE(spy.size(), 2);
    QCOMPARE(budget.state().pausedUntil, std::optional(clock.now().plusSeconds(30)));
    clock.advance(60s);
    QVERIFY(spy.size() > 2);
    QCOMPARE(budget.state().used, 0);
    QVERIFY(!budget.state().pausedUntil);
}

void Budget::newLimitsHoldAtOnce()
{
    HandClock clock;
    remote::Budget budget(clock);
    int gone = 0;
    for (int i = 0; i < 200; ++i)
        budget.admit(Bucket::Security, Lane::Foreground, this, [&] { ++gone; });
    settle();
    QCOMPARE(gone, 100);
    budget.setLimits({.security = 120, .sync = 96, .hunting = 30});
    QCOMPARE(gone, 120);
    QCOMPARE(budget.state().limit, 120);
    budget.setLimits({.security = 10, .sync = 8, .hunting = 30});
    clock.advance(60s);
    settle();
    QCOMPARE(gone, 130);
}

CASEMATE_TEST(Budget)
#include "budget.moc"
