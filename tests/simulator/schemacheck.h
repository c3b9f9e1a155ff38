// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Compares JSON from the tenant with the reduced schema in tests/data/schema: names of members, types, members of enums.
// Values; any thread.

#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <optional>

namespace simulator::test {

class SchemaCheck {
public:
    SchemaCheck(); // reads the two files
    [[nodiscard]] bool isReady() const { return !m_types.isEmpty() && !m_enums.isEmpty(); }

    // Whether members of enums that came later have to be hidden; otherwise what hides them must not occur.
    void setMasked(bool masked) { m_masked = masked; }
    void check(const QJsonObject &object, const QString &type, const QString &place);
    [[nodiscard]] QStringList findings() const { return m_findings; } // each once for a type and member
    [[nodiscard]] QSet<QString> evidenceTypes() const; // that the schema has

private:
    void checkValue(const QJsonValue &value, const QString &type, const QString &place);
    void checkWord(const QString &word, const QString &type, const QString &place);
    void report(const QString &finding);

    QJsonObject m_types;
    QJsonObject m_enums;
    QStringList m_findings;
    std::optional<bool> m_masked;
};

} // namespace simulator::test
