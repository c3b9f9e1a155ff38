// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One request of NetworkTransport from start to answer, with its time limits and its size cap. Deletes itself when it has
// answered. Engine thread.

#include "networktransport.h"
#include "uploaddevice.h"

#include "domain/ask.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

namespace remote {

class HttpExchange final : public QObject
{
    Q_OBJECT
public:
    HttpExchange(const HttpRequest &request, HttpTimeouts timeouts, domain::Answer<HttpAnswer> answer, QObject *parent);
    ~HttpExchange() override;

    // `shared` carries GETs; anything else gets a manager of its own.
    void start(const QNetworkRequest &request, QNetworkAccessManager &shared);
    void giveUp(); // the asker of a GET has gone

private:
    void watch(QNetworkReply *reply);
    void readHead();
    void readBody();
    void finish();
    void stop(const domain::Error &error);
    void answer(domain::Result<HttpAnswer> result);
    [[nodiscard]] domain::Error lost(QNetworkReply::NetworkError error, const QString &text) const;
    [[nodiscard]] domain::Error failed(domain::ErrorKind kind, const QString &code, const QString &detail,
                                       bool certainlyNotApplied) const;

    HttpRequest m_request;
    HttpTimeouts m_timeouts;
    domain::Answer<HttpAnswer> m_answer;
    bool m_answered = false;
    QNetworkAccessManager *m_own = nullptr;
    UploadDevice *m_upload = nullptr;
    QNetworkReply *m_reply = nullptr;
    QTimer m_phase; // connecting, then waiting for the head
    QTimer m_total;
    bool m_sent = false;
    QByteArray m_body;
    std::optional<domain::Error> m_stopped;
};

} // namespace remote
