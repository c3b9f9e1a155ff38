// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Table `poison`: items that could not be read, with their bytes, until a version comes that can. Ingest thread.

#include "feeds.h"
#include "statement.h"

namespace store {

class PoisonTable
{
public:
    explicit PoisonTable(Connection &connection);

    [[nodiscard]] bool isEmpty();
    void keep(Feed feed, const domain::PoisonItem &item);
    void heal(Feed feed, const QString &id); // it can be read now

private:
    Statement m_any;
    Statement m_keep;
    Statement m_heal;
};

} // namespace store
