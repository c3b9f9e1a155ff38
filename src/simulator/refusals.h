// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Refusals of the sign-in service that somebody ordered: any AADSTS number, once, a few times or until further notice, for
// everybody or for one person. This is how Conditional Access, expired passwords or a service that has a bad day are
// played. Values; tenant thread.
//
//     {"number":53003}                                     the next request
//     {"number":50076, "grant":"refresh_token", "upn":"…", "count":0, "untilClaims":true}
//         that person's renewals until an interactive sign-in passes the claims on
//
//     {"number":50057, "upn":"…", "withdraw":true}       no longer
//
// Besides: "error", "suberror" and "claims" (JSON text) instead of the usual ones.

#include "simulator/entraerror.h"
#include "simulator/result.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace simulator {

struct Refusal {
    QString grant {}; // grant type, or "authorize"; empty: any
    QString upn {}; // empty: anybody
    EntraError error {};
    int count = 1; // 0: until it is withdrawn
    bool untilClaims = false; // withdrawn by a sign-in that passes error.claims on

    static Result<Refusal> fromJson(const QJsonValue &json); // an object as above, or the number alone
    [[nodiscard]] QJsonObject toJson() const;
};

class Refusals
{
public:
    void add(const Refusal &refusal) { m_list.append(refusal); }
    void clear() { m_list.clear(); }
    void withdraw(int number, const QString &upn);

    // For upn alone when it is given, otherwise those that concern anybody.
    [[nodiscard]] std::optional<EntraError> take(const QString &grant, const QString &upn = {});
    void satisfy(const QJsonObject &claims);
    [[nodiscard]] QJsonArray toJson() const;

private:
    QList<Refusal> m_list;
};

} // namespace simulator
