// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The members of an alert that are texts, and the evidence: everything that is not a fact of its packed row. Pure.

#include "words.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace simulator {

struct AlertText {
    QString title {};
    QString description {};
    QString category {}; // of the kill chain
    QString detectionSource {};
    QString recommendedActions {};
    QString threatFamily {};
    QString threatName {};
    QString actor {};
    QStringList techniques {};
    QStringList tags {};
};

[[nodiscard]] QJsonObject alertBody(ServiceSource source, const AlertText &text, const QString &firstActivity,
                                    const QString &lastActivity, const QJsonArray &evidence);

} // namespace simulator
