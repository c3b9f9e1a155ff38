// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingasker.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace simulator::test;

namespace {

QString textOf(const QJsonObject &mail, const char16_t *name)
{
    return mail[QStringView(name)].toString();
}

QString senderOf(const QJsonObject &mail)
{
    return mail[u"senderDetail"][u"fromAddress"].toString();
}

} // namespace

// Operators over the tenant's mails. What they should give is computed here from what analyzedEmails says about the same
// mails, one object for a message and recipient.
class KqlOperators : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void conditions_data();
    void conditions();
    void columnsAreChosen_data();
    void columnsAreChosen();
    void rowsAreSorted();
    void rowsAreCut();
    void rowsAreGrouped();
    void daysAreGrouped();
    void listsAreGathered();
    void theLatestRowIsFound();
    void distinctRows();
    void joinsOfEveryKind_data();
    void joinsOfEveryKind();
    void joinedColumnsKeepApart();
    void joinOnColumnsOfTwoNames();
    void joinWithoutKey();
    void nullsHaveNoPartner();
    void unions();
    void listsAreExpanded();
    void orderSurvivesLaterOperators();
    void namesThatDifferInCaseOnly();

private:
    using Keep = std::function<bool(const QJsonObject &mail)>;
    [[nodiscard]] QStringList idsOf(const Keep &keep) const; // ReportIds, sorted
    [[nodiscard]] QStringList sorted(const HuntingReply &reply, const QString &column) const;

    std::unique_ptr<TenantDriver> m_driver;
    QList<QJsonObject> m_mails;
};

void KqlOperators::initTestCase()
{
    m_driver = std::make_unique<TenantDriver>(60);
    m_mails = allMails(*m_driver);
    QVERIFY(m_mails.size() > 2000);
}

QStringList KqlOperators::idsOf(const Keep &keep) const
{
    QStringList ids;
    for (const QJsonObject &mail : m_mails) {
        if (keep(mail)) {
            ids.append(textOf(mail, u"id"));
        }
    }
    ids.sort();
    return ids;
}

QStringList KqlOperators::sorted(const HuntingReply &reply, const QString &column) const
{
    QStringList texts = reply.texts(column);
    texts.sort();
    return texts;
}

