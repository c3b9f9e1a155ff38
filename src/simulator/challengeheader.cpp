// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/challengeheader.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Huge = 64 * 1024;
const QByteArray graph = "client_id=\"00000003-0000-0000-c000-000000000000\"";

QByteArray encoded(const QByteArray &claims, const QString &form)
{
    if (form == u"base64url")
        return claims.toBase64(QByteArray::Base64UrlEncoding);
    if (form == u"unpadded")
        return claims.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    if (form == u"malformed")
        return "{not base64, not JSON";
    if (form == u"huge")
        return QByteArray(Huge, ' ').replace(0, claims.size(), claims).toBase64();
    return claims.toBase64();
}

} // namespace

QStringList challengeForms()
{
    return {u"plain"_s,   u"base64url"_s, u"unpadded"_s, u"reordered"_s,
            u"several"_s, u"malformed"_s, u"foreign"_s,  u"huge"_s};
}

QList<QByteArray> challengeHeaders(const QString &base, const QByteArray &claims, const QString &form)
{
    const QByteArray host = form == u"foreign" ? "https://login.evil.example" : base.toUtf8();
    const QByteArray authority = "authorization_uri=\"" + host + "/common/oauth2/authorize\"";
    const QByteArray plain = "Bearer realm=\"\", " + authority + ", " + graph;
    if (claims.isEmpty())
        return {plain};
    const QByteArray wanted = "claims=\"" + encoded(claims, form) + '"';
    const QByteArray error = "error=\"insufficient_claims\"";
    if (form == u"reordered")
        return {"Bearer " + wanted + ", " + graph + ", " + error + ", realm=\"\", " + authority};
    const QByteArray challenge = plain + ", " + error + ", " + wanted;
    return form == u"several" ? QList<QByteArray> {"Negotiate", plain, challenge} : QList<QByteArray> {challenge};
}

} // namespace simulator
