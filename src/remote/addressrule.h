// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which addresses may see a token. Everything that comes from outside (@odata.nextLink, Location) passes here as the text
// it was: scheme, host and port must be exactly the cloud's, nothing in front of the host, nothing encoded that becomes a
// separator, and the path must lie under an API root. A comparison of prefixes is not enough:
// "https://graph.microsoft.com/v1.0.evil.example/" and "https://graph.microsoft.com@evil.example" pass one. Pure; any thread.

#include "domain/result.h"
#include "domain/tenant.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace remote {

class AddressRule
{
public:
    explicit AddressRule(const domain::Cloud &cloud);

    // Error{ForbiddenAddress} with code "scheme", "host", "userinfo", "path", "encoding", …
    [[nodiscard]] domain::Result<QUrl> graph(const QByteArray &address) const;
    [[nodiscard]] domain::Result<QUrl> login(const QByteArray &address) const;
    // "/v1.0/security/incidents" and a query that is already encoded; no leading '?'.
    [[nodiscard]] domain::Result<QUrl> graphPath(const QByteArray &path, const QByteArray &query = {}) const;

    [[nodiscard]] const domain::Cloud &cloud() const { return m_cloud; }

private:
    domain::Cloud m_cloud;
};

// One path segment made of an id: Error{Refused, code "badId"} for anything that could change the path's shape.
[[nodiscard]] domain::Result<QByteArray> pathSegment(const QString &id);
[[nodiscard]] bool isAddressableId(const QString &id);
// The one place in which text becomes part of a query.
[[nodiscard]] QByteArray queryValue(const QString &text);
// Literal loopback addresses only; never a name, not even "localhost".
[[nodiscard]] bool isLoopbackLiteral(const QString &host);

} // namespace remote
