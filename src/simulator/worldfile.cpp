// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/worldfile.h"

#include "simulator/privatefolder.h"

#include <QFile>
#include <QJsonDocument>
#include <QTimeZone>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int Version = 1;

QDateTime lastFullHour()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return {now.date(), QTime(now.time().hour(), 0), QTimeZone::utc()};
}

Result<World> made(const Options &options)
{
    auto identity = Identity::make();
    if (!identity)
        return Failure {identity.error()};
    const QDateTime start = options.start.isValid() ? options.start : lastFullHour();
    return World {identity.take(), options.seed, options.incidents, start, {}};
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
    auto identity = Identity::fromJson(json[u"identity"].toObject());
    if (!identity)
        return Failure {identity.error()};
    return World {identity.take(),
                  json[u"seed"].toString().toULongLong(), // text: JSON numbers end at 2^63
                  static_cast<int>(json[u"incidents"].toInteger()),
                  QDateTime::fromString(json[u"start"].toString(), Qt::ISODateWithMs),
                  json[u"refreshTokens"].toArray()};
}

Result<QString> World::save(const QString &file) const
{
    const QJsonObject json {{u"version"_s, Version},
                            {u"identity"_s, identity.toJson()},
                            {u"seed"_s, QString::number(seed)},
                            {u"incidents"_s, incidents},
                            {u"start"_s, start.toUTC().toString(Qt::ISODateWithMs)},
                            {u"refreshTokens"_s, refreshTokens}};
    return writePrivately(file, QJsonDocument(json).toJson());
}

} // namespace simulator
