// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sign-ins of devices without a browser: each waits under a code for a person who types it in elsewhere, and asks again
// and again whether that has happened. https://www.rfc-editor.org/rfc/rfc8628
// Values; tenant thread.

#include "simulator/grantstore.h"

namespace simulator {

class DeviceCodes
{
public:
    struct Codes {
        QString device; // secret of the device
        QString user; // what the person types
    };

    [[nodiscard]] Codes add(const Grant &asked, qint64 now, const EntraSettings &settings);
    [[nodiscard]] GrantStore::Redeemed redeem(const QString &deviceCode, const QString &clientId, qint64 now);

    // The request that still waits for a person; null: there is none under this code.
    [[nodiscard]] const Grant *waiting(const QString &userCode, qint64 now);
    bool decide(const QString &userCode, const QString &oid, qint64 now); // oid empty: declined
    void expire();

private:
    enum class State { Waiting, Approved, Declined, Redeemed };
    struct Pending {
        Grant grant;
        QString userCode;
        qint64 ends = 0; // ms
        qint64 interval = 0; // ms; grows when the device is too eager
        qint64 lastAsked = 0; // ms; 0: never
        State state = State::Waiting;
    };

    [[nodiscard]] Pending *find(const QString &userCode, qint64 now);

    QHash<QString, Pending> m_pending; // by device code
};

} // namespace simulator
