// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tenants to measure with: the simulator's own pages, fetched over HTTP and signed in to as the program does, stored by the
// program's own writer, with a list of tenants beside them. Made at first use; kept for later runs below a folder that is
// named, else gone with this object. Main thread.

#include "domain/tenant.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTemporaryDir>

#include <memory>

namespace bench {

struct World {
    QString root; // for --data-dir
    domain::Tenant tenant; // with its account
    QString folder; // of the tenant's databases
    qint64 incidents = 0;
};

// Bodies as they came.
struct Pages {
    QList<QByteArray> incidents;
    QList<QByteArray> alerts;

    [[nodiscard]] qint64 bytes() const;
};

class Worlds
{
public:
    explicit Worlds(const QString &keptBelow); // empty: nothing is kept

    [[nodiscard]] const World &of(int incidents);
    [[nodiscard]] static Pages pages(int incidents);

private:
    QTemporaryDir m_temporary;
    QString m_root;
    QHash<int, std::shared_ptr<World>> m_made;
};

} // namespace bench
