// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/realms.h"

#include "simulator/entradevice.h"
#include "simulator/formdata.h"
#include "simulator/stamp.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int disabledAccount = 50057; // AADSTS

qint64 realTime()
{
    return QDateTime::currentMSecsSinceEpoch();
}

CallLimits callLimits(const Options &options)
{
    CallLimits limits = options.switches.limits;
    limits.unthrottled = options.unthrottled;
    return limits;
}

TenantOptions tenantOptions(const World &world, const Options &options, int index)
{
    const Identity &identity = world.tenants[index].identity;
    const bool isReplay = !options.replayFolder.isEmpty() && index == 0;
    return {world.seed + static_cast<quint64>(index),
            isReplay ? 0 : world.size.incidents,
            identity.tenantId,
            world.start,
            options.tenantSwitches,
            identity.domain,
            world.size.mailboxes,
            world.size.oneAlertEach};
}

EntraState entraState(const Options &options, const Identity &identity, const Tenant &tenant)
{
    return {TokenMint(identity, accountsFrom(tenant.accounts()), realTime),
            options.switches.entra,
            {},
            realTime,
            options.autoApprove};
}

// What a token says, before anybody has looked at its signature: enough to find who will look.
QString tenantIn(const QByteArray &authorization)
{
    const QList<QByteArray> parts = authorization.mid(7).split('.');
    const QByteArray claims = QByteArray::fromBase64(parts.value(1), QByteArray::Base64UrlEncoding);
    return QJsonDocument::fromJson(claims).object()[u"tid"].toString();
}

QString clientIn(const Request &request)
{
    const QString asked = request.parameter(u"client_id"_s);
    return asked.isEmpty() ? formValue(decodeForm(request.body), u"client_id") : asked;
}

template <typename Condition>
Realm &firstThat(const std::vector<std::unique_ptr<Realm>> &realms, Condition holds)
{
    const auto found =
        std::find_if(realms.begin(), realms.end(), [&holds](const auto &realm) { return holds(*realm); });
    return found == realms.end() ? *realms.front() : **found;
}

bool isSame(const QString &first, const QString &second)
{
    return first.compare(second, Qt::CaseInsensitive) == 0;
}

} // namespace

Realm::Realm(const Options &options, const World &world, int index, std::optional<Replay> recorded)
    : tenant(tenantOptions(world, options, index))
    , entra(entraState(options, world.tenants[index].identity, tenant))
    , door(
          entra,
          [this](const Request &request, const Caller &caller) {
              return m_replay ? m_replay->graph(request, caller, ticksFrom(tenant.now()))
                              : tenant.graph(request, caller);
          },
          [this] { return tenant.now(); }, realTime, callLimits(options))
    , m_replay(std::move(recorded))
{
    entra.restoreRefreshTokens(world.tenants[index].refreshTokens);
    QObject::connect(&tenant, &Tenant::sessionsRevoked, &tenant, [this](const QString &upn) {
        tellEntra({{u"revokeRefreshTokens"_s, upn}});
    });
    QObject::connect(&tenant, &Tenant::accountEnabled, &tenant, [this](const QString &upn, bool enabled) {
        tellEntra({{u"refuse"_s, QJsonObject {{u"number"_s, disabledAccount}, {u"upn"_s, upn}, {u"count"_s, 0}, {u"withdraw"_s, enabled}}}});
    });
}

// Of most people of the tenant the sign-in service knows nothing, and then has nothing to do.
void Realm::tellEntra(const QJsonObject &order)
{
    if (const auto done = entra.control(order); !done)
        qDebug("%ls", qUtf16Printable(done.error()));
}

Realms::Realms(const Options &options, const World &world, std::optional<Replay> recorded)
{
    for (int i = 0; i < world.tenants.size(); ++i)
        m_realms.push_back(std::make_unique<Realm>(options, world, i, i == 0 ? std::move(recorded) : std::nullopt));
}

// A shared name (organizations) says nothing; the application that asks is registered in one tenant only.
Realm &Realms::ofSignIn(const Request &request)
{
    if (request.path == deviceLoginPath) {
        const QString code = request.parameter(u"user_code"_s);
        return firstThat(m_realms, [&code](Realm &realm) { return realm.entra.isWaitedFor(code); });
    }
    const QString name = request.path.section(u'/', 1, 1);
    const QString client = clientIn(request);
    const bool isShared = isSame(name, u"organizations"_s) || isSame(name, u"common"_s);
    return firstThat(m_realms, [&](Realm &realm) {
        const Identity &identity = realm.entra.state().mint.identity();
        return isShared ? isSame(client, identity.clientId) || isSame(client, identity.applicationId)
                        : realm.entra.isOurTenant(name);
    });
}

Realm &Realms::ofGraph(const Request &request)
{
    if (m_realms.size() == 1) // a token is read but once on the way to most answers
        return *m_realms.front();
    const QString id = tenantIn(request.header("Authorization"));
    return firstThat(m_realms,
                     [&id](Realm &realm) { return isSame(realm.entra.state().mint.identity().tenantId, id); });
}

QString Realms::tenantOf(const Request &request)
{
    return (Entra::isPath(request.path) ? ofSignIn(request) : ofGraph(request)).id();
}

void Realms::watchEffects(const std::function<void(const QJsonObject &)> &watcher)
{
    for (const auto &realm : m_realms) {
        realm->tenant.watchEffects([watcher, id = realm->id()](QJsonObject line) {
            line.insert(u"tenant"_s, id);
            watcher(line);
        });
    }
}

Realm *Realms::named(const QString &name)
{
    for (std::size_t i = 0; i < m_realms.size(); ++i) {
        const Identity &identity = m_realms[i]->entra.state().mint.identity();
        if (name.isEmpty() || name == QString::number(i + 1) || isSame(name, identity.tenantId)
            || isSame(name, identity.domain))
            return m_realms[i].get();
    }
    return nullptr;
}

void Realms::advance(qint64 milliseconds)
{
    for (const auto &realm : m_realms)
        realm->tenant.advance(milliseconds);
}

QJsonArray Realms::accounts() const
{
    QJsonArray lists;
    for (const auto &realm : m_realms)
        lists.append(QJsonValue(realm->tenant.accounts()));
    return lists;
}

QJsonArray Realms::list() const
{
    QJsonArray list;
    for (const auto &realm : m_realms) {
        const Identity &identity = realm->entra.state().mint.identity();
        list.append(QJsonObject {{u"tenant"_s, identity.tenantId},
                                 {u"domain"_s, identity.domain},
                                 {u"clientId"_s, identity.clientId},
                                 {u"applicationId"_s, identity.applicationId}});
    }
    return list;
}

QList<QJsonArray> Realms::refreshTokens() const
{
    QList<QJsonArray> lists;
    for (const auto &realm : m_realms)
        lists.append(realm->entra.refreshTokens());
    return lists;
}

} // namespace simulator
