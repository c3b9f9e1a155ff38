// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The kernel's keyring, for real. Where the calls are forbidden, as in many containers, what is tested is that this is told.

#include "remote/kernelsecretstore.h"

#include "remote/reply.h"
#include "support/testmain.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace casemate::test;
using domain::Done;
using domain::ErrorKind;
using remote::Secret;
using Found = remote::SecretStore::Found;

class KernelSecretStore final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_key = u"test/"_s + QUuid::createUuid().toString(QUuid::WithoutBraces); }
    void itSaysWhyItIsNotLasting();
    void aSecretComesBackOrTheFailureIsTold();
    void aSecretEndsWithItsTime();

private:
    [[nodiscard]] domain::Result<Done> write(remote::SecretStore &store, const QByteArray &bytes);
    [[nodiscard]] domain::Result<Found> read(remote::SecretStore &store);

    QString m_key;
};

domain::Result<Done> KernelSecretStore::write(remote::SecretStore &store, const QByteArray &bytes)
{
    Reply<Done> reply;
    store.write(m_key, Secret(bytes), this, reply.function());
    if (!QTest::qWaitFor([&] { return reply.came(); }))
        return domain::Error {.kind = ErrorKind::TimedOut};
    return reply.isGood() ? domain::Result<Done>(Done {}) : domain::Result<Done>(reply.error());
}

domain::Result<Found> KernelSecretStore::read(remote::SecretStore &store)
{
    Reply<Found> reply;
    store.read(m_key, this, reply.function());
    if (!QTest::qWaitFor([&] { return reply.came(); }))
        return domain::Error {.kind = ErrorKind::TimedOut};
    return reply.isGood() ? domain::Result<Found>(reply.value()) : domain::Result<Found>(reply.error());
}

void KernelSecretStore::itSaysWhyItIsNotLasting()
{
    const remote::KernelSecretStore store(u"no service"_s);
    QVERIFY(!store.isLasting());
    QCOMPARE(store.reason(), u"no service"_s);
}

void KernelSecretStore::aSecretComesBackOrTheFailureIsTold()
{
    remote::KernelSecretStore store(u"no service"_s, 60s);
    if (!remote::KernelSecretStore::isAvailable()) {
        QCOMPARE(write(store, "s").error().kind, ErrorKind::KeychainFailed);
        return;
    }
    QVERIFY(read(store).hasValue());
    QVERIFY(!*read(store));
    QVERIFY(write(store, QByteArray("a\0b\xff", 4)).hasValue());
    remote::KernelSecretStore another(u"no service"_s); // as the next command would see it
    const auto found = read(another);
    QVERIFY(found.hasValue() && *found);
    QVERIFY((*found)->isSameAs(Secret(QByteArray("a\0b\xff", 4))));
    QVERIFY(write(store, "new").hasValue());
    QVERIFY((*read(store))->isSameAs(Secret("new")));
    for (int i = 0; i < 2; ++i) { // the second time of nothing
        Reply<Done> removed;
        store.remove(m_key, this, removed.function());
        QTRY_VERIFY(removed.came());
        QVERIFY(removed.isGood());
        QVERIFY(!*read(store));
    }
}

void KernelSecretStore::aSecretEndsWithItsTime()
{
    remote::KernelSecretStore store(u"no service"_s, 1s);
    if (!remote::KernelSecretStore::isAvailable()) {
        QCOMPARE(read(store).hasValue(), false);
        return;
    }
    QVERIFY(write(store, "s").hasValue());
    QTRY_VERIFY(!*read(store));
}

CASEMATE_TEST(KernelSecretStore)
#include "kernelsecretstore.moc"
