// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What can be changed about the sign-in service while it runs: lifetimes, consent, and wrong answers on order. Set from
// the command line's switches and by POST /control/entra. Values; tenant thread.

#include "simulator/refusals.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace simulator {

// Access tokens of people that were asked for without this value get a claims challenge.
struct ClaimsChallenge {
    QString value; // empty: nobody is challenged
    QString upn; // empty: everybody is
    QString form = QStringLiteral("plain"); // of the header, see challengeheader.h
    bool capableOnly = false; // spares clients that did not say that they take challenges
};

struct EntraSettings {
    qint64 tokenLifetime = 3600; // seconds
    qint64 codeLifetime = 600; // seconds
    qint64 deviceLifetime = 900; // seconds that a device code waits for a person
    qint64 deviceInterval = 5; // seconds between two questions of a device; 0: as often as it likes
    qint64 refreshLifetime = 90LL * 24 * 3600; // seconds, from the last use
    qint64 refreshGrace = 90LL * 24 * 3600; // seconds that a replaced refresh token still works; 0: not at all
    QStringList withheld; // permissions that nobody has consented to
    QStringList absentPermissions; // that Graph does not have (yet), so that nobody can consent to them
    QStringList applicationRoles {QStringLiteral("SecurityAnalyzedMessage.Read.All"),
                                  QStringLiteral("SecurityAnalyzedMessage.ReadWrite.All")};
    ClaimsChallenge challenge;
    Refusals refusals;
    bool refusesReplays = true; // of a client assertion; that the service does so is not documented
    QJsonObject replaceOnce; // members of the next answer: {"answer":{…},"access":{…},"id":{…},"redirect":{…}}

    Result<bool> apply(const QString &name, const QJsonValue &value); // false: not a setting of ours
    [[nodiscard]] QJsonObject toJson() const;
    QJsonObject takeReplacement(const QString &part);

private:
    Result<bool> orderRefusals(const QJsonValue &value);
};

} // namespace simulator
