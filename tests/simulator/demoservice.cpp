// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/demoservice.h"

#include "simulator/commandline.h"
#include "simulator/jwt.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

namespace simulator::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000; // ms

FormData changed(FormData form, const FormData &changes)
{
    for (const auto &[name, value] : changes) {
        form.removeIf([&name = name](const auto &field) { return field.first == name; });
        if (!value.isNull())
            form.append({name, value});
    }
    return form;
}

QString parameterOf(const QByteArray &location, const QString &name)
{
    return QUrlQuery(QUrl::fromEncoded(location)).queryItemValue(name, QUrl::FullyDecoded);
}

} // namespace

QJsonObject jsonFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QJsonObject claimsOf(const QString &token)
{
    return QJsonDocument::fromJson(
               QByteArray::fromBase64(token.section(u'.', 1, 1).toLatin1(), QByteArray::Base64UrlEncoding))
        .object();
}

DemoService::DemoService(const QStringList &arguments, SignInPage page)
{
    QStringList words {u"--incidents"_s, u"12"_s};
    if (page == SignInPage::Skipped)
        words.append(u"--auto-approve"_s);
    auto options = parseCommandLine(words + arguments);
    if (!options) {
        m_failure = options.error();
        return;
    }
    m_service = std::make_unique<Service>(options.take());
    QObject::connect(m_service.get(), &Service::ready, m_service.get(),
                     [this](const QJsonObject &line) { m_line = line; });
    QObject::connect(m_service.get(), &Service::failed, m_service.get(),
                     [this](const QString &why) { m_failure = why; });
    m_service->start();
    (void)QTest::qWaitFor([this] { return isReady() || !m_failure.isEmpty(); }, Patience);
}

QJsonObject DemoService::tenant() const
{
    return m_line[u"tenants"][m_tenant].toObject();
}

QJsonObject DemoService::cloud() const
{
    return jsonFile(tenant()[u"cloud_file"].toString());
}

QJsonObject DemoService::credential() const
{
    return jsonFile(tenant()[u"credential_file"].toString());
}

QUrl DemoService::graph() const
{
    return QUrl(m_line[u"graph"].toString());
}

QUrl DemoService::control() const
{
    return QUrl(m_line[u"control"].toString());
}

QByteArray DemoService::tenantPath() const
{
    return '/' + tenant()[u"tenant"].toString().toLatin1();
}

QString DemoService::verifier()
{
    return u"abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789"_s;
}

WireAnswer DemoService::authorize(const FormData &changes) const
{
    const QByteArray hash = QCryptographicHash::hash(verifier().toLatin1(), QCryptographicHash::Sha256);
    const FormData query = changed({{u"client_id"_s, cloud()[u"clientId"].toString()},
                                    {u"response_type"_s, u"code"_s},
                                    {u"redirect_uri"_s, u"http://localhost:50123"_s},
                                    {u"scope"_s,
                                     u"openid offline_access https://graph.microsoft.com/SecurityIncident.Read.All "
                                     "https://graph.microsoft.com/SecurityAlert.Read.All"_s},
                                    {u"state"_s, u"a state & more"_s},
                                    {u"nonce"_s, u"once"_s},
                                    {u"code_challenge"_s, QString::fromLatin1(base64Url(hash))},
                                    {u"code_challenge_method"_s, u"S256"_s}},
                                   changes);
    return exchange(graph(), "GET", tenantPath() + "/oauth2/v2.0/authorize?" + encodeForm(query));
}

QString DemoService::code(const FormData &changes) const
{
    return parameterOf(authorize(changes).headers.value("location"), u"code"_s);
}

WireAnswer DemoService::postToken(const FormData &form, const FormData &changes) const
{
    return post("/oauth2/v2.0/token", changed(form, changes));
}

WireAnswer DemoService::post(const QByteArray &path, const FormData &form) const
{
    return exchange(graph(), "POST", tenantPath() + path, {{"Content-Type", "application/x-www-form-urlencoded"}},
                    encodeForm(form));
}

WireAnswer DemoService::redeem(const QString &code, const FormData &changes) const
{
    return postToken({{u"grant_type"_s, u"authorization_code"_s},
                      {u"client_id"_s, cloud()[u"clientId"].toString()},
                      {u"code"_s, code},
                      {u"redirect_uri"_s, u"http://localhost:50123"_s},
                      {u"code_verifier"_s, verifier()}},
                     changes);
}

WireAnswer DemoService::refresh(const QString &refreshToken, const FormData &changes) const
{
    return postToken({{u"grant_type"_s, u"refresh_token"_s},
                      {u"client_id"_s, cloud()[u"clientId"].toString()},
                      {u"refresh_token"_s, refreshToken}},
                     changes);
}

WireAnswer DemoService::applicationToken(const FormData &changes) const
{
    const QJsonObject known = credential();
    return postToken({{u"grant_type"_s, u"client_credentials"_s},
                      {u"client_id"_s, known[u"clientId"].toString()},
                      {u"client_secret"_s, known[u"clientSecret"].toString()},
                      {u"scope"_s, u"https://graph.microsoft.com/.default"_s}},
                     changes);
}

QByteArray DemoService::signIn(const QString &upn) const
{
    const FormData hint = upn.isEmpty() ? FormData() : FormData {{u"login_hint"_s, upn}};
    return "Bearer " + redeem(code(hint)).json()[u"access_token"].toString().toLatin1();
}

QString DemoService::upn(int account) const
{
    return tenant()[u"accounts"][account][u"upn"].toString();
}

WireAnswer DemoService::get(const QByteArray &target, const QByteArray &authorization) const
{
    const Headers headers = authorization.isEmpty() ? Headers() : Headers {{"Authorization", authorization}};
    return exchange(graph(), "GET", target, headers);
}

QJsonObject DemoService::say(const QByteArray &method, const QByteArray &path, const QJsonObject &body) const
{
    const QByteArray bytes = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    QJsonObject answer;
    const QByteArray joint = path.contains('?') ? "&tenant=" : "?tenant=";
    const QByteArray target = m_tenant == 0 ? path : path + joint + QByteArray::number(m_tenant + 1);
    const WireAnswer wire = exchange(control(), method, target, {{"Content-Type", "application/json"}}, bytes);
    answer = wire.json();
    answer.insert(u"status"_s, wire.status);
    return answer;
}

int DemoService::arrived(const QString &route) const
{
    const QByteArray query = encodeForm({{u"route"_s, route}});
    return static_cast<int>(say("GET", "/control/requests?" + query)[u"count"].toInteger());
}

} // namespace simulator::test
