// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Items of Graph as domain values. Absent, null, "" and [] all read as "no value"; words that we do not know are kept as
// they came; a member of the wrong type makes its item unreadable, and that item alone. Pure; any thread.

#include "domain/decoder.h"

namespace remote {

class GraphDecoder final : public domain::Decoder
{
public:
    // An item that names another tenant is refused with code "wrongTenant". Empty: any tenant will do.
    explicit GraphDecoder(QString tenantId = {});

    // Error{NotGraph} with code "wrongType" (detail: the member), "noId", "badId", "badTime", "wrongTenant", "tooDeep", "malformed".
    [[nodiscard]] domain::Result<domain::Incident> incident(const QByteArray &item) const override;
    [[nodiscard]] domain::Result<domain::Alert> alert(const QByteArray &item) const override;

private:
    QString m_tenantId;
};

struct DecodedIncidents {
    QList<domain::Received<domain::Incident>> received;
    QList<domain::PoisonItem> poison;
};
struct DecodedAlerts {
    QList<domain::Received<domain::Alert>> received;
    QList<domain::PoisonItem> poison;
};
// The items of a page: what can be read, and what cannot, with its bytes.
[[nodiscard]] DecodedIncidents decodeIncidents(const QList<QByteArray> &items, const domain::Decoder &decoder);
[[nodiscard]] DecodedAlerts decodeAlerts(const QList<QByteArray> &items, const domain::Decoder &decoder);

} // namespace remote