void KqlOperators::conditions_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QStringList>("ids");
    const QJsonObject some = m_mails.at(m_mails.size() / 2);
    const QString id = textOf(some, u"networkMessageId");
    const QString recipient = textOf(some, u"recipientEmailAddress");
    const QDateTime now = m_driver->tenant().now();
    QSet<QString> ofRecipient;
    for (const QJsonObject &mail : m_mails) {
        if (textOf(mail, u"recipientEmailAddress") == recipient) {
            ofRecipient.insert(textOf(mail, u"networkMessageId"));
        }
    }
    const auto add = [this](const char *name, const QString &condition, const Keep &keep) {
        QTest::newRow(name) << condition << idsOf(keep);
        QVERIFY2(!idsOf(keep).isEmpty(), name);
    };
    add("==", u"NetworkMessageId == '%1'"_s.arg(id), [&](const QJsonObject &m) { return textOf(m, u"networkMessageId") == id; });
    add("=~", u"NetworkMessageId =~ '%1'"_s.arg(id.toUpper()), [&](const QJsonObject &m) { return textOf(m, u"networkMessageId") == id; });
    add("!=", u"RecipientEmailAddress != '%1'"_s.arg(recipient), [&](const QJsonObject &m) { return textOf(m, u"recipientEmailAddress") != recipient; });
    add("in", u"NetworkMessageId in ('x', '%1')"_s.arg(id), [&](const QJsonObject &m) { return textOf(m, u"networkMessageId") == id; });
    add("in~", u"RecipientEmailAddress in~ ('%1')"_s.arg(recipient.toUpper()),
        [&](const QJsonObject &m) { return textOf(m, u"recipientEmailAddress") == recipient; });
    add("in a table", u"NetworkMessageId in ((EmailEvents | where RecipientEmailAddress == '%1' | project NetworkMessageId))"_s.arg(recipient),
        [&](const QJsonObject &m) { return ofRecipient.contains(textOf(m, u"networkMessageId")); });
    add("has", u"Subject has 'menu'"_s, [](const QJsonObject &m) { return textOf(m, u"subject").split(u' ').contains(u"menu"_s, Qt::CaseInsensitive); });
    add("contains", u"Subject contains 'ENU'"_s, [](const QJsonObject &m) { return textOf(m, u"subject").contains(u"enu"_s, Qt::CaseInsensitive); });
    add("startswith", u"Subject startswith 'lunch'"_s, [](const QJsonObject &m) { return textOf(m, u"subject").startsWith(u"Lunch"_s); });
    add("endswith", u"SenderFromAddress endswith '.EXAMPLE'"_s, [](const QJsonObject &m) { return senderOf(m).endsWith(u".example"_s); });
    add("matches regex", u"Subject matches regex '[0-9]{2}$'"_s,
        [](const QJsonObject &m) { return textOf(m, u"subject").contains(QRegularExpression(u"[0-9]{2}$"_s)); });
    add("ago", u"Timestamp > ago(3d)"_s, [&](const QJsonObject &m) { return timeOf(m[u"loggedDateTime"]) >= now.addDays(-3); });
    add("between", u"Timestamp between (datetime(%1) .. 2d)"_s.arg(now.addDays(-9).toString(Qt::ISODate)), [&](const QJsonObject &m) {
        return timeOf(m[u"loggedDateTime"]) >= now.addDays(-9) && timeOf(m[u"loggedDateTime"]) < now.addDays(-7);
    });
    add("number", u"UrlCount > 0"_s, [](const QJsonObject &m) { return !m[u"urls"].toArray().isEmpty(); });
    add("empty", u"isempty(ThreatTypes)"_s, [](const QJsonObject &m) { return m[u"latestDelivery"][u"latestThreats"].toString().isEmpty(); });
    add("and, or, not", u"(UrlCount > 0 or AttachmentCount > 0) and not(SenderFromAddress has 'docs-share.example')"_s, [](const QJsonObject &m) {
        return (!m[u"urls"].toArray().isEmpty() || !m[u"attachments"].toArray().isEmpty()) && !senderOf(m).contains(u"docs-share.example");
    });
    add("json", u"parse_json(AuthenticationDetails).DMARC == 'fail'"_s, [](const QJsonObject &m) { return m[u"authenticationDetails"][u"dmarc"] == u"fail"_s; });
    add("large number", u"EmailClusterId == %1"_s.arg(textOf(some, u"emailClusterId")),
        [&](const QJsonObject &m) { return textOf(m, u"emailClusterId") == textOf(some, u"emailClusterId"); });
}

void KqlOperators::conditions()
{
    QFETCH(QString, condition);
    const HuntingReply reply = hunt(*m_driver, u"EmailEvents | where %1 | project ReportId"_s.arg(condition));
    QVERIFY2(reply.status == 200, qPrintable(reply.message));
    QTEST(sorted(reply, u"ReportId"_s), "ids");
}

void KqlOperators::columnsAreChosen_data()
{
    QTest::addColumn<QString>("operators");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("project") << u"project Url, Stamp = Timestamp"_s << QStringList {u"Url"_s, u"Stamp"_s};
    QTest::newRow("project-away") << u"project-away Url*, ReportId"_s << QStringList {u"Timestamp"_s, u"NetworkMessageId"_s};
    QTest::newRow("project-keep") << u"project-keep UrlLocation, Timestamp"_s << QStringList {u"Timestamp"_s, u"UrlLocation"_s};
    QTest::newRow("project-rename") << u"project-rename Link = Url | project Link"_s << QStringList {u"Link"_s};
    QTest::newRow("project-reorder") << u"project-reorder ReportId, Url | project-away Timestamp"_s
                                     << QStringList {u"ReportId"_s, u"Url"_s, u"NetworkMessageId"_s, u"UrlDomain"_s, u"UrlLocation"_s};
    QTest::newRow("extend") << u"project Url | extend Length = strlen(Url), Url = tolower(Url)"_s << QStringList {u"Url"_s, u"Length"_s};
}

void KqlOperators::columnsAreChosen()
{
    QFETCH(QString, operators);
    const HuntingReply reply = hunt(*m_driver, u"EmailUrlInfo | %1 | take 3"_s.arg(operators));
    QVERIFY2(reply.status == 200, qPrintable(reply.message));
    QTEST(reply.names(), "names");
    QCOMPARE(reply.rows.first().toObject().size(), reply.names().size());
}

