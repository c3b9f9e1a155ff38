// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything of this module against the demo tenant over real sockets: sign-in, both feeds, hunting, every executor. The
// rows are answers to questions that the service's documentation leaves open.

#include "remote/demotenant.h"
#include "remote/feeds.h"
#include "remote/graphdecoder.h"
#include "remote/incidentexecutor.h"
#include "remote/mailexecutor.h"
#include "remote/networktransport.h"
#include "remote/reply.h"
#include "remote/session.h"

#include "domain/facts.h"
#include "domain/pendingaction.h"
#include "domain/rules.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace casemate::test;
using domain::Decision;
using domain::DecisionKind;
using domain::Fact;
using domain::Result;
using remote::Outcome;
using remote::Proof;

namespace {

constexpr int patience = 30'000; // ms

template <class T>
using Function = std::function<void(Result<T>)>;

// Asks and waits.
template <class T>
Result<T> answerOf(const std::function<void(Function<T>)> &ask)
{
    Reply<T> reply;
    ask(reply.function());
    if (!QTest::qWaitFor([&reply] { return reply.came(); }, patience))
        return domain::Error {.kind = domain::ErrorKind::TimedOut, .code = u"no answer"_s};
    return reply.isGood() ? Result<T>(reply.value()) : Result<T>(reply.error());
}

template <class T>
QByteArray words(const Result<T> &result)
{
    if (result)
        return {};
    const domain::Error &error = result.error();
    return (domain::errorKindWord(error.kind) + u' ' + error.tried + u' ' + error.code + u' ' + error.detail).toUtf8();
}

// A client of the demo tenant, signed in.
struct Client {
    explicit Client(const DemoTenant &demo)
        : tenant(demo.tenant())
        , transport(tenant.cloud)
        , session(tenant, transport, secrets, browser, clock)
        , budget(clock, {.security = 10'000, .sync = 10'000, .hunting = 10'000})
        , graph(tenant.cloud, transport, session, budget, clock)
        , decoder(tenant.tenantId)
    {
    }

    domain::Tenant tenant;
    domain::SystemClock clock;
    remote::NetworkTransport transport;
    remote::MemorySecretStore secrets;
    WillingBrowser browser;
    remote::Session session;
    remote::Budget budget;
    remote::GraphClient graph;
    remote::GraphDecoder decoder;
};

} // namespace

class AgainstTheDemo final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theMainJobWorks_data();
    void theMainJobWorks();

private:
    [[nodiscard]] Result<QList<QByteArray>> drain(Client &client, bool alerts);
    [[nodiscard]] Decision decision(const Client &client, DecisionKind kind, const QString &value = {}) const;
    void editsWork(Client &client, const domain::IncidentId &incident);
    void approvalWorks(Client &client, DemoTenant &demo, const domain::PendingAction &action);
    void outcomeIsYes(remote::Executor &executor, const Decision &decision, const QString &handlePattern = {});

    int m_serial = 0;
};

void AgainstTheDemo::theMainJobWorks_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, std::initializer_list<const char *> switches) {
        QStringList arguments {u"--seed"_s, u"7"_s, u"--incidents"_s, u"60"_s};
        for (const char *setting : switches)
            arguments << (setting[0] == '-' ? QStringList {QString::fromLatin1(setting)}
                                            : QStringList {u"--switch"_s, QString::fromLatin1(setting)});
        QTest::newRow(name) << arguments;
    };
    row("as it comes", {});
    row("over TLS, the other answers",
        {"--tls", "deletedLocation=others", "nextLinkStyle=skiptoken", "shortPages=on", "itemTypes=on",
         "commentMembers=old", "huntingAnnotations=on", "alertPropagation=none", "evidenceStampMoves=on",
         "pendingCleared=on"});
}

