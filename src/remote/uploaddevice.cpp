// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "uploaddevice.h"

#include <algorithm>
#include <cstring>

namespace remote {

UploadDevice::UploadDevice(QByteArray body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 UploadDevice::readData(char *data, qint64 most)
{
    const qint64 left = m_body.size() - m_next;
    if (left == 0)
        return -1; // the end; 0 would mean "more may come"
    const qint64 count = std::min(most, left);
    std::memcpy(data, m_body.constData() + m_next, static_cast<size_t>(count));
    m_next += count;
    return count;
}

} // namespace remote
