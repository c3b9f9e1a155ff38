// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/fault.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

int number(const QJsonObject &order, QLatin1StringView name, int otherwise)
{
    return static_cast<int>(order[name].toInteger(otherwise));
}

QString queryOf(const Request &request)
{
    QStringList parts;
    for (const auto &[name, value] : request.query)
        parts.append(QString(name + u'=' + value));
    return parts.join(u'&');
}

} // namespace

Result<Fault> Fault::fromJson(const QJsonObject &order)
{
    const KindEntry *kind = kindNamed(order["kind"_L1].toString());
    if (!kind)
        return Failure {u"there is no fault of the kind '%1'"_s.arg(order["kind"_L1].toString())};
    if (const QString problem = problemOf(*kind, order); !problem.isEmpty())
        return Failure {problem};
    Fault fault;
    fault.kind = kind->kind;
    fault.route = QRegularExpression(order["route"_L1].toString());
    fault.query = QRegularExpression(order["query"_L1].toString());
    fault.nth = number(order, "nth"_L1, 1);
    fault.every = number(order, "every"_L1, 1);
    fault.count = number(order, "count"_L1, 1);
    fault.probability = order["probability"_L1].toDouble(1);
    fault.dice = Random(static_cast<quint64>(order["seed"_L1].toInteger(1)), {});
    fault.apply = order["apply"_L1].toBool(kind->applies);
    fault.order = order;
    if (!fault.route.isValid())
        return Failure {u"route is no regular expression: %1"_s.arg(fault.route.errorString())};
    if (!fault.query.isValid())
        return Failure {u"query is no regular expression: %1"_s.arg(fault.query.errorString())};
    if (fault.nth < 1 || fault.every < 1 || fault.count < 0)
        return Failure {u"nth and every begin at 1, count at 0"_s};
    if (fault.probability < 0 || fault.probability > 1)
        return Failure {u"probability is a number from 0 to 1"_s};
    return fault;
}

QJsonObject Fault::toJson() const
{
    QJsonObject json = order;
    json.insert(u"id"_s, static_cast<qint64>(id));
    if (!tenant.isEmpty())
        json.insert(u"tenant"_s, tenant);
    json.insert(u"seen"_s, seen);
    json.insert(u"fired"_s, fired);
    return json;
}

bool Fault::befalls(const Request &request)
{
    if (!tenant.isEmpty() && request.tenant != tenant)
        return false;
    if (!route.match(QString::fromLatin1(request.method) + u' ' + request.path).hasMatch())
        return false;
    if (!query.pattern().isEmpty() && !query.match(queryOf(request)).hasMatch())
        return false;
    ++seen;
    const bool isDue = seen >= nth && (seen - nth) % every == 0 && (count == 0 || fired < count)
        && (probability >= 1 || dice.below(1'000'000) < probability * 1'000'000);
    fired += isDue ? 1 : 0;
    return isDue;
}

} // namespace simulator
