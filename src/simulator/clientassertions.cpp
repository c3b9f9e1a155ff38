// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/clientassertions.h"

#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ClockTolerance = 300; // s

std::optional<QByteArray> decoded(const QByteArray &part)
{
    const auto result = QByteArray::fromBase64Encoding(
        part, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    return result ? std::optional(*result) : std::nullopt;
}

std::optional<QJsonObject> object(const QByteArray &part)
{
    const auto text = decoded(part);
    const QJsonDocument document = text ? QJsonDocument::fromJson(*text) : QJsonDocument();
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

QString stamp(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc()).toString(u"yyyy-MM-ddTHH:mm:ss.0000000'Z'");
}

EntraError badSignature(const QString &reason, const QByteArray &thumbprint)
{
    return entraError(
        700027,
        u"%1, Thumbprint of key used by client: '%2'"_s.arg(reason, QString::fromLatin1(thumbprint.toHex().toUpper())));
}

std::optional<EntraError> timeProblem(const QJsonObject &claims, qint64 now)
{
    const qint64 from = claims[u"nbf"].toInteger();
    const qint64 to = claims[u"exp"].toInteger();
    if (now >= from - ClockTolerance && now < to + ClockTolerance)
        return std::nullopt;
    return entraError(700024,
                      u"Current time: %1, assertion valid from %2, expiry time of assertion %3."_s.arg(
                          stamp(now), stamp(from), stamp(to)));
}

} // namespace

std::optional<EntraError> ClientAssertions::problem(const QByteArray &assertion, const AssertionRules &rules,
                                                    qint64 now)
{
    const QList<QByteArray> parts = assertion.split('.');
    const auto head = parts.size() == 3 ? object(parts[0]) : std::nullopt;
    const auto claims = parts.size() == 3 ? object(parts[1]) : std::nullopt;
    if (!head || !claims)
        return entraError(50027, u"It does not consist of three encoded parts."_s);
    if (const auto error = signatureProblem(parts, *head, now))
        return error;
    if ((*claims)[u"iss"] != rules.clientId || (*claims)[u"sub"] != rules.clientId)
        return entraError(700021);
    if (!rules.audiences.contains((*claims)[u"aud"].toString()))
        return entraError(700023);
    if (const auto error = timeProblem(*claims, now / 1000))
        return error;
    if (wasSeen(*claims, now / 1000) && rules.refusesReplays)
        return entraError(700027, u"The assertion was used before, jti: '%1'"_s.arg((*claims)[u"jti"].toString()));
    return std::nullopt;
}

std::optional<EntraError> ClientAssertions::signatureProblem(const QList<QByteArray> &parts, const QJsonObject &head,
                                                             qint64 now) const
{
    const QString algorithm = head[u"alg"].toString();
    if (algorithm != u"RS256" && algorithm != u"PS256")
        return entraError(50027, u"The algorithm '%1' is not supported."_s.arg(algorithm));
    const bool isNew = head.contains(u"x5t#S256"_s);
    const auto thumbprint = decoded(head[isNew ? u"x5t#S256" : u"x5t"].toString().toLatin1());
    if (!thumbprint || thumbprint->isEmpty())
        return entraError(50027, u"The header names no certificate: 'x5t#S256' or 'x5t' is missing."_s);
    const auto found = std::find_if(m_certificates.begin(), m_certificates.end(), [&](const auto &certificate) {
        return (isNew ? certificate.sha256() : certificate.sha1()) == *thumbprint;
    });
    if (found == m_certificates.end())
        return badSignature(u"The key was not found."_s, *thumbprint);
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(now, QTimeZone::utc());
    if (time < found->from() || time >= found->to()) {
        const QString format = u"MM/dd/yyyy HH:mm:ss"_s;
        return badSignature(u"The key used is expired., Found key 'Start=%1, End=%2'"_s.arg(
                                found->from().toString(format), found->to().toString(format)),
                            *thumbprint);
    }
    const auto signature = decoded(parts[2]);
    if (!signature || !found->hasSigned(parts[0] + '.' + parts[1], *signature, algorithm == u"PS256"))
        return badSignature(u"The provided signature value did not match the expected signature value."_s, *thumbprint);
    return std::nullopt;
}

// An assertion without jti can be sent any number of times while it lasts.
bool ClientAssertions::wasSeen(const QJsonObject &claims, qint64 now)
{
    m_seen.removeIf([now](QHash<QString, qint64>::iterator entry) { return *entry + ClockTolerance < now; });
    const QString id = claims[u"jti"].toString();
    if (id.isEmpty())
        return false;
    const bool isKnown = m_seen.contains(id);
    m_seen.insert(id, claims[u"exp"].toInteger());
    return isKnown;
}

} // namespace simulator
