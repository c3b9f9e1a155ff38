// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/worldfile.h"

#include "simulator/people.h"
#include "simulator/privatefolder.h"

#include <QFile>
#include <QJsonDocument>
#include <QTimeZone>

#include <utility>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int Version = 1;

QDateTime lastFullHour()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return {now.date(), QTime(now.time().hour(), 0), QTimeZone::utc()};
}

QString domainOf(int index)
{
    const QStringList names {organisationDomain, u"northquay.example"_s, u"tidewell.example"_s, u"fernmoor.example"_s,
                             u"saltmarsh.example"_s};
    return index < names.size() ? names[index] : u"tenant%1.example"_s.arg(index + 1);
}

Result<World> made(const Options &options)
{
    World world;
    for (int i = 0; i < options.tenants; ++i) {
        auto identity = Identity::make(domainOf(i));
        if (!identity)
            return Failure {identity.error()};
        world.tenants.append(WorldTenant {identity.take()});
    }
    world.seed = options.seed;
    world.size = options.size;
    world.size.incidents = options.incidents.value_or(options.size.incidents);
    world.start = options.start.isValid() ? options.start : lastFullHour();
    return world;
}

QJsonObject toJson(const WorldTenant &tenant)
{
    return {{u"identity"_s, tenant.identity.toJson()}, {u"refreshTokens"_s, tenant.refreshTokens}};
}

Result<WorldTenant> tenantFrom(const QJsonObject &json)
{
    auto identity = Identity::fromJson(json[u"identity"].toObject());
    if (!identity)
        return Failure {identity.error()};
    return WorldTenant {identity.take(), json[u"refreshTokens"].toArray()};
}

} // namespace

Result<World> World::open(const Options &options)
{
    QFile file(options.worldFile);
    if (options.worldFile.isEmpty() || !file.exists())
        return made(options);
    if (!file.open(QIODevice::ReadOnly))
        return Failure {u"the world file %1 cannot be read: %2"_s.arg(options.worldFile, file.errorString())};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    if (json[u"version"].toInteger() != Version)
        return Failure {u"%1 is not a world file of this version"_s.arg(options.worldFile)};
    World world;
    QList<QJsonObject> tenants {json};
    const QJsonArray others = json[u"others"].toArray();
    for (const QJsonValue &other : others)
        tenants.append(other.toObject());
    for (const QJsonObject &entry : std::as_const(tenants)) {
        auto tenant = tenantFrom(entry);
        if (!tenant)
            return Failure {tenant.error()};
        world.tenants.append(tenant.take());
    }
    world.seed = json[u"seed"].toString().toULongLong(); // text: JSON numbers end at 2^63
    const WorldSize *size = findWorldSize(json[u"size"].toString());
    world.size = size != nullptr ? *size : worldSizes().front(); // files from before there were sizes
    world.size.incidents = static_cast<int>(json[u"incidents"].toInteger());
    world.start = QDateTime::fromString(json[u"start"].toString(), Qt::ISODateWithMs);
    return world;
}

Result<QString> World::save(const QString &file) const
{
    QJsonObject json = toJson(tenants.first()); // in the place it had when there could be but one
    QJsonArray others;
    for (qsizetype i = 1; i < tenants.size(); ++i)
        others.append(toJson(tenants[i]));
    json.insert(u"others"_s, others);
    json.insert(u"version"_s, Version);
    json.insert(u"seed"_s, QString::number(seed));
    json.insert(u"size"_s, size.name);
    json.insert(u"incidents"_s, size.incidents);
    json.insert(u"start"_s, start.toUTC().toString(Qt::ISODateWithMs));
    return writePrivately(file, QJsonDocument(json).toJson());
}

} // namespace simulator
