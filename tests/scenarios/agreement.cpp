// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/agreement.h"

#include "remote/graphdecoder.h"
#include "store/cachereader.h"
#include "store/ledgerreader.h"

#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;
using domain::Decision;
using domain::DecisionKind;
using domain::DecisionState;
using domain::Moment;

namespace scenarios {

namespace {

Moment stampIn(const QJsonValue &item)
{
    return Moment::parse(item[u"lastUpdateDateTime"].toString()).value_or(Moment {});
}

QStringList compare(const QString &what, const QMap<QString, Moment> &cache, const QMap<QString, Moment> &world)
{
    QStringList lines;
    for (auto item = world.begin(); item != world.end(); ++item) {
        if (!cache.contains(item.key()))
            lines.append(u"%1 %2 is missing"_s.arg(what, item.key()));
        else if (cache[item.key()] != item.value())
            lines.append(
                u"%1 %2 is of %3 instead of %4"_s.arg(what, item.key(), cache[item.key()].wire(), item.value().wire()));
    }
    for (auto item = cache.begin(); item != cache.end(); ++item) {
        if (!world.contains(item.key()))
            lines.append(u"%1 %2 is not the tenant's"_s.arg(what, item.key()));
    }
    return lines;
}

bool isEffectOf(const Decision &decision, const QJsonValue &effect)
{
    const QString kind = effect[u"kind"].toString();
    const QJsonValue detail = effect[u"detail"];
    if (kind == u"remediate")
        return decision.kind == DecisionKind::ApproveAction
            && detail[u"displayName"].toString().endsWith(decision.id.text);
    if (kind == u"comment")
        return domain::carriesMark(detail[u"comment"].toString(), decision.id);
    if (kind != u"patchIncident" || effect[u"target"].toString() != decision.incident.text)
        return false;
    if (decision.kind == DecisionKind::Classify)
        return !detail[u"status"].isString() && detail[u"classification"].toString() == decision.value.section(u'/', 0, 0);
    if (decision.kind == DecisionKind::SetStatus)
        return detail[u"status"].toString() == decision.value;
    if (decision.kind == DecisionKind::Resolve)
        return detail[u"status"].toString() == u"resolved";
    if (decision.kind == DecisionKind::AddTag)
        return detail[u"customTags"].toArray().contains(decision.value);
    return decision.kind == DecisionKind::Assign && detail[u"assignedTo"].toString() == decision.value;
}

bool mayHave(DecisionState state, int effects)
{
    switch (state) {
    case DecisionState::Verified: return effects == 1;
    case DecisionState::NeedsPerson: return effects <= 1;
    default: return effects == 0;
    }
}

} // namespace

domain::Result<Stamps> readCache(const QString &folder, const QString &tenantId)
{
    const remote::GraphDecoder decoder(tenantId);
    store::CacheReader reader(folder, decoder);
    const auto rows = reader.queue();
    if (!rows)
        return rows.error();
    Stamps stamps;
    for (const domain::QueueRow &row : *rows) {
        const auto detail = reader.incident(row.id);
        if (!detail)
            return detail.error();
        stamps.incidents.insert(row.id.text, detail->incident.updated);
        for (const domain::Alert &alert : detail->alerts)
            stamps.alerts.insert(alert.id.text, alert.updated);
    }
    return stamps;
}

Stamps stampsOf(const QJsonArray &world)
{
    Stamps stamps;
    for (const QJsonValue &incident : world) {
        stamps.incidents.insert(incident[u"id"].toString(), stampIn(incident));
        const QJsonArray alerts = incident[u"alerts"].toArray();
        for (const QJsonValue &alert : alerts)
            stamps.alerts.insert(alert[u"id"].toString(), stampIn(alert));
    }
    return stamps;
}

QStringList differences(const Stamps &cache, const Stamps &world)
{
    return compare(u"incident"_s, cache.incidents, world.incidents) + compare(u"alert"_s, cache.alerts, world.alerts);
}

QList<domain::Decision> decisionsIn(const QString &folder)
{
    store::LedgerReader ledger(folder);
    QList<domain::Decision> decisions;
    QSet<QString> known;
    const auto history = ledger.history(100'000);
    if (!history)
        return {};
    for (const store::HistoryEntry &entry : *history) {
        if (known.contains(entry.decision.text))
            continue;
        known.insert(entry.decision.text);
        const auto decision = ledger.decision(entry.decision);
        if (decision)
            decisions.append(*decision);
    }
    return decisions;
}

QStringList disagreements(const QList<Decision> &decisions, const QJsonArray &effects)
{
    QStringList lines;
    QMap<QString, int> counts; // by decision
    QSet<QString> requests;
    for (const QJsonValue &effect : effects) {
        const QString name = u"effect %1 (%2)"_s.arg(effect[u"sequence"].toInt()).arg(effect[u"kind"].toString());
        int owners = 0;
        for (const Decision &decision : decisions) {
            if (!isEffectOf(decision, effect))
                continue;
            ++owners;
            ++counts[decision.id.text];
        }
        if (owners != 1)
            lines.append(u"%1 belongs to %2 decisions"_s.arg(name).arg(owners));
        const QString request = effect[u"clientRequestId"].toString();
        if (request.isEmpty() || requests.contains(request))
            lines.append(u"%1 comes from no request of its own"_s.arg(name));
        requests.insert(request);
    }
    for (const Decision &decision : decisions) {
        const int count = counts.value(decision.id.text);
        if (!mayHave(decision.state, count))
            lines.append(u"%1 %2 is %3 and has %4 effects"_s
                             .arg(domain::decisionKindWord(decision.kind), decision.id.text,
                                  domain::decisionStateWord(decision.state))
                             .arg(count));
    }
    return lines;
}

} // namespace scenarios
