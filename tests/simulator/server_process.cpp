// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The built program: what it prints, what it leaves on disk, how it ends.

#include "simulator/demoservice.h"
#include "support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

namespace {

constexpr int Patience = 60'000; // ms

class Program
{
public:
    explicit Program(const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_runtime.path());
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(CASEMATE_SIMULATOR), arguments);
    }

    ~Program()
    {
        m_process.terminate();
        if (!QTest::qWaitFor([this] { return hasEnded(); }, Patience))
            m_process.kill();
    }

    QJsonObject readyLine()
    {
        (void)QTest::qWaitFor([this] { return m_process.canReadLine() || hasEnded(); }, Patience);
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }

    bool ends()
    {
        return QTest::qWaitFor([this] { return hasEnded(); }, Patience)
            && m_process.exitStatus() == QProcess::NormalExit;
    }

    QProcess &process() { return m_process; }
    QString runtimeFolder() const { return m_runtime.path(); }

private:
    [[nodiscard]] bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }

    QTemporaryDir m_runtime;
    QProcess m_process; // ends before its folder goes
};

const QStringList few {u"--incidents"_s, u"5"_s};

} // namespace

class ServerProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readyLineSaysAll();
    void filesArePrivateAndGoWithTheProcess();
    void termEndsItCleanly();
    void endOfInputEndsItWhenWatched();
    void endOfInputIsNothingOtherwise();
    void wrongUsageIsOneLineAndTwo_data();
    void wrongUsageIsOneLineAndTwo();
    void usedPortIsOneLineAndOne();
    void brokenWorldFileIsOneLineAndOne();
    void eachStartIsAnotherTenant();
    void worldFileKeepsTheTenant();
    void worldFileKeepsIncidentsAndSignIn();
    void timeStandsStillUnlessSpeedIsGiven();
    void tlsServesWithItsOwnAuthority();
    void wrongCertificateIsNotTrusted_data();
    void wrongCertificateIsNotTrusted();
};

void ServerProcess::readyLineSaysAll()
{
    Program program(few);
    const QJsonObject line = program.readyLine();
    QCOMPARE(line.keys(),
             (QStringList {u"accounts"_s, u"certificate_file"_s, u"cloud_file"_s, u"control"_s, u"credential_file"_s,
                           u"domain"_s, u"graph"_s, u"login"_s, u"tenant"_s, u"tenants"_s}));
    QCOMPARE(line[u"tenants"].toArray().size(), 1);
    QStringList roles;
    const QJsonArray accounts = line[u"accounts"].toArray();
    for (const QJsonValue &account : accounts) {
        QVERIFY(account[u"upn"].toString().endsWith(u".example"));
        roles += account[u"roles"].toVariant().toStringList();
    }
    QVERIFY(roles.contains(u"Security Administrator"_s));
    QVERIFY(roles.contains(u"Security Reader"_s));
    const QJsonObject cloud = jsonFile(line[u"cloud_file"].toString());
    QCOMPARE(cloud[u"login"], line[u"login"]);
    QCOMPARE(cloud[u"graph"], line[u"graph"]);
    QCOMPARE(cloud[u"control"], line[u"control"]);
    QCOMPARE(cloud[u"tenant"], line[u"tenant"]);
    QCOMPARE(cloud[u"portal"].toString(), QString(line[u"graph"].toString() + u"/portal"));
    QVERIFY(cloud[u"demo"].toBool());
    const QJsonObject credential = jsonFile(line[u"credential_file"].toString());
    QVERIFY(credential[u"clientId"].isString() && credential[u"clientId"] != cloud[u"clientId"]);
    QVERIFY(credential[u"clientSecret"].toString().size() >= 40);
    QCOMPARE(exchange(QUrl(line[u"graph"].toString()), "GET", "/v1.0/security/incidents").status, 401);
    QCOMPARE(exchange(QUrl(line[u"control"].toString()), "GET", "/control/faults").status, 200);
}

void ServerProcess::filesArePrivateAndGoWithTheProcess()
{
    Program program(few);
    const QJsonObject line = program.readyLine();
    for (const QString &name : {u"cloud_file"_s, u"credential_file"_s, u"certificate_file"_s}) {
        const QFileInfo file(line[name].toString());
        QVERIFY(file.absoluteFilePath().startsWith(program.runtimeFolder()));
        QCOMPARE(file.permissions() & QFile::Permissions(0x0fff), QFile::ReadUser | QFile::WriteUser);
        QCOMPARE(QFileInfo(file.path()).permissions() & QFile::Permissions(0x0fff),
                 QFile::ReadUser | QFile::WriteUser | QFile::ExeUser);
    }
    program.process().terminate();
    QVERIFY(program.ends());
    QVERIFY(QDir(program.runtimeFolder()).isEmpty());
}

