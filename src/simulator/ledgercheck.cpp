// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/ledgercheck.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

struct Intent {
    QString id;
    QString kind;
    QString state;
    QString incident;
    QString upn;
    QString executor; // empty: the source does not say
    QStringList requests; // request ids, the service's or the client's own
    double newest = -1; // number of the entry that told the state
};
using Intents = QMap<QString, Intent>;

QString firstText(const QJsonObject &json, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        if (json[name].isString())
            return json[name].toString();
    }
    return {};
}

void readIntent(const QJsonObject &json, Intents &intents)
{
    const bool isEntry = json.contains(u"decisionId"_s);
    const QString id = firstText(json, {isEntry ? u"decisionId" : u"id"});
    if (id.isEmpty())
        return;
    Intent &intent = intents[id];
    intent.id = id;
    intent.kind = json[u"kind"].toString();
    const auto fill = [](QString &member, const QString &text) { member = text.isEmpty() ? member : text; };
    fill(intent.incident, firstText(json, {u"incidentId", u"incident"}));
    fill(intent.upn, firstText(json, {u"upn"}));
    fill(intent.upn, json[u"personal"][u"upn"].toString());
    fill(intent.executor, firstText(json, {u"executor"}));
    fill(intent.requests.emplaceBack(), json[u"requestId"].toString());
    const QJsonArray attempts = json[u"attempts"].toArray();
    for (const QJsonValue &attempt : attempts)
        intent.requests << attempt[u"requestId"].toString() << attempt[u"id"].toString();
    intent.requests.removeAll(QString());
    const double number = isEntry ? json[u"id"].toVariant().toDouble() : 0;
    if (number >= intent.newest) {
        intent.newest = number;
        intent.state = json[u"state"].toString();
    }
}

// Wherever they are: an exported case has its decisions further in.
void findIntents(const QJsonValue &value, Intents &intents)
{
    const QJsonArray array = value.toArray();
    for (const QJsonValue &element : array)
        findIntents(element, intents);
    const QJsonObject object = value.toObject();
    const bool isEntry = object[u"decisionId"].isString();
    const bool isDecision = object[u"id"].isString() && object[u"executor"].isString();
    if (object[u"kind"].isString() && object[u"state"].isString() && (isEntry || isDecision)) {
        readIntent(object, intents);
        return;
    }
    for (const QJsonValue &member : object)
        findIntents(member, intents);
}

// A document, or one in each line.
Result<QList<QJsonObject>> documents(const QByteArray &text, const QString &what)
{
    const QJsonDocument whole = QJsonDocument::fromJson(text);
    QList<QJsonObject> found;
    if (whole.isObject())
        return QList<QJsonObject> {whole.object()};
    if (whole.isArray())
        return QList<QJsonObject> {{{u"entries"_s, whole.array()}}};
    const QList<QByteArray> lines = text.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        QJsonParseError error;
        const QJsonDocument line = QJsonDocument::fromJson(lines[i], &error);
        if (!line.isObject())
            return Failure {u"%1:%2:%3: %4"_s.arg(what).arg(i + 1).arg(error.offset + 1).arg(error.errorString())};
        found.append(line.object());
    }
    return found;
}

bool belongs(const QJsonObject &effect, const Intent &intent)
{
    for (const QString &name : {u"requestId"_s, u"clientRequestId"_s}) {
        const QString id = effect[name].toString();
        if (!id.isEmpty() && intent.requests.contains(id, Qt::CaseInsensitive))
            return true;
    }
    const QJsonValue detail = effect[u"detail"];
    return detail[u"comment"].toString().contains(u"[casemate %1]"_s.arg(intent.id), Qt::CaseInsensitive)
        || detail[u"displayName"].toString().endsWith(intent.id, Qt::CaseInsensitive);
}

QString nameOf(const QJsonObject &effect)
{
    return u"effect %1 (%2 of %3)"_s.arg(effect[u"sequence"].toInt())
        .arg(effect[u"kind"].toString(), effect[u"target"].toString());
}

