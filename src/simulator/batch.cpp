// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch.h"

#include "callbucket.h"
#include "graphanswer.h"
#include "result.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>
#include <vector>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostItems = 20;
const QString malformed = u"Invalid batch payload format."_s;

struct BatchItem {
    QString id {};
    QStringList dependsOn {};
    Request request {};
};

struct BatchProblem {
    QString code = u"BadRequest"_s;
    QString message = malformed;
};

bool isKnownMethod(const QByteArray &method)
{
    constexpr std::array methods {"GET", "POST", "PATCH", "PUT", "DELETE"};
    return std::find(methods.begin(), methods.end(), method) != methods.end();
}

// An object as it is; text is the base64 of bytes.
std::optional<QByteArray> bodyOf(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull()) {
        return QByteArray();
    }
    if (value.isObject()) {
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    }
    if (!value.isString()) {
        return std::nullopt;
    }
    const auto bytes = QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? std::optional(*bytes) : std::nullopt;
}

std::optional<QStringList> readDependencies(const QJsonValue &value)
{
    QStringList ids;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &id : array) {
        if (!id.isString()) {
            return std::nullopt;
        }
        ids.append(id.toString().toLower());
    }
    return value.isUndefined() || value.isNull() || value.isArray() ? std::optional(ids) : std::nullopt;
}

void readHeaders(const QJsonObject &headers, Request &request)
{
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        request.headers.append(Header {header.key().toLatin1(), header.value().toVariant().toString().toLatin1()});
    }
}

Result<BatchItem> readItem(const QJsonObject &json, const Request &whole)
{
    BatchItem item;
    item.id = json[u"id"].toString();
    QString url = json[u"url"].toString();
    const auto dependencies = readDependencies(json[u"dependsOn"]);
    const auto body = bodyOf(json[u"body"]);
    item.request.method = json[u"method"].toString().toUpper().toLatin1();
    if (item.id.isEmpty() || url.isEmpty() || !dependencies || !body || !isKnownMethod(item.request.method)) {
        return Failure {malformed};
    }
    item.dependsOn = *dependencies;
    item.request.body = *body;
    item.request.baseUrl = whole.baseUrl;
    readHeaders(json[u"headers"].toObject(), item.request);
    if (!body->isEmpty() && item.request.header("Content-Type").isEmpty()) {
        return Failure {u"Write request id : %1 does not contain Content-Type header or body."_s.arg(item.id)};
    }
    while (url.startsWith(u'/')) {
        url.remove(0, 1);
    }
    item.request.setTarget('/' + whole.path.section(u'/', 1, 1).toLatin1() + '/' + url.toUtf8());
    return item;
}

// Nobody depends on anybody, or each on the one before and on no other.
bool isOrderly(const std::vector<BatchItem> &items)
{
    const bool isParallel =
        std::all_of(items.begin(), items.end(), [](const BatchItem &item) { return item.dependsOn.isEmpty(); });
    for (std::size_t i = 0; !isParallel && i < items.size(); ++i) {
        const QStringList expected = i == 0 ? QStringList() : QStringList {items[i - 1].id.toLower()};
        if (items[i].dependsOn != expected) {
            return false;
        }
    }
    return true;
}

std::optional<BatchProblem> readItems(const Request &request, std::vector<BatchItem> &items)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    const QJsonArray array = document[u"requests"].toArray();
    if (array.isEmpty()) {
        return BatchProblem {};
    }
    if (array.size() > mostItems) {
        return BatchProblem {u"MaximumValueExceeded"_s,
                             u"Number of batch request steps exceeds the maximum value of %1."_s.arg(mostItems)};
    }
    QSet<QString> ids;
    for (const QJsonValue &value : array) {
        auto item = readItem(value.toObject(), request);
        if (!item) {
            return BatchProblem {.message = item.error()};
        }
        if (ids.contains(item->id.toLower())) {
            return BatchProblem {.message = u"Request Id %1 has to be unique in a batch."_s.arg(item->id)};
        }
        ids.insert(item->id.toLower());
        items.push_back(item.take());
    }
    if (!isOrderly(items)) {
        return BatchProblem {.message = u"A batch is either fully parallel or fully sequential: each request depends on "
                                        "the one before it, or none on any."_s};
    }
    return std::nullopt;
}