void AgainstTheDemo::theMainJobWorks()
{
    QFETCH(QStringList, arguments);
    DemoTenant demo;
    QCOMPARE(demo.start(arguments), QString());
    Client client(demo);
    const auto credential = remote::ApplicationCredential::read(demo.credentialFile());
    QVERIFY(credential.hasValue());
    const auto given = answerOf<domain::Done>(
        [&](auto answer) { client.session.setApplicationCredential(*credential, this, answer); });
    QVERIFY(given.hasValue());
    const auto signedIn = answerOf<domain::Capabilities>([&](auto answer) { client.session.signIn(this, answer); });
    QVERIFY2(signedIn.hasValue(), words(signedIn).constData());
    QVERIFY(signedIn->mayEditIncidents && signedIn->mayHunt && signedIn->hasApplicationCredential);

    const auto incidents = drain(client, false);
    QVERIFY2(incidents.hasValue(), words(incidents).constData());
    const remote::DecodedIncidents read = remote::decodeIncidents(*incidents, client.decoder);
    QVERIFY2(read.poison.isEmpty(), read.poison.isEmpty() ? "" : qPrintable(read.poison.constFirst().error.detail));
    QSet<QString> known;
    for (const auto &incident : read.received)
        known.insert(incident.value.id.text);
    QSet<QString> there;
    const QJsonArray world = demo.control(u"/control/world/incidents"_s).value("incidents"_L1).toArray();
    for (const QJsonValue &incident : world)
        there.insert(incident[u"id"_s].toString());
    QCOMPARE(known, there);
    QVERIFY(known.size() >= 60);

    const auto items = drain(client, true);
    QVERIFY2(items.hasValue(), words(items).constData());
    const remote::DecodedAlerts alertsRead = remote::decodeAlerts(*items, client.decoder);
    QVERIFY2(alertsRead.poison.isEmpty(),
             alertsRead.poison.isEmpty() ? "" : qPrintable(alertsRead.poison.constFirst().error.detail));
    QList<domain::Alert> alerts;
    for (const auto &alert : alertsRead.received) {
        QVERIFY(known.contains(alert.value.incident.text));
        alerts.append(alert.value);
    }

    editsWork(client, read.received.constFirst().value.id);
    const QList<domain::PendingAction> waiting = domain::pendingActions(client.session.account().tenantId, alerts);
    const auto mail = std::find_if(waiting.begin(), waiting.end(), [](const domain::PendingAction &action) {
        return action.kind == domain::ActionKind::MailMessage && !action.targets.isEmpty();
    });
    QVERIFY(mail != waiting.end());
    approvalWorks(client, demo, *mail);
}

Result<QList<QByteArray>> AgainstTheDemo::drain(Client &client, bool alerts)
{
    remote::Feeds feeds(client.graph);
    const domain::Moment now = client.clock.now();
    const domain::TimeWindow window {now.plusSeconds(-400 * 24 * 3600), now.plusSeconds(24 * 3600)};
    QList<QByteArray> items;
    auto page = answerOf<remote::PageAnswer>([&](auto answer) {
        if (alerts)
            feeds.listAlerts(window, 40, true, this, answer);
        else
            feeds.listIncidents(window, 20, true, this, answer);
    });
    const qint64 announced = page ? page->page.count.value_or(-1) : -1;
    for (;;) {
        if (!page)
            return page.error();
        items += page->page.items;
        if (!page->page.nextLink)
            break;
        const QByteArray link = *page->page.nextLink;
        page = answerOf<remote::PageAnswer>([&](auto answer) { feeds.nextPage(link, this, answer); });
    }
    if (announced != items.size())
        return domain::Error {.kind = domain::ErrorKind::Incomplete, .code = u"count"_s};
    return items;
}

Decision AgainstTheDemo::decision(const Client &client, DecisionKind kind, const QString &value) const
{
    Decision result;
    result.id = {u"00000000-0000-4000-8000-%1"_s.arg(m_serial, 12, 10, QLatin1Char('0'))};
    result.kind = kind;
    result.value = value;
    const remote::Account account = client.session.account();
    result.tenantId = account.tenantId;
    result.oid = account.oid;
    result.upn = account.upn;
    return result;
}

void AgainstTheDemo::outcomeIsYes(remote::Executor &executor, const Decision &decision, const QString &handlePattern)
{
    const domain::AttemptId attempt {u"11111111-0000-4000-8000-%1"_s.arg(++m_serial, 12, 10, QLatin1Char('0'))};
    const auto outcome = answerOf<Outcome>([&](auto answer) { executor.carryOut(decision, attempt, this, answer); });
    QVERIFY2(outcome.hasValue(), words(outcome).constData());
    QVERIFY2(
        outcome->verdict == Outcome::Class::Yes,
        qPrintable(QString::number(outcome->httpStatus) + u' ' + outcome->error.code + u' ' + outcome->error.detail));
    QVERIFY(!outcome->requestId.isEmpty());
    QVERIFY(QRegularExpression(handlePattern).match(outcome->handle).hasMatch());
}

