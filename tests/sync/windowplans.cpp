// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/windowplan.h"

#include "sync/passbook.h"

#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace casemate::sync;
using domain::Moment;
using domain::TimeWindow;
using Windows = QList<TimeWindow>;

namespace {

Moment at(qint64 seconds)
{
    return Moment::fromMsecs(1'780'000'000'000).plusSeconds(seconds);
}

TimeWindow span(qint64 from, qint64 to)
{
    return {at(from), at(to)};
}

TimeWindow future(qint64 from)
{
    return {at(from), endOfTime};
}

constexpr qint64 halfYear = 180 * 24 * 3600;
constexpr qint64 tenMinutes = 600;

} // namespace

Q_DECLARE_METATYPE(domain::TimeWindow)

class WindowPlans final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endOfTimeIsTheLastSecondOfTheCalendar();
    void aPullPlansFromWhatIsOpen_data();
    void aPullPlansFromWhatIsOpen();
    void aClockThatWentBackStartsOver();
    void theNewestWindowComesFirst();
    void aWindowIsHalvedUntilItIsTooShort();
    void theWatermarkFollowsTheOldestGap_data();
    void theWatermarkFollowsTheOldestGap();
    void aReadingIsJudged_data();
    void aReadingIsJudged();
    void aReadingThatBrokeOffProvesNothing();
    void aRowThatLeftBetweenTwoReadingsMakesThemDiffer();
};

void WindowPlans::endOfTimeIsTheLastSecondOfTheCalendar()
{
    QCOMPARE(endOfTime.wire(), u"9999-12-31T23:59:59.0000000Z"_s);
}

void WindowPlans::aPullPlansFromWhatIsOpen_data()
{
    QTest::addColumn<bool>("hasWatermark");
    QTest::addColumn<qint64>("watermark");
    QTest::addColumn<Windows>("open");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<Windows>("expected");

    const Windows none;
    QTest::newRow("first sync: half a year back") << false << qint64(0) << none << qint64(0)
                                                  << Windows {span(-halfYear, 0), future(0)};
    QTest::newRow("everything drained: the overlap and what is new")
        << true << qint64(0) << Windows {future(0)} << qint64(60) << Windows {span(-tenMinutes, 60), future(60)};
    QTest::newRow("a watermark without windows") << true << qint64(0) << none << qint64(60)
                                                 << Windows {span(-tenMinutes, 60), future(60)};
    QTest::newRow("first sync broke off: old windows stay, the tail comes on top")
        << false << qint64(0) << Windows {span(-5000, -4000), span(-4000, -3000), future(0)} << qint64(60)
        << Windows {span(-5000, -4000), span(-4000, -3000), span(-tenMinutes, 60), future(60)};
    QTest::newRow("the tail of last time was not read: one window of both")
        << true << qint64(-60) << Windows {span(-660, 0), future(0)} << qint64(60)
        << Windows {span(-660, 60), future(60)};
    QTest::newRow("no time has passed: the overlap is read again")
        << true << qint64(0) << Windows {future(0)} << qint64(0) << Windows {span(-tenMinutes, 0), future(0)};
    QTest::newRow("the server's clock stepped back a little: what was drained stays drained")
        << true << qint64(0) << Windows {future(0)} << qint64(-30) << Windows {span(-tenMinutes, 0), future(0)};
}

void WindowPlans::aPullPlansFromWhatIsOpen()
{
    QFETCH(bool, hasWatermark);
    QFETCH(qint64, watermark);
    QFETCH(Windows, open);
    QFETCH(qint64, now);
    QFETCH(Windows, expected);

    store::FeedState state;
    if (hasWatermark)
        state.watermark = at(watermark);
    state.open = open;
    const PullPlan plan = planPull(state, at(now), {});
    QVERIFY(!plan.startOver);
    QCOMPARE(plan.open, expected);
}

void WindowPlans::aClockThatWentBackStartsOver()
{
    store::FeedState state;
    state.watermark = at(0);
    state.open = {future(0)};
    const PullPlan plan = planPull(state, at(-2 * 3600), {});
    QVERIFY(plan.startOver);
    QCOMPARE(plan.open, (Windows {{at(-2 * 3600 - halfYear), at(-2 * 3600)}, future(-2 * 3600)}));
}

