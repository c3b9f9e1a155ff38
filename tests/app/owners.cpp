// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ownerlock.h"
#include "app/ownersocket.h"
#include "support/testmain.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

class Heard final : public app::Output
{
public:
    void out(const QByteArray &bytes) override { said += bytes; }
    void err(const QByteArray &bytes) override { complained += bytes; }
    void finish(app::ExitCode code) override { ended = code; }

    QByteArray said;
    QByteArray complained;
    std::optional<app::ExitCode> ended;
};

}

class Owners : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thereIsOneAtATime();
    void aCommandReachesTheOwner();
    void nobodyListening();

private:
    QTemporaryDir m_folder;
};

void Owners::thereIsOneAtATime()
{
    auto first = app::OwnerLock::take(m_folder.path());
    QVERIFY(first.hasValue());
    const auto second = app::OwnerLock::take(m_folder.path());
    QVERIFY(!second.hasValue());
    QCOMPARE(second.error().kind, domain::ErrorKind::Busy);
    QCOMPARE(second.error().detail, QString::number(QCoreApplication::applicationPid()));
    first.value().reset();
    QVERIFY(app::OwnerLock::take(m_folder.path()).hasValue());
}

void Owners::aCommandReachesTheOwner()
{
    const QString name = m_folder.filePath(u"private/socket"_s);
    app::OwnerRequest received;
    app::OwnerServer server(name, [&received](const app::OwnerRequest &request, const std::shared_ptr<app::Output> &output) {
        received = request;
        output->out("one\n");
        output->err("two\n");
        output->finish(app::ExitCode::NeedsPerson);
    });
    QVERIFY(server.listen().hasValue());
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(name).permissions() & others));
    QVERIFY(!(QFileInfo(m_folder.filePath(u"private"_s)).permissions() & others));

    const auto heard = std::make_shared<Heard>();
    app::OwnerClient client(name, heard);
    std::optional<domain::Result<domain::Done>> answered;
    client.send({{u"decide"_s, u"comment"_s}, "secret"}, this, [&](const domain::Result<domain::Done> &done) { answered = done; });
    QTRY_VERIFY(answered.has_value());
    QVERIFY(answered->hasValue());
    QCOMPARE(received.arguments, (QStringList {u"decide"_s, u"comment"_s}));
    QCOMPARE(received.input, QByteArray("secret"));
    QCOMPARE(heard->said, QByteArray("one\n"));
    QCOMPARE(heard->complained, QByteArray("two\n"));
    QCOMPARE(heard->ended, std::optional(app::ExitCode::NeedsPerson));
}

void Owners::nobodyListening()
{
    app::OwnerClient client(m_folder.filePath(u"nobody"_s), std::make_shared<Heard>());
    std::optional<domain::Result<domain::Done>> answered;
    client.send({{u"sync"_s}, {}}, this, [&](const domain::Result<domain::Done> &done) { answered = done; });
    QTRY_VERIFY(answered.has_value());
    QVERIFY(!answered->hasValue());
    QCOMPARE(answered->error().kind, domain::ErrorKind::Unreachable);
}

CASEMATE_TEST(Owners)
#include "owners.moc"
