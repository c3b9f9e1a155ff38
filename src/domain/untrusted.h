// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Text that somebody outside wrote: a subject, a name, a URL, a comment. Attackers write these. As a type of its own it
// cannot slip into a label by accident: display() in displaytext.h is the one way onto the screen. Any thread.

#include <QList>
#include <QMetaType>
#include <QString>

#include <utility>

namespace domain {

class Untrusted
{
public:
    Untrusted() = default;
    explicit Untrusted(QString raw)
        : m_raw(std::move(raw))
    {
    }

    [[nodiscard]] const QString &raw() const { return m_raw; } // for storing, comparing and sending; never for showing
    [[nodiscard]] bool isEmpty() const { return m_raw.isEmpty(); }
    friend bool operator==(const Untrusted &, const Untrusted &) = default;
    friend size_t qHash(const Untrusted &text, size_t seed = 0) { return ::qHash(text.m_raw, seed); }

private:
    QString m_raw;
};

using UntrustedList = QList<Untrusted>;

} // namespace domain

Q_DECLARE_METATYPE(domain::Untrusted)
