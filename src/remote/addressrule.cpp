// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "addressrule.h"

#include "failure.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace remote {

namespace {

constexpr qsizetype longestAddress = 16'384;
constexpr qsizetype longestId = 256;

domain::Error forbidden(const QString &why)
{
    return failure(domain::ErrorKind::ForbiddenAddress, u"follow an address"_s, why);
}

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// pchar of RFC 3986 and the separator; '%' is judged apart
bool isPathCharacter(char c)
{
    return isAlphanumeric(c) || std::string_view("/-._~!$&'()*+,;=:@%").find(c) != std::string_view::npos;
}

int defaultPort(const QString &scheme)
{
    return scheme == "https"_L1 ? 443 : 80;
}

// What may stand between "://" and the path, in lower case; the shortest form last.
QList<QByteArray> authorities(const QUrl &base)
{
    const QString host = base.host(QUrl::FullyEncoded).toLower();
    const QByteArray name = (host.contains(u':') ? u'[' + host + u']' : host).toLatin1();
    const int port = base.port(defaultPort(base.scheme()));
    QList<QByteArray> result {name + ':' + QByteArray::number(port)};
    if (port == defaultPort(base.scheme()))
        result.append(name);
    return result;
}

bool mayBeUsed(const QUrl &base, const domain::Cloud &cloud)
{
    if (!base.isValid() || base.host().isEmpty() || !base.userInfo().isEmpty())
        return false;
    if (base.scheme() == "https"_L1)
        return true;
    return base.scheme() == "http"_L1 && cloud.demo && isLoopbackLiteral(base.host());
}

struct Parts {
    QByteArray scheme; // lower case
    QByteArray authority; // lower case
    QByteArray path;
    QByteArray query; // with its '?', or empty
};

std::optional<Parts> split(const QByteArray &address)
{
    const qsizetype colon = address.indexOf("://");
    if (colon <= 0)
        return std::nullopt;
    const QByteArray rest = address.sliced(colon + 3);
    const auto isEnd = [](char c) { return c == '/' || c == '?' || c == '#'; };
    const qsizetype pathAt = std::find_if(rest.begin(), rest.end(), isEnd) - rest.begin();
    qsizetype queryAt = rest.indexOf('?', pathAt);
    if (queryAt < 0)
        queryAt = rest.size();
    return Parts {address.first(colon).toLower(), rest.first(pathAt).toLower(), rest.sliced(pathAt, queryAt - pathAt),
                  rest.sliced(queryAt)};
}

// Empty when it is harmless, otherwise the code of the refusal.
QString pathProblem(const QByteArray &path)
{
    if (!std::all_of(path.begin(), path.end(), isPathCharacter))
        return u"path"_s;
    const QByteArray lower = path.toLower();
    // separators, dots, and a second layer of encoding that would hide them
    for (const char *hidden : {"%2f", "%5c", "%2e", "%25", "%00"}) {
        if (lower.contains(hidden))
            return u"encoding"_s;
    }
    const QList<QByteArray> segments = path.sliced(1).split('/');
    const auto isBad = [](const QByteArray &segment) { return segment == "." || segment == ".."; };
    const bool hasHole = std::any_of(segments.begin(), segments.end() - 1, [](const auto &s) { return s.isEmpty(); });
    return hasHole || std::any_of(segments.begin(), segments.end(), isBad) ? u"path"_s : QString();
}

// A query cannot change where a request goes, so raw blanks and braces, which servers do write, are encoded, not refused.
QByteArray tidyQuery(const QByteArray &query)
{
    QByteArray tidy;
    tidy.reserve(query.size());
    for (const char c : query) {
        if (isPathCharacter(c) || c == '?')
            tidy += c;
        else
            tidy += '%' + QByteArray(1, c).toHex().toUpper();
    }
    return tidy;
}

domain::Result<QUrl> checked(const QByteArray &address, const QUrl &base, const QList<QByteArray> &roots)
{
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (address.isEmpty() || address.size() > longestAddress || std::any_of(address.begin(), address.end(), isControl))
        return forbidden(u"malformed"_s);
    const std::optional<Parts> parts = split(address);
    if (!parts)
        return forbidden(u"malformed"_s);
    if (parts->scheme != base.scheme().toLatin1())
        return forbidden(u"scheme"_s);
    if (parts->authority.contains('@'))
        return forbidden(u"userinfo"_s);
    if (!authorities(base).contains(parts->authority))
        return forbidden(u"host"_s);
    if (address.contains('#'))
        return forbidden(u"fragment"_s);
    const auto isUnder = [&parts](const QByteArray &root) { return parts->path.startsWith(root); };
    if (std::none_of(roots.begin(), roots.end(), isUnder))
        return forbidden(u"path"_s);
    if (const QString problem = pathProblem(parts->path); !problem.isEmpty())
        return forbidden(problem);

    const QByteArray whole = parts->scheme + "://" + parts->authority + parts->path + tidyQuery(parts->query);
    const QUrl url = QUrl::fromEncoded(whole, QUrl::StrictMode);
    // What the network layer will use must be what was judged above.
    const bool isAsJudged = url.isValid() && url.scheme() == base.scheme() && url.userInfo().isEmpty()
        && url.host(QUrl::FullyEncoded).compare(base.host(QUrl::FullyEncoded), Qt::CaseInsensitive) == 0
        && url.port(defaultPort(url.scheme())) == base.port(defaultPort(base.scheme()))
        && url.path(QUrl::FullyEncoded).toLatin1() == parts->path;
    return isAsJudged ? domain::Result<QUrl>(url) : forbidden(u"malformed"_s);
}

} // namespace

AddressRule::AddressRule(const domain::Cloud &cloud)
    : m_cloud(cloud)
{
}

domain::Result<QUrl> AddressRule::graph(const QByteArray &address) const
{
    if (!mayBeUsed(m_cloud.graph, m_cloud))
        return forbidden(u"cloud"_s);
    return checked(address, m_cloud.graph, {"/v1.0/", "/beta/"});
}

domain::Result<QUrl> AddressRule::login(const QByteArray &address) const
{
    if (!mayBeUsed(m_cloud.login, m_cloud))
        return forbidden(u"cloud"_s);
    return checked(address, m_cloud.login, {"/"});
}

domain::Result<QUrl> AddressRule::graphPath(const QByteArray &path, const QByteArray &query) const
{
    const QByteArray base = m_cloud.graph.scheme().toLatin1() + "://" + authorities(m_cloud.graph).constLast();
    return graph(base + path + (query.isEmpty() ? QByteArray() : '?' + query));
}

bool isAddressableId(const QString &id)
{
    if (id.isEmpty() || id.size() > longestId || id == "."_L1 || id == ".."_L1)
        return false;
    return std::all_of(id.begin(), id.end(), [](QChar c) {
        const char16_t code = c.unicode();
        return code < 0x80 && (isAlphanumeric(static_cast<char>(code)) || QStringView(u"-._~:@=+,!*$()").contains(c));
    });
}

domain::Result<QByteArray> pathSegment(const QString &id)
{
    if (!isAddressableId(id))
        return failure(domain::ErrorKind::Refused, u"make an address"_s, u"badId"_s, id);
    return id.toLatin1();
}

QByteArray queryValue(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

bool isLoopbackLiteral(const QString &host)
{
    return host == "127.0.0.1"_L1 || host == "::1"_L1 || host == "[::1]"_L1;
}

} // namespace remote