void WindowPlans::theNewestWindowComesFirst()
{
    const Windows open {span(0, 10), span(10, 20), span(30, 40), future(40)};
    QCOMPARE(nextWindow(open, at(40), {}), std::optional(span(30, 40)));
    QCOMPARE(nextWindow(open, at(40), {span(30, 40)}), std::optional(span(10, 20)));
    QCOMPARE(nextWindow({future(40)}, at(40), {}), std::nullopt);
}

void WindowPlans::aWindowIsHalvedUntilItIsTooShort()
{
    const Windows open {span(0, 10), span(10, 20), future(20)};
    QCOMPARE(halved(open, span(10, 20)), std::optional(Windows {span(0, 10), span(10, 15), span(15, 20), future(20)}));
    QCOMPARE(halved(open, span(5, 20)), std::nullopt); // not one of them
    QCOMPARE(halved({span(0, 10)}, span(0, 10), at(9)), std::optional(Windows {span(0, 9), span(9, 10)}));
    QCOMPARE(halved({span(0, 10)}, span(0, 10), at(10)), std::optional(Windows {span(0, 5), span(5, 10)})); // not within
    TimeWindow window = span(0, 10);
    int halvings = 0;
    while (const auto parts = halved({window}, window)) {
        QCOMPARE(parts->first().from, window.from);
        QCOMPARE(parts->first().to, parts->last().from);
        QCOMPARE(parts->last().to, window.to);
        window = parts->first();
        QVERIFY(++halvings < 30);
    }
    QVERIFY(window.to.ticks - window.from.ticks < 2 * shortestWindowTicks);
    QCOMPARE(halvings, 26); // 10 s down to one tick
}

void WindowPlans::theWatermarkFollowsTheOldestGap_data()
{
    QTest::addColumn<bool>("hasWatermark");
    QTest::addColumn<Windows>("open");
    QTest::addColumn<TimeWindow>("drained");
    QTest::addColumn<bool>("moves");
    QTest::addColumn<qint64>("expected");

    QTest::newRow("first sync, windows left: none yet")
        << false << Windows {span(-300, -200), span(-200, 0), future(0)} << span(-200, 0) << false << qint64(0);
    QTest::newRow("first sync, the last window")
        << false << Windows {span(-300, -200), future(0)} << span(-300, -200) << true << qint64(0);
    QTest::newRow("poll") << true << Windows {span(-600, 60), future(60)} << span(-600, 60) << true << qint64(60);
    QTest::newRow("half of a poll, the newer one: stays")
        << true << Windows {span(-600, 30), span(30, 60), future(60)} << span(30, 60) << true << qint64(0);
    QTest::newRow("half of a poll, the older one: up to the gap")
        << true << Windows {span(-600, 30), span(30, 60), future(60)} << span(-600, 30) << true << qint64(30);
}

void WindowPlans::theWatermarkFollowsTheOldestGap()
{
    QFETCH(bool, hasWatermark);
    QFETCH(Windows, open);
    QFETCH(TimeWindow, drained);
    QFETCH(bool, moves);
    QFETCH(qint64, expected);

    store::FeedState state;
    state.open = open;
    if (hasWatermark)
        state.watermark = at(0);
    const auto watermark = watermarkAfter(state, drained);
    QCOMPARE(watermark.has_value(), moves);
    if (moves)
        QCOMPARE(*watermark, at(expected));
}

namespace {

struct Page {
    QStringList ids;
    int count = -1; // absent
    bool hasNext = false;
    bool incomplete = false;
};
using Pass = QList<Page>;

PageSeen seen(const Page &page)
{
    PageSeen result;
    for (const QString &id : page.ids)
        result.items.append({id.section(u'@', 0, 0), at(id.section(u'@', 1).toInt())});
    if (page.count >= 0)
        result.count = page.count;
    result.hasNext = page.hasNext;
    result.incomplete = page.incomplete;
    return result;
}

Reading lastOf(PassBook &book, const Pass &pass)
{
    book.begin(span(0, 100));
    Reading reading = Reading::GoesOn;
    for (const Page &page : pass)
        reading = book.note(seen(page));
    return reading;
}

} // namespace

Q_DECLARE_METATYPE(QList<Pass>)
Q_DECLARE_METATYPE(Reading)

