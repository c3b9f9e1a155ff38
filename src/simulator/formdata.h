// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// application/x-www-form-urlencoded, which is both the query of a URL and the body of a token request. Pure.

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace simulator {

using FormData = QList<QPair<QString, QString>>;

[[nodiscard]] FormData decodeForm(const QByteArray &encoded); // "+" is a blank, as the service reads it
[[nodiscard]] QByteArray encodeForm(const FormData &fields);
[[nodiscard]] QString formValue(const FormData &fields, QStringView name); // the first; empty when absent

} // namespace simulator
