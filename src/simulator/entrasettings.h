// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What can be changed about the sign-in service while it runs: lifetimes, consent, and wrong answers on order. Set from
// the command line's switches and by POST /control/entra. Values; tenant thread.

#include "simulator/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace simulator {

struct EntraSettings {
    // The next `count` token requests of this grant type (empty: any) are refused.
    struct Refusal {
        QString grant;
        int number = 0;
        int count = 1;
        QString claims;
    };

    qint64 tokenLifetime = 3600; // seconds
    qint64 codeLifetime = 600; // seconds
    qint64 refreshLifetime = 90LL * 24 * 3600; // seconds, from the last use
    qint64 refreshGrace = 90LL * 24 * 3600; // seconds that a replaced refresh token still works; 0: not at all
    QStringList withheld; // permissions that nobody has consented to
    QStringList applicationRoles {QStringLiteral("SecurityAnalyzedMessage.Read.All"),
                                  QStringLiteral("SecurityAnalyzedMessage.ReadWrite.All")};
    QString challenge; // not empty: people's access tokens asked for without this value get a claims challenge
    QList<Refusal> refusals;
    QJsonObject replaceOnce; // members of the next answer: {"answer":{…},"access":{…},"id":{…},"redirect":{…}}

    Result<bool> apply(const QString &name, const QJsonValue &value); // false: not a setting of ours
    [[nodiscard]] QJsonObject toJson() const;
    QJsonObject takeReplacement(const QString &part);
    std::optional<Refusal> takeRefusal(const QString &grant);
};

} // namespace simulator
