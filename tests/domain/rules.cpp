// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/samples.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

class Rules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgementsArePairs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("wrongPart");
        const auto good = [](const QString &text) {
            QTest::newRow(qPrintable(text)) << text << text << QString() << QString();
        };
        for (const QString &determination :
             {u"multiStagedAttack"_s, u"maliciousUserActivity"_s, u"compromisedAccount"_s, u"malware"_s, u"phishing"_s,
              u"unwantedSoftware"_s, u"other"_s})
            good(u"truePositive/"_s + determination);
        for (const QString &determination :
             {u"securityTesting"_s, u"lineOfBusinessApplication"_s, u"confirmedActivity"_s, u"other"_s})
            good(u"informationalExpectedActivity/"_s + determination);
        for (const QString &determination : {u"notMalicious"_s, u"notEnoughDataToValidate"_s, u"other"_s})
            good(u"falsePositive/"_s + determination);
        QTest::newRow("case, blanks, older word")
            << u" TruePositive / CompromisedUser "_s << u"truePositive/compromisedAccount"_s << QString() << QString();
        const auto bad = [](const QString &text, const QString &code, const QString &part) {
            QTest::newRow(qPrintable(u"bad: "_s + text)) << text << QString() << code << part;
        };
        bad(u""_s, u"badClassification"_s, u""_s);
        bad(u"phishing"_s, u"badClassification"_s, u"phishing"_s);
        bad(u"unknown/unknown"_s, u"badClassification"_s, u"unknown"_s);
        bad(u"truePositiv/phishing"_s, u"badClassification"_s, u"truePositiv"_s);
        bad(u"truePositive"_s, u"badDetermination"_s, u""_s);
        bad(u"truePositive/"_s, u"badDetermination"_s, u""_s);
        bad(u"truePositive/notMalicious"_s, u"badDetermination"_s, u"notMalicious"_s);
        bad(u"falsePositive/phishing"_s, u"badDetermination"_s, u"phishing"_s);
        bad(u"truePositive/nonsense"_s, u"badDetermination"_s, u"nonsense"_s); // not the same as other
        bad(u"truePositive/apt"_s, u"badDetermination"_s, u"apt"_s); // legacy
        bad(u"truePositive/securityPersonnel"_s, u"badDetermination"_s, u"securityPersonnel"_s);
        bad(u"truePositive/phishing/more"_s, u"badDetermination"_s, u"phishing/more"_s);
    }
    void judgementsArePairs()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        QFETCH(QString, code);
        QFETCH(QString, wrongPart);
        const auto read = judgement(text);
        QCOMPARE(read.hasValue(), code.isEmpty());
        if (read) {
            QCOMPARE(judgementText(*read), canonical);
            QVERIFY(isValidPair(read->classification, read->determination));
        } else {
            QCOMPARE(read.error().code, code);
            QCOMPARE(read.error().detail, wrongPart);
        }
    }

    void nothingIsOfferedForUnknownClassifications()
    {
        QVERIFY(determinationsFor(Classification::Unknown).isEmpty());
        QVERIFY(determinationsFor(Classification::Other).isEmpty());
    }

    void differencesNameWhatMoved()
    {
        const auto moment = std::optional(samples::at(u"2026-03-01T00:00:00Z"));
        const QList<Fact> frozen = {
            {u"a"_s, u"1"_s, u"cache"_s, {}}, {u"b"_s, u"2"_s, u"cache"_s, {}}, {u"gone"_s, u"3"_s, u"cache"_s, {}}};
        const QList<Fact> current = {{u"new"_s, u"4"_s, u"graph"_s, moment},
                                     {u"b"_s, u"5"_s, u"graph"_s, moment},
                                     {u"a"_s, u"1"_s, u"graph"_s, moment}};
        QCOMPARE(differences(frozen, current),
                 (QList<FactDifference> {{u"b"_s, u"2"_s, u"5"_s}, {u"gone"_s, u"3"_s, {}}, {u"new"_s, {}, u"4"_s}}));
        QVERIFY(differences(frozen, {frozen.at(2), frozen.at(0), frozen.at(1)}).isEmpty());
        QVERIFY(differences({}, {}).isEmpty());
        // an empty value is a fact; its absence is another
        QCOMPARE(differences({{u"assignedTo"_s, {}, {}, {}}}, {}), (QList<FactDifference> {{u"assignedTo"_s, {}, {}}}));
    }

    void tagsAreMergedThreeWays_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QStringList>("server");
        QTest::addColumn<QStringList>("merged");
        const QStringList both = {u"One"_s, u"Two"_s};
        QTest::newRow("added") << u"tag"_s << u"Three"_s << both << QStringList {u"One"_s, u"Two"_s, u"Three"_s};
        QTest::newRow("there already") << u"tag"_s << u"two"_s << both << both;
        QTest::newRow("blanks around") << u"tag"_s << u" two "_s << both << both;
        QTest::newRow("first") << u"tag"_s << u"One"_s << QStringList() << QStringList {u"One"_s};
        QTest::newRow("removed in any case")
            << u"untag"_s << u"ONE"_s << QStringList {u"One"_s, u"one"_s, u"Two"_s} << QStringList {u"Two"_s};
        QTest::newRow("gone already") << u"untag"_s << u"Three"_s << both << both;
        QTest::newRow("another kind changes nothing") << u"comment"_s << u"Three"_s << both << both;
    }
    void tagsAreMergedThreeWays()
    {
        QFETCH(QString, kind);
        QFETCH(QString, tag);
        QFETCH(QStringList, server);
        QFETCH(QStringList, merged);
        QCOMPARE(mergedTags(server, samples::decision(*decisionKind(kind), tag)), merged);
    }
};

CASEMATE_TEST(Rules)
#include "rules.moc"
