// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/packing.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace store;

class Packings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesComeBack_data();
    void bytesComeBack();
    void whatWasNotPackedIsRefused_data();
    void whatWasNotPackedIsRefused();
    void jsonGetsSmaller();
};

void Packings::bytesComeBack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("one") << QByteArray("x");
    QTest::newRow("zeros") << QByteArray(100'000, '\0');
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\x00\xd8{\x80", 6);
    QByteArray noise(5'000, '\0');
    QRandomGenerator random(7);
    for (char &c : noise)
        c = char(random.bounded(256));
    QTest::newRow("cannot be deflated") << noise;
}

void Packings::bytesComeBack()
{
    QFETCH(const QByteArray, bytes);
    const QByteArray small = packed(bytes);
    QVERIFY(small.size() <= bytes.size() + 5);
    QCOMPARE(unpacked(small), std::optional(bytes));
}

void Packings::whatWasNotPackedIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = packed(QByteArray(1000, 'x'));
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("head only") << good.left(5);
    QTest::newRow("cut") << good.chopped(1);
    QTest::newRow("other packing") << QByteArray('\x02' + good.mid(1));
    QTest::newRow("wrong length") << QByteArray(good.left(4) + '\x07' + good.mid(5));
    QTest::newRow("wish for memory") << QByteArray("\x01\xff\xff\xff\xff" + good.mid(5));
    QTest::newRow("plain, too short") << QByteArray("\x00\x00\x00\x00\x05wxyz", 9);
}

void Packings::whatWasNotPackedIsRefused()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(!unpacked(bytes));
}

void Packings::jsonGetsSmaller()
{
    QByteArray json;
    for (int i = 0; i < 50; ++i)
        json += "{\"@odata.type\":\"#microsoft.graph.security.analyzedMessageEvidence\",\"n\":" + QByteArray::number(i) + "}";
    QVERIFY(packed(json).size() < json.size() / 5);
}

CASEMATE_TEST(Packings)
#include "packings.moc"
