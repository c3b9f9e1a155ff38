// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the service's behaviour is not documented, or known from hearsay only, the tenant can behave either way. Each such
// question is a named switch; the table in switches.cpp says what the settings mean. Lives in the tenant thread.

#include <QHash>
#include <QString>

#include <span>

namespace simulator {

struct SwitchEntry {
    QLatin1StringView name;
    QLatin1StringView initial;
    QLatin1StringView settings; // words separated by |, or "number"
    QLatin1StringView meaning;
};

class Switches {
public:
    [[nodiscard]] static std::span<const SwitchEntry> table();

    // An empty text when it was accepted, otherwise what is wrong with it.
    [[nodiscard]] QString set(const QString &name, const QString &value);

    [[nodiscard]] QString value(QLatin1StringView name) const;
    [[nodiscard]] bool is(QLatin1StringView name, QLatin1StringView value) const { return Switches::value(name) == value; }
    [[nodiscard]] bool on(QLatin1StringView name) const;
    [[nodiscard]] int number(QLatin1StringView name) const;

private:
    QHash<QString, QString> m_set; // those that differ from the table
};

} // namespace simulator
