// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The views that docs/cache-views.md promises to people and scripts, asked as they would ask: plain SQLite, none of our
// settings, while the writer has the file open.

#include "samples.h"
#include "store/cachereader.h"
#include "support/paths.h"
#include "support/testmain.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace store;
using samples::minute;

class CacheViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void rowsAreCounted();
    void timesAreIsoText_data();
    void timesAreIsoText();
    void wordsAreAsReceived();
    void listsCanBeTakenApart();
    void incidentsAlertsAndEvidenceJoin();
    void theDocumentNamesEveryColumn_data();
    void theDocumentNamesEveryColumn();

private:
    QString ask(const QByteArray &sql) { return samples::plainSql(m_folder->file(u"cache.db"_s), sql); }

    std::unique_ptr<samples::Folder> m_folder;
    samples::Book m_book;
    std::unique_ptr<CacheWriter> m_writer;
};

void CacheViews::initTestCase()
{
    m_folder = std::make_unique<samples::Folder>();
    auto writer = CacheWriter::open(m_folder->path(), m_book);
    MUST(writer);
    m_writer = std::move(*writer);
    Alert alert = samples::alert(u"a1"_s, u"29"_s, minute(1));
    alert.evidence = {samples::userEvidence(u"adele@contoso.example"_s), samples::mailEvidence(u"m1"_s, u"megan@contoso.example"_s)};
    alert.evidence.last().created = std::nullopt;
    MUST(m_writer->apply({.incidents = {m_book.enter(samples::incident(u"29"_s, minute(1))),
                                        m_book.enter(samples::incident(u"30"_s, Moment {-1}))},
                          .alerts = {m_book.enter(alert)}}));
}

void CacheViews::cleanupTestCase()
{
    m_writer.reset();
}

void CacheViews::rowsAreCounted()
{
    QCOMPARE(ask("select count(*) from incidents"), u"2"_s);
    QCOMPARE(ask("select count(*) from alerts"), u"1"_s);
    QCOMPARE(ask("select count(*) from evidence"), u"2"_s);
    QCOMPARE(ask("select id from incidents where id = 29"), u"29"_s); // also when asked as a number
    QCOMPARE(ask("select id from incidents order by updated desc limit 1"), u"29"_s);
}

void CacheViews::timesAreIsoText_data()
{
    QTest::addColumn<qint64>("ticks");
    QTest::newRow("usual") << minute(7).ticks;
    QTest::newRow("whole second") << Moment::parse(u"2026-02-25T16:29:33Z")->ticks;
    QTest::newRow("last digit") << Moment::parse(u"2026-02-25T16:29:33.0000001Z")->ticks;
    QTest::newRow("zero") << qint64 {0};
    QTest::newRow("before 1970") << qint64 {-1};
    QTest::newRow("long before 1970") << Moment::parse(u"1601-01-01T00:00:00Z")->ticks;
    QTest::newRow("year 9999") << Moment::parse(u"9999-12-31T23:59:59.9999999Z")->ticks;
}

void CacheViews::timesAreIsoText()
{
    QFETCH(const qint64, ticks);
    samples::Folder folder;
    const auto writer = CacheWriter::open(folder.path(), m_book);
    MUST((*writer)->apply({.incidents = {m_book.enter(samples::incident(u"1"_s, Moment {ticks}))}}));
    QCOMPARE(samples::plainSql(folder.file(u"cache.db"_s), "select updated from incidents"), Moment {ticks}.wire());
}

void CacheViews::wordsAreAsReceived()
{
    QCOMPARE(ask("select status || ' ' || classification from incidents where id = '29'"), u"Active somethingNew"_s);
    QCOMPARE(ask("select service_source from alerts"), u"microsoftDefenderForOffice365"_s);
    QCOMPARE(ask("select remediation from evidence where type = 'analyzedMessageEvidence'"), u"pendingApproval"_s);
}

void CacheViews::listsCanBeTakenApart()
{
    QCOMPARE(ask("select value from incidents, json_each(custom_tags) where incidents.id = '29' and value like '%quoted%'"), u"a \"quoted\" tag"_s);
    QCOMPARE(ask("select count(*) from incidents, json_each(sources) where incidents.id = '29'"), u"1"_s);
}

void CacheViews::incidentsAlertsAndEvidenceJoin()
{
    QCOMPARE(ask("select i.id || ' ' || a.id || ' ' || e.network_message_id || ' ' || e.recipient || ' ' || e.position || ' ' || coalesce(e.created, 'none') "
                 "from incidents i join alerts a on a.incident = i.id join evidence e on e.alert = a.id "
                 "where e.network_message_id is not null"),
             u"29 a1 m1 megan@contoso.example 1 none"_s);
    QCOMPARE(ask("select alerts || ' ' || open_alerts || ' ' || pending_actions || ' ' || archived from incidents where id = 29"), u"1 1 1 0"_s);
}

void CacheViews::theDocumentNamesEveryColumn_data()
{
    QTest::addColumn<QString>("view");
    for (const char *view : {"incidents", "alerts", "evidence"})
        QTest::newRow(view) << QString::fromLatin1(view);
}

void CacheViews::theDocumentNamesEveryColumn()
{
    QFETCH(const QString, view);
    QFile file(casemate::test::sourceDir() + u"/docs/cache-views.md"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString document = QString::fromUtf8(file.readAll());
    const QString section = document.section(u"## `%1`"_s.arg(view), 1).section(u"\n## "_s, 0, 0);
    QStringList described;
    static const QRegularExpression row(u"^\\| `([a-z_]+)` \\|"_s, QRegularExpression::MultilineOption);
    for (auto match = row.globalMatch(section); match.hasNext();)
        described.append(match.next().captured(1));
    const QStringList columns = ask("SELECT group_concat(name) FROM pragma_table_info('" + view.toLatin1() + "')").split(u',');
    QVERIFY(columns.size() > 5);
    QCOMPARE(described, columns); // in their order, none forgotten, none invented
}

CASEMATE_TEST(CacheViews)
#include "cacheviews.moc"