QString nameOf(const Intent &intent)
{
    return u"%1 %2"_s.arg(intent.kind, intent.id);
}

// Incidents are named in the target; what a mail action concerns is in the mails.
bool hasTarget(const QJsonObject &effect, const Intent &intent)
{
    const QString kind = effect[u"kind"].toString();
    const QString target = effect[u"target"].toString();
    if (intent.incident.isEmpty() || (kind != u"patchIncident" && !target.startsWith(u"incident/")))
        return true;
    return target.section(u'/', -1) == intent.incident;
}

QStringList compare(const QJsonObject &effect, const Intent &intent)
{
    QStringList lines;
    const QString caller = effect[u"caller"].toString();
    const bool isPersons = effect[u"origin"] == u"user"_s;
    if (isPersons && !intent.upn.isEmpty() && caller.compare(intent.upn, Qt::CaseInsensitive) != 0)
        lines.append(u"wrong actor: %1 is %2's, %3 is %4's"_s.arg(nameOf(effect), caller, nameOf(intent), intent.upn));
    if (!hasTarget(effect, intent))
        lines.append(u"wrong target: %1, but %2 is about incident %3"_s.arg(nameOf(effect), nameOf(intent), intent.incident));
    static const QStringList givenUp {u"held"_s, u"queued"_s, u"stale"_s, u"refused"_s, u"cancelled"_s, u"expired"_s};
    if (givenUp.contains(intent.state))
        lines.append(u"effect of an intent that is %1: %2 of %3"_s.arg(intent.state, nameOf(effect), nameOf(intent)));
    return lines;
}

// Decisions that nobody sends leave no effect of the client's.
bool needsEffect(const Intent &intent)
{
    const bool isElsewhere = intent.executor == u"portal" || intent.executor == u"local" || intent.kind == u"handled"
        || (intent.kind == u"reject" && intent.executor.isEmpty());
    // a history does not say who carried an approval out; one without a request was carried out in the portal
    const bool wasSent = intent.kind != u"approve" || !intent.executor.isEmpty() || !intent.requests.isEmpty();
    return intent.state == u"verified" && !isElsewhere && wasSent;
}

} // namespace

Result<QStringList> checkLedger(const QByteArray &effects, const QByteArray &ledger)
{
    const auto happened = documents(effects, u"effects"_s);
    const auto said = documents(ledger, u"ledger"_s);
    if (!happened || !said)
        return Failure {!happened ? happened.error() : said.error()};
    Intents intents;
    for (const QJsonObject &document : *said)
        findIntents(document, intents);
    QStringList lines;
    QMap<QString, QStringList> found; // effects by intent
    for (const QJsonObject &effect : *happened) {
        if (!effect[u"kind"].isString() || effect[u"origin"] == u"portal"_s)
            continue;
        const auto owner = std::find_if(intents.cbegin(), intents.cend(),
                                        [&effect](const Intent &intent) { return belongs(effect, intent); });
        if (owner == intents.cend()) {
            lines.append(u"effect without intent: %1"_s.arg(nameOf(effect)));
            continue;
        }
        found[owner->id].append(nameOf(effect));
        lines += compare(effect, *owner);
    }
    for (const Intent &intent : std::as_const(intents)) {
        const QStringList own = found.value(intent.id);
        if (own.size() > 1)
            lines.append(u"doubled effect: %1 has %2"_s.arg(nameOf(intent), own.join(u", ")));
        if (own.isEmpty() && needsEffect(intent))
            lines.append(u"intent without effect: %1 says it is done"_s.arg(nameOf(intent)));
    }
    return lines;
}

Result<QStringList> checkFiles(const QString &effects, const QString &ledger)
{
    QFile happened(effects);
    QFile said(ledger);
    for (QFile *file : {&happened, &said}) {
        if (!file->open(QIODevice::ReadOnly))
            return Failure {u"%1 cannot be read: %2"_s.arg(file->fileName(), file->errorString())};
    }
    return checkLedger(happened.readAll(), said.readAll());
}

} // namespace simulator
