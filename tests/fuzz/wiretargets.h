// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Targets of wiretargets.cpp. Any thread.

#include <QByteArray>

namespace fuzz {

void incidents(const QByteArray &bytes);
void alerts(const QByteArray &bytes);
void pages(const QByteArray &bytes);
void addresses(const QByteArray &bytes);
void tokenAnswers(const QByteArray &bytes);
void idTokens(const QByteArray &bytes);
void retryHeaders(const QByteArray &bytes);
void challengeHeaders(const QByteArray &bytes);
void huntingAnswers(const QByteArray &bytes);

} // namespace fuzz