void KqlOperators::rowsAreSorted()
{
    QStringList expected;
    for (const QJsonObject &mail : m_mails) {
        expected.append(textOf(mail, u"subject") + u'\t' + textOf(mail, u"loggedDateTime"));
    }
    std::sort(expected.begin(), expected.end(), [](const QString &left, const QString &right) {
        const QString first = left.section(u'\t', 0, 0);
        const QString second = right.section(u'\t', 0, 0);
        return first != second ? first > second : left < right;
    });
    const HuntingReply reply = hunt(*m_driver, u"EmailEvents | sort by Subject, Timestamp asc | project x = strcat(Subject, '\\t', tostring(Timestamp))"_s);
    QCOMPARE(reply.texts(u"x"_s), expected);
}

void KqlOperators::rowsAreCut()
{
    QStringList times;
    for (const QJsonObject &mail : m_mails) {
        times.append(textOf(mail, u"loggedDateTime"));
    }
    times.sort();
    QCOMPARE(hunt(*m_driver, u"EmailEvents | top 7 by Timestamp asc"_s).texts(u"Timestamp"_s), times.first(7));
    std::reverse(times.begin(), times.end());
    QCOMPARE(hunt(*m_driver, u"EmailEvents | order by Timestamp | limit 7"_s).texts(u"Timestamp"_s), times.first(7));
    QCOMPARE(hunt(*m_driver, u"EmailEvents | take 7"_s).rows.size(), 7);
    QCOMPARE(hunt(*m_driver, u"EmailEvents | take 0"_s).rows.size(), 0);
    QCOMPARE(hunt(*m_driver, u"EmailEvents | count"_s).cell(u"Count"_s).toInteger(), m_mails.size());
}

void KqlOperators::rowsAreGrouped()
{
    QMap<QString, int> counts;
    QMap<QString, QSet<QString>> senders;
    QMap<QString, int> links;
    for (const QJsonObject &mail : m_mails) {
        const QString recipient = textOf(mail, u"recipientEmailAddress");
        ++counts[recipient];
        senders[recipient].insert(senderOf(mail));
        links[recipient] += static_cast<int>(mail[u"urls"].toArray().size());
    }
    const HuntingReply reply = hunt(*m_driver, u"EmailEvents | summarize n = count(), dcount(SenderFromAddress), sum(UrlCount), half = todouble(count()) / 2, "
                                               "withLinks = countif(UrlCount > 0) by RecipientEmailAddress"_s);
    QCOMPARE(reply.rows.size(), counts.size());
    for (const QJsonValue &row : reply.rows) {
        const QString recipient = row[u"RecipientEmailAddress"].toString();
        QCOMPARE(row[u"n"].toInt(), counts.value(recipient));
        QCOMPARE(row[u"dcount_SenderFromAddress"].toInt(), senders.value(recipient).size());
        QCOMPARE(row[u"sum_UrlCount"].toInt(), links.value(recipient));
        QCOMPARE(row[u"half"].toDouble(), counts.value(recipient) / 2.0);
        QVERIFY(row[u"withLinks"].toInt() <= links.value(recipient));
    }
    const HuntingReply nothing = hunt(*m_driver, u"EmailEvents | where false | summarize count(), sum(UrlCount), max(UrlCount)"_s);
    QCOMPARE(nothing.rows, (QJsonArray {QJsonObject {{u"count_"_s, 0}, {u"sum_UrlCount"_s, 0}, {u"max_UrlCount"_s, QJsonValue::Null}}}));
    QCOMPARE(hunt(*m_driver, u"EmailEvents | where false | summarize count() by Subject"_s).rows.size(), 0);
}

void KqlOperators::daysAreGrouped()
{
    QMap<QString, int> counts;
    for (const QJsonObject &mail : m_mails) {
        ++counts[textOf(mail, u"loggedDateTime").left(10)];
    }
    const HuntingReply reply = hunt(*m_driver, u"EmailEvents | summarize count() by bin(Timestamp, 1d) | order by Timestamp asc"_s);
    QMap<QString, int> days;
    for (const QJsonValue &row : reply.rows) {
        QCOMPARE(row[u"Timestamp"].toString().mid(10), u"T00:00:00.0000000Z"_s);
        days.insert(row[u"Timestamp"].toString().left(10), row[u"count_"].toInt());
    }
    QCOMPARE(days, counts);
}

