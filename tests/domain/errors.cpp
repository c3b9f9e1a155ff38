// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/result.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace domain;

class Errors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsReadBackForEveryKind()
    {
        QSet<QString> words;
        for (int kind = 0; kind <= int(ErrorKind::Incomplete); ++kind) { // the last one
            const QString word = errorKindWord(ErrorKind(kind));
            QCOMPARE(errorKind(word), ErrorKind(kind));
            words.insert(word);
        }
        QCOMPARE(words.size(), int(ErrorKind::Incomplete) + 1);
        QVERIFY(!errorKind(u"nonsense"_s) && !errorKind({}));
    }

    void helpersFillWhatTheySay()
    {
        const Error plain = error(ErrorKind::StorageFull, u"write"_s, u"disk I/O"_s);
        QCOMPARE(plain, (Error {.kind = ErrorKind::StorageFull, .tried = u"write"_s, .detail = u"disk I/O"_s}));
        QVERIFY(!plain.mayHaveBeenApplied);
        QCOMPARE(refusal(u"noTargets"_s, u"approve"_s),
                 (Error {.kind = ErrorKind::Refused, .tried = u"approve"_s, .code = u"noTargets"_s}));
    }

    void aResultIsAValueOrAnError()
    {
        Result<std::unique_ptr<int>> good = std::make_unique<int>(7);
        QVERIFY(good && good.hasValue());
        QCOMPARE(**good, 7);
        const std::unique_ptr<int> taken = std::move(good).value();
        QCOMPARE(*taken, 7);
        const Result<QString> bad = error(ErrorKind::NotFound, u"read"_s);
        QVERIFY(!bad);
        QCOMPARE(bad.error().kind, ErrorKind::NotFound);
    }
};

CASEMATE_TEST(Errors)
#include "errors.moc"
