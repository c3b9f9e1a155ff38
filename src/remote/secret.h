// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A token or a password. A type of its own so that it cannot be printed, compared by accident or put into a QString: it
// has no conversion and no debug output, and its bytes are overwritten when the last copy goes. What Qt Network copies on
// its way to the socket is out of our hands. A value; any thread.

#include <QByteArray>
#include <QByteArrayView>
#include <QDebug>

#include <memory>

namespace remote {

class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes);

    [[nodiscard]] bool isEmpty() const { return !m_bytes; }
    [[nodiscard]] QByteArrayView reveal() const; // for the wire and the keychain only
    [[nodiscard]] bool isSameAs(const Secret &other) const; // in constant time

    friend QDebug operator<<(QDebug, const Secret &) = delete;

private:
    struct Bytes;
    std::shared_ptr<const Bytes> m_bytes;
};

} // namespace remote
