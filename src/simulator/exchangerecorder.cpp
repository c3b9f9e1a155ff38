// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/exchangerecorder.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QJsonObject some(const QList<Header> &headers, const QStringList &names)
{
    QJsonObject json;
    for (const Header &header : headers) {
        const QString name = QString::fromLatin1(header.name).toLower();
        if (names.contains(name))
            json.insert(name, QString::fromLatin1(header.value));
    }
    return json;
}

// The bytes themselves where they are JSON, so that a replay serves what was served.
QByteArray bodyText(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isNull() ? QByteArray("null") : body;
}

} // namespace

Result<ExchangeRecorder> ExchangeRecorder::into(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Failure {u"the folder %1 cannot be made"_s.arg(folder)};
    if (!QDir(folder).isEmpty())
        return Failure {u"the folder %1 is not empty"_s.arg(folder)};
    ExchangeRecorder recorder;
    recorder.m_folder = folder;
    return recorder;
}

void ExchangeRecorder::record(const Request &request, const Response &response) const
{
    const QJsonObject head {
        {u"method"_s, QString::fromLatin1(request.method)},
        {u"target"_s, QString::fromLatin1(request.target)},
        {u"headers"_s, some(request.headers, {u"client-request-id"_s, u"prefer"_s, u"content-type"_s, u"if-match"_s})}};
    const QJsonObject headers = some(response.headers, {u"request-id"_s, u"client-request-id"_s, u"date"_s,
                                                        u"location"_s, u"retry-after"_s, u"preference-applied"_s});
    const QByteArray sent = bodyText(request.body);
    QByteArray text = "{\"number\":" + QByteArray::number(request.number) + ",\"tenant\":\"" + request.tenant.toLatin1()
        + "\",\n\"request\":" + QJsonDocument(head).toJson(QJsonDocument::Compact).chopped(1) + ",\"body\":" + sent
        + "},\n\"status\":" + QByteArray::number(response.status)
        + ",\n\"headers\":" + QJsonDocument(headers).toJson(QJsonDocument::Compact);
    text += ",\n\"body\":" + bodyText(response.body) + "}\n";
    QSaveFile file(u"%1/%2-%3.json"_s.arg(m_folder)
                       .arg(request.number, 8, 10, QChar(u'0'))
                       .arg(QString::fromLatin1(request.method)));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    if (!isWritten)
        qWarning("%ls cannot be written: %ls", qUtf16Printable(file.fileName()), qUtf16Printable(file.errorString()));
}

} // namespace simulator
