// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is not known for sure about the service is a switch of the demo tenant. Under every setting of every switch the client
// goes its main way: signs in, pulls, decides, carries out, proves, pulls again. Afterwards its cache is the tenant's world, and
// its ledger and the tenant's record of effects tell the same story.

#include "scenarios/agreement.h"
#include "scenarios/way.h"

#include "remote/graphdecoder.h"
#include "store/cachereader.h"
#include "support/testmain.h"

#include <QDate>
#include <QJsonArray>
#include <QMap>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace scenarios;
using domain::Decision;
using domain::DecisionKind;
using domain::DecisionState;

namespace {

// What the tenant then refuses or never lets happen: decisions of this kind end so, instead of being proved.
struct Exception {
    QString setting; // "name=value"
    DecisionKind kind;
    DecisionState state;
};

const QList<Exception> exceptions {
    {u"inProgressAccepted=off"_s, DecisionKind::SetStatus, DecisionState::Refused},
    {u"commentLimit=20"_s, DecisionKind::Comment, DecisionState::Refused},
    {u"commentLimit=20"_s, DecisionKind::RejectAction, DecisionState::Refused},
    {u"activeRemediationLimit=0"_s, DecisionKind::ApproveAction, DecisionState::Refused},
    // the evidence cannot be read again, so nothing is sent and a person is asked
    {u"expandOnGet=off"_s, DecisionKind::ApproveAction, DecisionState::Stale},
    {u"expandOnGet=off"_s, DecisionKind::RejectAction, DecisionState::Stale},
};

// Numbers that make a difference, of switches that take any.
const QHash<QString, QStringList> numbers {{u"incidentTopCap"_s, {u"20"_s}},
                                           {u"incidentPage"_s, {u"7"_s}},
                                           {u"alertTopCap"_s, {u"100"_s, u"5000"_s}},
                                           {u"alertPage"_s, {u"3"_s}},
                                           {u"retentionDays"_s, {u"40"_s}},
                                           {u"commentLimit"_s, {u"20"_s, u"30000"_s}},
                                           {u"remediationDelay"_s, {u"0"_s, u"90"_s}},
                                           {u"remediationItemLimit"_s, {u"1"_s}},
                                           {u"activeRemediationLimit"_s, {u"0"_s, u"1"_s}},
                                           {u"analyzedEmailsDays"_s, {u"1"_s}},
                                           {u"huntingRowLimit"_s, {u"50"_s}},
                                           {u"huntingSizeLimit"_s, {u"100"_s}},
                                           {u"huntingStepLimit"_s, {u"20000"_s}},
                                           {u"huntingCpuQuota"_s, {u"0"_s}}};

// How the others stand while one is tried, where that is not as the tenant starts: the world changes by what the test does, and
// nothing takes effect before its time.
const QHash<QString, QString> usual {{u"arrivals"_s, u"off"_s}, {u"colleagues"_s, u"off"_s}, {u"instantRemediation"_s, u"off"_s}};

// This client sends nothing that they change; and what colleagues decide meanwhile is not the client's to prove.
const QSet<QString> unnoticed {u"colleagues"_s, u"approverChecked"_s, u"invokeActionAnswer"_s, u"customDetailsAccepted"_s};

// Those that would hide what others do, or that decide whether something happens at all, are tried one by one. All others
// together, first each with its first other setting, then with its second; CASEMATE_SWITCHES_APART tries them one by one, too.
const QSet<QString> alone {u"activeRemediationLimit"_s, u"adminActionAlert"_s, u"arrivals"_s, u"commentLimit"_s, u"expandOnGet"_s,
                           u"instantRemediation"_s, u"pendingCleared"_s, u"remediationDelay"_s, u"retentionDays"_s, u"shortPages"_s};

struct Material {
    QList<domain::PendingAction> mails; // of one copy each, each in another incident
    QStringList incidents; // others than theirs, open
};

QList<models::Choice> choicesOf(const Material &material)
{
    const auto edit = [&](DecisionKind kind, int i, const QString &value, const QString &comment = {}) {
        return models::Choice {.kind = kind, .incident = {material.incidents[i]}, .value = value, .comment = comment};
    };
    const auto action = [&](DecisionKind kind, int i) {
        return models::Choice {.kind = kind, .incident = material.mails[i].incident, .action = material.mails[i].id, .comment = u"a decision of the test"_s};
    };
    return {action(DecisionKind::ApproveAction, 0),
            action(DecisionKind::RejectAction, 1),
            edit(DecisionKind::AddTag, 0, u"seen"_s),
            edit(DecisionKind::Comment, 1, {}, u"a comment of more than twenty characters"_s),
            edit(DecisionKind::Assign, 2, u"me"_s),
            edit(DecisionKind::Classify, 3, u"truePositive/phishing"_s),
            edit(DecisionKind::SetStatus, 4, u"inProgress"_s),
            edit(DecisionKind::Resolve, 5, u"falsePositive/notMalicious"_s, u"nothing in it"_s)};
}

} // namespace

