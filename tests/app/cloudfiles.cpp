// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/clouds.h"
#include "support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

const QByteArray loopback = R"({"name":"demo","demo":true,"tenant":"t","clientId":"c","login":"http://127.0.0.1:1",)"
                            R"("graph":"http://127.0.0.1:1","portal":"http://[::1]:2/portal"})";

}

// Which hosts a file may name decides who can see a token.
class CloudFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDemoCloudIsRead();
    void dangerousOnesAreRefused_data();
    void dangerousOnesAreRefused();
    void theBuiltInOnesUseHttps();

private:
    QString write(const QByteArray &content);
    QTemporaryDir m_folder;
};

// As somebody whose files root does not own, also when the test runs as root.
QString CloudFiles::write(const QByteArray &content)
{
    const QString path = m_folder.filePath(u"cloud.json"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
        return {};
    file.close();
    if (::geteuid() == 0 && ::chown(path.toLocal8Bit().constData(), 65534, 65534) != 0)
        return {};
    return path;
}

void CloudFiles::aDemoCloudIsRead()
{
    const auto read = app::readCloudFile(write(loopback));
    QVERIFY(read.hasValue());
    QVERIFY(read->cloud.demo);
    QCOMPARE(read->cloud.graph, QUrl(u"http://127.0.0.1:1"_s));
    QCOMPARE(read->tenantId, u"t"_s);
    QCOMPARE(read->clientId, u"c"_s);
}

void CloudFiles::dangerousOnesAreRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    const auto with = [](const QByteArray &from, const QByteArray &to) { return QByteArray(loopback).replace(from, to); };
    QTest::newRow("not JSON") << QByteArray("hello");
    QTest::newRow("no name") << with("\"name\":\"demo\",", "");
    QTest::newRow("foreign host in a file of ours") << with("http://127.0.0.1:1\",\"graph", "https://login.evil.example\",\"graph");
    QTest::newRow("http to a foreign host") << with("\"graph\":\"http://127.0.0.1:1\"", "\"graph\":\"http://graph.evil.example\"");
    QTest::newRow("a name that only looks like loopback") << with("\"graph\":\"http://127.0.0.1:1\"", "\"graph\":\"http://127.0.0.1.evil.example\"");
    QTest::newRow("user in the address") << with("\"graph\":\"http://127.0.0.1:1\"", "\"graph\":\"http://a:b@127.0.0.1:1\"");
    QTest::newRow("http without demo") << with("\"demo\":true", "\"demo\":false");
    QTest::newRow("file") << with("\"graph\":\"http://127.0.0.1:1\"", "\"graph\":\"file:///etc/passwd\"");
}

void CloudFiles::dangerousOnesAreRefused()
{
    QFETCH(const QByteArray, content);
    const auto read = app::readCloudFile(write(content));
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error().kind, domain::ErrorKind::UsageWrong);
    QVERIFY(!read.error().detail.isEmpty());
}

void CloudFiles::theBuiltInOnesUseHttps()
{
    const QStringList names = app::builtInCloudNames();
    QCOMPARE(names.size(), 4);
    for (const QString &name : names) {
        const auto cloud = app::builtInCloud(name.toUpper());
        QVERIFY(cloud.has_value());
        QCOMPARE(cloud->graph.scheme(), u"https"_s);
        QCOMPARE(cloud->login.scheme(), u"https"_s);
        QVERIFY(!cloud->demo);
    }
}

CASEMATE_TEST(CloudFiles)
#include "cloudfiles.moc"