void KqlOperators::listsAreGathered()
{
    QMap<QString, QSet<QString>> domains;
    for (const QJsonObject &mail : m_mails) {
        domains[textOf(mail, u"subject")].insert(mail[u"senderDetail"][u"domainName"].toString());
    }
    const HuntingReply reply = hunt(*m_driver, u"EmailEvents | summarize d = make_set(SenderFromDomain), l = make_list(SenderFromDomain), one = make_set(SenderFromDomain, 1), "
                                               "n = count() by Subject | extend k = array_length(l), j = array_length(one)"_s);
    QCOMPARE(reply.rows.size(), domains.size());
    for (const QJsonValue &row : reply.rows) {
        const QJsonArray list = QJsonDocument::fromJson(row[u"d"].toString().toUtf8()).array();
        QSet<QString> found;
        for (const QJsonValue &item : list) {
            found.insert(item.toString());
        }
        QCOMPARE(found, domains.value(row[u"Subject"].toString()));
        QCOMPARE(list.size(), found.size());
        QCOMPARE(row[u"k"].toInt(), row[u"n"].toInt());
        QCOMPARE(row[u"j"].toInt(), 1);
    }
}

void KqlOperators::theLatestRowIsFound()
{
    QMap<QString, QString> latest; // by recipient
    QMap<QString, QString> earliest;
    for (const QJsonObject &mail : m_mails) {
        const QString entry = textOf(mail, u"loggedDateTime") + u'\t' + textOf(mail, u"id");
        const QString recipient = textOf(mail, u"recipientEmailAddress");
        latest[recipient] = std::max(latest.value(recipient), entry);
        earliest[recipient] = earliest.contains(recipient) ? std::min(earliest.value(recipient), entry) : entry;
    }
    const HuntingReply all = hunt(*m_driver, u"EmailEvents | summarize arg_max(Timestamp, *) by RecipientEmailAddress"_s);
    const HuntingReply first = hunt(*m_driver, u"EmailEvents | summarize arg_min(Timestamp, ReportId), take_any(Subject) by RecipientEmailAddress"_s);
    QCOMPARE(all.rows.size(), latest.size());
    QCOMPARE(all.names().size(), hunt(*m_driver, u"EmailEvents | take 1"_s).names().size());
    for (int i = 0; i < all.rows.size(); ++i) {
        const QString recipient = all.cell(u"RecipientEmailAddress"_s, i).toString();
        QCOMPARE(all.cell(u"Timestamp"_s, i).toString() + u'\t' + all.cell(u"ReportId"_s, i).toString(), latest.value(recipient));
        const QString other = first.cell(u"RecipientEmailAddress"_s, i).toString();
        QCOMPARE(first.cell(u"Timestamp"_s, i).toString() + u'\t' + first.cell(u"ReportId"_s, i).toString(), earliest.value(other));
        QVERIFY(!first.cell(u"Subject"_s, i).toString().isEmpty());
    }
}

void KqlOperators::distinctRows()
{
    QSet<QString> pairs;
    for (const QJsonObject &mail : m_mails) {
        pairs.insert(textOf(mail, u"subject") + u'\t' + senderOf(mail));
    }
    const HuntingReply reply = hunt(*m_driver, u"EmailEvents | distinct Subject, SenderFromAddress | extend x = strcat(Subject, '\\t', SenderFromAddress)"_s);
    const QStringList found = reply.texts(u"x"_s);
    QCOMPARE(found.size(), pairs.size());
    QCOMPARE(QSet<QString>(found.begin(), found.end()), pairs);
}

