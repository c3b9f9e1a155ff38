// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "effects.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QJsonObject begun(int sequence, Ticks now, const QString &actor, const QString &kind, const QString &target,
                  const QJsonObject &detail)
{
    return {{u"sequence"_s, sequence},
            {u"time"_s, stamp(now)},
            {u"origin"_s, u"portal"_s},
            {u"caller"_s, actor},
            {u"appId"_s, QString()},
            {u"clientRequestId"_s, QString()},
            {u"requestId"_s, QString()},
            {u"request"_s, 0}, // its number on the wire; 0: there was none
            {u"kind"_s, kind},
            {u"target"_s, target},
            {u"detail"_s, detail},
            {u"results"_s, QJsonValue::Null}};
}

} // namespace

int Effects::add(Ticks now, const Request &request, const Caller &caller, const QString &kind, const QString &target,
                 const QJsonObject &detail)
{
    QJsonObject entry = begun(count() + 1, now, caller.userPrincipalName, kind, target, detail);
    entry.insert(u"origin"_s, caller.application ? u"application"_s : u"user"_s);
    entry.insert(u"appId"_s, caller.appId);
    entry.insert(u"clientRequestId"_s, QString::fromLatin1(request.header("client-request-id")));
    entry.insert(u"requestId"_s, QString::fromLatin1(request.requestId));
    entry.insert(u"request"_s, static_cast<qint64>(request.number));
    append(entry);
    return count();
}

int Effects::add(Ticks now, const QString &actor, const QString &kind, const QString &target, const QJsonObject &detail)
{
    append(begun(count() + 1, now, actor, kind, target, detail));
    return count();
}

void Effects::append(const QJsonObject &entry)
{
    m_entries.append(entry);
    if (m_watcher)
        m_watcher(entry);
}

void Effects::setResults(int sequence, Ticks now, const QJsonArray &results)
{
    QJsonObject entry = m_entries.at(sequence - 1).toObject();
    entry.insert(u"results"_s, results);
    entry.insert(u"resultsTime"_s, stamp(now));
    m_entries.replace(sequence - 1, entry);
    if (m_watcher) {
        m_watcher({{u"sequence"_s, sequence},
                   {u"results"_s, entry[u"results"]},
                   {u"resultsTime"_s, entry[u"resultsTime"]}});
    }
}

QJsonArray Effects::list(int after) const
{
    QJsonArray entries;
    for (qsizetype i = std::max(after, 0); i < m_entries.size(); ++i) {
        entries.append(m_entries.at(i));
    }
    return entries;
}

} // namespace simulator
