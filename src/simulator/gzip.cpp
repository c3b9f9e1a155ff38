// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/gzip.h"

#include <zlib.h>

#include <algorithm>

namespace simulator {

namespace {

constexpr int GzipWindow = 15 + 16; // zlib: +16 writes a gzip head instead of its own
constexpr qsizetype Piece = 64 * 1024;

// Feeds `total` bytes to zlib; `input` is either all of them or a piece that is fed again and again.
QByteArray deflateAll(const QByteArray &input, qint64 total)
{
    z_stream stream = {};
    QByteArray packed;
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, GzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return packed;
    QByteArray piece(Piece, Qt::Uninitialized);
    int state = Z_OK;
    do {
        if (stream.avail_in == 0 && total > 0) {
            stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input.constData())); // zlib only reads it
            stream.avail_in = static_cast<uInt>(std::min<qint64>(input.size(), total));
            total -= stream.avail_in;
        }
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = deflate(&stream, total > 0 ? Z_NO_FLUSH : Z_FINISH);
        packed.append(piece.constData(), piece.size() - static_cast<qsizetype>(stream.avail_out));
    } while (state == Z_OK);
    deflateEnd(&stream);
    return packed;
}

} // namespace

QByteArray gzip(const QByteArray &plain)
{
    return deflateAll(plain, plain.size());
}

QByteArray gzipOfZeros(qint64 bytes)
{
    return deflateAll(QByteArray(Piece, '\0'), bytes);
}

} // namespace simulator
