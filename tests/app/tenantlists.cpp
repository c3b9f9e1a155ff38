// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tenantregistry.h"
#include "support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TenantLists : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneNeedsNoName();
    void severalDo();
    void theSameTenantTakesNewAddresses();
    void namesStayApart();
    void aRemovedOneIsGone();

private:
    static domain::Tenant tenant(const QString &key, const QString &id)
    {
        domain::Tenant made;
        made.key = key;
        made.tenantId = id;
        made.clientId = u"client"_s;
        made.cloud.name = u"demo"_s;
        made.cloud.demo = true;
        made.cloud.graph = QUrl(u"http://127.0.0.1:1"_s);
        return made;
    }
};

void TenantLists::oneNeedsNoName()
{
    QTemporaryDir folder;
    app::TenantRegistry registry(folder.filePath(u"tenants.ini"_s));
    const auto none = registry.choose({});
    QVERIFY(!none.hasValue());
    QCOMPARE(none.error().code, u"noTenant"_s);
    const auto added = registry.add(tenant(u"a"_s, u"1"_s));
    QVERIFY(added.hasValue());
    const auto chosen = app::TenantRegistry(folder.filePath(u"tenants.ini"_s)).choose({}); // from the disk
    QVERIFY(chosen.hasValue());
    QCOMPARE(*chosen, *added);
}

void TenantLists::severalDo()
{
    QTemporaryDir folder;
    app::TenantRegistry registry(folder.filePath(u"tenants.ini"_s));
    QVERIFY(registry.add(tenant(u"a"_s, u"1"_s)).hasValue());
    QVERIFY(registry.add(tenant(u"b"_s, u"2"_s)).hasValue());
    QCOMPARE(registry.choose({}).error().code, u"severalTenants"_s);
    QCOMPARE(registry.choose(u"c"_s).error().code, u"unknownTenant"_s);
    QVERIFY(registry.choose(u"c"_s).error().detail.contains(u"a, b"_s));
    QVERIFY(registry.choose({}).error().detail.contains(u"a, b"_s));
    QCOMPARE(registry.choose(u"b"_s)->tenantId, u"2"_s);
    QCOMPARE(registry.choose(u"2"_s)->key, u"b"_s);
}

void TenantLists::theSameTenantTakesNewAddresses()
{
    QTemporaryDir folder;
    app::TenantRegistry registry(folder.filePath(u"tenants.ini"_s));
    QVERIFY(registry.add(tenant(u"a"_s, u"1"_s)).hasValue());
    QVERIFY(registry.setAccount(u"a"_s, u"1"_s, u"oid"_s, u"ada@contoso.example"_s).hasValue());
    domain::Tenant moved = tenant(u"other"_s, u"1"_s);
    moved.cloud.graph = QUrl(u"http://127.0.0.1:9"_s);
    QVERIFY(registry.add(moved).hasValue());
    QCOMPARE(registry.tenants().size(), 1);
    QCOMPARE(registry.choose({})->cloud.graph, QUrl(u"http://127.0.0.1:9"_s));
    QCOMPARE(registry.choose({})->oid, u"oid"_s); // still signed in
}

void TenantLists::namesStayApart()
{
    QTemporaryDir folder;
    app::TenantRegistry registry(folder.filePath(u"tenants.ini"_s));
    QCOMPARE(registry.add(tenant(u"demo"_s, u"1"_s))->key, u"demo"_s);
    QCOMPARE(registry.add(tenant(u"demo"_s, u"2"_s))->key, u"demo-2"_s);
}

void TenantLists::aRemovedOneIsGone()
{
    QTemporaryDir folder;
    app::TenantRegistry registry(folder.filePath(u"tenants.ini"_s));
    QVERIFY(registry.add(tenant(u"a"_s, u"1"_s)).hasValue());
    QVERIFY(registry.remove(u"a"_s).hasValue());
    QCOMPARE(registry.remove(u"a"_s).error().kind, domain::ErrorKind::NotFound);
    QVERIFY(registry.tenants().isEmpty());
}

CASEMATE_TEST(TenantLists)
#include "tenantlists.moc"
