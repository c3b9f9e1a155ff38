// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The numbered files of resources/schema/<database>/ and the climb from one user_version to the next, one transaction a
// step. Values; any thread.

#include "domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace store {

class Connection;

class SchemaLadder
{
public:
    [[nodiscard]] static SchemaLadder of(const QString &database); // "cache"
    explicit SchemaLadder(QList<QByteArray> steps)
        : m_steps(std::move(steps))
    {
    }

    [[nodiscard]] int newest() const { return static_cast<int>(m_steps.size()); }
    [[nodiscard]] domain::Result<domain::Done> climb(Connection &connection) const;
    // Whether the file holds the tables, indexes, views and triggers of our newest version and nothing else. A planted
    // trigger would run inside our own transactions. Error{StorageCorrupt, "foreignSchema"}.
    [[nodiscard]] domain::Result<domain::Done> check(Connection &connection) const;

private:
    QList<QByteArray> m_steps;
};

} // namespace store
