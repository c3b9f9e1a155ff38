// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A program that does what casemate does without a window, with the real engine, transport and databases, and that kills
// itself at a chosen moment. `sync` pulls; `decide` takes decisions and sends nothing; `send` sends until every decision is
// at rest and pulls. One line of JSON at the end tells what was counted. Exit 0: done.
//
//     casemate-victim sync|decide|send --tenant FILE --data FOLDER [--count REGEX] [--choices FILE]
//                     [--die-at-commit N | --die-in-statement N | --die-at-request N | --die-after-answer N | --die-on-arrival N]
//
// --tenant: the ready line of the demo tenant. --die-on-arrival: once the tenant has got the N-th counted request.

#include "scenarios/demotenant.h"
#include "scenarios/trap.h"

#include "models/desk.h"
#include "remote/graphdecoder.h"
#include "remote/networktransport.h"
#include "remote/session.h"
#include "remote/sessionrecord.h"
#include "store/datapaths.h"
#include "store/readers.h"
#include "sync/engineproxy.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrlQuery>

#include <cstdio>

using namespace Qt::StringLiterals;
using domain::Result;
using scenarios::Event;

namespace {

struct Orders {
    QString mode;
    QString data;
    domain::Tenant tenant;
    remote::ApplicationCredential credential;
    QString control;
    QRegularExpression counted;
    QJsonArray choices;
    int arrival = 0;
};

QJsonDocument documentIn(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(source.readAll()) : QJsonDocument();
}

[[noreturn]] void fail(const QString &why)
{
    std::fprintf(stderr, "casemate-victim: %s\n", qPrintable(why));
    std::exit(1);
}

[[noreturn]] void fail(const domain::Error &error)
{
    fail(error.tried + u": "_s + domain::errorKindWord(error.kind) + u' ' + error.code + u' ' + error.detail);
}

Orders readOrders(const QCoreApplication &application, scenarios::Trap &trap)
{
    QCommandLineParser parser;
    for (const char *name : {"tenant", "data", "count", "choices", "die-at-commit", "die-in-statement",
                             "die-at-request", "die-after-answer", "die-on-arrival"})
        parser.addOption({QString::fromLatin1(name), {}, u"VALUE"_s});
    parser.process(application);
    const std::initializer_list<std::pair<QString, Event>> triggers {{u"die-at-commit"_s, Event::Commit},
                                                                     {u"die-in-statement"_s, Event::Statement},
                                                                     {u"die-at-request"_s, Event::Handed},
                                                                     {u"die-after-answer"_s, Event::Answered}};
    for (const auto &[name, event] : triggers) {
        if (parser.isSet(name))
            trap.setTrigger(event, parser.value(name).toInt());
    }
    const QJsonObject ready = documentIn(parser.value(u"tenant"_s)).object();
    if (ready.isEmpty() || parser.positionalArguments().size() != 1)
        fail(u"wrong usage, or the tenant's files are not there"_s);
    const auto read = scenarios::credentialOf(ready);
    if (!read)
        fail(read.error());
    return {.mode = parser.positionalArguments().constFirst(),
            .data = parser.value(u"data"_s),
            .tenant = scenarios::tenantOf(ready),
            .credential = *read,
            .control = ready[u"control"].toString(),
            .counted = QRegularExpression(parser.value(u"count"_s)),
            .choices = documentIn(parser.value(u"choices"_s)).array(),
            .arrival = parser.value(u"die-on-arrival"_s).toInt()};
}

models::Choice choiceOf(const QJsonObject &json)
{
    const auto kind = domain::decisionKind(json[u"kind"].toString());
    if (!kind)
        fail(u"a choice of no known kind"_s);
    return {.kind = *kind,
            .incident = {json[u"incident"].toString()},
            .action = {json[u"action"].toString()},
            .value = json[u"value"].toString(),
            .comment = json[u"comment"].toString()};
}

bool isAtRest(const domain::Decision &decision)
{
    return domain::isFinal(decision.state) || decision.state == domain::DecisionState::NeedsPerson
        || decision.state == domain::DecisionState::Stale;
}

} // namespace

