// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packing.h"

#include <QtEndian>

#include <zlib.h>

namespace store {

namespace {

enum Packing : char { Plain = 0, Deflated = 1 };
constexpr qsizetype HeadSize = 1 + sizeof(quint32);
constexpr qint64 LargestLength = 256 << 20; // bytes; a wrong length must not become a wish for memory
constexpr int Level = 1; // the writer is what a pull waits for

QByteArray head(Packing packing, qsizetype length)
{
    QByteArray bytes(HeadSize, packing);
    qToBigEndian(static_cast<quint32>(length), bytes.data() + 1);
    return bytes;
}

} // namespace

QByteArray packed(const QByteArray &bytes)
{
    QByteArray result = head(Deflated, bytes.size());
    uLongf room = compressBound(static_cast<uLong>(bytes.size()));
    result.resize(HeadSize + static_cast<qsizetype>(room));
    const int code = compress2(reinterpret_cast<Bytef *>(result.data() + HeadSize), &room,
                               reinterpret_cast<const Bytef *>(bytes.constData()), static_cast<uLong>(bytes.size()), Level);
    if (code != Z_OK || static_cast<qsizetype>(room) >= bytes.size())
        return head(Plain, bytes.size()) + bytes;
    result.resize(HeadSize + static_cast<qsizetype>(room));
    return result;
}

std::optional<QByteArray> unpacked(const QByteArray &packed)
{
    if (packed.size() < HeadSize)
        return {};
    const qint64 length = qFromBigEndian<quint32>(packed.constData() + 1);
    if (length > LargestLength)
        return {};
    if (packed.front() == Plain)
        return packed.size() - HeadSize == length ? std::optional(packed.mid(HeadSize)) : std::nullopt;
    if (packed.front() != Deflated)
        return {};
    QByteArray bytes(length, Qt::Uninitialized);
    uLongf room = static_cast<uLongf>(length);
    const int code = uncompress(reinterpret_cast<Bytef *>(bytes.data()), &room,
                                reinterpret_cast<const Bytef *>(packed.constData() + HeadSize),
                                static_cast<uLong>(packed.size() - HeadSize));
    if (code != Z_OK || static_cast<qint64>(room) != length)
        return {};
    return bytes;
}

} // namespace store
