// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The WWW-Authenticate headers of a 401, in the forms that services have been seen to send and in a few that no client may
// fall for. Pure.

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace simulator {

// plain, base64url, unpadded, reordered, several: all good; malformed, foreign, huge: nothing that may be followed
[[nodiscard]] QStringList challengeForms();

// claims: JSON of the challenge, empty when there is none. base: our own address.
[[nodiscard]] QList<QByteArray> challengeHeaders(const QString &base, const QByteArray &claims, const QString &form);

} // namespace simulator