// Main thread.
class Victim final : public QObject
{
    Q_OBJECT
public:
    Victim(Orders orders, scenarios::Trap &trap);
    void start();

private:
    void watchArrival();
    void compose();
    [[nodiscard]] casemate::sync::EngineSetup setup(const QString &folder);
    void pull();
    void decide();
    void sendAll();
    void look();
    void end();

    Orders m_orders;
    scenarios::Trap &m_trap;
    scenarios::TrapGate m_gate;
    QNetworkAccessManager m_control;
    domain::SystemClock m_clock;
    std::shared_ptr<remote::MemorySecretStore> m_secrets = std::make_shared<remote::MemorySecretStore>();
    remote::CommandBrowser m_browser {u"curl -sLo /dev/null"_s};
    std::shared_ptr<const domain::Decoder> m_decoder;
    std::unique_ptr<remote::NetworkTransport> m_signInTransport;
    std::unique_ptr<remote::Session> m_session; // for the sign-in; the engine then takes it up from the secrets
    std::unique_ptr<casemate::sync::EngineProxy> m_engine;
    std::unique_ptr<store::Readers> m_readers;
    std::unique_ptr<models::Desk> m_desk;
    bool m_isAtRest = false;
};

Victim::Victim(Orders orders, scenarios::Trap &trap)
    : m_orders(std::move(orders))
    , m_trap(trap)
    , m_gate(trap, m_orders.mode == u"sync" ? u"ingest"_s : u"engine"_s)
{
}

void Victim::start()
{
    if (m_orders.arrival > 0)
        watchArrival();
    m_signInTransport = std::make_unique<remote::NetworkTransport>(m_orders.tenant.cloud);
    m_session = std::make_unique<remote::Session>(m_orders.tenant, *m_signInTransport, *m_secrets, m_browser, m_clock);
    m_session->signIn(this, [this](const Result<domain::Capabilities> &signedIn) {
        if (!signedIn)
            fail(signedIn.error());
        m_orders.tenant.tenantId = signedIn->tenantId;
        m_orders.tenant.oid = signedIn->oid;
        m_orders.tenant.upn = signedIn->upn;
        m_secrets->write(remote::credentialKey(m_orders.tenant), remote::writtenCredential(m_orders.credential), this,
                         [this](const Result<domain::Done> &) { compose(); });
    });
}

// The tenant answers this question once it has got that many: then the request is there and its answer is not here.
void Victim::watchArrival()
{
    QUrl url(m_orders.control + u"/control/requests"_s);
    QUrlQuery query;
    query.addQueryItem(u"route"_s, QString::fromLatin1(QUrl::toPercentEncoding(m_orders.counted.pattern())));
    query.addQueryItem(u"atLeast"_s, QString::number(m_orders.arrival));
    url.setQuery(query);
    QNetworkReply *reply = m_control.get(QNetworkRequest(url));
    connect(reply, &QNetworkReply::finished, this, [reply] {
        if (reply->error() != QNetworkReply::NoError)
            fail(reply->errorString());
        scenarios::killOneself();
    });
}

