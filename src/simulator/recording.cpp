// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/recording.h"

#include "simulator/jsonpieces.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

using ItemsById = QHash<QString, RecordedItem>;

Ticks timeOf(const QJsonObject &fields, QLatin1StringView name)
{
    return parseStamp(fields[name].toString()).value_or(0);
}

class Collector
{
public:
    // Returns what is wrong with the file, or nothing.
    QString addFile(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return u"%1 cannot be read: %2"_s.arg(path, file.errorString());
        const QByteArray text = file.readAll();
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
        if (document.isNull())
            return u"%1 is no JSON: %2"_s.arg(path, problem.errorString());
        if (document.isArray())
            addAll(text);
        else if (document["request"_L1].isObject())
            addExchange(document.object(), text);
        else if (document["value"_L1].isArray())
            addAll(memberText(text, "value"));
        else
            add(text.trimmed());
        return {};
    }

    static QList<RecordedItem> sorted(const ItemsById &items)
    {
        QList<RecordedItem> list = items.values();
        std::sort(list.begin(), list.end(), [](const RecordedItem &a, const RecordedItem &b) { return a.id < b.id; });
        return list;
    }

    ItemsById incidents;
    ItemsById alerts;

private:
    // A part of an item must not stand for the item.
    void addExchange(const QJsonObject &exchange, const QByteArray &text)
    {
        const QJsonObject request = exchange["request"_L1].toObject();
        const QString target = request["target"_L1].toString();
        const bool isGet = request["method"_L1] == "GET"_L1 && exchange["status"_L1].toInt() == 200;
        const bool isFeed = target.contains("/security/incidents"_L1) || target.contains("/security/alerts_v2"_L1);
        if (!isGet || !isFeed || target.contains("select="_L1))
            return;
        const QByteArray body = memberText(text, "body");
        if (exchange["body"_L1]["value"_L1].isArray())
            addAll(memberText(body, "value"));
        else if (exchange["body"_L1].isObject())
            add(body);
    }

    void addAll(const QByteArray &array)
    {
        for (const QByteArray &element : arrayElements(array))
            add(element);
    }

    void add(const QByteArray &bytes)
    {
        const QJsonObject fields = QJsonDocument::fromJson(bytes).object();
        const RecordedItem item {fields["id"_L1].toString(), timeOf(fields, "createdDateTime"_L1),
                                 timeOf(fields, "lastUpdateDateTime"_L1), bytes, fields};
        if (item.id.isEmpty())
            return;
        const bool isAlert = fields.contains("incidentId"_L1) || fields.contains("evidence"_L1);
        if (!isAlert && fields["alerts"_L1].isArray())
            addAll(memberText(bytes, "alerts"));
        RecordedItem &known = (isAlert ? alerts : incidents)[item.id];
        if (known.id.isEmpty() || known.updated <= item.updated)
            known = item;
    }
};

} // namespace

Result<Recording> Recording::read(const QString &folder)
{
    if (!QDir(folder).exists())
        return Failure {u"there is no folder %1"_s.arg(folder)};
    QStringList paths;
    for (QDirIterator files(folder, {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
        paths.append(files.next());
    paths.sort();
    Collector collector;
    for (const QString &path : std::as_const(paths)) {
        if (const QString problem = collector.addFile(path); !problem.isEmpty())
            return Failure {problem};
    }
    return Recording {Collector::sorted(collector.incidents), Collector::sorted(collector.alerts)};
}

QList<QByteArray> Recording::alertsOf(const QString &incidentId) const
{
    QList<QByteArray> found;
    for (const RecordedItem &alert : alerts) {
        if (alert.fields["incidentId"_L1].toString() == incidentId)
            found.append(alert.bytes);
    }
    return found;
}

} // namespace simulator