void WindowPlans::aReadingIsJudged_data()
{
    QTest::addColumn<QList<Pass>>("passes");
    QTest::addColumn<Reading>("expected");

    QTest::newRow("one page without a count") << QList<Pass> {{{{u"a"_s, u"b"_s}}}} << Reading::Complete;
    QTest::newRow("one empty page") << QList<Pass> {{{{}, 0}}} << Reading::Complete;
    QTest::newRow("a next link") << QList<Pass> {{{{u"a"_s}, 2, true}}} << Reading::GoesOn;
    QTest::newRow("as many as announced") << QList<Pass> {{{{u"a"_s}, 2, true}, {{u"b"_s}, 2}}} << Reading::Complete;
    QTest::newRow("empty page in the middle")
        << QList<Pass> {{{{u"a"_s}, 2, true}, {{}, 2, true}, {{u"b"_s}, 2}}} << Reading::Complete;
    QTest::newRow("one less: it may have slipped") << QList<Pass> {{{{u"a"_s}, 3, true}, {{u"b"_s}, 2}}} << Reading::Unsure;
    QTest::newRow("the same item twice does not make up for another")
        << QList<Pass> {{{{u"a"_s}, 2, true}, {{u"a"_s}, 2}}} << Reading::Unsure;
    QTest::newRow("pages without a count") << QList<Pass> {{{{u"a"_s}, -1, true}, {{u"b"_s}}}} << Reading::Unsure;
    QTest::newRow("pages without a count, twice the same")
        << QList<Pass> {{{{u"a"_s}, -1, true}, {{u"b"_s}}}, {{{u"a"_s}, -1, true}, {{u"b"_s}}}} << Reading::Complete;
    QTest::newRow("pages without a count, more the second time")
        << QList<Pass> {{{{u"a"_s}, -1, true}, {{u"b"_s}}}, {{{u"a"_s}, -1, true}, {{u"b"_s, u"c"_s}}}} << Reading::Complete;
    QTest::newRow("pages without a count, one gone the second time")
        << QList<Pass> {{{{u"a"_s}, -1, true}, {{u"b"_s}}}, {{{u"b"_s}, -1, true}, {{u"c"_s}}}} << Reading::Unsure;
    QTest::newRow("another stamp the second time")
        << QList<Pass> {{{{u"a@1"_s}, -1, true}, {{u"b"_s}}}, {{{u"a@2"_s}, -1, true}, {{u"b"_s}}}} << Reading::Unsure;
    QTest::newRow("one page, fewer than announced") << QList<Pass> {{{{u"a"_s}, 3}}} << Reading::Short;
    QTest::newRow("fewer than announced, twice the same")
        << QList<Pass> {{{{u"a"_s}, 3, true}, {{u"b"_s}}}, {{{u"a"_s}, 3, true}, {{u"b"_s}}}} << Reading::Short;
    QTest::newRow("a warning on the first page")
        << QList<Pass> {{{{u"a"_s}, 2, true, true}, {{u"b"_s}, 2}}} << Reading::Incomplete;
}

void WindowPlans::aReadingIsJudged()
{
    QFETCH(QList<Pass>, passes);
    QFETCH(Reading, expected);
    PassBook book;
    Reading reading = Reading::GoesOn;
    for (const Pass &pass : passes)
        reading = lastOf(book, pass);
    QCOMPARE(reading, expected);
}

void WindowPlans::aReadingThatBrokeOffProvesNothing()
{
    PassBook book;
    QCOMPARE(lastOf(book, {{{u"a"_s}, -1, true}}), Reading::GoesOn);
    QCOMPARE(lastOf(book, {{{u"a"_s}, -1, true}, {{u"b"_s}}}), Reading::Unsure);
}

// The rule behind comparing two readings: whoever slips past does so because a row that had been read has left.
void WindowPlans::aRowThatLeftBetweenTwoReadingsMakesThemDiffer()
{
    // a b | c d: after the first page `a` leaves, so `c` moves up and is skipped
    PassBook book;
    QCOMPARE(lastOf(book, {{{u"a"_s, u"b"_s}, -1, true}, {{u"d"_s}}}), Reading::Unsure);
    // b c | d: `a` is missing, so the first reading is not believed
    QCOMPARE(lastOf(book, {{{u"b"_s, u"c"_s}, -1, true}, {{u"d"_s}}}), Reading::Unsure);
    QCOMPARE(lastOf(book, {{{u"b"_s, u"c"_s}, -1, true}, {{u"d"_s}}}), Reading::Complete);
    QCOMPARE(book.seen(), 3);
}

CASEMATE_TEST(WindowPlans)
#include "windowplans.moc"
