// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/arguments.h"
#include "domain/decision.h"
#include "support/testmain.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class ArgumentLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCommandIsRead();
    void commonOptionsMayStandFirst();
    void wrongUsageSaysWhat_data();
    void wrongUsageSaysWhat();
    void theHelpNamesEveryCommand();
};

void ArgumentLines::aCommandIsRead()
{
    const auto read = app::readArguments({u"incidents"_s, u"--filter"_s, u"status:active"_s, u"--json"_s, u"--data-dir"_s, u"/x"_s});
    QVERIFY(read.hasValue());
    QCOMPARE(read->command, u"incidents"_s);
    QCOMPARE(read->value(u"filter"_s), u"status:active"_s);
    QCOMPARE(read->value(u"data-dir"_s), u"/x"_s);
    QVERIFY(read->wantsJson());

    const auto window = app::readArguments({u"--demo"_s, u"--tour"_s, u"pictures"_s});
    QVERIFY(window.hasValue());
    QVERIFY(window->command.isEmpty());
    QVERIFY(window->isSet(u"demo"_s));
    QCOMPARE(window->value(u"tour"_s), u"pictures"_s);

    const auto decision = app::readArguments({u"decide"_s, u"assign"_s, u"7"_s, u"8"_s, u"--value"_s, u"ada@contoso.example"_s});
    QVERIFY(decision.hasValue());
    QCOMPARE(decision->positional, (QStringList {u"assign"_s, u"7"_s, u"8"_s}));
}

void ArgumentLines::commonOptionsMayStandFirst()
{
    const auto read = app::readArguments({u"--data-dir"_s, u"/x"_s, u"--tenant=demo"_s, u"--json"_s, u"tenant"_s, u"list"_s});
    QVERIFY(read.hasValue());
    QCOMPARE(read->command, u"tenant"_s);
    QCOMPARE(read->positional, QStringList {u"list"_s});
    QCOMPARE(read->value(u"data-dir"_s), u"/x"_s);
    QCOMPARE(read->value(u"tenant"_s), u"demo"_s);
    QVERIFY(read->wantsJson());
    const auto window = app::readArguments({u"--tenant"_s, u"demo"_s, u"--demo"_s});
    QVERIFY(window.hasValue());
    QVERIFY(window->command.isEmpty());
    QVERIFY(!app::readArguments({u"--data-dir"_s, u"/x"_s, u"sync"_s, u"--twice"_s}).hasValue());
}

void ArgumentLines::wrongUsageSaysWhat_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("unknown command") << QStringList {u"incidnets"_s} << u"incidnets"_s;
    QTest::newRow("unknown option") << QStringList {u"sync"_s, u"--twice"_s} << u"twice"_s;
    QTest::newRow("missing word") << QStringList {u"incident"_s} << u"usage"_s;
    QTest::newRow("too many words") << QStringList {u"sync"_s, u"now"_s} << u"usage"_s;
    QTest::newRow("decide without target") << QStringList {u"decide"_s, u"approve"_s} << u"usage"_s;
    QTest::newRow("option without value") << QStringList {u"incidents"_s, u"--filter"_s} << u"filter"_s;
}

void ArgumentLines::wrongUsageSaysWhat()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, mentions);
    const auto read = app::readArguments(words);
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error().kind, domain::ErrorKind::UsageWrong);
    QVERIFY2(read.error().detail.contains(mentions, Qt::CaseInsensitive), qPrintable(read.error().detail));
}

void ArgumentLines::theHelpNamesEveryCommand()
{
    const QString help = app::helpText({});
    for (const QString &command : {u"tenant"_s, u"signin"_s, u"signout"_s, u"sync"_s, u"incidents"_s, u"incident"_s, u"actions"_s, u"decide"_s,
                                   u"outbox"_s, u"history"_s})
        QVERIFY2(help.contains(u"casemate "_s + command), qPrintable(command));
    const QString decide = app::helpText(u"decide"_s);
    QVERIFY(decide.contains(u"--confirm"_s));
    const QString kinds = decide.section(u"Takes a decision:"_s, 1).section(u'\n', 0, 0);
    static const QRegularExpression notes(u"\\([^)]*\\)|[.,]"_s);
    const QStringList words = QString(kinds).remove(notes).split(u' ', Qt::SkipEmptyParts);
    QCOMPARE(words.size(), int(domain::DecisionKind::Comment) + 1);
    for (const QString &word : words)
        QVERIFY2(domain::decisionKind(word).has_value(), qPrintable(word));
}

CASEMATE_TEST(ArgumentLines)
#include "argumentlines.moc"
