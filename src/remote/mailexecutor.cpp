// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailexecutor.h"

#include "factreading.h"
#include "failure.h"
#include "incidentwrite.h"
#include "mailproof.h"

#include "domain/ask.h"
#include "domain/facts.h"
#include "domain/rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace remote {

using domain::Decision;
using domain::MailTarget;
using domain::Result;

namespace {

constexpr qsizetype longestDescription = 512;
constexpr int mostSingleReads = 10; // more messages than that are read by one hunting query

domain::Error refused(const QString &code, const QString &detail = {})
{
    return failure(domain::ErrorKind::Refused, u"remediate mails"_s, code, detail);
}

Result<QByteArray> bodyFor(const Decision &decision)
{
    const Result<QList<MailTarget>> targets = remediationTargets(decision);
    if (!targets)
        return targets.error();
    Remediation remediation;
    remediation.displayName = u"Casemate "_s + decision.id.text;
    const QString description =
        u"Incident "_s + decision.incident.text + u", decided by "_s + decision.upn + u". "_s + decision.comment;
    remediation.description = description.trimmed().left(longestDescription);
    remediation.action = *decision.mailAction;
    remediation.targets = *targets;
    return remediationBody(remediation);
}

MailSource sourceFor(const QList<MailTarget> &targets)
{
    QSet<QString> messages;
    for (const MailTarget &target : targets)
        messages.insert(target.networkMessageId);
    return messages.size() > mostSingleReads ? MailSource::Hunting : MailSource::AnalyzedEmails;
}

} // namespace

MailExecutor::MailExecutor(GraphClient &client, const domain::Decoder &decoder)
    : m_client(client)
    , m_decoder(decoder)
{
}

Result<QList<MailTarget>> remediationTargets(const Decision &decision)
{
    if (decision.kind != domain::DecisionKind::ApproveAction || !decision.mailAction
        || domain::wireWord(*decision.mailAction).isEmpty())
        return refused(u"notMail"_s);
    QList<MailTarget> targets;
    for (const MailTarget &target : decision.targets) {
        if (!target.recipient.isEmpty()) {
            targets.append(target);
            continue;
        }
        for (const domain::Fact &fact : decision.facts) {
            const auto named = domain::targetOfLocationFact(fact.name);
            if (named && named->networkMessageId == target.networkMessageId && !named->recipient.isEmpty())
                targets.append(*named);
        }
    }
    std::sort(targets.begin(), targets.end());
    targets.resize(std::distance(targets.begin(), std::unique(targets.begin(), targets.end())));
    const bool isIncomplete = std::any_of(targets.begin(), targets.end(),
                                          [](const MailTarget &target) { return target.networkMessageId.isEmpty(); });
    if (targets.isEmpty() || isIncomplete)
        return refused(u"noTargets"_s);
    if (targets.size() > domain::targetCap)
        return refused(u"tooManyTargets"_s, QString::number(targets.size()));
    return targets;
}

void MailExecutor::readFacts(const Decision &decision, QObject *asker, FactsFunction answer)
{
    const FactQuestion question {decision, sourceFor(decision.targets), false};
    FactReading::run(m_client, m_decoder, question, asker,
                     [answer = std::move(answer)](const Result<FactAnswer> &read) {
                         if (read)
                             answer(read->facts);
                         else
                             answer(read.error());
                     });
}

QByteArray MailExecutor::digest(const Decision &decision) const
{
    const Result<QByteArray> body = bodyFor(decision);
    return body ? writeDigest("POST", remediatePath, *body) : QByteArray();
}

void MailExecutor::carryOut(const Decision &decision, const domain::AttemptId &attempt, QObject *asker,
                            OutcomeFunction function)
{
    const Result<QByteArray> body = bodyFor(decision);
    if (!body)
        return domain::Answer<Outcome>(asker, std::move(function))(body.error());
    AnalyzedEmails(m_client).remediate(*body, attempt, asker,
                                       [function = std::move(function)](const Result<GraphAnswer> &result) {
                                           if (!result)
                                               return function(outcomeOf(result.error()));
                                           Outcome outcome;
                                           outcome.verdict = Outcome::Class::Yes;
                                           outcome.handle = bulkId(result->location);
                                           outcome.httpStatus = result->status;
                                           outcome.requestId = result->requestId;
                                           function(outcome);
                                       });
}

void MailExecutor::prove(const Decision &decision, QObject *asker, ProofFunction function)
{
    const Result<QList<MailTarget>> targets = remediationTargets(decision);
    if (!targets)
        return domain::Answer<Proof>(asker, std::move(function))(targets.error());
    LatestLocations(m_client).look(
        *targets, sourceFor(*targets), locationsReadAt(decision), Lane::Foreground, asker,
        [decision, targets = *targets, function = std::move(function)](const Result<MailLook> &seen) {
            if (seen)
                function(mailProof(decision, targets, seen->sightings));
            else
                function(Proof {Proof::State::Unreadable, {}, seen.error(), {}});
        });
}

} // namespace remote
