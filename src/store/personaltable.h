// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Table `personal`: what the ledger knows about people, as plain text that can be erased. The audit holds a commitment,
// SHA-256 of "casemate-personal-1", the salt and the text, so that its chain stays whole and, as long as the text is
// there, proves it. In the thread of its connection.

#include "statement.h"

#include <QHash>
#include <QJsonObject>

namespace store {

class PersonalTable
{
public:
    explicit PersonalTable(Connection &connection);

    // Adds the field's commitment under its name. An empty value is nobody's and leaves no trace.
    void keep(qint64 decision, const QString &field, const QString &value, QJsonObject &commitments);
    [[nodiscard]] QHash<QString, QString> of(qint64 decision); // erased ones are missing
    [[nodiscard]] QString value(qint64 decision, const QString &field);
    void erase(qint64 decision);

    enum class Proof { Proved, Erased, Wrong };
    [[nodiscard]] Proof prove(qint64 decision, const QString &field, const QString &commitment);

private:
    Statement m_insert;
    Statement m_all;
    Statement m_one;
    Statement m_erase;
};

} // namespace store
