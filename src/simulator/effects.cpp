// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "effects.h"

namespace simulator {

using namespace Qt::StringLiterals;

int Effects::add(Ticks now, const Request &request, const Caller &caller, const QString &kind, const QString &target,
                 const QJsonObject &detail)
{
    const int sequence = add(now, caller.userPrincipalName, kind, target, detail);
    QJsonObject entry = m_entries.last().toObject();
    entry.insert(u"origin"_s, caller.application ? u"application"_s : u"user"_s);
    entry.insert(u"appId"_s, caller.appId);
    entry.insert(u"clientRequestId"_s, QString::fromLatin1(request.header("client-request-id")));
    m_entries.replace(m_entries.size() - 1, entry);
    return sequence;
}

int Effects::add(Ticks now, const QString &actor, const QString &kind, const QString &target, const QJsonObject &detail)
{
    const int sequence = count() + 1;
    m_entries.append(QJsonObject {{u"sequence"_s, sequence},
                                  {u"time"_s, stamp(now)},
                                  {u"origin"_s, u"portal"_s},
                                  {u"caller"_s, actor},
                                  {u"appId"_s, QString()},
                                  {u"clientRequestId"_s, QString()},
                                  {u"kind"_s, kind},
                                  {u"target"_s, target},
                                  {u"detail"_s, detail},
                                  {u"results"_s, QJsonValue::Null}});
    return sequence;
}

void Effects::setResults(int sequence, Ticks now, const QJsonArray &results)
{
    QJsonObject entry = m_entries.at(sequence - 1).toObject();
    entry.insert(u"results"_s, results);
    entry.insert(u"resultsTime"_s, stamp(now));
    m_entries.replace(sequence - 1, entry);
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
