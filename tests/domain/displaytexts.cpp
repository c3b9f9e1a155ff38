// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/displaytext.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

QString fromCodePoint(char32_t c)
{
    return QStringView(QChar::fromUcs4(c)).toString(); // QString::fromUcs4 drops a U+FEFF
}

// What must never reach a screen. LineFeed and isolates are ours in displayLines() and display().
bool isHarmful(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_Surrogate
        || category == QChar::Other_PrivateUse || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph;
}

QString withoutIsolates(QString text)
{
    return text.mid(1, text.size() - 2);
}

} // namespace

class DisplayTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hiddenCharactersBecomeMarks_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("shown");
        const auto code = [](char32_t c) {
            QTest::addRow("U+%04X", uint(c)) << u'a' + fromCodePoint(c)
                    + u'b' << u"a<U+%1>b"_s.arg(QString::number(uint(c), 16).toUpper().rightJustified(4, u'0'));
        };
        for (char32_t c = 0; c < 0x20; ++c)
            code(c);
        for (char32_t c = 0x7F; c <= 0x9F; ++c)
            code(c);
        for (const char32_t c :
             {0x00AD,  0x034F,  0x061C,  0x115F,  0x1160,  0x17B4,  0x180E,   0x200B, 0x200C, 0x200D, 0x200E,
              0x200F,  0x2028,  0x2029,  0x202A,  0x202B,  0x202C,  0x202D,   0x202E, 0x2060, 0x2061, 0x2062,
              0x2063,  0x2064,  0x2066,  0x2067,  0x2068,  0x2069,  0x206A,   0x206F, 0x2800, 0x3164, 0xFE00,
              0xFE0F,  0xFEFF,  0xFFA0,  0xFFF9,  0xFFFB,  0xFFFE,  0xFFFF,   0xE000, 0xF8FF, 0xFDD0, 0x1D173,
              0xE0001, 0xE0020, 0xE0041, 0xE007F, 0xE0100, 0xF0000, 0x10FFFD, 0x1FFFE})
            code(c);
        QTest::newRow("lone high") << QString(u'a' + QString(QChar(0xD83D)) + u'b') << u"a<U+D83D>b"_s;
        QTest::newRow("lone low") << QString(u'a' + QString(QChar(0xDE00)) + u'b') << u"a<U+DE00>b"_s;
        QTest::newRow("halves swapped") << QString(QString(QChar(0xDE00)) + QChar(0xD83D)) << u"<U+DE00><U+D83D>"_s;
        QTest::newRow("high at the end") << QString(u'a' + QString(QChar(0xD83D))) << u"a<U+D83D>"_s;
        QTest::newRow("file name turned round")
            << QString(u"invoice"_s + QChar(0x202E) + u"fdp.exe"_s) << u"invoice<U+202E>fdp.exe"_s;
        QTest::newRow("mark in front") << QString(QString(QChar(0x0301)) + u'a') << u"<U+0301>a"_s;
        QTest::newRow("mark on a mark of ours")
            << QString(QString(QChar(0x200B)) + QChar(0x0301)) << u"<U+200B><U+0301>"_s;
    }
    void hiddenCharactersBecomeMarks()
    {
        QFETCH(QString, raw);
        QFETCH(QString, shown);
        QCOMPARE(displayPlain(Untrusted(raw)), shown);
        QCOMPARE(display(Untrusted(raw)), QChar(0x2068) + shown + QChar(0x2069));
    }

    void ordinaryTextStays_data()
    {
        QTest::addColumn<QString>("raw");
        for (const QString &raw :
             {u"Re: your invoice <b>&amp;</b> 100 %"_s, u"Grüße aus Köln"_s, u"Привет"_s, u"مرحبا"_s, u"שלום"_s,
              u"日本語 テスト"_s, u"👍 🇩🇪"_s, u"⚠️ warning"_s, u"हिन्दी"_s, u"Tiếng Việt"_s, u"a\u0301"_s})
            QTest::newRow(qPrintable(raw)) << raw;
    }
    void ordinaryTextStays()
    {
        QFETCH(QString, raw);
        QCOMPARE(displayPlain(Untrusted(raw)), raw);
        QCOMPARE(displayLines(Untrusted(raw)), raw);
    }

    void combiningMarksAreCapped()
    {
        const QString tower = u'a' + QString(5'000, QChar(0x0301)) + u'b';
        QCOMPARE(displayPlain(Untrusted(tower)), QString(u'a' + QString(8, QChar(0x0301)) + u"<+4992>b"_s));
        QCOMPARE(displayPlain(Untrusted(tower.chopped(1))), QString(u'a' + QString(8, QChar(0x0301)) + u"<+4992>"_s));
        const QString eight = u'a' + QString(8, QChar(0x0301));
        QCOMPARE(displayPlain(Untrusted(eight)), eight);
    }

    void lengthIsCapped_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<int>("cap");
        QTest::addColumn<QString>("shown");
        QTest::newRow("exactly") << u"abcd"_s << 4 << u"abcd"_s;
        QTest::newRow("one more") << u"abcde"_s << 4 << u"abcd…"_s;
        QTest::newRow("no half pair") << u"abc😀"_s << 4 << u"abc…"_s;
        QTest::newRow("no half mark") << QString(u"ab"_s + QChar(0x202E)) << 6 << u"ab…"_s;
        QTest::newRow("nothing after what did not fit") << QString(u"ab"_s + QChar(0x202E) + u"cd"_s) << 6 << u"ab…"_s;
        QTest::newRow("empty") << QString() << 4 << QString();
    }
    void lengthIsCapped()
    {
        QFETCH(QString, raw);
        QFETCH(int, cap);
        QFETCH(QString, shown);
        QCOMPARE(displayPlain(Untrusted(raw), cap), shown);
    }

    void aMegabyteIsCutAtTheCellCap()
    {
        const QString shown = display(Untrusted(QString(1'000'000, u'x')));
        QCOMPARE(shown.size(), cellCap + 3); // two isolates and the ellipsis
        QCOMPARE(display(Untrusted()), QString());
    }

    void linesStayLines()
    {
        QCOMPARE(displayLines(Untrusted(u"a\r\nb\nc\rd\te"_s)), u"a\nb\nc\nd    e"_s);
        QCOMPARE(displayLines(Untrusted(u"a\r\n\r\nb"_s)), u"a\n\nb"_s);
        QCOMPARE(displayLines(Untrusted(QString(u"a"_s + QChar(0x2028) + QChar(0x0B)))), u"a<U+2028><U+000B>"_s);
        QCOMPARE(displayLines(Untrusted(QString(u"a\n"_s + QChar(0x0301)))), u"a\n<U+0301>"_s);
        QCOMPARE(displayPlain(Untrusted(u"a\nb"_s)), u"a<U+000A>b"_s);
    }

    void longLinesAreBroken()
    {
        const QStringList lines =
            displayLines(Untrusted(QString(2'500, u'x') + u'\n' + QString(10, u'y'))).split(u'\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.at(0).size(), 1'000);
        QCOMPARE(lines.at(2).size(), 500);
        QCOMPARE(lines.at(3), QString(10, u'y'));
        const QString cut = displayLines(Untrusted(QString(1'000'000, u'x')));
        QVERIFY(cut.size() <= viewerCap + viewerCap / 1'000 + 1);
        QVERIFY(cut.endsWith(u'…'));
    }

    void noRandomTextGetsThrough()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 3'000; ++round) {
            QString raw;
            for (int i = random.bounded(40); i > 0;
                 --i) // any unit at all, halves of pairs included; often the nasty block
                raw +=
                    QChar(char16_t(random.bounded(3) == 0 ? 0x2000 + random.bounded(0x70) : random.bounded(0x10000)));
            const QString plain = displayPlain(Untrusted(raw));
            const QList<uint> shown = plain.toUcs4();
            QVERIFY(std::none_of(shown.begin(), shown.end(), [](uint c) { return isHarmful(c); }));
            const QString isolated = display(Untrusted(raw));
            if (!raw.isEmpty()) {
                QCOMPARE(isolated.front(), QChar(0x2068));
                QCOMPARE(isolated.back(), QChar(0x2069));
                QCOMPARE(withoutIsolates(isolated), plain);
            }
        }
    }
};

CASEMATE_TEST(DisplayTexts)
#include "displaytexts.moc"
