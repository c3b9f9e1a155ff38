// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clouds.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace app {

using domain::Cloud;
using domain::ErrorKind;
using domain::Result;

namespace {

constexpr qint64 largestCloudFile = 64 * 1024;

Cloud cloud(const QString &name, const QString &login, const QString &graph, const QString &portal)
{
    return {.name = name,
            .demo = false,
            .login = QUrl(u"https://"_s + login),
            .graph = QUrl(u"https://"_s + graph),
            .portal = QUrl(u"https://"_s + portal),
            .caFile = {}};
}

QList<Cloud> builtInClouds()
{
    return {
        cloud(u"global"_s, u"login.microsoftonline.com"_s, u"graph.microsoft.com"_s, u"security.microsoft.com"_s),
        cloud(u"gcc"_s, u"login.microsoftonline.com"_s, u"graph.microsoft.com"_s, u"security.microsoft.com"_s),
        cloud(u"gcchigh"_s, u"login.microsoftonline.us"_s, u"graph.microsoft.us"_s, u"security.microsoft.us"_s),
        cloud(u"dod"_s, u"login.microsoftonline.us"_s, u"dod-graph.microsoft.us"_s, u"security.apps.mil"_s),
    };
}

domain::Error wrong(const QString &path, const QString &why)
{
    return domain::error(ErrorKind::UsageWrong, u"read the cloud file"_s, path + u": "_s + why);
}

bool onlyRootCanWrite(const QFileInfo &file)
{
    constexpr auto others = QFileDevice::WriteGroup | QFileDevice::WriteOther;
    return file.ownerId() == 0 && !(file.permissions() & others);
}

Result<QUrl> address(const QJsonObject &json, const QString &member, const QString &path, bool rootsFile)
{
    const QUrl url(json.value(member).toString(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return wrong(path, u"\"%1\" is not the address of a service"_s.arg(member));
    if (isLoopback(url)) {
        if (url.scheme() != u"http" && url.scheme() != u"https")
            return wrong(path, u"\"%1\" must begin with http or https"_s.arg(member));
        return url;
    }
    if (url.scheme() != u"https")
        return wrong(path, u"\"%1\" must begin with https"_s.arg(member));
    if (!rootsFile)
        return wrong(path, u"\"%1\" names a host other than 127.0.0.1, which only a file that root owns may do"_s.arg(member));
    return url;
}

} // namespace

std::optional<Cloud> builtInCloud(const QString &name)
{
    for (const Cloud &known : builtInClouds()) {
        if (known.name.compare(name, Qt::CaseInsensitive) == 0)
            return known;
    }
    return std::nullopt;
}

QStringList builtInCloudNames()
{
    QStringList names;
    for (const Cloud &known : builtInClouds())
        names.append(known.name);
    return names;
}

bool isLoopback(const QUrl &url)
{
    return url.host() == u"127.0.0.1" || url.host() == u"::1";
}

Result<CloudFile> readCloudFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::error(ErrorKind::StorageUnreadable, u"read the cloud file"_s, path + u": "_s + file.errorString());
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.read(largestCloudFile), &problem);
    if (!document.isObject())
        return wrong(path, u"it is not a JSON object (%1)"_s.arg(problem.errorString()));
    const QJsonObject json = document.object();

    const bool rootsFile = onlyRootCanWrite(QFileInfo(path));
    CloudFile read;
    read.cloud.name = json.value("name"_L1).toString();
    if (read.cloud.name.isEmpty())
        return wrong(path, u"\"name\" is missing"_s);
    read.cloud.demo = json.value("demo"_L1).toBool();
    for (const auto &[member, target] : {std::pair(u"login"_s, &read.cloud.login), std::pair(u"graph"_s, &read.cloud.graph),
                                         std::pair(u"portal"_s, &read.cloud.portal)}) {
        const Result<QUrl> url = address(json, member, path, rootsFile);
        if (!url)
            return url.error();
        *target = *url;
        if (url->scheme() == u"http" && !read.cloud.demo)
            return wrong(path, u"\"%1\" begins with http, which only a demo cloud may"_s.arg(member));
    }
    read.cloud.caFile = read.cloud.demo ? json.value("caFile"_L1).toString() : QString();
    read.tenantId = json.value("tenant"_L1).toString();
    read.clientId = json.value("clientId"_L1).toString();
    return read;
}

} // namespace app
