// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real keychain through QtKeychain. Needs a Secret Service on the session bus: test.sh brings a private one with
// gnome-keyring. By hand:
//   dbus-run-session -- bash -c 'printf test | gnome-keyring-daemon --unlock --components=secrets; tst_keychain'

#include "remote/keychainsecretstore.h"
#include "remote/keychainsight.h"

#include "remote/reply.h"
#include "support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace casemate::test;
using domain::Done;
using remote::Secret;
using Found = remote::SecretStore::Found;

class Keychain final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aSecretComesBack_data();
    void aSecretComesBack();
    void aSecretIsReplaced();
    void aRemovedSecretIsSurelyAbsent();
    void servicesAreApart();
    void theBestStoreIsOpened();
    void manyAtOnce();
    void aDeadAskerIsNotAnswered();
    void noPlainFileHoldsIt();
    void theDiagnosticsSeeItWork();

private:
    [[nodiscard]] bool write(remote::SecretStore &store, const QString &key, const QByteArray &bytes);
    [[nodiscard]] std::optional<QByteArray> read(remote::SecretStore &store, const QString &key);

    // of this run only, so that runs do not see each other's
    remote::KeychainSecretStore m_store {u"casemate-test-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)};
};

void Keychain::initTestCase()
{
    Reply<Done> reply;
    m_store.probe(this, reply.function());
    QTRY_VERIFY_WITH_TIMEOUT(reply.came(), 30'000);
    QVERIFY2(reply.isGood(),
             reply.isGood() ? ""
                            : qPrintable(u"no Secret Service answers here (see the head of keychain.cpp): "_s
                                         + reply.error().detail));
}

bool Keychain::write(remote::SecretStore &store, const QString &key, const QByteArray &bytes)
{
    Reply<Done> reply;
    store.write(key, Secret(bytes), this, reply.function());
    return QTest::qWaitFor([&] { return reply.came(); }, 30'000) && reply.isGood();
}

std::optional<QByteArray> Keychain::read(remote::SecretStore &store, const QString &key)
{
    Reply<Found> reply;
    store.read(key, this, reply.function());
    if (!QTest::qWaitFor([&] { return reply.came(); }, 30'000) || !reply.isGood() || !reply.value())
        return std::nullopt;
    return reply.value()->reveal().toByteArray();
}

void Keychain::aSecretComesBack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("short") << QByteArray("s");
    QTest::newRow("JSON") << QByteArray(R"({"refreshToken":"0.AXoA-é"})");
    QTest::newRow("bytes") << QByteArray("a\0b\xff\n", 5);
    QTest::newRow("long") << QByteArray(20'000, 'x');
}

void Keychain::aSecretComesBack()
{
    QFETCH(QByteArray, bytes);
    const QString key = u"session/demo/t/o"_s;
    QVERIFY(write(m_store, key, bytes));
    QCOMPARE(read(m_store, key), std::optional(bytes));
}

void Keychain::aSecretIsReplaced()
{
    const QString key = u"session/demo/t/replaced"_s;
    QVERIFY(write(m_store, key, "old"));
    QVERIFY(write(m_store, key, "new"));
    QCOMPARE(read(m_store, key), std::optional<QByteArray>("new"));
}

void Keychain::aRemovedSecretIsSurelyAbsent()
{
    const QString key = u"session/demo/t/removed"_s;
    QVERIFY(write(m_store, key, "s"));
    Reply<Done> removed;
    m_store.remove(key, this, removed.function());
    QTRY_VERIFY(removed.came());
    QVERIFY(removed.isGood());
    Reply<Found> found;
    m_store.read(key, this, found.function());
    QTRY_VERIFY_WITH_TIMEOUT(found.came(), 30'000);
    QVERIFY(found.isGood());
    QVERIFY(!found.value());
    Reply<Done> again; // of nothing
    m_store.remove(key, this, again.function());
    QTRY_VERIFY(again.came());
    QVERIFY(again.isGood());
}

void Keychain::servicesAreApart()
{
    remote::KeychainSecretStore other(u"casemate-test-other"_s);
    QVERIFY(write(m_store, u"k"_s, "ours"));
    QVERIFY(read(other, u"k"_s) != std::optional<QByteArray>("ours"));
}

void Keychain::theBestStoreIsOpened()
{
    std::shared_ptr<remote::SecretStore> store;
    remote::openSecretStore(this, [&](std::shared_ptr<remote::SecretStore> opened) { store = std::move(opened); });
    QTRY_VERIFY_WITH_TIMEOUT(store != nullptr, 30'000);
    QVERIFY(store->isLasting());
    QVERIFY(store->reason().isEmpty());
}

void Keychain::manyAtOnce()
{
    std::vector<std::unique_ptr<Reply<Done>>> replies;
    for (int i = 0; i < 10; ++i) {
        replies.push_back(std::make_unique<Reply<Done>>());
        m_store.write(u"many/%1"_s.arg(i), Secret(QByteArray("s" + QByteArray::number(i))), this,
                      replies.back()->function());
    }
    for (const auto &reply : replies) {
        QTRY_VERIFY_WITH_TIMEOUT(reply->came(), 30'000);
        QVERIFY(reply->isGood());
    }
    for (int i = 0; i < 10; ++i)
        QCOMPARE(read(m_store, u"many/%1"_s.arg(i)), std::optional<QByteArray>("s" + QByteArray::number(i)));
}

void Keychain::aDeadAskerIsNotAnswered()
{
    auto asker = std::make_unique<QObject>();
    m_store.read(u"k"_s, asker.get(), [](const auto &) { QFAIL("the asker is gone"); });
    asker.reset();
    QVERIFY(read(m_store, u"k"_s).has_value()); // comes after it
}

void Keychain::noPlainFileHoldsIt()
{
    const QByteArray canary = "canary-plain-file-" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    QVERIFY(write(m_store, u"canary"_s, canary));
    const QString home = QDir::homePath();
    for (const QString &folder : {u"/.config"_s, u"/.local"_s, u"/.cache"_s}) {
        QDirIterator files(home + folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.size() < 5'000'000 && file.open(QIODevice::ReadOnly))
                QVERIFY2(!file.readAll().contains(canary), qPrintable(file.fileName()));
        }
    }
}

void Keychain::theDiagnosticsSeeItWork()
{
    Reply<domain::Findings> reply;
    remote::lookAtKeychain(std::chrono::seconds(10), this, reply.function());
    QTRY_VERIFY_WITH_TIMEOUT(reply.came(), 50'000);
    QCOMPARE(reply.value().size(), 1);
    const domain::Finding finding = reply.value().first();
    QCOMPARE(finding.subject, domain::FindingSubject::Keychain);
    QCOMPARE(finding.state, domain::FindingState::Good);
    QCOMPARE(finding.value, u"Secret Service (libsecret)"_s);
}

CASEMATE_TEST(Keychain)
#include "keychain.moc"
