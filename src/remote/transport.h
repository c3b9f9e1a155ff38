// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Seam: one HTTP exchange. The real one is NetworkTransport; tests hand in a fake. Any status but 3xx is an answer here
// and not an error; what it means is GraphClient's and the token client's business. Engine thread.

#include "domain/result.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPair>
#include <QUrl>

#include <chrono>
#include <functional>

namespace remote {

using HttpHeaders = QList<QPair<QByteArray, QByteArray>>;

struct HttpRequest {
    QByteArray method; // upper case
    QUrl url;
    HttpHeaders headers;
    QByteArray body;
    std::chrono::milliseconds deadline {120'000}; // for the whole exchange
    qint64 cap = 64 * 1024 * 1024; // bytes of the decoded body
    QString tried; // for Error::tried

    [[nodiscard]] bool isGet() const { return method == "GET"; }
};

struct HttpAnswer {
    int status = 0;
    HttpHeaders headers;
    QByteArray body; // decoded

    [[nodiscard]] QByteArray header(const QByteArray &name) const; // the first of that name; names have no case
    [[nodiscard]] QList<QByteArray> headersNamed(const QByteArray &name) const;
};

class Transport
{
public:
    using AnswerFunction = std::function<void(domain::Result<HttpAnswer>)>;

    virtual ~Transport() = default;

    // The answer comes exactly once, later than this call, and never once the asker is gone. A GET whose asker is gone is
    // given up; anything else runs to its end.
    virtual void send(const HttpRequest &request, QObject *asker, AnswerFunction answer) = 0;
};

} // namespace remote
