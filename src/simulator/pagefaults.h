// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The faults that change what an answer says: they read the JSON, change it by its structure and write it again, so that
// they work on any page, item or hunting result. An answer that is an error, or no JSON object, goes out as it is. Pure.

#include <QByteArray>
#include <QJsonObject>

namespace simulator {

[[nodiscard]] QByteArray spoiltPage(const QJsonObject &order, const QByteArray &body); // order: see fault.h

} // namespace simulator
