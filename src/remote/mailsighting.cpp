// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailsighting.h"

#include "domain/rules.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace remote {

namespace {

domain::MailTarget targetOf(const QJsonObject &row)
{
    return lowered({row.value("NetworkMessageId"_L1).toString(), row.value("RecipientEmailAddress"_L1).toString()});
}

domain::Word<domain::MailLocation> locationOf(const QString &wire)
{
    return wire.isEmpty() ? domain::Word<domain::MailLocation> {domain::MailLocation::Unknown, {}}
                          : domain::word<domain::MailLocation>(wire);
}

} // namespace

QString locationValue(const domain::Word<domain::MailLocation> &location)
{
    const QString word = domain::wireWord(location.value);
    return word.isEmpty() ? location.wire.toLower() : word;
}

domain::MailTarget lowered(const domain::MailTarget &target)
{
    return {target.networkMessageId.trimmed().toLower(), target.recipient.trimmed().toLower()};
}

QList<MailSighting> sightings(const QList<AnalyzedEmail> &emails)
{
    QList<MailSighting> result;
    for (const AnalyzedEmail &email : emails)
        result.append({lowered(email.target), email.latestLocation, email.latestAction, email.events});
    return result;
}

QList<MailSighting> sightings(const HuntingAnswer &latestLocations)
{
    // The table may hold a mail more than once; the row with the latest time counts.
    QMap<domain::MailTarget, std::pair<QString, MailSighting>> newest;
    for (const QJsonObject &row : latestLocations.rows) {
        const domain::MailTarget target = targetOf(row);
        const QString time = row.value("Timestamp"_L1).toString();
        const auto known = newest.constFind(target);
        if (target.networkMessageId.isEmpty() || (known != newest.constEnd() && known->first > time))
            continue;
        newest.insert(target,
                      {time,
                       {target,
                        locationOf(row.value("LatestDeliveryLocation"_L1).toString()),
                        row.value("LatestDeliveryAction"_L1).toString(),
                        {}}});
    }
    QList<MailSighting> result;
    for (const auto &[time, sighting] : std::as_const(newest))
        result.append(sighting);
    return result;
}

void addEvents(QList<MailSighting> &sightings, const HuntingAnswer &postDelivery)
{
    for (const QJsonObject &row : postDelivery.rows) {
        const domain::MailTarget target = targetOf(row);
        const auto seen = std::find_if(sightings.begin(), sightings.end(),
                                       [&target](const MailSighting &sighting) { return sighting.target == target; });
        const auto time = domain::Moment::parse(row.value("Timestamp"_L1).toString());
        if (seen == sightings.end() || !time)
            continue;
        seen->events.append({*time, row.value("ActionTrigger"_L1).toString(), row.value("ActionType"_L1).toString(),
                             row.value("ActionResult"_L1).toString()});
    }
    for (MailSighting &sighting : sightings) {
        std::stable_sort(sighting.events.begin(), sighting.events.end(),
                         [](const MailEvent &a, const MailEvent &b) { return a.at < b.at; });
    }
}

QList<domain::Fact> locationFacts(const QList<domain::MailTarget> &targets, const QList<MailSighting> &sightings,
                                  const QString &source, const std::optional<domain::Moment> &time)
{
    QMap<QString, domain::Fact> facts;
    const auto add = [&](const domain::MailTarget &target, const QString &value) {
        const QString name = domain::latestLocationFact(target);
        facts.insert(name, {name, value, source, time});
    };
    for (const domain::MailTarget &target : targets) {
        const domain::MailTarget key = lowered(target);
        if (!target.recipient.isEmpty())
            add(target, {});
        for (const MailSighting &sighting : sightings) {
            const bool isIt = sighting.target.networkMessageId == key.networkMessageId
                && (key.recipient.isEmpty() || sighting.target.recipient == key.recipient);
            // named as the decision names it, so that the two compare
            if (isIt)
                add({target.networkMessageId, key.recipient.isEmpty() ? sighting.target.recipient : target.recipient},
                    locationValue(sighting.location));
        }
    }
    return facts.values();
}

} // namespace remote