void ServerProcess::termEndsItCleanly()
{
    Program program(few);
    const QJsonObject line = program.readyLine();
    WireClient client(QUrl(line[u"graph"].toString()));
    QVERIFY(client.connectToServer()); // an open connection must not keep it
    program.process().terminate();
    QVERIFY(program.ends());
    QCOMPARE(program.process().exitCode(), 0);
    QCOMPARE(program.process().readAllStandardError(), QByteArray());
    QVERIFY(client.waitForEnd());
}

void ServerProcess::endOfInputEndsItWhenWatched()
{
    Program program(few + QStringList {u"--parent-watch"_s});
    QVERIFY(!program.readyLine().isEmpty());
    program.process().closeWriteChannel();
    QVERIFY(program.ends());
    QCOMPARE(program.process().exitCode(), 0);
}

void ServerProcess::endOfInputIsNothingOtherwise()
{
    Program program(few);
    program.process().closeWriteChannel();
    const QJsonObject line = program.readyLine();
    QCOMPARE(exchange(QUrl(line[u"graph"].toString()), "GET", "/portal").status, 200);
    program.process().terminate();
    QVERIFY(program.ends());
}

void ServerProcess::wrongUsageIsOneLineAndTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown") << QStringList {u"--nonsense"_s};
    QTest::newRow("no value") << QStringList {u"--port"_s};
    QTest::newRow("port too high") << QStringList {u"--port"_s, u"65536"_s};
    QTest::newRow("incidents too many") << QStringList {u"--incidents=1000001"_s};
    QTest::newRow("no tenant") << QStringList {u"--tenants"_s, u"0"_s};
    QTest::newRow("tenants too many") << QStringList {u"--tenants=21"_s};
    QTest::newRow("speed below zero") << QStringList {u"--speed"_s, u"-1"_s};
    QTest::newRow("start is no time") << QStringList {u"--start"_s, u"yesterday"_s};
    QTest::newRow("unknown switch") << QStringList {u"--switch"_s, u"nonsense=1"_s};
    QTest::newRow("switch without value") << QStringList {u"--switch"_s, u"tokenLifetime"_s};
    QTest::newRow("switch with a wrong value") << QStringList {u"--switch"_s, u"tokenLifetime=long"_s};
    QTest::newRow("refusal without number") << QStringList {u"--switch"_s, u"refuse=always"_s};
    QTest::newRow("flag with a value") << QStringList {u"--tls=yes"_s};
}

void ServerProcess::wrongUsageIsOneLineAndTwo()
{
    QFETCH(QStringList, arguments);
    Program program(arguments);
    QVERIFY(program.ends());
    QCOMPARE(program.process().exitCode(), 2);
    QCOMPARE(program.process().readAllStandardOutput(), QByteArray());
    QCOMPARE(program.process().readAllStandardError().count('\n'), 1);
}

void ServerProcess::usedPortIsOneLineAndOne()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    Program program(few + QStringList {u"--port"_s, QString::number(other.serverPort())});
    QVERIFY(program.ends());
    QCOMPARE(program.process().exitCode(), 1);
    const QByteArray said = program.process().readAllStandardError();
    QCOMPARE(said.count('\n'), 1);
    QVERIFY(said.contains(QByteArray::number(other.serverPort())));
}

void ServerProcess::brokenWorldFileIsOneLineAndOne()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"world.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a world");
    file.close();
    Program program(few + QStringList {u"--world"_s, file.fileName()});
    QVERIFY(program.ends());
    QCOMPARE(program.process().exitCode(), 1);
    QCOMPARE(program.process().readAllStandardError().count('\n'), 1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("not a world")); // it is somebody's file all the same
}

void ServerProcess::eachStartIsAnotherTenant()
{
    Program first(few);
    Program second(few);
    const QString tenant = first.readyLine()[u"tenant"].toString();
    QVERIFY(!QUuid(tenant).isNull());
    QVERIFY(second.readyLine()[u"tenant"].toString() != tenant);
}

