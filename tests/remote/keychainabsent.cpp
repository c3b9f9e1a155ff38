// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A machine without a keychain. QtKeychain keeps its connection for good, so the question is asked in a process of its own:
// this test runs its own program again with a message bus that does not exist.

#include "remote/keychainsecretstore.h"
#include "remote/keychainsight.h"

#include "remote/reply.h"
#include "support/testmain.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace casemate::test;
using domain::Done;
using domain::ErrorKind;

class KeychainAbsent final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itFailsWithWordsAndMemoryTakesOver();

private:
    void askWithoutABus();
    static constexpr char inner[] = "CASEMATE_TEST_WITHOUT_BUS";
};

void KeychainAbsent::itFailsWithWordsAndMemoryTakesOver()
{
    if (qEnvironmentVariableIsSet(inner))
        return askWithoutABus();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(inner), u"1"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QCoreApplication::applicationFilePath(), {u"KeychainAbsent"_s});
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, process.readAll().constData());
}

void KeychainAbsent::askWithoutABus()
{
    remote::KeychainSecretStore keychain;
    Reply<Done> probed;
    Reply<Done> written;
    Reply<remote::SecretStore::Found> found;
    keychain.probe(this, probed.function());
    keychain.write(u"k"_s, remote::Secret("s"), this, written.function());
    keychain.read(u"k"_s, this, found.function());
    QTRY_VERIFY_WITH_TIMEOUT(probed.came() && written.came() && found.came(), 50'000);
    for (const domain::Error &error : {probed.error(), written.error(), found.error()}) {
        QCOMPARE(error.kind, ErrorKind::KeychainFailed);
        QVERIFY(!error.detail.isEmpty());
    }
    Reply<domain::Findings> looked;
    remote::lookAtKeychain(std::chrono::seconds(20), this, looked.function());
    QTRY_VERIFY_WITH_TIMEOUT(looked.came(), 50'000);
    QCOMPARE(looked.value().size(), 2);
    QCOMPARE(looked.value().first().state, domain::FindingState::Bad);
    QCOMPARE(looked.value().first().cause, domain::FindingCause::Refused);
    QVERIFY(!looked.value().first().detail.isEmpty());
    QCOMPARE(looked.value().last().subject, domain::FindingSubject::KernelMemory);
    std::shared_ptr<remote::SecretStore> store;
    remote::openSecretStore(this, [&](std::shared_ptr<remote::SecretStore> opened) { store = std::move(opened); });
    QTRY_VERIFY_WITH_TIMEOUT(store != nullptr, 50'000);
    QVERIFY(!store->isLasting());
    QVERIFY(!store->reason().isEmpty());
    Reply<Done> kept;
    store->write(u"k"_s, remote::Secret("s"), this, kept.function());
    Reply<remote::SecretStore::Found> back;
    store->read(u"k"_s, this, back.function());
    Reply<Done> removed;
    store->remove(u"k"_s, this, removed.function());
    Reply<remote::SecretStore::Found> gone;
    store->read(u"k"_s, this, gone.function());
    QTRY_VERIFY(gone.came());
    QVERIFY(back.value() && back.value()->isSameAs(remote::Secret("s")));
    QVERIFY(!gone.value());
}

CASEMATE_TEST(KeychainAbsent)
#include "keychainabsent.moc"