void KqlOperators::joinsOfEveryKind_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<qsizetype>("rows");
    qsizetype links = 0; // of the message, for every recipient
    qsizetype without = 0;
    QMap<QString, qsizetype> ofMessage;
    for (const QJsonObject &mail : m_mails) {
        const qsizetype count = mail[u"urls"].toArray().size();
        links += count;
        without += count == 0 ? 1 : 0;
        ofMessage.insert(textOf(mail, u"networkMessageId"), count);
    }
    qsizetype unique = 0;
    for (const qsizetype count : std::as_const(ofMessage)) {
        unique += count;
    }
    QVERIFY(without > 0 && unique > 0);
    QTest::newRow("inner") << u"kind=inner"_s << links;
    QTest::newRow("default") << QString() << unique;
    QTest::newRow("leftouter") << u"kind=leftouter"_s << links + without;
    QTest::newRow("rightouter") << u"kind=rightouter"_s << links;
    QTest::newRow("fullouter") << u"kind=fullouter"_s << links + without;
    QTest::newRow("leftsemi") << u"kind=leftsemi"_s << m_mails.size() - without;
    QTest::newRow("leftanti") << u"kind=leftanti"_s << without;
}

void KqlOperators::joinsOfEveryKind()
{
    QFETCH(QString, kind);
    const HuntingReply reply = hunt(*m_driver, u"EmailEvents | join %1 (EmailUrlInfo) on NetworkMessageId | project NetworkMessageId"_s.arg(kind));
    QVERIFY2(reply.status == 200, qPrintable(reply.message));
    QTEST(reply.rows.size(), "rows");
}

void KqlOperators::joinedColumnsKeepApart()
{
    const HuntingReply reply = hunt(*m_driver, u"EmailEvents | project NetworkMessageId, UrlCount, ReportId\n"
                                               "| join kind=leftouter (EmailUrlInfo | project NetworkMessageId, Url, ReportId, Timestamp) on NetworkMessageId"_s);
    QCOMPARE(reply.names(), (QStringList {u"NetworkMessageId"_s, u"UrlCount"_s, u"ReportId"_s, u"NetworkMessageId1"_s, u"Url"_s, u"ReportId1"_s, u"Timestamp"_s}));
    for (const QJsonValue &row : reply.rows) {
        const bool has = row[u"UrlCount"].toInt() > 0;
        QCOMPARE(row[u"NetworkMessageId1"].toString(), has ? row[u"NetworkMessageId"].toString() : QString());
        QCOMPARE(row[u"Timestamp"].isNull(), !has);
        QVERIFY(row[u"Url"].isString());
    }
}

void KqlOperators::joinOnColumnsOfTwoNames()
{
    const QString left = u"EmailEvents | join kind=inner (EmailEvents | distinct SenderFromAddress) on $left.RecipientEmailAddress == $right.SenderFromAddress | count"_s;
    const QString right = u"EmailEvents | join kind=inner (EmailEvents | distinct SenderFromAddress) on $right.SenderFromAddress == $left.RecipientEmailAddress | count"_s;
    QSet<QString> senders;
    for (const QJsonObject &mail : m_mails) {
        senders.insert(senderOf(mail));
    }
    const qsizetype expected = idsOf([&](const QJsonObject &m) { return senders.contains(textOf(m, u"recipientEmailAddress")); }).size();
    QVERIFY(expected > 0);
    QCOMPARE(hunt(*m_driver, left).cell(u"Count"_s).toInteger(), expected);
    QCOMPARE(hunt(*m_driver, right).cell(u"Count"_s).toInteger(), expected);
}

// The right side has no quick way to its rows: it is read once, not once for each row of the left.
void KqlOperators::joinWithoutKey()
{
    TenantDriver driver(60, {{u"huntingStepLimit"_s, u"20000"_s}});
    for (const QString &kind : {u"leftouter"_s, u"rightouter"_s, u"fullouter"_s, u"innerunique"_s}) {
        const HuntingReply other = hunt(driver, u"EmailEvents | join kind=%1 (EmailUrlInfo | extend id = tolower(NetworkMessageId)) on $left.NetworkMessageId == $right.id | count"_s.arg(kind));
        QVERIFY2(other.status == 200, qPrintable(kind + other.message));
    }
    const HuntingReply reply = hunt(driver, u"EmailEvents | join kind=inner (AlertEvidence | where EntityType == 'User' | distinct AccountUpn) on $left.RecipientEmailAddress == $right.AccountUpn | count"_s);
    QVERIFY2(reply.status == 200, qPrintable(reply.message));
    QVERIFY(reply.cell(u"Count"_s).toInt() > 0);
}