class SwitchWays : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theClientGoesItsWay_data();
    void theClientGoesItsWay();

private:
    [[nodiscard]] Material materialIn(const Way &way) const;
    [[nodiscard]] QJsonArray worldOf(ProgramRun &tenant, const QStringList &settings) const; // that is readable
    void allAgree(ProgramRun &tenant, const Way &way, const QStringList &settings);
};

void SwitchWays::theClientGoesItsWay_data()
{
    QTest::addColumn<QStringList>("settings"); // "name=value"
    ProgramRun tenant;
    QVERIFY(tenant.startTenant({u"--incidents"_s, u"1"_s}));
    const QJsonArray switches = tenant.control("GET", u"/control/switches"_s)[u"switches"].toArray();
    QVERIFY(switches.size() > 30);
    QTest::newRow("all as they are") << QStringList();
    QList<QStringList> together;
    const bool isApart = qEnvironmentVariableIsSet("CASEMATE_SWITCHES_APART");
    for (const QJsonValue &entry : switches) {
        const QString name = entry[u"name"].toString();
        const bool isNumber = entry[u"settings"].toString() == u"number";
        QVERIFY2(!isNumber || numbers.contains(name), qPrintable(name + u" needs numbers that make a difference"_s));
        QStringList settings = isNumber ? numbers[name] : entry[u"settings"].toString().split(u'|');
        settings.removeAll(usual.value(name, entry[u"initial"].toString()));
        for (int i = 0; i < settings.size() && !unnoticed.contains(name); ++i) {
            const QString setting = name + u'=' + settings[i];
            if (isApart || alone.contains(name)) {
                QTest::newRow(qPrintable(setting)) << QStringList {setting};
                continue;
            }
            together.resize(std::max<qsizetype>(together.size(), i + 1));
            together[i].append(setting);
        }
    }
    for (const QStringList &settings : std::as_const(together))
        QTest::addRow("%d switches together", int(settings.size())) << settings;
}

void SwitchWays::theClientGoesItsWay()
{
    QFETCH(QStringList, settings);
    ProgramRun tenant;
    QStringList words {u"--incidents"_s, u"60"_s, u"--unthrottled"_s};
    for (auto each = usual.begin(); each != usual.end(); ++each)
        words << u"--switch"_s << each.key() + u'=' + each.value();
    for (const QString &setting : std::as_const(settings))
        words << u"--switch"_s << setting;
    QVERIFY(tenant.startTenant(words));
    Way way(tenant);
    QCOMPARE(way.signIn(), QString());
    QCOMPARE(way.pull(), QString());
    const Material material = materialIn(way);
    QVERIFY2(material.mails.size() >= 2, qPrintable(QString::number(material.mails.size())));
    QVERIFY(material.incidents.size() >= 6);
    const QStringList problems = way.decide(choicesOf(material));
    QCOMPARE(problems, QStringList(problems.size()));
    const QString unrest = way.waitUntilAtRest();
    // a sync reads up to the server's full second
    tenant.control("POST", u"/control/clock/advance"_s, {{u"seconds"_s, 120}});
    QCOMPARE(way.pull(), QString());
    allAgree(tenant, way, settings);
    QVERIFY2(unrest.isEmpty() || QTest::currentTestFailed(), qPrintable(unrest));
}

