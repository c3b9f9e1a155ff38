// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "listquery.h"

#include "graphanswer.h"
#include "switches.h"
#include "texttemplate.h"

#include <QUrl>

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

Result<int> readNumber(const QString &name, const QString &text)
{
    bool number = false;
    const int value = text.toInt(&number);
    if (!number || value < 0) {
        return Failure {u"Invalid value '%1' for %2 query option found. The %2 query option requires a non-negative integer value."_s
                            .arg(text, name)};
    }
    return value;
}

QString tokenOf(int skip, int page)
{
    return QString::fromLatin1(QByteArray(QByteArray::number(skip) + '.' + QByteArray::number(page))
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

bool readToken(const QString &token, ListQuery &query)
{
    const QByteArray text = QByteArray::fromBase64(token.toLatin1(), QByteArray::Base64UrlEncoding);
    bool skipOk = false;
    bool pageOk = false;
    query.skip = text.left(text.indexOf('.')).toInt(&skipOk);
    query.page = text.mid(text.indexOf('.') + 1).toInt(&pageOk);
    return skipOk && pageOk && text.contains('.') && query.skip >= 0;
}

QString readOrder(const QString &text, ListQuery &query)
{
    const QStringList parts = text.simplified().split(QChar(u' '));
    const QString direction = parts.value(1, u"asc"_s).toLower();
    const bool created = parts.value(0) == "createdDateTime"_L1;
    if (parts.size() > 2 || (!created && parts.value(0) != "lastUpdateDateTime"_L1)
        || (direction != "asc"_L1 && direction != "desc"_L1)) {
        return u"The query option '$orderby' cannot be applied to '%1'."_s.arg(text);
    }
    query.byUpdate = !created;
    query.oldestFirst = direction == "asc"_L1;
    return {};
}

QString readSelect(const QString &text, const ListRules &rules, ListQuery &query)
{
    for (const QString &part : text.split(QChar(u','), Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        if (!rules.properties.contains(name)) {
            return u"Could not find a property named '%1' on type '%2'."_s.arg(name, rules.typeName);
        }
        query.select.append(name);
    }
    return {};
}

// Returns what is wrong with the option, or nothing.
QString readOption(const QString &name, const QString &value, const ListRules &rules, const Switches &switches,
                   ListQuery &query)
{
    if (name == "$top"_L1 || (name == "$skip"_L1 && rules.skips)) {
        const auto number = readNumber(name, value);
        if (!number) {
            return number.error();
        }
        if (name == "$top"_L1 && *number > rules.topCap) {
            return u"The limit of '%1' for Top query has been exceeded. The value from the incoming request is '%2'."_s
                .arg(rules.topCap)
                .arg(*number);
        }
        (name == "$top"_L1 ? query.top : query.skip) = *number;
        return {};
    }
    if (name == "$skiptoken"_L1) {
        return readToken(value, query) ? QString() : u"The skip token is invalid."_s;
    }
    if (name == "$count"_L1) {
        query.count = value.compare("true"_L1, Qt::CaseInsensitive) == 0;
        const bool isBoolean = query.count || value.compare("false"_L1, Qt::CaseInsensitive) == 0;
        return isBoolean ? QString() : u"Invalid value '%1' for $count query option found. Valid values are 'true' and 'false'."_s.arg(value);
    }
    if (name == "$filter"_L1 && rules.filters) {
        query.filter = value;
        return {};
    }
    if (name == "$orderby"_L1 && rules.orders && !switches.is("orderbyHonoured"_L1, "refuse"_L1)) {
        ListQuery ordered = query;
        const QString problem = readOrder(value, ordered);
        if (problem.isEmpty() && switches.on("orderbyHonoured"_L1)) {
            query = ordered;
        }
        return problem;
    }
    if (name == "$expand"_L1 && rules.expands) {
        query.expandAlerts = value.trimmed() == "alerts"_L1;
        return query.expandAlerts ? QString() : u"Could not find a property named '%1' to expand on type '%2'."_s.arg(value, rules.typeName);
    }
    if (name == "$select"_L1 && rules.selects) {
        ListQuery chosen = query;
        const QString problem = readSelect(value, rules, chosen);
        if (problem.isEmpty() && switches.on("selectHonoured"_L1)) {
            query = chosen;
        }
        return problem;
    }
    return u"Query option '%1' is not allowed. To allow it, set the 'AllowedQueryOptions' property on EnableQueryAttribute or QueryValidationSettings."_s
        .arg(name);
}

QString linkWith(const Request &request, const QString &name, const QString &value)
{
    QByteArray query;
    for (const auto &[key, text] : request.query) {
        if (key != "$skip"_L1 && key != "$skiptoken"_L1) {
            query += QUrl::toPercentEncoding(key, "$") + '=' + QUrl::toPercentEncoding(text) + '&';
        }
    }
    query += QUrl::toPercentEncoding(name, "$") + '=' + QUrl::toPercentEncoding(value);
    const qsizetype mark = request.target.indexOf('?');
    const QByteArray path = mark < 0 ? request.target : request.target.left(mark);
    return request.baseUrl + QString::fromLatin1(path) + u'?' + QString::fromLatin1(query);
}

} // namespace

Result<ListQuery> readListQuery(const Request &request, const ListRules &rules, const Switches &switches)
{
    ListQuery query;
    query.top = rules.page;
    query.byUpdate = switches.is("defaultOrder"_L1, "updated"_L1);
    QStringList seen;
    for (const auto &[name, value] : request.query) {
        // names without a dollar sign are custom options, which the service ignores
        const QString lower = name.toLower();
        if (!lower.startsWith(u'$')) {
            continue;
        }
        if (seen.contains(lower)) {
            return Failure {u"Query option '%1' was specified more than once, but it must be specified at most once."_s.arg(lower)};
        }
        seen.append(lower);
        const QString problem = readOption(lower, value, rules, switches, query);
        if (!problem.isEmpty()) {
            return Failure {problem};
        }
    }
    return query;
}

Result<ListQuery> readEntityQuery(const Request &request, const ListRules &rules, const Switches &switches)
{
    for (const auto &[name, value] : request.query) {
        const QStringList ofCollections {u"$filter"_s, u"$orderby"_s, u"$count"_s, u"$skip"_s, u"$top"_s, u"$skiptoken"_s};
        if (ofCollections.contains(name, Qt::CaseInsensitive)) {
            return Failure {u"The query specified in the URI is not valid. The requested resource is not a collection. Query "
                            "options $filter, $orderby, $count, $skip, and $top can be applied only on collections."_s};
        }
    }
    auto query = readListQuery(request, rules, switches);
    if (query && query->expandAlerts && !switches.on("expandOnGet"_L1)) {
        ListQuery plain = *query;
        plain.expandAlerts = false;
        return plain;
    }
    return query;
}

QJsonObject selectedMembers(const QJsonObject &object, const QStringList &names)
{
    if (names.isEmpty()) {
        return object;
    }
    QJsonObject kept;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (names.contains(member.key()) || member.key().startsWith("@odata."_L1)) {
            kept.insert(member.key(), member.value());
        }
    }
    return kept;
}

PagePlan planPage(const Request &request, const ListQuery &query, const ListRules &rules, qint64 total,
                  const Switches &switches)
{
    PagePlan plan;
    plan.first = query.skip;
    plan.count = static_cast<int>(std::clamp<qint64>(total - query.skip, 0, query.top));
    if (query.skip + plan.count >= total || query.top == 0) {
        return plan;
    }
    const bool isShort = switches.on("shortPages"_L1);
    if (isShort) {
        plan.count = query.page % 3 == 1 ? 0 : (plan.count + 1) / 2;
    }
    const int next = plan.first + plan.count;
    plan.nextLink = isShort || !rules.skips || switches.is("nextLinkStyle"_L1, "skiptoken"_L1)
        ? linkWith(request, u"$skiptoken"_s, tokenOf(next, query.page + 1))
        : linkWith(request, u"$skip"_s, QString::number(next));
    return plan;
}

Response pageAnswer(const GraphCall &call, const ListRules &rules, const ListQuery &query, const PagePlan &plan,
                    qint64 total, const QList<QByteArray> &items)
{
    QByteArray body = "{\"@odata.context\":\"";
    appendEscaped(body, call.context(rules.context));
    body += '"';
    if (query.count) {
        body += ",\"@odata.count\":" + QByteArray::number(total);
    }
    if (!plan.nextLink.isEmpty()) {
        body += ",\"@odata.nextLink\":\"";
        appendEscaped(body, plan.nextLink);
        body += '"';
    }
    // appended piece by piece: QStringBuilder copies byte arrays a character at a time
    body += ",\"value\":[";
    qsizetype size = body.size() + 2;
    for (const QByteArray &item : items) {
        size += item.size() + 1;
    }
    body.reserve(size);
    for (const QByteArray &item : items) {
        if (&item != &items.first()) {
            body += ',';
        }
        body.append(item);
    }
    body.append("]}");
    return jsonAnswer(body);
}

} // namespace simulator