void ServerProcess::worldFileKeepsTheTenant()
{
    QTemporaryDir folder;
    const QStringList arguments = few + QStringList {u"--world"_s, folder.filePath(u"world.json"_s)};
    Program first(arguments);
    const QJsonObject before = first.readyLine();
    const QJsonObject credential = jsonFile(before[u"credential_file"].toString());
    const auto pem = [](const QJsonObject &line) {
        QFile file(line[u"certificate_file"].toString());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray certificate = pem(before);
    QVERIFY(certificate.contains("BEGIN CERTIFICATE") && certificate.contains("PRIVATE KEY"));
    first.process().terminate();
    QVERIFY(first.ends());
    const QFile::Permissions permissions = QFileInfo(folder.filePath(u"world.json"_s)).permissions();
    QCOMPARE(permissions & QFile::Permissions(0x0fff), QFile::ReadUser | QFile::WriteUser);

    Program second(QStringList {u"--incidents"_s, u"9"_s, u"--world"_s, folder.filePath(u"world.json"_s)});
    const QJsonObject after = second.readyLine();
    QCOMPARE(after[u"tenant"], before[u"tenant"]);
    QCOMPARE(after[u"accounts"], before[u"accounts"]);
    QCOMPARE(after[u"cloud_file"], before[u"cloud_file"]);
    QCOMPARE(jsonFile(after[u"credential_file"].toString()), credential);
    QCOMPARE(pem(after), certificate);
}

void ServerProcess::worldFileKeepsIncidentsAndSignIn()
{
    QTemporaryDir folder;
    const QStringList arguments {u"--world"_s, folder.filePath(u"world.json"_s)};
    const auto incidents = [](const DemoService &service, const WireAnswer &tokens) {
        const QByteArray bearer = "Bearer " + tokens.json()[u"access_token"].toString().toLatin1();
        return service.get("/v1.0/security/incidents", bearer).json()[u"value"].toArray();
    };
    auto first = std::make_unique<DemoService>(arguments);
    const WireAnswer tokens = first->redeem(first->code());
    const QJsonArray before = incidents(*first, tokens);
    QVERIFY(!before.isEmpty());
    first.reset();
    const DemoService second(arguments);
    const WireAnswer renewed = second.refresh(tokens.json()[u"refresh_token"].toString());
    QCOMPARE(renewed.status, 200);
    QCOMPARE(incidents(second, renewed), before);
    QCOMPARE(incidents(second, tokens), before); // the signing key is the same
}

void ServerProcess::timeStandsStillUnlessSpeedIsGiven()
{
    const QStringList start {u"--start"_s, u"2026-03-02T08:00:00Z"_s};
    const auto date = [](const QJsonObject &line) {
        const QUrl graph(line[u"graph"].toString());
        return exchange(graph, "GET", "/v1.0/security/incidents").headers.value("date");
    };
    Program still(few + start);
    Program moving(few + start + QStringList {u"--speed"_s, u"36000"_s});
    const QJsonObject first = still.readyLine();
    const QJsonObject second = moving.readyLine();
    QTRY_VERIFY(date(second) > QByteArray("Mon, 02 Mar 2026 09:"));
    QVERIFY(date(first).startsWith("Mon, 02 Mar 2026 08:00:"));
}

void ServerProcess::tlsServesWithItsOwnAuthority()
{
    Program program(few + QStringList {u"--tls"_s});
    const QJsonObject line = program.readyLine();
    QVERIFY(line[u"graph"].toString().startsWith(u"https://127.0.0.1:"));
    QVERIFY(line[u"control"].toString().startsWith(u"http://127.0.0.1:"));
    const QJsonObject cloud = jsonFile(line[u"cloud_file"].toString());
    QFile authority(cloud[u"caFile"].toString());
    QVERIFY(authority.open(QIODevice::ReadOnly));
    const QUrl base(line[u"graph"].toString());
    WireClient client(base, authority.readAll());
    QVERIFY(client.connectToServer());
    client.send(requestBytes(base, "GET", "/common/v2.0/.well-known/openid-configuration"));
    QVERIFY(client.waitForAnswers(1));
    QVERIFY(client.answers().first().json()[u"issuer"].toString().startsWith(line[u"login"].toString()));
    WireClient stranger(base, QByteArray());
    QVERIFY(!stranger.connectToServer());
}

void ServerProcess::wrongCertificateIsNotTrusted_data()
{
    QTest::addColumn<QString>("kind");
    for (const QString &kind : {u"expired"_s, u"wrongHost"_s, u"selfSigned"_s})
        QTest::newRow(qPrintable(kind)) << kind;
}

void ServerProcess::wrongCertificateIsNotTrusted()
{
    QFETCH(QString, kind);
    Program program(few + QStringList {u"--tls"_s, u"--switch"_s, QString(u"certificate="_s + kind)});
    const QJsonObject line = program.readyLine();
    QFile authority(jsonFile(line[u"cloud_file"].toString())[u"caFile"].toString());
    QVERIFY(authority.open(QIODevice::ReadOnly));
    WireClient client(QUrl(line[u"graph"].toString()), authority.readAll());
    QVERIFY(!client.connectToServer());
}

CASEMATE_TEST(ServerProcess)
#include "server_process.moc"