void AgainstTheDemo::editsWork(Client &client, const domain::IncidentId &incident)
{
    remote::IncidentExecutor executor(client.graph, client.decoder);
    const std::initializer_list<std::pair<DecisionKind, QString>> edits {
        {DecisionKind::Assign, client.session.account().upn},
        {DecisionKind::AddTag, u"Ünïcode tag"_s},
        {DecisionKind::AddTag, u"second"_s},
        {DecisionKind::RemoveTag, u"SECOND"_s},
        {DecisionKind::Comment, {}},
        {DecisionKind::RejectAction, {}},
        {DecisionKind::SetStatus, u"inProgress"_s},
        {DecisionKind::Classify, u"truePositive/phishing"_s},
        {DecisionKind::Resolve, u"falsePositive/notMalicious"_s},
        {DecisionKind::Assign, {}},
    };
    for (const auto &[kind, value] : edits) {
        ++m_serial;
        Decision edit = decision(client, kind, value);
        edit.incident = incident;
        edit.comment = u"why \"so\"\nÜ"_s;
        for (const QString &name : domain::factsReliedOn(kind, !value.isEmpty()))
            edit.facts.append({name, {}, u"cache"_s, {}});
        if (kind == DecisionKind::RejectAction)
            edit.facts.clear(); // of this incident no action is known here
        const auto facts = answerOf<QList<Fact>>([&](auto answer) { executor.readFacts(edit, this, answer); });
        QVERIFY2(facts.hasValue(), words(facts).constData());
        QCOMPARE(facts->size(), edit.facts.size());
        edit.facts = *facts;
        QVERIFY(!executor.digest(edit).isEmpty());
        outcomeIsYes(executor, edit);
        const auto proof = answerOf<Proof>([&](auto answer) { executor.prove(edit, this, answer); });
        QVERIFY2(proof.hasValue(), words(proof).constData());
        QVERIFY2(proof->state == Proof::State::Proved, qPrintable(domain::decisionKindWord(kind) + u' ' + value));
    }
}

void AgainstTheDemo::approvalWorks(Client &client, DemoTenant &demo, const domain::PendingAction &action)
{
    remote::MailExecutor executor(client.graph, client.decoder);
    ++m_serial;
    Decision approve = decision(client, DecisionKind::ApproveAction);
    approve.incident = action.incident;
    approve.action = action.id;
    approve.executor = domain::ExecutorKind::MailRemediation;
    approve.mailAction = domain::MailAction::SoftDelete;
    approve.targets = action.targets;
    for (const QString &name : domain::factsReliedOn(DecisionKind::ApproveAction, false)) {
        if (const auto value = domain::actionFact(action, name))
            approve.facts.append({name, *value, u"cache"_s, {}});
    }
    remote::LatestLocations locations(client.graph);
    const auto lookedUp = [&](remote::MailSource source) {
        return answerOf<QList<Fact>>(
            [&](auto answer) { locations.read(approve.targets, source, remote::Lane::Foreground, this, answer); });
    };
    const auto hunted = lookedUp(remote::MailSource::Hunting);
    QVERIFY2(hunted.hasValue(), words(hunted).constData());
    const auto analyzed = lookedUp(remote::MailSource::AnalyzedEmails);
    QVERIFY2(analyzed.hasValue(), words(analyzed).constData());
    QVERIFY(!hunted->isEmpty());
    QVERIFY(domain::differences(*hunted, *analyzed).isEmpty()); // two sources, one truth
    QVERIFY(!hunted->constFirst().value.isEmpty());
    approve.facts += *hunted;

    const auto facts = answerOf<QList<Fact>>([&](auto answer) { executor.readFacts(approve, this, answer); });
    QVERIFY2(facts.hasValue(), words(facts).constData());
    const auto differences = domain::differences(approve.facts, *facts);
    QVERIFY2(differences.isEmpty(), differences.isEmpty() ? "" : qPrintable(differences.constFirst().name));
    outcomeIsYes(executor, approve, u"^[0-9a-f-]{36}$"_s);
    const auto proof = [&] { return answerOf<Proof>([&](auto answer) { executor.prove(approve, this, answer); }); };
    const auto early = proof();
    QVERIFY2(early.hasValue(), words(early).constData());
    QCOMPARE(early->state, Proof::State::NotYet); // accepted is not proved
    QVERIFY(!demo.control(u"/control/clock/advance"_s, {{u"seconds"_s, 120}}).isEmpty());
    const auto late = proof();
    QVERIFY2(late.hasValue(), words(late).constData());
    QCOMPARE(late->state, Proof::State::Proved);

    int remediations = 0;
    const QJsonArray effects = demo.control(u"/control/effects"_s).value("effects"_L1).toArray();
    for (const QJsonValue &effect : effects)
        remediations += effect.toObject().value("kind"_L1).toString() == "remediate"_L1 ? 1 : 0;
    QCOMPARE(remediations, 1);
}

CASEMATE_TEST(AgainstTheDemo)
#include "againstthedemo.moc"