Material SwitchWays::materialIn(const Way &way) const
{
    const remote::GraphDecoder decoder(way.tenantId());
    store::CacheReader reader(way.folder(), decoder);
    const auto pending = reader.pendingActions();
    const auto rows = reader.queue();
    Material material;
    if (!pending || !rows)
        return material;
    QSet<QString> used;
    QMap<QString, domain::PendingAction> mails; // one of each incident
    for (const domain::PendingAction &action : *pending) {
        const bool isOneMail = action.kind == domain::ActionKind::MailMessage && action.recommended && action.targets.size() == 1;
        if (isOneMail && !mails.contains(action.incident.text))
            mails.insert(action.incident.text, action);
        used.insert(action.incident.text);
    }
    material.mails = mails.values();
    for (const domain::QueueRow &row : *rows) {
        const bool isFree = row.assignedTo.raw().isEmpty() && row.status.value == domain::IncidentStatus::Active;
        if (isFree && !used.contains(row.id.text))
            material.incidents.append(row.id.text);
    }
    material.incidents.sort();
    return material;
}

QJsonArray SwitchWays::worldOf(ProgramRun &tenant, const QStringList &settings) const
{
    const QJsonArray all = tenant.control("GET", u"/control/world/incidents"_s)[u"incidents"].toArray();
    const QString setting = settings.join(u' ');
    if (!setting.startsWith(u"retentionDays="))
        return all;
    // whole days back from now, as the tenant counts them
    const QString now = tenant.control("GET", u"/control/state"_s)[u"time"].toString();
    const QDate first = QDate::fromString(now.left(10), Qt::ISODate).addDays(-setting.section(u'=', 1).toInt());
    const auto isReadable = [&first](const QJsonValue &item) {
        return item[u"createdDateTime"].toString() >= first.toString(Qt::ISODate);
    };
    QJsonArray readable;
    for (const QJsonValue &incident : all) {
        if (!isReadable(incident))
            continue;
        QJsonObject kept = incident.toObject();
        QJsonArray alerts;
        const QJsonArray its = incident[u"alerts"].toArray();
        for (const QJsonValue &alert : its) {
            if (isReadable(alert))
                alerts.append(alert);
        }
        kept.insert(u"alerts"_s, alerts);
        readable.append(kept);
    }
    return readable;
}

void SwitchWays::allAgree(ProgramRun &tenant, const Way &way, const QStringList &settings)
{
    const QList<Decision> decisions = way.decisions();
    QVERIFY(decisions.size() >= 8);
    QStringList wrong;
    for (const Decision &decision : decisions) {
        DecisionState expected = DecisionState::Verified;
        for (const Exception &exception : exceptions) {
            if (settings.contains(exception.setting) && exception.kind == decision.kind)
                expected = exception.state;
        }
        if (decision.state != expected)
            wrong.append(u"%1 is %2: %3 %4"_s.arg(domain::decisionKindWord(decision.kind), domain::decisionStateWord(decision.state),
                                                 decision.stateReason, decision.stateDetail));
    }
    wrong += disagreements(decisions, tenant.control("GET", u"/control/effects"_s)[u"effects"].toArray());
    const auto cache = readCache(way.folder(), way.tenantId());
    QVERIFY(cache.hasValue());
    wrong += differences(*cache, stampsOf(worldOf(tenant, settings)));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"; ")));
}

CASEMATE_TEST(SwitchWays)
#include "switchways.moc"