casemate::sync::EngineSetup Victim::setup(const QString &folder)
{
    casemate::sync::EngineOptions options;
    options.pollEvery = std::chrono::seconds(0);
    options.sendsOutbox = m_orders.mode == u"send";
    options.pull.incidents = {.pageSize = 10, .items = 60, .pages = 20}; // many requests and windows for few items
    options.pull.alerts = {.pageSize = 20, .items = 120, .pages = 20};
    options.send.hold = std::chrono::seconds(0);
    options.send.firstProof = std::chrono::seconds(0);
    options.send.firstMailProof = std::chrono::seconds(0);
    options.send.settleTime = std::chrono::seconds(1);
    options.send.unknownPatience = std::chrono::seconds(2); // a remediation that never arrived needs a person then
    options.budget = {.security = 100'000, .sync = 100'000, .hunting = 100'000};
    casemate::sync::EngineSeams seams = casemate::sync::EngineSeams::real({});
    seams.transport = [this](const domain::Cloud &cloud) {
        return std::make_shared<scenarios::TrapTransport>(std::make_shared<remote::NetworkTransport>(cloud), m_trap,
                                                          m_orders.counted);
    };
    seams.secrets = [secrets = m_secrets](QObject *, const casemate::sync::EngineSeams::SecretsReady &ready) {
        ready(secrets);
    };
    seams.browser = [] { return std::make_shared<remote::CommandBrowser>(u"false"_s); }; // nobody signs in again
    seams.storage.gate = &m_gate;
    return {.tenant = m_orders.tenant, .folder = folder, .options = options, .seams = seams, .decoder = m_decoder};
}

void Victim::compose()
{
    m_session.reset();
    const store::DataPaths paths {m_orders.data};
    const auto folder = paths.prepareTenant(m_orders.tenant.cloud.name, m_orders.tenant.tenantId, m_orders.tenant.oid);
    if (!folder)
        fail(folder.error());
    m_decoder = std::make_shared<remote::GraphDecoder>(m_orders.tenant.tenantId);
    m_engine = std::make_unique<casemate::sync::EngineProxy>(setup(*folder));
    m_readers = std::make_unique<store::Readers>(*folder, *m_decoder);
    m_desk = std::make_unique<models::Desk>(*m_engine, *m_readers, m_clock,
                                            models::DeskOptions {.hold = std::chrono::seconds(0)});
    m_engine->whenReady(this, [this](const Result<domain::Capabilities> &ready) {
        if (!ready || !ready->signedIn || !ready->hasApplicationCredential || ready->readOnly)
            fail(u"the engine does not get ready"_s);
        if (m_orders.mode == u"sync")
            pull();
        else if (m_orders.mode == u"decide")
            decide();
        else
            sendAll();
    });
}

void Victim::pull()
{
    m_engine->pull(false, this, [this](const Result<domain::PullState> &state) {
        if (!state)
            fail(state.error());
        end();
    });
}

void Victim::decide()
{
    QList<models::Choice> choices;
    for (const QJsonValue &choice : std::as_const(m_orders.choices))
        choices.append(choiceOf(choice.toObject()));
    m_desk->decideAll(choices, this, [this](const QList<Result<domain::DecisionId>> &taken) {
        for (const auto &one : taken) {
            if (!one)
                fail(one.error());
        }
        end();
    });
}

void Victim::sendAll()
{
    connect(m_engine.get(), &domain::Engine::ledgerChanged, this, &Victim::look);
    look();
}

void Victim::look()
{
    m_readers->ask<QList<domain::Decision>>(
        this, u"outbox"_s, [](store::ReadSession &session) { return session.ledger().outbox(); },
        [this](const Result<QList<domain::Decision>> &open) {
            if (!open && open.error().kind != domain::ErrorKind::Cancelled)
                fail(open.error());
            if (!open || !std::all_of(open->cbegin(), open->cend(), isAtRest) || std::exchange(m_isAtRest, true))
                return;
            pull();
        });
}

void Victim::end()
{
    QJsonObject counts;
    for (size_t i = 0; i < scenarios::eventNames.size(); ++i)
        counts.insert(QString::fromLatin1(scenarios::eventNames.at(i)), m_trap.count(Event(i)));
    counts.insert(u"oid"_s, m_orders.tenant.oid);
    std::printf("%s\n", QJsonDocument(counts).toJson(QJsonDocument::Compact).constData());
    m_desk.reset();
    m_readers.reset();
    m_engine.reset();
    QCoreApplication::exit(0);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    scenarios::Trap trap;
    Victim victim(readOrders(application, trap), trap);
    QMetaObject::invokeMethod(&victim, &Victim::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

#include "victim.moc"
