// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secret.h"

#include <openssl/crypto.h>

namespace remote {

struct Secret::Bytes {
    explicit Bytes(QByteArrayView from)
        : bytes(from.toByteArray())
    {
    }
    ~Bytes() { OPENSSL_cleanse(bytes.data(), static_cast<size_t>(bytes.size())); }
    Q_DISABLE_COPY_MOVE(Bytes)

    QByteArray bytes; // never handed out as a QByteArray, so never shared
};

Secret::Secret(QByteArrayView bytes)
    : m_bytes(bytes.isEmpty() ? nullptr : std::make_shared<const Bytes>(bytes))
{
}

QByteArrayView Secret::reveal() const
{
    return m_bytes ? QByteArrayView(m_bytes->bytes) : QByteArrayView();
}

bool Secret::isSameAs(const Secret &other) const
{
    const QByteArrayView a = reveal();
    const QByteArrayView b = other.reveal();
    return a.size() == b.size()
        && (a.isEmpty() || CRYPTO_memcmp(a.data(), b.data(), static_cast<size_t>(a.size())) == 0);
}

} // namespace remote
