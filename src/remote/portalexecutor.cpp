// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "portalexecutor.h"

#include "factreading.h"
#include "failure.h"
#include "mailexecutor.h"
#include "mailproof.h"

#include "domain/ask.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace remote {

using domain::Decision;
using domain::Result;

namespace {

QUrl portalPage(const domain::Cloud &cloud, const QString &path, const QString &tenantId)
{
    QUrl url = cloud.portal.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    url.setPath(url.path() + path);
    QUrlQuery query;
    query.addQueryItem(u"tid"_s, tenantId);
    url.setQuery(query);
    return url;
}

} // namespace

QUrl portalIncident(const domain::Cloud &cloud, const QString &tenantId, const domain::IncidentId &incident)
{
    if (!isAddressableId(incident.text))
        return {};
    return portalPage(cloud, u"/incident2/"_s + incident.text + u"/overview"_s, tenantId);
}

QUrl portalPendingActions(const domain::Cloud &cloud, const QString &tenantId)
{
    return portalPage(cloud, u"/action-center/pending"_s, tenantId);
}

QUrl portalActionHistory(const domain::Cloud &cloud, const QString &tenantId)
{
    return portalPage(cloud, u"/action-center/history"_s, tenantId);
}

PortalExecutor::PortalExecutor(GraphClient &client, const domain::Decoder &decoder)
    : m_client(client)
    , m_decoder(decoder)
{
}

void PortalExecutor::readFacts(const Decision &decision, QObject *asker, FactsFunction answer)
{
    const FactQuestion question {decision, MailSource::Hunting, false};
    FactReading::run(m_client, m_decoder, question, asker,
                     [answer = std::move(answer)](const Result<FactAnswer> &read) {
                         if (read)
                             answer(read->facts);
                         else
                             answer(read.error());
                     });
}

QByteArray PortalExecutor::digest(const Decision &) const
{
    return {}; // nothing is sent
}

void PortalExecutor::carryOut(const Decision &decision, const domain::AttemptId &, QObject *asker,
                              OutcomeFunction function)
{
    const domain::Answer<Outcome> answer(asker, std::move(function));
    const domain::Cloud &cloud = m_client.addresses().cloud();
    const QUrl page = decision.kind == domain::DecisionKind::ApproveAction
        ? portalPendingActions(cloud, decision.tenantId)
        : portalIncident(cloud, decision.tenantId, decision.incident);
    if (cloud.portal.isEmpty() || page.isEmpty())
        return answer(failure(domain::ErrorKind::Refused, u"open the portal"_s, u"noPortal"_s));
    Outcome outcome;
    outcome.verdict = Outcome::Class::Yes;
    outcome.handle = QString::fromLatin1(page.toEncoded());
    answer(outcome);
}

void PortalExecutor::prove(const Decision &decision, QObject *asker, ProofFunction function)
{
    // Every recipient that was known when it was decided; whoever is responsible in the portal may have chosen more.
    const QList<domain::MailTarget> targets = decision.targets;
    LatestLocations(m_client).look(targets, MailSource::Hunting, locationsReadAt(decision), Lane::Foreground, asker,
                                   [decision, targets, function = std::move(function)](const Result<MailLook> &seen) {
                                       if (seen)
                                           function(mailProof(decision, targets, seen->sightings));
                                       else
                                           function(Proof {Proof::State::Unreadable, {}, seen.error(), {}});
                                   });
}

} // namespace remote