// A null has no partner, not even another one.
void KqlOperators::nullsHaveNoPartner()
{
    const auto rows = [this](const QString &kind) {
        return hunt(*m_driver, u"print k = int(null) | union (print k = int(1)) | join kind=%1 (print k = int(null) | union (print k = int(2))) on k"_s.arg(kind)).rows.size();
    };
    QCOMPARE(rows(u"inner"_s), 0);
    QCOMPARE(rows(u"leftanti"_s), 2);
    QCOMPARE(rows(u"leftsemi"_s), 0);
    QCOMPARE(rows(u"fullouter"_s), 4);
    QCOMPARE(rows(u"rightouter"_s), 2);
}

void KqlOperators::unions()
{
    const qsizetype withLinks = idsOf([](const QJsonObject &m) { return !m[u"urls"].toArray().isEmpty(); }).size();
    const HuntingReply reply = hunt(*m_driver, u"EmailEvents | where UrlCount > 0 | project ReportId, UrlCount | union (EmailUrlInfo | project ReportId, Url)"_s);
    QCOMPARE(reply.names(), (QStringList {u"ReportId"_s, u"UrlCount"_s, u"Url"_s}));
    const qsizetype links = hunt(*m_driver, u"EmailUrlInfo"_s).rows.size();
    QCOMPARE(reply.rows.size(), withLinks + links);
    QCOMPARE(reply.texts(u"Url"_s).count(QString()), withLinks); // no null in a string
    const HuntingReply named = hunt(*m_driver, u"union withsource=Table EmailUrlInfo, EmailEvents | summarize count() by Table"_s);
    QCOMPARE(sorted(named, u"Table"_s), (QStringList {u"EmailEvents"_s, u"EmailUrlInfo"_s}));
    QCOMPARE(sorted(named, u"count_"_s).contains(QString::number(links)), true);
    const HuntingReply clash = hunt(*m_driver, u"print x = 1 | union (print x = 'a')"_s);
    QCOMPARE(clash.names(), (QStringList {u"x_long"_s, u"x_string"_s}));
}

void KqlOperators::listsAreExpanded()
{
    const HuntingReply reply = hunt(*m_driver, u"print id = 7, list = dynamic(['a', 2, true, null, {\"k\":\"v\"}]) | mv-expand list | extend t = tostring(list)"_s);
    QCOMPARE(reply.texts(u"t"_s), (QStringList {u"a"_s, u"2"_s, u"true"_s, QString(), u"{\"k\":\"v\"}"_s}));
    QCOMPARE(reply.texts(u"id"_s), QStringList(5, u"7"_s));
    const HuntingReply typed = hunt(*m_driver, u"print list = dynamic([1, 2]) | mv-expand n = list to typeof(long) | where n == 2"_s);
    QCOMPARE(typed.cell(u"n"_s).toInt(), 2);
    QCOMPARE(typed.names(), (QStringList {u"list"_s, u"n"_s}));
}

void KqlOperators::orderSurvivesLaterOperators()
{
    const HuntingReply reply = hunt(*m_driver, u"EmailEvents | sort by Timestamp desc | where UrlCount > 0 | extend Upper = toupper(Subject) | project Upper, ReportId | take 20"_s);
    QList<QJsonObject> mails = m_mails;
    std::stable_sort(mails.begin(), mails.end(), [](const QJsonObject &left, const QJsonObject &right) {
        return textOf(left, u"loggedDateTime") > textOf(right, u"loggedDateTime");
    });
    QStringList expected;
    for (const QJsonObject &mail : std::as_const(mails)) {
        if (!mail[u"urls"].toArray().isEmpty() && expected.size() < 20) {
            expected.append(textOf(mail, u"subject").toUpper());
        }
    }
    QCOMPARE(reply.texts(u"Upper"_s), expected);
}

void KqlOperators::namesThatDifferInCaseOnly()
{
    const HuntingReply reply = hunt(*m_driver, u"EmailEvents | where UrlCount > 0 | project Subject, subject = toupper(Subject) | where subject != Subject | take 1"_s);
    QCOMPARE(reply.cell(u"subject"_s).toString(), reply.cell(u"Subject"_s).toString().toUpper());
}

CASEMATE_TEST(KqlOperators)
#include "kql_operators.moc"
