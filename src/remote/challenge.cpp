// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "challenge.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace remote {

namespace {

constexpr qsizetype longestHeader = 16 * 1024; // more is nobody's challenge

// RFC 9110, 5.6.2
bool isTokenCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

class ChallengeReader
{
public:
    explicit ChallengeReader(QByteArrayView text)
        : m_at(text.begin())
        , m_end(text.end())
    {
    }

    [[nodiscard]] QList<Challenge> read()
    {
        QList<Challenge> all;
        while (skipTo(), m_at != m_end) {
            const QByteArray word = token();
            if (word.isEmpty()) {
                ++m_at; // nonsense
                continue;
            }
            skipBlanks();
            if (isNext('=') && !all.isEmpty())
                readValue(word, all.last());
            else
                all.append({word.toLower(), {}});
        }
        return all;
    }

private:
    void readValue(const QByteArray &name, Challenge &challenge)
    {
        ++m_at;
        skipBlanks();
        challenge.parameters.append({name.toLower(), isNext('"') ? quoted() : token()});
    }

    QByteArray token()
    {
        const char *first = m_at;
        while (m_at != m_end && isTokenCharacter(*m_at))
            ++m_at;
        return QByteArray(first, m_at - first);
    }

    // Without its end it goes to the end of the header.
    QByteArray quoted()
    {
        QByteArray value;
        for (++m_at; m_at != m_end && *m_at != '"'; ++m_at) {
            if (*m_at == '\\' && m_at + 1 != m_end)
                ++m_at;
            value.append(*m_at);
        }
        if (m_at != m_end)
            ++m_at;
        return value;
    }

    void skipTo()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\t' || *m_at == ','))
            ++m_at;
    }
    void skipBlanks()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\t'))
            ++m_at;
    }
    [[nodiscard]] bool isNext(char c) const { return m_at != m_end && *m_at == c; }

    const char *m_at;
    const char *m_end;
};

// base64 or base64url, with or without its padding.
std::optional<QByteArray> objectIn(QByteArray base64)
{
    base64.replace('-', '+').replace('_', '/');
    const auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || !QJsonDocument::fromJson(decoded.decoded).isObject())
        return std::nullopt;
    return decoded.decoded;
}

} // namespace

QByteArray Challenge::value(const QByteArray &name) const
{
    const auto found = std::find_if(parameters.cbegin(), parameters.cend(), [&](const auto &each) { return each.first == name; });
    return found == parameters.cend() ? QByteArray() : found->second;
}

QList<Challenge> challenges(const QList<QByteArray> &headers)
{
    QList<Challenge> all;
    for (const QByteArray &header : headers) {
        if (header.size() <= longestHeader)
            all += ChallengeReader(header).read();
    }
    return all;
}

std::optional<QByteArray> claimsWanted(const QList<QByteArray> &headers)
{
    const QList<Challenge> all = challenges(headers);
    for (const Challenge &challenge : all) {
        if (challenge.scheme != "bearer" || challenge.value("error") != "insufficient_claims")
            continue;
        if (std::optional<QByteArray> claims = objectIn(challenge.value("claims")))
            return claims;
    }
    return std::nullopt;
}

} // namespace remote
