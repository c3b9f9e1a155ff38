// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tenant.h"

#include "graphapi.h"
#include "life.h"
#include "organisation.h"
#include "populate.h"
#include "random.h"
#include "tenantcontrol.h"

namespace simulator {

namespace {

Switches switchesFrom(const QHash<QString, QString> &values)
{
    Switches switches;
    for (auto entry = values.cbegin(); entry != values.cend(); ++entry) {
        const QString problem = switches.set(entry.key(), entry.value());
        if (!problem.isEmpty()) {
            qWarning("%s", qPrintable(problem));
        }
    }
    return switches;
}

QString tenantIdFrom(const TenantOptions &options)
{
    return options.tenantId.isEmpty() ? Random(options.seed, {1}).guid() : options.tenantId;
}

QString domainFrom(const TenantOptions &options)
{
    return options.domain.isEmpty() ? QString(organisationDomain) : options.domain;
}

Ticks startFrom(const TenantOptions &options)
{
    return options.start.isValid() ? ticksFrom(options.start)
                                   : ticksFrom(QDateTime::currentDateTimeUtc()) / oneHour * oneHour;
}

} // namespace

struct Tenant::Parts {
    explicit Parts(const TenantOptions &options)
        : org({options.seed, options.mailboxes, options.oneAlertEach}, {tenantIdFrom(options), domainFrom(options)},
              startFrom(options), switchesFrom(options.switches))
        , api(org)
        , life(org)
        , control(org, life)
    {
        populate(org, options.incidents);
        api.prepare();
        life.begin();
    }

    Organisation org;
    GraphApi api;
    Life life;
    TenantControl control;
};

Tenant::Tenant(TenantOptions options, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>(options))
{
    m_parts->org.directory.setObserver([this](const QString &upn, Directory::Change change) { tell(upn, change); });
}

Tenant::~Tenant() = default;

void Tenant::tell(const QString &upn, Directory::Change change)
{
    if (change == Directory::Change::SessionsRevoked) {
        Q_EMIT sessionsRevoked(upn);
    } else {
        Q_EMIT accountEnabled(upn, change == Directory::Change::Enabled);
    }
}

Response Tenant::graph(const Request &request, const Caller &caller)
{
    return m_parts->api.answer(request, caller);
}

std::optional<Response> Tenant::control(const Request &request)
{
    return m_parts->control.answer(request);
}

void Tenant::advance(qint64 milliseconds)
{
    m_parts->life.advance(milliseconds * oneMillisecond);
}

void Tenant::after(qint64 ticks, const std::function<void()> &deed)
{
    m_parts->org.agenda.at(m_parts->org.clock.now() + ticks, deed);
}

void Tenant::watchEffects(const std::function<void(const QJsonObject &)> &watcher)
{
    m_parts->org.effects.watch(watcher);
}

QDateTime Tenant::now() const
{
    return timeFrom(m_parts->org.clock.now());
}

QJsonArray Tenant::accounts() const
{
    return m_parts->org.people.accounts();
}

} // namespace simulator
