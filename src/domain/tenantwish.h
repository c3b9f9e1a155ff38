// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A tenant as a person describes it, in a form or on the command line; not looked at yet. Value; any thread.

#include <QMetaType>
#include <QString>

namespace domain {

struct TenantWish {
    QString cloud {}; // name of a built-in cloud, or path of a cloud file
    QString tenantId {}; // empty: the cloud file's
    QString clientId {}; // empty: the cloud file's
    QString name {}; // empty: the cloud's for a demo, else the tenant id

    friend bool operator==(const TenantWish &, const TenantWish &) = default;
};

} // namespace domain

Q_DECLARE_METATYPE(domain::TenantWish)