QByteArray jsonText(const QString &text)
{
    return QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
}

// The bytes of a JSON body go in as they are, so that large numbers stay whole.
QByteArray itemAnswer(const QString &id, const Response &response)
{
    QJsonObject headers;
    for (const char *name : {"Content-Type", "OData-Version", "Preference-Applied", "Location", "Retry-After",
                             "request-id", "client-request-id"}) {
        const QByteArray value = response.header(name);
        if (!value.isEmpty()) {
            headers.insert(QString::fromLatin1(name), QString::fromUtf8(value));
        }
    }
    QByteArray text = "{\"id\":" + jsonText(id) + ",\"status\":" + QByteArray::number(response.status)
        + ",\"headers\":" + QJsonDocument(headers).toJson(QJsonDocument::Compact);
    if (!response.body.isEmpty()) {
        const bool isJson = response.header("Content-Type").startsWith("application/json");
        text += ",\"body\":" + (isJson ? response.body : '"' + response.body.toBase64() + '"');
    }
    return text + '}';
}

// Carries the items out in order and remembers what the later ones need to know.
class BatchRun {
public:
    BatchRun(const ItemAnswer &answerItem, Ticks now)
        : m_answerItem(answerItem)
        , m_now(now)
    {
    }

    Response answer(const BatchItem &item)
    {
        const bool isHeldBack = std::any_of(item.dependsOn.begin(), item.dependsOn.end(),
                                            [this](const QString &id) { return m_failed.contains(id); });
        const Response response = isHeldBack ? refusal(item, 424, u"FailedDependency"_s, u"A request that this one depends on has failed."_s)
            : isBatch(item.request) ? refusal(item, 400, u"BadRequest"_s, u"Batch requests cannot be nested."_s)
            : isTooMuch(item)       ? refusal(item, 429, u"ApplicationThrottled"_s, u"Application is over its MailboxConcurrency limit."_s)
                                    : m_answerItem(item.request);
        if (response.status >= 400) {
            m_failed.insert(item.id.toLower());
        }
        return response;
    }

private:
    [[nodiscard]] Response refusal(const BatchItem &item, int status, const QString &code, const QString &message) const
    {
        return errorAnswer(status, code, message, item.request, m_now);
    }

    // items without an order arrive at the mailbox all at once
    bool isTooMuch(const BatchItem &item)
    {
        const QString mailbox = item.dependsOn.isEmpty() ? mailboxOf(item.request) : QString();
        return !mailbox.isEmpty() && ++m_mailboxes[mailbox] > mailboxConcurrency;
    }

    const ItemAnswer &m_answerItem;
    Ticks m_now;
    QSet<QString> m_failed; // ids in lower case
    QHash<QString, int> m_mailboxes;
};

} // namespace

bool isBatch(const Request &request)
{
    return request.path.section(u'/', 2).compare("$batch"_L1, Qt::CaseInsensitive) == 0;
}

Response answerBatch(const Request &request, Ticks now, const ItemAnswer &answerItem)
{
    if (request.method != "POST") {
        return errorAnswer(405, u"Request_BadRequest"_s, u"Specified HTTP method is not allowed for the request target."_s,
                           request, now);
    }
    std::vector<BatchItem> items;
    if (const auto problem = readItems(request, items)) {
        return errorAnswer(400, problem->code, problem->message, request, now);
    }
    BatchRun run(answerItem, now);
    QList<QByteArray> answers;
    for (const BatchItem &item : items) {
        answers.append(itemAnswer(item.id, run.answer(item)));
    }
    const bool isSerial = std::any_of(items.begin(), items.end(), [](const BatchItem &item) { return !item.dependsOn.isEmpty(); });
    if (!isSerial) { // so that nobody takes the n-th answer for that of the n-th request
        std::reverse(answers.begin(), answers.end());
    }
    return jsonAnswer("{\"responses\":[" + answers.join(',') + "]}");
}

} // namespace simulator
