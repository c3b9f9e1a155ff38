// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingasker.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator::test;

// How much a query may take: rows and bytes of its answer, time, and processing that all queries share. Calls per minute are
// counted at the front door, see server_frontdoor.cpp.
class HuntingQuotas : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tooManyRows();
    void tooManyBytes();
    void tooLong();
    void processingOfACycle();
    void readingByKeyIsCheap();
    void aLargeTenantIsNotCopied();
};

void HuntingQuotas::tooManyRows()
{
    TenantDriver driver(20, {{u"huntingRowLimit"_s, u"100"_s}});
    QCOMPARE(hunt(driver, u"EmailEvents | take 100"_s).rows.size(), 100);
    const HuntingReply refused = hunt(driver, u"EmailEvents | take 101"_s);
    QCOMPARE(refused.status, 400);
    QVERIFY(refused.message.startsWith(u"Query execution has exceeded the allowed result size."));
    QCOMPARE(hunt(driver, u"EmailEvents | count"_s).status, 200); // rows on the way do not count
    TenantDriver cutting(20, {{u"huntingRowLimit"_s, u"100"_s}, {u"huntingRowOverflow"_s, u"cut"_s}});
    QCOMPARE(hunt(cutting, u"EmailEvents"_s).rows.size(), 100);
}

void HuntingQuotas::tooManyBytes()
{
    TenantDriver driver(20, {{u"huntingSizeLimit"_s, u"20"_s}});
    QCOMPARE(hunt(driver, u"EmailEvents | take 10"_s).status, 200);
    const HuntingReply refused = hunt(driver, u"EmailEvents"_s);
    QCOMPARE(refused.status, 400);
    QVERIFY(refused.message.startsWith(u"Query execution has exceeded the allowed result size."));
}

void HuntingQuotas::tooLong()
{
    TenantDriver driver(20, {{u"huntingStepLimit"_s, u"3000"_s}});
    QCOMPARE(hunt(driver, u"EmailEvents | count"_s).status, 200);
    // each row of one with each row of the other
    const QString product = u"EmailEvents | extend k = 1 | join kind=inner (EmailEvents | extend k = 1) on k | count"_s;
    const HuntingReply refused = hunt(driver, product);
    QCOMPARE(refused.status, 504);
    QVERIFY(refused.message.contains(u"3 minutes"));
    QCOMPARE(hunt(driver, u"EmailEvents | count"_s).status, 200);
}

void HuntingQuotas::processingOfACycle()
{
    TenantDriver driver(20, {{u"huntingCpuQuota"_s, u"5"_s}, {u"arrivals"_s, u"off"_s}});
    driver.advance(60);
    const QString query = u"EmailEvents | take 2600 | count"_s;
    QCOMPARE(hunt(driver, query).status, 200);
    QCOMPARE(hunt(driver, query).status, 200);
    const HuntingReply refused = hunt(driver, u"AlertInfo | take 1"_s);
    QCOMPARE(refused.status, 429);
    QVERIFY(refused.message.contains(u"CPU"));
    QCOMPARE(refused.retryAfter, QByteArray("840")); // the cycle began a minute ago
    driver.advance(839);
    QCOMPARE(hunt(driver, query).retryAfter, QByteArray("1"));
    driver.advance(1);
    QCOMPARE(hunt(driver, query).status, 200);
    TenantDriver unlimited(20, {{u"huntingCpuQuota"_s, u"0"_s}});
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(hunt(unlimited, query).status, 200);
    }
}

// What a client does all day costs next to nothing, in whatever order it writes its conditions.
void HuntingQuotas::readingByKeyIsCheap()
{
    TenantDriver driver(20, {{u"huntingCpuQuota"_s, u"5"_s}, {u"arrivals"_s, u"off"_s}});
    const HuntingReply some = hunt(driver, u"EmailEvents | where UrlCount > 0 | take 1"_s);
    const QString id = some.cell(u"NetworkMessageId"_s).toString();
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(hunt(driver, u"EmailEvents | where Timestamp > ago(30d) | project Timestamp, NetworkMessageId, Subject | where Subject != '' | where NetworkMessageId in ('%1', 'x')"_s.arg(id)).status, 200);
        QCOMPARE(hunt(driver, u"let ids = dynamic(['%1']); EmailPostDeliveryEvents | where NetworkMessageId in~ (ids)"_s.arg(id)).status, 200);
        QCOMPARE(hunt(driver, u"EmailEvents | where NetworkMessageId == '%1' | join kind=leftouter (EmailUrlInfo | project NetworkMessageId, Url) on NetworkMessageId"_s.arg(id)).status, 200);
    }
}

void HuntingQuotas::aLargeTenantIsNotCopied()
{
    TenantDriver driver(20'000);
    QElapsedTimer timer;
    timer.start();
    const HuntingReply reply = hunt(driver, u"AlertEvidence | where Timestamp > ago(12h) and EntityType == 'MailMessage' | join kind=inner (EmailEvents) on NetworkMessageId | take 50"_s);
    QVERIFY2(reply.status == 200, qPrintable(reply.message));
    QVERIFY(reply.rows.size() > 5);
    qInfo("%lld ms for a join over 20,000 incidents", timer.elapsed());
}

CASEMATE_TEST(HuntingQuotas)
#include "hunting_quotas.moc"
