// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/browser.h"

#include "support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class Browser final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theAddressIsTheLastArgument_data();
    void theAddressIsTheLastArgument();
    void whatCannotBeStartedIsTold();
};

void Browser::theAddressIsTheLastArgument_data()
{
    QTest::addColumn<QString>("arguments"); // after the program
    QTest::addColumn<QByteArray>("seen"); // one a line, before the address
    QTest::newRow("none") << QString() << QByteArray();
    QTest::newRow("some") << u"-sLo /dev/null"_s << QByteArray("-sLo\n/dev/null\n");
    QTest::newRow("quoted") << u"--profile \"a b\""_s << QByteArray("--profile\na b\n");
    QTest::newRow("nothing for a shell to do") << u"$HOME ; touch x | y > z `id` $(id) * &&"_s
                                               << QByteArray("$HOME\n;\ntouch\nx\n|\ny\n>\nz\n`id`\n$(id)\n*\n&&\n");
}

void Browser::theAddressIsTheLastArgument()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, seen);
    QTemporaryDir folder;
    const QString program = folder.filePath(u"browser"_s);
    const QString output = folder.filePath(u"output"_s);
    QFile script(program);
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + output.toUtf8() + ".part' && mv '" + output.toUtf8()
                 + ".part' '" + output.toUtf8() + "'\n");
    script.close();
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray address = "https://login.microsoftonline.com/t/oauth2/v2.0/authorize?scope=a%20b&state=$(id);x";
    remote::CommandBrowser browser(program + u' ' + arguments);
    QVERIFY(browser.open(QUrl::fromEncoded(address)).hasValue());
    QTRY_VERIFY(QFile::exists(output));
    QFile file(output);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(seen + address + '\n'));
}

void Browser::whatCannotBeStartedIsTold()
{
    for (const QString &command : {u"/nonexistent/browser"_s, QString(), u"  "_s}) {
        remote::CommandBrowser browser(command);
        QCOMPARE(browser.open(QUrl(u"https://x.example"_s)).error().kind, domain::ErrorKind::UsageWrong);
    }
}

CASEMATE_TEST(Browser)
#include "browser.moc"
