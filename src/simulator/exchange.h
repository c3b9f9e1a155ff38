// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What passes between the HTTP side of the simulator and the tenant behind it: one request with the identity its token
// gave it, one response. Values only, so that sockets may live in worker threads and the tenant in a thread of its own.

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

namespace simulator {

struct Header {
    QByteArray name;
    QByteArray value;
};

struct Request {
    QByteArray method; // upper case
    QByteArray target; // as received: path and query, still percent-encoded
    QString path; // decoded, without query, e.g. "/v1.0/security/incidents/7"
    QList<QPair<QString, QString>> query; // decoded, in order, e.g. {"$top", "50"}
    QList<Header> headers; // as received
    QByteArray body; // complete
    QString baseUrl; // scheme://Host as the client wrote it; every URL we hand out starts with it
    quint64 number {}; // of arrival, from 1
    QByteArray requestId {}; // that the answer will carry
    QString tenant {}; // id of the one it is meant for

    [[nodiscard]] QByteArray header(const char *name) const; // case-insensitive; empty when absent
    [[nodiscard]] QString parameter(const QString &name) const; // empty when absent
    [[nodiscard]] bool hasParameter(const QString &name) const;
    void setTarget(const QByteArray &encoded); // path and query go with it
};

// Who calls: read from a token that the Entra side signed and the HTTP side verified.
struct Caller {
    bool application = false; // client credentials: `roles`; otherwise a person: `scp`
    QString tenantId;
    QString objectId; // oid
    QString userPrincipalName; // empty for an application
    QString appId;
    QStringList permissions; // scp split at blanks, or roles
    QStringList directoryRoles; // of the person: "Security Reader", "Security Operator", "Security Administrator"
};

struct Response {
    int status = 200;
    QList<Header> headers;
    QByteArray body;

    [[nodiscard]] QByteArray header(const char *name) const; // case-insensitive; empty when absent
    void setHeader(const QByteArray &name, const QByteArray &value); // replaces the one that is there
};

} // namespace simulator
