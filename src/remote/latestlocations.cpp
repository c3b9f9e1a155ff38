// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "latestlocations.h"

#include "kql.h"

#include "domain/ask.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace remote {

using domain::MailTarget;
using domain::Result;

namespace {

// One question per message: with its recipient if a single one is meant, else for all of them.
QList<MailTarget> questionsFor(const QList<MailTarget> &targets)
{
    QMap<QString, MailTarget> byMessage;
    for (const MailTarget &target : targets) {
        const auto known = byMessage.find(target.networkMessageId);
        if (known == byMessage.end())
            byMessage.insert(target.networkMessageId, target);
        else if (known->recipient != target.recipient)
            known->recipient.clear();
    }
    return byMessage.values();
}

// Asks analyzedEmails message by message. Deletes itself when it has answered.
class EmailLook final : public QObject
{
public:
    EmailLook(GraphClient &client, const QList<MailTarget> &targets, Lane lane, domain::Answer<MailLook> answer)
        : m_client(client)
        , m_open(questionsFor(targets))
        , m_lane(lane)
        , m_answer(std::move(answer))
    {
        m_look.source = u"analyzedEmail"_s;
    }

    void askNext()
    {
        if (m_open.isEmpty())
            return end(m_look);
        AnalyzedEmails(m_client).get(m_open.takeFirst(), m_lane, this,
                                     [this](const Result<AnalyzedEmails::Found> &found) {
                                         if (!found)
                                             return end(found.error());
                                         m_look.sightings += sightings(found->emails);
                                         m_look.serverDate = found->serverDate;
                                         askNext();
                                     });
    }

private:
    void end(Result<MailLook> result)
    {
        m_answer(std::move(result));
        deleteLater();
    }

    GraphClient &m_client;
    QList<MailTarget> m_open;
    Lane m_lane;
    domain::Answer<MailLook> m_answer;
    MailLook m_look;
};

// One hunting query for the places, and one for the events if they are wanted. Deletes itself when it has answered.
class HuntingLook final : public QObject
{
public:
    HuntingLook(GraphClient &client, const QList<MailTarget> &targets, const std::optional<domain::Moment> &eventsSince,
                Lane lane, domain::Answer<MailLook> answer)
        : m_client(client)
        , m_targets(targets)
        , m_eventsSince(eventsSince)
        , m_lane(lane)
        , m_answer(std::move(answer))
    {
        m_look.source = u"hunting"_s;
    }

    void askPlaces()
    {
        Hunting(m_client).run(latestLocationQuery(m_targets), u"P30D"_s, m_lane, this,
                              [this](const Result<HuntingAnswer> &answer) {
                                  if (!answer)
                                      return end(answer.error());
                                  m_look.sightings = sightings(*answer);
                                  m_look.serverDate = answer->serverDate;
                                  if (m_eventsSince)
                                      askEvents();
                                  else
                                      end(m_look);
                              });
    }

private:
    void askEvents()
    {
        Hunting(m_client).run(postDeliveryQuery(m_targets, *m_eventsSince), u"P30D"_s, m_lane, this,
                              [this](const Result<HuntingAnswer> &answer) {
                                  if (!answer)
                                      return end(answer.error());
                                  addEvents(m_look.sightings, *answer);
                                  end(m_look);
                              });
    }

    void end(Result<MailLook> result)
    {
        m_answer(std::move(result));
        deleteLater();
    }

    GraphClient &m_client;
    QList<MailTarget> m_targets;
    std::optional<domain::Moment> m_eventsSince;
    Lane m_lane;
    domain::Answer<MailLook> m_answer;
    MailLook m_look;
};

} // namespace

void LatestLocations::read(const QList<MailTarget> &targets, MailSource source, Lane lane, QObject *asker,
                           FactsFunction answer)
{
    look(targets, source, {}, lane, asker, [targets, answer = std::move(answer)](const Result<MailLook> &seen) {
        if (seen)
            answer(locationFacts(targets, seen->sightings, seen->source, seen->serverDate));
        else
            answer(seen.error());
    });
}

void LatestLocations::look(const QList<MailTarget> &targets, MailSource source,
                           const std::optional<domain::Moment> &eventsSince, Lane lane, QObject *asker,
                           std::function<void(Result<MailLook>)> function)
{
    domain::Answer<MailLook> answer(asker, std::move(function));
    if (targets.isEmpty())
        return answer(MailLook {});
    // Children of the client, so that none outlives it; gone with the asker at once, before the next step is taken.
    if (source == MailSource::AnalyzedEmails) {
        auto *look = new EmailLook(m_client, targets, lane, std::move(answer));
        look->setParent(&m_client);
        QObject::connect(asker, &QObject::destroyed, look, [look] { delete look; });
        look->askNext();
    } else {
        auto *look = new HuntingLook(m_client, targets, eventsSince, lane, std::move(answer));
        look->setParent(&m_client);
        QObject::connect(asker, &QObject::destroyed, look, [look] { delete look; });
        look->askPlaces();
    }
}

} // namespace remote
