// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One call of Graph on its way through the endpoints: the request, who makes it, its path in parts, and how it is refused.
// A value of the tenant thread that lives as long as the request.

#include "exchange.h"
#include "result.h"
#include "stamp.h"

#include <QJsonObject>
#include <QStringList>

namespace simulator {

struct GraphCall {
    const Request &request;
    const Caller &caller;
    Ticks now = 0;
    QStringList segments {}; // without the version, as the caller wrote them
    bool beta = false;

    [[nodiscard]] bool is(int segment, QLatin1StringView name) const; // case-insensitive, short or qualified
    [[nodiscard]] QString segment(int index) const { return segments.value(index); }
    [[nodiscard]] bool hasMethod(const char *method) const { return request.method == method; }
    [[nodiscard]] QString context(const QString &path) const; // for @odata.context

    [[nodiscard]] Response error(int status, const QString &code, const QString &message) const;
    [[nodiscard]] Response badRequest(const QString &message) const;
    [[nodiscard]] Response notFound() const;
    [[nodiscard]] Response wrongMethod() const;
    [[nodiscard]] Result<QJsonObject> bodyObject() const;
};

} // namespace simulator
