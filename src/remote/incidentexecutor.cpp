// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentexecutor.h"

#include "factreading.h"
#include "incidentwrite.h"

#include "domain/ask.h"

using namespace Qt::StringLiterals;

namespace remote {

using domain::Decision;
using domain::Result;

namespace {

bool changesTags(const Decision &decision)
{
    return decision.kind == domain::DecisionKind::AddTag || decision.kind == domain::DecisionKind::RemoveTag;
}

std::optional<QStringList> tagsFor(const QHash<domain::DecisionId, QStringList> &known, const Decision &decision)
{
    const auto tags = known.constFind(decision.id);
    return tags == known.constEnd() ? std::nullopt : std::optional(*tags);
}

QStringList customTags(const domain::Incident &incident)
{
    QStringList tags;
    for (const domain::Untrusted &tag : incident.customTags)
        tags.append(tag.raw());
    return tags;
}

QByteArray pathOf(const Decision &decision)
{
    return "/v1.0/security/incidents/" + decision.incident.text.toUtf8();
}

} // namespace

IncidentExecutor::IncidentExecutor(GraphClient &client, const domain::Decoder &decoder)
    : m_client(client)
    , m_decoder(decoder)
    , m_serverTags(std::make_shared<QHash<domain::DecisionId, QStringList>>())
{
}

void IncidentExecutor::readFacts(const Decision &decision, QObject *asker, FactsFunction answer)
{
    const FactQuestion question {decision, {}, changesTags(decision)};
    FactReading::run(m_client, m_decoder, question, asker,
                     [decision, tags = m_serverTags, answer = std::move(answer)](const Result<FactAnswer> &read) {
                         if (!read)
                             return answer(read.error());
                         if (changesTags(decision))
                             tags->insert(decision.id, customTags(*read->incident));
                         answer(read->facts);
                     });
}

QByteArray IncidentExecutor::digest(const Decision &decision) const
{
    const Result<IncidentWrite> write = incidentWrite(decision, tagsFor(*m_serverTags, decision));
    if (!write)
        return {};
    return write->isComment() ? writeDigest("POST", pathOf(decision) + "/comments", commentBody(write->comment))
                              : writeDigest("PATCH", pathOf(decision), patchBody(write->changes));
}

void IncidentExecutor::carryOut(const Decision &decision, const domain::AttemptId &attempt, QObject *asker,
                                OutcomeFunction function)
{
    const Result<IncidentWrite> write = incidentWrite(decision, tagsFor(*m_serverTags, decision));
    m_serverTags->remove(decision.id); // good for one sending
    if (!write)
        return domain::Answer<Outcome>(asker, std::move(function))(write.error());
    const auto conclude = [isComment = write->isComment(),
                           function = std::move(function)](const Result<GraphAnswer> &result) {
        if (!result)
            return function(outcomeOf(result.error()));
        Outcome outcome;
        outcome.verdict = Outcome::Class::Yes;
        outcome.httpStatus = result->status;
        outcome.requestId = result->requestId;
        if (!isComment && !result->body.isEmpty())
            outcome.incidentBytes = result->body;
        function(outcome);
    };
    Incidents incidents(m_client);
    if (write->isComment())
        incidents.comment(decision.incident, write->comment, attempt, asker, conclude);
    else
        incidents.patch(decision.incident, write->changes, attempt, asker, conclude);
}

void IncidentExecutor::prove(const Decision &decision, QObject *asker, ProofFunction function)
{
    Incidents(m_client).get(
        decision.incident, Lane::Foreground, asker,
        [decision, &decoder = m_decoder, function = std::move(function)](const Result<ItemAnswer> &item) {
            if (!item)
                return function(Proof {Proof::State::Unreadable, {}, item.error(), {}});
            const Result<domain::Incident> incident = decoder.incident(item->bytes);
            if (!incident)
                return function(Proof {Proof::State::Unreadable, {}, incident.error(), {}});
            Proof proof = proofIn(decision, *incident);
            proof.incidentBytes = item->bytes;
            function(proof);
        });
}

} // namespace remote
