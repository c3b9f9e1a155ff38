// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/secretbytes.h"

#include "simulator/jwt.h"

#include <QRandomGenerator>

#include <array>

namespace simulator {

QString unguessable()
{
    std::array<quint32, 8> words = {};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QString::fromLatin1(base64Url(QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words)));
}

} // namespace simulator
